// Discounts on the order screen: on a line, on several, on the whole check. They wait in the outbox like every other tap.
import { ask, fill, formatMoney, newKey, page, parseMoney } from "./common.js";

const sharesMax = 10000;
const answerMsMax = 15000;

/** What a discount takes off a price, as the server reckons it: never more than the price. */
function off(discount, price) {
  const size = Math.max(price, 0);
  return -(discount.rate ? Math.round((size * discount.rate) / sharesMax) : Math.min(discount.value, size));
}

/** `Personnel 20 %`; an amount needs no more than its name. */
export function nameOf(discount) {
  if (!discount.rate || discount.name.includes("%")) return discount.name;
  return `${discount.name} ${formatMoney(discount.rate, false).replace(/[.,]0+$/, "").replace(/([.,]\d)0$/, "$1")}${page.words.percent}`;
}

/** The discounts as they will be: the server's, then what waits. */
export function standing(check, changes) {
  const removed = new Set(changes.filter((change) => change.op === "removeDiscount").map((change) => change.discountId));
  const saved = new Set(check.discounts.map((discount) => discount.id));
  const waiting = changes.filter((change) => change.op === "discount" && !saved.has(change.id)).map((change) => {
    const preset = page.discounts.find((one) => one.id === change.presetId);
    return { name: page.words.discount, ...preset, ...change, isWaiting: true };
  });
  return [...check.discounts, ...waiting].filter((discount) => !removed.has(discount.id));
}

/** Puts what discounts take off into each line (`discounts`, `net`); gives the sums of the check. */
export function reckon(lines, discounts) {
  for (const line of lines) {
    line.net = line.amount;
    line.discounts = discounts.filter((discount) => discount.lineId === line.id).map((discount) => {
      const amount = off(discount, line.net);
      line.net += amount;
      return { ...discount, off: amount };
    });
  }
  const before = lines.reduce((sum, line) => sum + line.net, 0);
  const whole = discounts.find((discount) => !discount.lineId);
  const onCheck = whole ? { ...whole, off: off(whole, before) } : null;
  return { total: before + (onCheck?.off ?? 0), onCheck };
}

function button(text, act, name) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = text;
  element.addEventListener("click", act);
  if (name) element.setAttribute("aria-label", name);
  return element;
}

/** The dialog that gives and removes discounts. `till` says what is on the check, and takes the changes; `sendAll` says whether the server has them all. */
export function connectDiscounts(till) {
  const dialog = document.getElementById("discount-dialog");
  const form = document.getElementById("discount-form");
  const approval = document.getElementById("discount-approval");
  const problem = document.getElementById("discount-problem");
  let lines = [];
  // The discounts that wait for a manager's PIN, each with its id: asking again gives nothing twice.
  let asked = [];

  const places = () => (lines.length ? lines.map((line) => ({ lineId: line.id })) : [{}]);
  const tell = (text) => {
    problem.textContent = text;
    problem.hidden = text === "";
  };
  const give = (terms) => {
    for (const place of places()) till.put({ op: "discount", id: newKey(), ...place, ...terms });
    dialog.close();
    till.done();
  };
  const remove = (discount) => {
    till.remove(discount);
    dialog.close();
    till.done();
  };

  /** Shows where a manager types a PIN for one of the discounts kept for managers. */
  const askManager = (preset, name) => {
    asked = places().map((place) => ({ id: newKey(), ...place, presetId: preset.id }));
    document.getElementById("discount-asked").textContent = name;
    document.getElementById("discount-presets").hidden = true;
    approval.hidden = false;
    tell("");
    approval.elements.pin.focus();
  };
  // The PIN goes with the discounts, and is kept nowhere.
  const approve = async (pin) => {
    if (!(await till.sendAll())) return tell(page.words.notNow);
    const body = JSON.stringify({ pin, discounts: asked });
    const path = `/api/v1/checks/${page.check.id}/discount-approvals`;
    const answer = await ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body, signal: AbortSignal.timeout(answerMsMax) }).catch(() => null);
    if (!answer || answer.status >= 500) return tell(page.words.notNow);
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      tell(told.detail ?? told.title ?? page.words.notNow);
      approval.elements.pin.value = "";
      return approval.elements.pin.focus();
    }
    till.took(told);
    dialog.close();
    till.done();
  };

  const given = () => {
    const present = lines.length ? lines.flatMap((line) => line.discounts.map((discount) => [discount, line.name])) : [[till.onCheck(), ""]];
    return present.filter(([discount]) => discount).map(([discount, line]) => {
      const row = document.createElement("li");
      const name = document.createElement("span");
      name.textContent = `${nameOf(discount)} ${formatMoney(discount.off)}${lines.length > 1 ? ` · ${line}` : ""}`;
      const take = button(page.words.discountRemove, () => remove(discount), `${page.words.discountRemove} · ${nameOf(discount)} ${line}`);
      take.className = "danger";
      take.dataset.remove = discount.id;
      row.append(name, take);
      return row;
    });
  };

  const draw = () => {
    const title = lines.length > 1 ? fill(page.words.discountOnLines, { count: lines.length }) : lines[0]?.name ?? page.words.discountOnCheck;
    document.getElementById("discount-title").textContent = lines.length ? `${page.words.discounts} · ${title}` : title;
    const rows = given();
    const list = document.getElementById("discounts-given");
    list.replaceChildren(...rows);
    list.hidden = rows.length === 0;
    const isFull = lines.length ? lines.some((line) => line.discounts.length) : rows.length > 0;
    const presets = page.discounts.filter((preset) => (lines.length ? preset.onLines : preset.onCheck)).map((preset) => {
      const name = preset.rate ? nameOf(preset) : `${preset.name} ${formatMoney(-preset.value)}`;
      const choice = button(name, () => (preset.needsPin ? askManager(preset, name) : give({ presetId: preset.id })));
      choice.dataset.preset = preset.id;
      if (preset.needsPin) {
        const note = document.createElement("small");
        note.textContent = page.words.managerOnly;
        choice.append(document.createElement("br"), note);
      }
      return choice;
    });
    const choices = document.getElementById("discount-presets");
    choices.replaceChildren(...(isFull ? [] : presets));
    choices.hidden = false;
    approval.hidden = true;
    approval.reset();
    if (form) form.hidden = isFull;
    document.getElementById("discount-none").hidden = isFull || presets.length > 0 || Boolean(form);
    tell("");
  };

  document.getElementById("discount-ask-no").addEventListener("click", () => draw());
  approval.addEventListener("submit", async (event) => {
    event.preventDefault();
    const go = document.getElementById("discount-approve");
    if (go.disabled) return;
    go.disabled = true;
    await approve(approval.elements.pin.value.trim()).finally(() => (go.disabled = false));
  });

  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const { kind, value, reason } = form.elements;
    const amount = parseMoney(value.value);
    const isShare = kind.value === "rate";
    // Hundredths of a percent are typed like money in cents.
    const typed = isShare && amount !== null ? Math.round(amount * 100 / 10 ** page.money.digits) : amount;
    if (!typed || (isShare && typed > sharesMax)) {
      tell(page.words.discountUnreadable);
      return value.focus();
    }
    give({ [isShare ? "rate" : "value"]: typed, reason: reason.value.trim() });
  });

  /** Opens for these lines; for the whole check when there are none. */
  return (chosen) => {
    lines = chosen;
    form?.reset();
    draw();
    dialog.showModal();
  };
}
