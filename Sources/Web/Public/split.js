// Choosing articles to be paid by themselves: the sum is the server's to check.
import "./live.js";
import { connectSteppers } from "./steppers.js";

const articles = document.getElementById("articles");
if (articles) {
  const links = [...document.querySelectorAll("#pay-lines, #room-lines")];
  connectSteppers(articles, document.getElementById("chosen"), (sum, lines) => {
    for (const link of links) {
      link.setAttribute("aria-disabled", String(sum === 0));
      if (sum > 0) link.href = `${link.dataset.path}?amount=${sum}&lines=${lines}`;
      else link.removeAttribute("href");
    }
  });
}
