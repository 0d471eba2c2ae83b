// The print queue looks again by itself, as long as nobody is about to tap.
import "./live.js";
import { ask } from "./common.js";

const everyMs = 3000;

async function look() {
  if (document.hidden || document.querySelector("form[data-sent]")) return;
  const answer = await ask(location.pathname, { headers: { "X-Live": "1" } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("prints");
  const shown = document.getElementById("prints");
  if (fresh && fresh.textContent !== shown.textContent) shown.replaceWith(fresh);
}

setInterval(look, everyMs);
