// The room charge: one field for a room number or a name, guests as cards, the amount on the button.
import { ask, fill, formatMoney, isTyping, openDialogs, page, parseMoney } from "./common.js";
import { connectPad } from "./pad.js";
import { askToSign } from "./signature.js";

const pauseMs = 500;
const field = document.getElementById("guest-text");
const guests = document.getElementById("guests");
const title = document.getElementById("guests-title");
const form = document.getElementById("charge-form");
const charge = document.getElementById("charge");
const amountField = document.getElementById("amount");
const tipField = document.getElementById("tip-other");
let timer = 0;
let question = null;
let tip = "0";
let guest = null;
let answered = null;

async function search() {
  clearTimeout(timer);
  const text = field.value.trim();
  question?.abort();
  if (!text) return show(null);
  question = new AbortController();
  guests.setAttribute("aria-busy", "true");
  title.textContent = page.words.asking;
  try {
    const answer = await ask(page.searchPath, { method: "POST", body: new URLSearchParams({ text }), signal: question.signal });
    if (answer.redirected) return location.assign("/sign-in");
    const fragment = await answer.text();
    if (!answer.ok) return refuse(fragment);
    show(fragment);
    answered = text;
  } catch (problem) {
    if (problem.name !== "AbortError") title.textContent = page.words.noConnection;
  }
}

/** The search itself was refused: the words are on the page that came instead. */
function refuse(html) {
  show(null);
  title.textContent = new DOMParser().parseFromString(html, "text/html").getElementById("problem")?.textContent ?? page.words.noConnection;
}

// The fragment is rendered by our own server, which escapes every name in it.
function show(fragment) {
  guests.removeAttribute("aria-busy");
  guests.innerHTML = fragment ?? "";
  title.textContent = guests.querySelector("[data-title]")?.dataset.title ?? page.words.whichRoom;
  document.querySelector(".room").classList.toggle("found", fragment !== null && guests.querySelector("[data-guest]") !== null);
  const chargeable = guests.querySelectorAll("[data-chargeable=true]");
  choose(chargeable.length === 1 ? chargeable[0] : null);
}

function choose(card) {
  guest = card;
  for (const one of guests.querySelectorAll("[data-guest]")) one.setAttribute("aria-pressed", String(one === card));
  form.elements.room.value = card?.dataset.room ?? "";
  form.elements.reservation.value = card?.dataset.reservation ?? "";
  form.elements.name.value = card?.dataset.guestName ?? "";
  update();
}

function update() {
  const amount = parseMoney(amountField.value);
  const tipAmount = tip === "other" ? parseMoney(tipField.value || "0") : Math.round(((amount ?? 0) * Number(tip)) / 100);
  const isRight = guest && amount !== null && amount > 0 && amount <= page.remaining && tipAmount !== null;
  charge.disabled = !isRight;
  const total = formatMoney((amount ?? 0) + (tipAmount ?? 0));
  charge.querySelector("span").textContent = guest ? fill(page.words.chargeGuest, { name: guest.dataset.short, amount: total }) : page.words.chooseGuest;
  document.getElementById("sum").textContent = total;
  form.elements.tip.value = formatMoney(tipAmount ?? 0, false).replace(/[\u202f,](?=\d{3})/g, "");
  for (const button of document.querySelectorAll("[data-tip]")) button.setAttribute("aria-pressed", String(button.dataset.tip === tip));
}

function soon() {
  clearTimeout(timer);
  const text = field.value.trim();
  if (/\d/.test(text) || text.length >= 3) timer = setTimeout(search, pauseMs);
  else if (!text) search();
}

connectPad(document.getElementById("digits"), field, soon);
connectPad(document.getElementById("letters"), field, soon);
field.addEventListener("input", soon);
for (const key of document.querySelectorAll("[data-pad=letters], [data-pad=digits]")) {
  key.addEventListener("click", () => {
    for (const pad of ["digits", "letters"]) document.getElementById(pad).hidden = pad !== key.dataset.pad;
  });
}
for (const again of document.querySelectorAll("[data-search-again]")) {
  again.addEventListener("click", () => {
    field.value = "";
    search();
    field.focus();
  });
}
guests.addEventListener("click", (event) => {
  const card = event.target.closest("[data-chargeable=true]");
  if (card) choose(card);
});
document.getElementById("tips").addEventListener("click", (event) => {
  const button = event.target.closest("[data-tip]");
  if (!button) return;
  tip = button.dataset.tip;
  tipField.hidden = tip !== "other";
  if (tip === "other") tipField.focus();
  update();
});
document.getElementById("share").addEventListener("click", (event) => {
  amountField.hidden = false;
  event.currentTarget.setAttribute("aria-expanded", "true");
  amountField.focus();
  amountField.select();
});
for (const one of [amountField, tipField]) one.addEventListener("input", update);

// Where guests sign, the charge goes out with what was signed: first the pad, then the hotel.
if (form.elements.signature) {
  charge.addEventListener("click", async (event) => {
    if (form.elements.signature.value) return;
    event.preventDefault();
    const amount = document.getElementById("sum").textContent;
    const text = fill(page.words.signText, { name: guest.dataset.short, room: guest.dataset.room, amount });
    const signed = await askToSign(text);
    if (!signed) return;
    form.elements.signature.value = signed;
    form.requestSubmit(charge);
  });
  // Another guest or amount is another signature.
  form.addEventListener("change", () => (form.elements.signature.value = ""));
}

document.addEventListener("keydown", (event) => {
  if (openDialogs()) return;
  if (event.target === field && event.key === "Enter") {
    event.preventDefault();
    // Enter searches and, when that settles who it is, goes on to the button: the next Enter charges.
    if (guest && field.value.trim() === answered) charge.focus();
    else search().then(() => guest && charge.focus());
    return;
  }
  if (event.target === field && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    step(event.key === "ArrowDown" ? 1 : -1);
  }
  if (event.target === field && event.key === "Escape") {
    event.preventDefault();
    if (field.value) {
      field.value = "";
      search();
    } else document.getElementById("cancel").click();
  }
  if (!isTyping(event) && /^[\p{L}\d]$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) field.focus();
});

function step(by) {
  const cards = [...guests.querySelectorAll("[data-chargeable=true]")];
  if (cards.length) choose(cards[(cards.indexOf(guest) + by + cards.length) % cards.length]);
}

update();
document.getElementById("approval")?.showModal();
if (matchMedia("(hover: hover)").matches) field.focus();
