// The PIN pad. Digits and Enter work wherever the focus is.
import { connectPad } from "./pad.js";
import { isTyping } from "./common.js";

const pin = document.getElementById("pin");
const form = document.getElementById("pin-form");
connectPad(form, pin);
document.addEventListener("keydown", (event) => {
  if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^\d$/.test(event.key)) pin.value += event.key;
  else if (event.key === "Backspace") pin.value = pin.value.slice(0, -1);
  else if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) form.requestSubmit();
});
