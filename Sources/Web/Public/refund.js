// The refund page: what goes back, and the sum of it. The server decides; this only helps to choose.
import "./live.js";
import { connectSteppers } from "./steppers.js";

const form = document.getElementById("refund-form");
if (form) {
  const steppers = connectSteppers(document.getElementById("articles"), document.getElementById("chosen"), (sum, lines) => {
    form.elements.lines.value = lines;
    document.getElementById("refund").disabled = lines === "";
  });
  document.getElementById("all-articles").addEventListener("click", () => steppers.all());
}
