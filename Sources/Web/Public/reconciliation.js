// Comparing a day with the hotel: the day's buttons, and the hotel's list, which goes to the API as it is.
import "./live.js";
import { ask } from "./common.js";

const day = document.getElementById("day");
const problem = document.getElementById("import-problem");

function markDay() {
  for (const button of document.querySelectorAll("[data-day]")) button.setAttribute("aria-pressed", String(button.dataset.day === day.value));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-day]");
  if (button) {
    day.value = button.dataset.day;
    return markDay();
  }
  if (!event.target.closest("a")) event.target.closest("tr[data-run]")?.querySelector("a")?.click();
});
day.addEventListener("input", markDay);

function tell(text) {
  problem.querySelector("div").textContent = text;
  problem.hidden = false;
  problem.scrollIntoView({ block: "nearest" });
}

const list = document.getElementById("from-list");
const button = document.getElementById("import-list");
const label = button.textContent;

/** Lets the list be sent again: `common.js` lets a form go out once. */
function reopen() {
  delete list.dataset.sent;
  button.removeAttribute("aria-disabled");
  button.textContent = label;
}

list.addEventListener("submit", async (event) => {
  const isSentAlready = event.defaultPrevented;
  event.preventDefault();
  if (isSentAlready) return;
  problem.hidden = true;
  try {
    const file = document.getElementById("list-file").files[0];
    const answer = await ask(`/api/v1/reconciliations/list?date=${day.value}`, {
      method: "POST",
      headers: { "Content-Type": "text/csv" },
      body: file,
    });
    const body = await answer.json();
    if (answer.ok) return location.assign(`/hotel/reconciliation/${body.id}`);
    tell(body.detail);
  } catch {
    tell(list.dataset.offline);
  }
  reopen();
});
