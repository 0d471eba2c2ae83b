// The order screen answers taps by itself: a line shows at once, goes into the outbox, and the server's prices replace the provisional ones.
import "./live.js";
import { ask, fill, formatMoney, isTyping, newKey, openDialogs, page } from "./common.js";
import { Outbox } from "./outbox.js";
import { renderLines } from "./order-lines.js";
import { connectDiscounts, nameOf, reckon, standing } from "./order-discounts.js";
import { openMenu } from "./order-menu.js";
import { listenForEntry } from "./order-keys.js";

// What the hotel decides may lock the lines or open them: the page then begins anew. Taps that wait are kept by the outbox.
const wasLocked = document.getElementById("room-charges").dataset.locked;
document.addEventListener("ardoise:refreshed", () => {
  if (document.getElementById("room-charges").dataset.locked !== wasLocked) location.reload();
});

const gatherMs = 1200;
const tappedMs = 160;
const items = new Map(page.items.map((item) => [item.id, item]));
const byCode = new Map(page.items.map((item) => [item.code, item]));
const list = document.getElementById("lines");
const outbox = new Outbox(page.check.id);
const refusals = [];
let check = page.check;
let selected = null;
// While several lines are chosen for one discount; null otherwise.
let several = null;
let leaving = null;
// The guest at the table that the next articles are for; nobody in particular at first.
let seat = null;

/** Sells `quantity` of an article; quick taps on the same one gather in a line that is not on the wire yet. */
function sell(item, quantity = 1) {
  const last = outbox.changes.at(-1);
  if (last?.op === "add" && last.menuItemId === item.id && !last.note && (last.seat ?? null) === seat && last.quantity + quantity <= 999 && outbox.isOpen(last.id)) {
    outbox.update(last.id, (change) => (change.quantity += quantity));
    selected = last.id;
  } else {
    const id = newKey();
    outbox.put({ op: "add", id, menuItemId: item.id, quantity, ...(seat ? { seat } : {}) });
    selected = id;
  }
  outbox.schedule(gatherMs);
  draw();
}

/** What is not sent yet simply goes; what the server has is taken back by a line of its own. */
function takeBack(line, quantity) {
  if (line.isWaiting && outbox.isOpen(line.id)) {
    if (line.quantity > quantity) outbox.update(line.id, (change) => (change.quantity -= quantity));
    else forget(line.id);
  } else if (line.left > 0) {
    outbox.put({ op: "void", id: newKey(), lineId: line.id, quantity: Math.min(quantity, line.left) });
    outbox.schedule(gatherMs);
  }
  draw();
}

/** A line that was never sent goes with what was to be taken off it. */
function forget(id) {
  outbox.drop(id);
  for (const change of outbox.changes.filter((one) => one.op === "discount" && one.lineId === id)) outbox.drop(change.id);
}

/** The lines as they will be: the server's, then what waits. */
function lines() {
  const voided = new Map();
  for (const change of outbox.changes) {
    if (change.op === "void") voided.set(change.lineId, (voided.get(change.lineId) ?? 0) + change.quantity);
  }
  const saved = check.lines.map((line) => {
    const left = line.quantity - line.voidedQuantity - (voided.get(line.id) ?? 0);
    return { ...line, left, amount: left * line.unitPrice, isWaiting: voided.has(line.id), isSaved: true };
  });
  const known = new Set(saved.map((line) => line.id));
  const waiting = outbox.changes.filter((change) => change.op === "add" && !known.has(change.id)).map((change) => {
    const item = items.get(change.menuItemId);
    const left = change.quantity - (voided.get(change.id) ?? 0);
    return { id: change.id, menuItemId: change.menuItemId, name: item?.name ?? "", quantity: change.quantity, left, unitPrice: item?.price ?? 0, amount: left * (item?.price ?? 0), note: change.note, seat: change.seat, isWaiting: true };
  });
  return [...saved, ...waiting];
}

function draw() {
  const all = lines();
  if (!all.some((line) => line.id === selected)) selected = null;
  if (several) several = new Set(all.filter((line) => several.has(line.id) && line.left > 0).map((line) => line.id));
  const { total, onCheck } = reckon(all, standing(check, outbox.changes));
  renderLines(list, all, refusals, several ?? new Set([selected]), page.words);
  drawCheckDiscount(onCheck);
  const totalField = document.getElementById("total");
  totalField.textContent = formatMoney(total);
  totalField.dataset.amount = total;
  totalField.classList.toggle("provisional", !outbox.isEmpty);
  document.getElementById("pay-amount").textContent = formatMoney(outbox.isEmpty ? check.remaining : total - check.settled - check.pending);
  drawTaxes();
  drawOutbox();
  drawActions(all.find((line) => line.id === selected));
  // The bar of actions takes room from the list.
  list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  // What is given away as a whole is closed, and not paid.
  const isFree = total === 0 && all.some((line) => line.left > 0);
  const pay = document.getElementById("pay");
  pay.setAttribute("aria-disabled", String(!outbox.isEmpty || (total <= 0 && !isFree)));
  document.getElementById("pay-words").textContent = isFree ? page.words.closeCheck : page.words.pay;
  document.getElementById("room")?.setAttribute("aria-disabled", String(!outbox.isEmpty || total <= 0));
  document.getElementById("count").textContent = all.reduce((sum, line) => sum + line.left, 0);
}

