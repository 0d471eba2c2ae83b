// A pad of digits or letters that types into a field.

/** Connects every key of `pad` to `field`. */
export function connectPad(pad, field, changed = () => {}) {
  pad.addEventListener("click", (event) => {
    const key = event.target.closest("button");
    if (!key) return;
    if (key.dataset.digit !== undefined) field.value += key.dataset.digit;
    else if (key.dataset.letter !== undefined) field.value += key.dataset.letter;
    else if (key.dataset.pad === "erase") field.value = field.value.slice(0, -1);
    else return;
    changed();
  });
}
