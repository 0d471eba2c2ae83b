// The list of postings: a tap anywhere in a row opens it.
import "./live.js";

document.addEventListener("click", (event) => {
  if (event.target.closest("a")) return;
  event.target.closest("tr[data-posting]")?.querySelector("a")?.click();
});
