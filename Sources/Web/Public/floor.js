// The table plan: a free table asks for covers, then opens. A table's number and Enter do the same from the keyboard.
import "./live.js";
import { isTyping, newKey, openDialogs, page } from "./common.js";

const dialog = document.getElementById("open-table");
const form = dialog.querySelector("form");
const title = document.getElementById("open-table-title");
const entry = document.getElementById("entry");
let typed = "";
let typedCovers = "";

function askForCovers(table, name) {
  form.elements.key.value = newKey();
  form.elements.table.value = table ?? "";
  title.textContent = name;
  typedCovers = "";
  dialog.showModal();
}

document.addEventListener("click", (event) => {
  const tile = event.target.closest("button[data-table-id]");
  if (tile) askForCovers(tile.dataset.tableId, tile.dataset.name);
  if (event.target.closest("#open-without-table")) askForCovers(null, page.words.withoutTable);
});

function show() {
  entry.hidden = typed === "";
  entry.querySelector("b").textContent = typed;
  for (const tile of document.querySelectorAll("[data-table]")) tile.classList.toggle("typed", tile.dataset.table === typed);
}

document.addEventListener("keydown", (event) => {
  if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (dialog.open) return typeCovers(event);
  if (openDialogs()) return;
  if (/^\d$/.test(event.key) && typed.length < 4) typed += event.key;
  else if (event.key === "Backspace") typed = typed.slice(0, -1);
  else if (event.key === "Escape" && typed) {
    typed = "";
    event.preventDefault();
  } else if (event.key === "Enter" && typed) {
    event.preventDefault();
    document.querySelector(`[data-table="${typed}"]`)?.click();
    typed = "";
  } else return;
  show();
});

function typeCovers(event) {
  if (/^\d$/.test(event.key) && typedCovers.length < 3) typedCovers += event.key;
  else if (event.key === "Backspace") typedCovers = typedCovers.slice(0, -1);
  else if (event.key === "Enter" && Number(typedCovers) > 0) {
    event.preventDefault();
    form.elements.covers.value = typedCovers;
    form.requestSubmit();
    return;
  } else return;
  document.getElementById("typed-covers").textContent = typedCovers;
}

// The buttons set the number that the form carries.
form.addEventListener("click", (event) => {
  const button = event.target.closest("[data-covers]");
  if (!button) return;
  form.elements.covers.value = button.dataset.covers;
});
document.addEventListener("ardoise:refreshed", show);
