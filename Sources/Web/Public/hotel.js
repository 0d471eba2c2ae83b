// The Hotel page: the two answers about a doubt in a dialog with ready reasons, rows that open, ages that count on.
import "./postings.js";
import { fill, page } from "./common.js";

const words = page.words;

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-settle]");
  if (!button) return;
  const dialog = document.getElementById(`settle-${button.dataset.settle}`);
  dialog.querySelector(".what b").textContent = button.dataset.what;
  for (const form of dialog.querySelectorAll("form")) form.action = `/hotel/doubts/${button.dataset.posting}/settlement`;
  dialog.showModal();
});

/** The same steps as the server's `TimeText.age`. */
function ageText(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const pair = (number) => String(number).padStart(2, "0");
  const [minutes, hours] = [Math.floor(seconds / 60), Math.floor(seconds / 3600)];
  if (seconds < 60) return fill(words.seconds, { seconds });
  if (seconds < 600) return fill(words.minutesSeconds, { minutes, seconds: pair(seconds % 60) });
  if (seconds < 3600) return fill(words.minutes, { minutes });
  if (seconds < 86400) return fill(words.hours, { hours, minutes: pair(minutes % 60) });
  return fill(words.days, { days: Math.floor(hours / 24), hours: hours % 24 });
}

let renderedAt = performance.now();
document.addEventListener("ardoise:refreshed", () => (renderedAt = performance.now()));
setInterval(() => {
  for (const age of document.querySelectorAll("[data-age]")) {
    age.textContent = ageText(Number(age.dataset.age) + performance.now() - renderedAt);
  }
}, 1000);