function drawCheckDiscount(discount) {
  const name = document.getElementById("discount-name");
  const amount = document.getElementById("discount-off");
  name.hidden = amount.hidden = !discount;
  name.textContent = discount ? nameOf(discount) : "";
  amount.textContent = discount ? formatMoney(discount.off, false) : "";
}

function drawTaxes() {
  const field = document.getElementById("taxes");
  field.hidden = check.taxes.length === 0 || !outbox.isEmpty;
  field.previousElementSibling.hidden = field.hidden;
  const rate = (points) => formatMoney(points, false).replace(/[.,]0+$/, "").replace(/([.,]\d)0$/, "$1");
  field.previousElementSibling.textContent = fill(page.words.includingTax, { rates: check.taxes.map((tax) => rate(tax.rate) + page.words.percent).join(" / ") });
  field.textContent = check.taxes.map((tax) => formatMoney(tax.tax, false)).join(" / ");
}

function drawOutbox() {
  const chip = document.getElementById("outbox");
  const count = outbox.changes.length;
  chip.hidden = count === 0;
  chip.dataset.waiting = count;
  chip.classList.toggle("no", outbox.isOffline);
  chip.querySelector("span").textContent = fill(outbox.isOffline ? page.words.waitingOffline : page.words.waiting, { count });
}

function drawActions(line) {
  const bar = document.getElementById("line-actions");
  bar.hidden = several !== null || !line || line.left <= 0 || !page.mayChange;
  document.getElementById("several-actions").hidden = several === null;
  document.getElementById("several-count").textContent = fill(page.words.linesChosen, { count: several?.size ?? 0 });
  document.getElementById("several-discount").disabled = !several?.size;
  list.setAttribute("aria-multiselectable", String(several !== null));
}

outbox.onSaved = (saved) => (check = saved);
outbox.onChange = () => {
  draw();
  if (outbox.isEmpty && leaving) location.assign(leaving);
};
outbox.onRefused = (change, reason) => {
  refusals.push({ id: change.id, name: items.get(change.menuItemId)?.name ?? (change.op === "void" ? page.words.voidLine : page.words.discount), reason });
  leaving = null;
};

document.getElementById("items").addEventListener("click", (event) => {
  const button = event.target.closest("[data-item]");
  if (!button || !page.mayChange) return;
  sell(items.get(button.dataset.item));
  button.classList.add("tapped");
  setTimeout(() => button.classList.remove("tapped"), tappedMs);
});

list.addEventListener("click", (event) => {
  const row = event.target.closest("[data-line]");
  if (!row) return;
  const refused = refusals.findIndex((refusal) => refusal.id === row.dataset.line);
  if (refused >= 0) refusals.splice(refused, 1);
  if (several) {
    if (!several.delete(row.dataset.line)) several.add(row.dataset.line);
  } else selected = selected === row.dataset.line ? null : row.dataset.line;
  draw();
});

function onSelected(id, act) {
  document.getElementById(id).addEventListener("click", () => {
    const line = lines().find((one) => one.id === selected);
    if (line && page.mayChange) act(line);
  });
}
function replace(line, note) {
  const id = newKey();
  outbox.put({ op: "void", id: newKey(), lineId: line.id, quantity: line.left });
  outbox.put({ op: "add", id, menuItemId: line.menuItemId, quantity: line.left, note, ...(line.seat ? { seat: line.seat } : {}) });
  // A line that comes anew keeps what was taken off it.
  for (const { presetId, rate, value, reason } of line.discounts) {
    outbox.put({ op: "discount", id: newKey(), lineId: id, ...(presetId ? { presetId } : rate ? { rate } : { value }), ...(reason ? { reason } : {}) });
  }
  selected = id;
}
onSelected("line-plus", (line) => {
  if (line.isWaiting && outbox.isOpen(line.id)) outbox.update(line.id, (change) => (change.quantity = Math.min(999, change.quantity + 1)));
  else outbox.put({ op: "add", id: newKey(), menuItemId: line.menuItemId, quantity: 1, ...(line.seat ? { seat: line.seat } : {}) });
  outbox.schedule(gatherMs);
  draw();
});
onSelected("line-minus", (line) => takeBack(line, 1));
onSelected("line-void", (line) => takeBack(line, line.left));
onSelected("line-note", (line) => {
  // A line that the server has is never edited: it is taken back, and comes anew with its note.
  const isHere = line.isWaiting && outbox.isOpen(line.id);
  const dialog = document.getElementById("note-dialog");
  const field = document.getElementById("note");
  field.value = line.note ?? "";
  // While the note is written the line stays here: it cannot be edited any more once it is sent.
  outbox.schedule(60000);
  dialog.showModal();
  dialog.addEventListener("close", () => {
    const note = field.value.trim() || undefined;
    if (dialog.returnValue === "save" && note !== (line.note || undefined)) {
      if (isHere) outbox.update(line.id, (change) => (change.note = note));
      else replace(line, note);
    }
    outbox.schedule(0);
    draw();
  }, { once: true });
});

