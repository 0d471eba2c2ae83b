// The pay screen: shares of what is left, tips, what was given and what goes back. The server decides; this only helps to type.
import "./live.js";
import { formatMoney, isTyping, openDialogs, page, parseMoney, fill } from "./common.js";

const form = document.getElementById("pay-form");
const change = document.getElementById("change");

if (form) {
  const { amount, tip, given } = form.elements;
  const inField = (minor) => formatMoney(minor, false).replace(/[\u202f,](?=\d{3})/g, "");
  const due = () => (parseMoney(amount.value) ?? 0) + (parseMoney(tip.value || "0") ?? 0);

  const update = () => {
    const handed = given.value.trim() === "" ? null : parseMoney(given.value);
    const back = handed === null ? null : handed - due();
    change.dataset.amount = back ?? "";
    change.hidden = back === null;
    change.classList.toggle("short", back !== null && back < 0);
    if (back !== null) {
      change.firstElementChild.textContent = back < 0 ? page.words.missing : page.words.change;
      change.lastElementChild.textContent = formatMoney(Math.abs(back));
    }
    for (const button of form.querySelectorAll("[data-method-kind]")) {
      button.querySelector("small").textContent = fill(page.words.take, { amount: formatMoney(due()) });
    }
  };

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[type=button]");
    if (!button) return;
    if (button.dataset.share) amount.value = inField(Math.ceil(page.remaining / Number(button.dataset.share)));
    else if (button.dataset.tip) tip.value = button.dataset.tip === "0" ? "" : inField(Math.round(((parseMoney(amount.value) ?? 0) * Number(button.dataset.tip)) / 100));
    else if (button.dataset.note) given.value = inField((given.dataset.counting ? parseMoney(given.value) ?? 0 : 0) + Number(button.dataset.note));
    else return;
    if (button.dataset.note) given.dataset.counting = "1";
    update();
  });
  given.addEventListener("input", () => delete given.dataset.counting);
  form.addEventListener("input", update);
  update();
}

document.addEventListener("keydown", (event) => {
  if (openDialogs()) return;
  const target = { F2: "take-cash", F3: "take-card", F4: "pay-room" }[event.key];
  if (target) {
    event.preventDefault();
    document.getElementById(target)?.click();
  } else if (!isTyping(event) && /^\d$/.test(event.key) && form) {
    event.preventDefault();
    form.elements.given.value = event.key;
    form.elements.given.focus();
    form.elements.given.dispatchEvent(new Event("input", { bubbles: true }));
  }
});
