// What every page shares: keys, words, money, the help dialog, forms that go out once.

/** A key of 128 random bits. `crypto.randomUUID` is missing on plain http, where tills in a house often are. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const data = document.getElementById("page-data");
/** What the server wrote for this page's script. */
export const page = data ? JSON.parse(data.textContent) : {};
export const language = document.documentElement.lang;
const money = { symbol: "€", digits: 2, ...(page.money ?? {}) };

/** Minor units as the page's language writes them; the same rules as the server's `MoneyText`. */
export function formatMoney(minor, withSymbol = true) {
  const scale = 10 ** money.digits;
  const units = Math.abs(minor);
  const whole = Math.floor(units / scale).toString().replace(/\B(?=(\d{3})+$)/g, language === "fr" ? "\u202f" : ",");
  const digits = money.digits ? (language === "fr" ? "," : ".") + (units % scale).toString().padStart(money.digits, "0") : "";
  const sign = minor < 0 ? "\u2212" : "";
  if (!withSymbol) return sign + whole + digits;
  return language === "fr" ? `${sign}${whole}${digits}\u00a0${money.symbol}` : `${sign}${money.symbol}${whole}${digits}`;
}

/** Minor units from what was typed, `1 204,80` or `1204.8`; null when it is not an amount. */
export function parseMoney(text) {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, "").replace(",", ".");
  const match = /^(\d{1,7})(?:\.(\d*))?$/.exec(plain);
  if (!match || (match[2] ?? "").length > money.digits) return null;
  return Number(match[1]) * 10 ** money.digits + Number((match[2] ?? "").padEnd(money.digits, "0") || 0);
}

/** Puts values into a text such as `{count} en attente`. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Whether a key press belongs to a field that is being typed in. */
export function isTyping(event) {
  const target = event.target;
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target.isContentEditable;
}

export function openDialogs() {
  return document.querySelector("dialog[open]") !== null;
}

/** Asks the server; what is asked in the background never uses a stale cached answer. */
export function ask(path, options = {}) {
  const headers = { "X-Ardoise": "1", "Accept-Language": language, ...options.headers };
  return fetch(path, { credentials: "same-origin", cache: "no-store", ...options, headers });
}

for (const opener of document.querySelectorAll("[data-open]")) {
  opener.addEventListener("click", () => document.getElementById(opener.dataset.open)?.showModal());
}
for (const closer of document.querySelectorAll("[data-close]")) {
  closer.addEventListener("click", () => closer.closest("dialog")?.close());
}

document.addEventListener("keydown", (event) => {
  if (event.key === "?" && !isTyping(event) && !openDialogs()) {
    event.preventDefault();
    document.getElementById("shortcuts")?.showModal();
  }
  if (event.key === "Escape" && !openDialogs() && !event.defaultPrevented) {
    const menu = document.querySelector("details.who[open]");
    if (menu) menu.open = false;
    else if (!isTyping(event)) document.querySelector("[data-escape]")?.click();
  }
});

document.addEventListener("click", (event) => {
  const menu = document.querySelector("details.who[open]");
  if (menu && !menu.contains(event.target)) menu.open = false;
});

// Every form carries a key made here, and goes out once however often it is tapped.
for (const field of document.querySelectorAll("input[data-key]")) field.value = newKey();
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    if (form.method === "dialog" || event.defaultPrevented) return;
    form.dataset.sent = "1";
    const button = event.submitter;
    if (button) {
      button.setAttribute("aria-disabled", "true");
      if (button.dataset.busy) button.textContent = button.dataset.busy;
    }
  });
}
// A page brought back from the history is a new try: new keys, forms open again.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
