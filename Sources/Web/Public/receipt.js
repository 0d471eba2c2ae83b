// The receipt on screen: printing is the browser's.
import "./live.js";

document.getElementById("print").addEventListener("click", () => print());
