// Rows of articles with a number to choose each: on the split and the refund page.
import { formatMoney } from "./common.js";

/** Calls `changed(sum, lines)` at each step: minor units, and the articles as `id:quantity,id:quantity`. */
export function connectSteppers(list, sumField, changed) {
  const rows = [...list.querySelectorAll("[data-line]")];
  const quantityOf = (row) => Number(row.querySelector(".quantity").textContent);
  // Discounts go with the articles in proportion, and what is left of them with the last: as the server reckons it.
  const amountOf = (row) => {
    const quantity = quantityOf(row);
    return quantity * Number(row.dataset.price) + Math.trunc((Number(row.dataset.discount) * quantity) / Number(row.dataset.left));
  };
  const update = () => {
    const chosen = rows.filter((row) => quantityOf(row) > 0);
    const sum = chosen.reduce((total, row) => total + amountOf(row), 0);
    sumField.textContent = formatMoney(sum);
    sumField.dataset.amount = sum;
    changed(sum, chosen.map((row) => `${row.dataset.line}:${quantityOf(row)}`).join(","));
  };
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (!button) return;
    const row = button.closest("[data-line]");
    const field = row.querySelector(".quantity");
    field.textContent = Math.min(Number(row.dataset.left), Math.max(0, quantityOf(row) + Number(button.dataset.step)));
    update();
  });
  update();
  return {
    /** Chooses everything; nothing, when everything is chosen already. */
    allOrNone() {
      const isAll = rows.every((row) => row.querySelector(".quantity").textContent === row.dataset.left);
      for (const row of rows) row.querySelector(".quantity").textContent = isAll ? "0" : row.dataset.left;
      update();
    },
  };
}
