// The outbox of the order screen: changes that the server has not confirmed yet. It outlives a reload and holds no guest data.
// One batch is in flight at a time; each change has an id of its own, so sending a batch again changes nothing.
import { ask } from "./common.js";

const prefix = "ardoise.outbox.";
const changesPerBatch = 50;
const retryMsMin = 500;
const retryMsMax = 8000;
const answerMsMax = 15000;
const settleMs = 50;

export class Outbox {
  #check;
  #inFlight = null;
  #timer = 0;
  #retryMs = retryMsMin;
  /** Called with the server's check after each batch. */
  onSaved = () => {};
  /** Called when what waits changed, or could not be sent. */
  onChange = () => {};
  /** Called with a change that the server refused for good, and why. */
  onRefused = () => {};
  /** True while the server cannot be reached. */
  isOffline = false;

  constructor(check) {
    this.#check = check;
    this.changes = Outbox.stored(check);
  }

  static stored(check) {
    try {
      const stored = JSON.parse(localStorage.getItem(prefix + check) ?? "[]");
      return Array.isArray(stored) ? stored : [];
    } catch {
      return [];
    }
  }

  /** Every check with something left to send. */
  static checks() {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  }

  get isEmpty() {
    return this.changes.length === 0;
  }

  /** Whether this change is still here and not on the wire, so that it may still be changed. */
  isOpen(id) {
    return this.changes.some((change) => change.id === id) && !(this.#inFlight ?? []).includes(id);
  }

  put(change) {
    this.changes.push(change);
    this.#keep();
  }

  update(id, edit) {
    const change = this.changes.find((one) => one.id === id);
    if (change) edit(change);
    this.#keep();
  }

  drop(id) {
    this.changes = this.changes.filter((change) => change.id !== id);
    this.#keep();
  }

  /** Sends after a moment, so that a row of quick taps travels together. */
  schedule(ms) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.send(), ms);
  }

  async send() {
    clearTimeout(this.#timer);
    if (this.#inFlight || this.isEmpty) return;
    await this.#sendBatch(this.changes.slice(0, changesPerBatch));
    if (!this.isEmpty) this.schedule(this.isOffline ? this.#retryMs : 0);
  }

  /** Sends everything now; true when nothing is left to send. */
  async sendAll() {
    await this.#landed();
    // A round that sends nothing is the last: the server does not answer, or wants somebody to sign in.
    for (let before = Infinity; !this.isEmpty && this.changes.length < before; ) {
      before = this.changes.length;
      await this.send();
      await this.#landed();
    }
    return this.isEmpty;
  }

  async #landed() {
    while (this.#inFlight) await new Promise((resolve) => setTimeout(resolve, settleMs));
  }

  /** Last chance when the page goes away: the browser finishes this by itself. What it cannot finish stays in the outbox. */
  sendOnLeaving() {
    if (this.isEmpty || this.#inFlight) return;
    const body = JSON.stringify({ changes: this.changes.slice(0, changesPerBatch) });
    ask(this.#path, { method: "POST", keepalive: true, headers: { "Content-Type": "application/json" }, body }).catch(() => {});
  }

  get #path() {
    return `/api/v1/checks/${this.#check}/lines`;
  }

  async #sendBatch(batch) {
    this.#inFlight = batch.map((change) => change.id);
    try {
      const answer = await this.#post(batch);
      if (answer.ok) {
        const check = await answer.json();
        this.#took(batch);
        this.onSaved(check);
      } else if (answer.status === 401) {
        location.assign("/sign-in");
      } else if (answer.status >= 500 || answer.status === 429 || answer.status === 408) {
        this.#failed();
      } else if (batch.length > 1) {
        // One of them is wrong: send them one by one to learn which.
        for (const change of batch) {
          this.#inFlight = [change.id];
          await this.#sendAlone(change);
        }
      } else {
        await this.#refused(batch[0], answer);
      }
    } catch {
      this.#failed();
    } finally {
      this.#inFlight = null;
      this.onChange();
    }
  }

  async #sendAlone(change) {
    const answer = await this.#post([change]);
    if (answer.ok) {
      const check = await answer.json();
      this.#took([change]);
      this.onSaved(check);
    } else if (answer.status >= 400 && answer.status < 500 && answer.status !== 401 && answer.status !== 429) {
      await this.#refused(change, answer);
    } else {
      throw new Error("not now");
    }
  }

  #post(batch) {
    const body = JSON.stringify({ changes: batch });
    return ask(this.#path, { method: "POST", headers: { "Content-Type": "application/json" }, body, signal: AbortSignal.timeout(answerMsMax) });
  }

  #took(batch) {
    const taken = new Set(batch.map((change) => change.id));
    this.changes = this.changes.filter((change) => !taken.has(change.id));
    this.isOffline = false;
    this.#retryMs = retryMsMin;
    this.#keep();
  }

  async #refused(change, answer) {
    const problem = await answer.json().catch(() => ({}));
    this.changes = this.changes.filter((one) => one.id !== change.id);
    this.isOffline = false;
    this.#keep();
    this.onRefused(change, problem.detail ?? problem.title ?? "");
  }

  #failed() {
    this.isOffline = true;
    this.#retryMs = Math.min(this.#retryMs * 2, retryMsMax);
  }

  #keep() {
    if (this.isEmpty) localStorage.removeItem(prefix + this.#check);
    else localStorage.setItem(prefix + this.#check, JSON.stringify(this.changes));
  }
}

/** On other pages: sends what an order screen left behind. */
export function sendLeftovers() {
  for (const check of Outbox.checks()) new Outbox(check).send();
}
