// Draws the lines of a check. Everything goes in as text, never as markup: names come from outside.
import { fill, formatMoney } from "./common.js";
import { nameOf } from "./order-discounts.js";

function span(name, text) {
  const element = document.createElement("span");
  element.className = name;
  element.textContent = text;
  return element;
}

function row(line, isSelected, words) {
  const element = document.createElement("li");
  element.dataset.line = line.id;
  element.dataset.sync = line.isWaiting ? "waiting" : "saved";
  element.dataset.voided = String(line.left <= 0);
  element.setAttribute("role", "option");
  element.setAttribute("aria-selected", String(isSelected));
  element.tabIndex = 0;
  const shown = line.left > 0 ? line.left : line.quantity;
  element.append(span("quantity", shown), span("name", line.name), span("amount", formatMoney(shown * line.unitPrice, false)));
  const remarks = [];
  if (line.seat) remarks.push(fill(words.seatNumber, { number: line.seat }));
  if (line.note) remarks.push(line.note);
  if (line.left <= 0) remarks.push(words.voided);
  else if (line.left < line.quantity) remarks.push(`${words.voided}: ${line.quantity - line.left}`);
  if (remarks.length) {
    const small = document.createElement("small");
    small.textContent = remarks.join(" · ");
    element.append(small);
  }
  for (const discount of line.left > 0 ? line.discounts : []) {
    const name = span("discount-name", nameOf(discount));
    name.dataset.discount = discount.id;
    element.append(name, span("discount-off", formatMoney(discount.off, false)));
  }
  return element;
}

function refusedRow(refusal) {
  const element = document.createElement("li");
  element.dataset.line = refusal.id;
  element.dataset.sync = "refused";
  element.setAttribute("role", "option");
  element.setAttribute("aria-selected", "false");
  element.tabIndex = 0;
  const small = document.createElement("small");
  small.textContent = refusal.reason;
  element.append(span("quantity", "✗"), span("name", refusal.name), span("amount", ""), small);
  return element;
}

/** Draws all rows; the newest stays in view. */
export function renderLines(list, lines, refusals, selected, words) {
  const count = list.querySelectorAll("[data-line]").length;
  const focused = document.activeElement?.dataset?.line;
  const rows = [...lines.map((line) => row(line, selected.has(line.id), words)), ...refusals.map(refusedRow)];
  if (rows.length === 0) {
    const start = document.createElement("li");
    start.className = "start";
    start.setAttribute("role", "presentation");
    start.textContent = words.startOrder;
    rows.push(start);
  }
  list.replaceChildren(...rows);
  if (focused) list.querySelector(`[data-line="${CSS.escape(focused)}"]`)?.focus();
  if (lines.length + refusals.length > count) list.scrollTop = list.scrollHeight;
}
