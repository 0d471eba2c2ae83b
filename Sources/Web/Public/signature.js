// The signature pad: finger, pen or mouse; strokes as whole numbers on a pad of 1200 by 500, whatever the screen.
const width = 1200;
const height = 500;
const pointsMax = 6000;
const pointsMin = 8;
const stepMin = 3;

const dialog = document.getElementById("signature");
const pad = document.getElementById("signature-pad");
const confirmButton = document.getElementById("signature-confirm");
let strokes = [];
let lines = [];
let drawing = null;
let answer = null;

function count() {
  return strokes.reduce((sum, stroke) => sum + stroke.length, 0);
}

/** Where the pointer is on the pad. The page may stand on its head for the guest across the counter. */
function place(event) {
  const matrix = pad.getScreenCTM();
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  const within = (value, most) => Math.min(most, Math.max(0, Math.round(value)));
  return [within(point.x, width), within(point.y, height)];
}

function add(point) {
  const stroke = strokes.at(-1);
  const last = stroke.at(-1);
  if (last && Math.abs(last[0] - point[0]) + Math.abs(last[1] - point[1]) < stepMin) return;
  if (count() >= pointsMax) return;
  stroke.push(point);
  lines.at(-1).setAttribute("points", stroke.map((one) => one.join(",")).join(" "));
}

pad?.addEventListener("pointerdown", (event) => {
  if (drawing !== null || event.button > 0) return;
  event.preventDefault();
  drawing = event.pointerId;
  pad.setPointerCapture(event.pointerId);
  strokes.push([]);
  lines.push(pad.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "polyline")));
  add(place(event));
});
pad?.addEventListener("pointermove", (event) => {
  if (event.pointerId !== drawing) return;
  for (const one of event.getCoalescedEvents?.().length ? event.getCoalescedEvents() : [event]) add(place(one));
});
for (const end of ["pointerup", "pointercancel"]) {
  pad?.addEventListener(end, (event) => {
    if (event.pointerId !== drawing) return;
    drawing = null;
    confirmButton.disabled = count() < pointsMin;
  });
}

function clear() {
  for (const line of lines) line.remove();
  [strokes, lines, drawing] = [[], [], null];
  confirmButton.disabled = true;
}

function finish(text) {
  dialog.close();
  answer?.(text);
  answer = null;
}

document.getElementById("signature-clear")?.addEventListener("click", clear);
document.getElementById("signature-turn")?.addEventListener("click", () => dialog.classList.toggle("turned"));
document.getElementById("signature-cancel")?.addEventListener("click", () => finish(null));
dialog?.addEventListener("cancel", (event) => {
  event.preventDefault();
  finish(null);
});
confirmButton?.addEventListener("click", () => {
  finish([`${width},${height}`, ...strokes.map((stroke) => stroke.map((point) => point.join(",")).join(" "))].join(";"));
});

/** Asks the guest to sign under `text`; null when nobody did. */
export function askToSign(text) {
  clear();
  dialog.classList.remove("turned");
  document.getElementById("signature-text").textContent = text;
  dialog.showModal();
  return new Promise((resolve) => {
    answer = resolve;
  });
}
