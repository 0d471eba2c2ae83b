// Keeps a page up to date: the hotel says that something changed, the page fetches itself again and puts the new parts in.
const refreshPauseMs = 150;
const announcement = document.getElementById("announcement");
let timer = null, busy = false, again = false;

const keysOf = root => new Set(Array.from(root.querySelectorAll("[data-key]"), row => row.dataset.key));

function show(fresh) {
  const said = [];
  for (const section of document.querySelectorAll("[data-live]")) {
    const next = fresh.getElementById(section.id);
    if (!next || section.innerHTML === next.innerHTML) continue;
    const known = keysOf(section), focused = section.contains(document.activeElement) ? describe(document.activeElement) : null;
    section.replaceChildren(...document.adoptNode(next).childNodes);
    for (const row of section.querySelectorAll("[data-key]")) {
      if (known.has(row.dataset.key)) continue;
      row.classList.add("landed");
      if (row.dataset.say) said.push(row.dataset.say);
    }
    if (focused) section.querySelector(focused)?.focus({ preventScroll: true });
  }
  if (said.length > 0) announcement.textContent = `${announcement.dataset.prefix} ${said.slice(0, 3).join(", ")}`;
  filter();
}

// A selector that finds the same control again after its section was replaced.
function describe(element) {
  const row = element.closest("[data-key]");
  const own = element.getAttribute("href") ? `${element.localName}[href="${CSS.escape(element.getAttribute("href"))}"]` : element.localName;
  return row && element.closest("table") ? `[data-key="${CSS.escape(row.dataset.key)}"] ${element.localName}` : own;
}

async function refresh() {
  timer = null;
  if (busy) { again = true; return; }
  busy = true;
  try {
    const answer = await fetch(location.pathname, { credentials: "same-origin" });
    if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // The hotel is away; the event stream tells when it is back.
  } finally {
    busy = false;
    if (again) { again = false; changed(); }
  }
}

function changed() {
  if (timer === null) timer = setTimeout(refresh, refreshPauseMs);
}

const wanted = document.getElementById("wanted");
const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function filter() {
  if (!wanted) return;
  const text = plain(wanted.value.trim()), state = document.querySelector("input[name=show]:checked").value;
  let shown = 0;
  for (const room of document.querySelectorAll("#board > li")) {
    const fits = (state === "" || room.dataset.state === state) && plain(room.dataset.say).split(" ").some(word => word.startsWith(text));
    room.hidden = !fits;
    if (fits) shown += 1;
  }
  document.getElementById("nothing").hidden = shown > 0;
}

if (wanted) {
  const form = document.getElementById("filter");
  form.addEventListener("input", filter);
  form.addEventListener("submit", event => {
    event.preventDefault();
    document.querySelector("#board > li:not([hidden]) a")?.click();
  });
  filter();
}

const events = new EventSource("/events");
for (const name of ["changed", "booked", "lineWritten", "lineTransferred", "routed", "checkedIn", "checkedOut", "moved", "noPostChanged", "creditLimitChanged",
  "nightAuditStarted", "nightAuditFinished"]) events.addEventListener(name, changed);
events.addEventListener("open", changed);
addEventListener("pagehide", () => events.close());
