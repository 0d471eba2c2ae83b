// Keeps what the server rendered up to date: a region marked data-live="posting link" is fetched anew when such an event comes.
// Without events (a proxy in between, too many tills) it asks every few seconds instead.
import { ask } from "./common.js";
import { sendLeftovers } from "./outbox.js";

const gatherMs = 120;
const pollMs = 5000;
const elapsedMs = 60000;
let timer = 0;
let polling = 0;
let isFetching = false;
let isStale = false;

async function refresh() {
  if (isFetching) {
    isStale = true;
    return;
  }
  isFetching = true;
  try {
    const answer = await ask(location.pathname + location.search, { headers: { "X-Live": "1" } });
    if (answer.status === 401 || answer.redirected) {
      // Never a reload: of a page that answered a form it would send the form again. And who is on his way elsewhere stays on it.
      if (!document.querySelector("form[data-sent]")) location.replace(answer.redirected ? answer.url : location.pathname + location.search);
      return;
    }
    if (answer.ok) swap(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // The next event or poll tries again.
  } finally {
    isFetching = false;
  }
  if (isStale) {
    isStale = false;
    soon();
  }
}

function swap(fresh) {
  for (const region of document.querySelectorAll("[data-live][id]")) {
    const next = fresh.getElementById(region.id);
    // What somebody is typing stays.
    const isTouched = [...region.querySelectorAll("input")].some((input) => input.value !== input.defaultValue);
    if (!next || isTouched || next.isEqualNode(region)) continue;
    const focused = region.contains(document.activeElement) ? document.activeElement.id : "";
    // What somebody has unfolded stays unfolded.
    for (const { id } of region.querySelectorAll("details[open][id]")) next.querySelector(`#${id}`)?.setAttribute("open", "");
    region.replaceWith(document.adoptNode(next));
    if (focused) document.getElementById(focused)?.focus();
  }
  document.dispatchEvent(new CustomEvent("ardoise:refreshed"));
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(refresh, gatherMs);
}

function wants(kind) {
  return document.querySelector(`[data-live~="${kind}"]`) !== null;
}

function poll() {
  polling ||= setInterval(() => document.visibilityState === "visible" && refresh(), pollMs);
}

function listen() {
  const events = new EventSource("/events");
  for (const kind of ["posting", "floor", "link", "reconciliation"]) {
    events.addEventListener(kind, () => {
      document.dispatchEvent(new CustomEvent(`ardoise:${kind}`));
      if (wants(kind)) soon();
    });
  }
  events.addEventListener("open", () => {
    clearInterval(polling);
    polling = 0;
    // Something may have happened since the page was rendered, or while the line was cut.
    soon();
  });
  events.addEventListener("error", () => {
    poll();
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, pollMs);
  });
}

if (document.querySelector("[data-live]")) {
  if ("EventSource" in window) listen();
  else poll();
  // Elapsed times grow by themselves.
  setInterval(() => document.visibilityState === "visible" && refresh(), elapsedMs);
}
if (document.body.dataset.page !== "order") sendLeftovers();