/** Everything on the check as it will be, with its discounts. */
function reckoned() {
  const all = lines();
  return { all, ...reckon(all, standing(check, outbox.changes)) };
}
const openDiscounts = connectDiscounts({
  onCheck: () => reckoned().onCheck,
  put: (change) => outbox.put(change),
  sendAll: () => outbox.sendAll(),
  took: (fresh) => (check = fresh),
  remove: (discount) => {
    if (discount.isWaiting && outbox.isOpen(discount.id)) outbox.drop(discount.id);
    else outbox.put({ op: "removeDiscount", id: newKey(), discountId: discount.id });
  },
  done: () => {
    several = null;
    outbox.schedule(gatherMs);
    draw();
  },
});
/** On the chosen lines, or the selected one, or the whole check. */
function discount() {
  if (!page.mayChange || document.getElementById("check-discount") === null) return;
  const chosen = reckoned().all.filter((line) => line.left > 0 && (several ? several.has(line.id) : line.id === selected));
  if (several === null || chosen.length) openDiscounts(chosen);
}
document.getElementById("line-discount")?.addEventListener("click", discount);
document.getElementById("several-discount").addEventListener("click", discount);
document.getElementById("check-discount")?.addEventListener("click", () => page.mayChange && openDiscounts([]));
document.getElementById("line-several")?.addEventListener("click", () => {
  several = new Set(selected ? [selected] : []);
  selected = null;
  draw();
});
document.getElementById("several-done").addEventListener("click", () => {
  several = null;
  draw();
});

/** Leaves for the next screen once everything is sent. */
function leave(path) {
  const total = Number(document.getElementById("total").dataset.amount);
  if (total < 0 || (total === 0 && !(path.endsWith("/pay") && lines().some((line) => line.left > 0)))) return;
  if (outbox.isEmpty) return location.assign(path);
  leaving = path;
  outbox.send();
}
for (const id of ["pay", "room"]) {
  document.getElementById(id)?.addEventListener("click", (event) => leave(event.currentTarget.dataset.path));
}

document.getElementById("check-toggle").addEventListener("click", (event) => {
  const isOpen = document.getElementById("check").classList.toggle("unfolded");
  event.currentTarget.setAttribute("aria-expanded", String(isOpen));
});

const search = openMenu((id) => page.mayChange && sell(items.get(id)));

listenForEntry({
  sell: (code, quantity) => {
    const item = byCode.get(code);
    if (item && page.mayChange) sell(item, quantity);
    return item !== undefined;
  },
  look: (code) => byCode.get(code)?.name,
  search,
  leave: (id) => document.getElementById(id)?.click(),
  unselect: () => {
    const had = selected !== null || several !== null;
    selected = several = null;
    draw();
    return had;
  },
  takeBack: () => several === null && document.getElementById("line-minus").click(),
  discount,
  isBlocked: (event) => isTyping(event) || openDialogs(),
});

const coversForm = document.querySelector("#covers-dialog form");
coversForm?.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-covers]");
  if (!button) return;
  event.preventDefault();
  const body = JSON.stringify({ covers: Number(button.dataset.covers) });
  const answer = await ask(`/api/v1/checks/${page.check.id}/covers`, { method: "PUT", headers: { "Content-Type": "application/json" }, body }).catch(() => null);
  if (answer?.ok) document.querySelector("#covers span").textContent = button.dataset.covers;
  coversForm.closest("dialog").close();
});

document.querySelector("#seat-dialog form")?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-seat]");
  if (!button) return;
  event.preventDefault();
  seat = Number(button.dataset.seat) || null;
  const chip = document.getElementById("seat");
  chip.dataset.seat = seat ?? "";
  chip.querySelector("span").textContent = seat ? fill(page.words.seatNumber, { number: seat }) : `${page.words.seat} —`;
  button.closest("dialog").close();
});

// Another till may have the same check open.
let looking = 0;
async function lookAgain() {
  if (!outbox.isEmpty) return;
  const answer = await ask(`/api/v1/checks/${page.check.id}`, { headers: { "X-Live": "1" } }).catch(() => null);
  if (!answer?.ok || !outbox.isEmpty) return;
  const fresh = await answer.json();
  if (fresh.state === "closed") return location.assign(`/checks/${fresh.id}/receipt`);
  check = fresh;
  draw();
}
document.addEventListener("ardoise:floor", () => {
  clearTimeout(looking);
  looking = setTimeout(lookAgain, gatherMs);
});

addEventListener("pagehide", () => outbox.sendOnLeaving());
addEventListener("online", () => outbox.send());
draw();
outbox.send();
