// A refund: what goes back and why, then where to. The server decides; this only helps to choose.
import { ask, fill, page } from "./common.js";
import "./live.js";
import { askToSign } from "./signature.js";
import { connectSteppers } from "./steppers.js";

const form = document.getElementById("refund-form") ?? document.getElementById("give-back-form");
const field = document.getElementById("guest-text");
const guests = document.getElementById("guests");
const title = document.getElementById("guests-title");
const button = form?.querySelector("#refund, #give-back");

/** First what and why, then OK, then where to. */
function connectSteps() {
  const what = document.getElementById("refund-what");
  if (!what) return;
  const next = document.getElementById("refund-next");
  const where = document.getElementById("refund-where");
  const steppers = connectSteppers(document.getElementById("articles"), document.getElementById("chosen"), (sum, lines) => {
    form.elements.lines.value = lines;
    next.disabled = lines === "";
    button.disabled = lines === "";
  });
  document.getElementById("all-articles").addEventListener("click", () => steppers.allOrNone());
  where.hidden = true;
  next.addEventListener("click", () => {
    if (!form.elements.reason.reportValidity()) return;
    where.hidden = false;
    next.hidden = true;
    (field ?? button).focus();
    where.scrollIntoView({ block: "nearest" });
  });
  what.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    if (where.hidden) next.click();
  });
}

function chosenWay() {
  return form.querySelector("[name=way]:checked");
}

/** The way that searches: the chosen one, or the first there is. */
function searchWay() {
  return form.querySelector("[data-search]:checked") ?? form.querySelector("[data-search]");
}

async function search() {
  const text = field.value.trim();
  choose(null);
  if (!text) return show("");
  searchWay().checked = true;
  title.textContent = page.words.asking;
  try {
    const answer = await ask(searchWay().dataset.search, { method: "POST", body: new URLSearchParams({ text }) });
    if (answer.redirected) return location.assign("/sign-in");
    show(answer.ok ? await answer.text() : "");
  } catch {
    title.textContent = page.words.noConnection;
  }
}

// The fragment is rendered by our own server, which escapes every name in it.
function show(fragment) {
  guests.innerHTML = fragment;
  title.textContent = guests.querySelector("[data-title]")?.dataset.title ?? page.words.whichRoom;
  const cards = guests.querySelectorAll("[data-chargeable=true]");
  if (cards.length === 1) choose(cards[0]);
}

function choose(card) {
  for (const one of guests.querySelectorAll("[data-guest]")) one.setAttribute("aria-pressed", String(one === card));
  form.elements.room.value = card?.dataset.room ?? "";
  form.elements.reservation.value = card?.dataset.reservation ?? "";
  form.elements.name.value = card?.dataset.guestName ?? "";
  if (card) searchWay().checked = true;
  unsign();
}

/** Another way is another signature. */
function unsign() {
  if (form.elements.signature) form.elements.signature.value = "";
}

function connectSearch() {
  if (!field) return;
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    search().then(() => form.elements.room.value && button.focus());
  });
  guests.addEventListener("click", (event) => {
    const card = event.target.closest("[data-chargeable=true]");
    if (!card) return;
    choose(card);
    button.focus();
  });
}

/** Where guests sign, the refund goes out with what was signed. */
function connectSigning() {
  form.addEventListener("change", unsign);
  button.addEventListener("click", async (event) => {
    const way = chosenWay();
    if (way?.dataset.signs !== "true" || form.elements.signature.value || !form.checkValidity()) return;
    const room = way.dataset.search ? form.elements.room.value : way.dataset.room;
    if (!room) return;
    event.preventDefault();
    const name = way.dataset.search ? guests.querySelector("[aria-pressed=true]").dataset.short : way.dataset.guest;
    const amount = document.getElementById("chosen")?.textContent ?? "";
    const signed = await askToSign(fill(page.words.signRefundText, { name, room, amount }));
    if (!signed) return;
    form.elements.signature.value = signed;
    form.requestSubmit(button);
  });
}

if (form) {
  connectSteps();
  connectSearch();
  connectSigning();
}
document.getElementById("approval")?.showModal();
