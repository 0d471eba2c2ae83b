// The receipt on screen: printing is the browser's.
import "./live.js";

document.getElementById("print").addEventListener("click", () => print());

// A provisional bill turns into a receipt when the hotel has confirmed: the page is then called so too.
const paper = document.getElementById("receipt").dataset.paper;
document.addEventListener("ardoise:refreshed", () => {
  if (document.getElementById("receipt").dataset.paper !== paper) location.reload();
});
