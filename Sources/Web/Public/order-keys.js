// The order screen from the keyboard: 12 Enter sells PLU 12, 3*12 Enter three of it, letters search.

/** Listens for typed numbers; `till` says what can be done. */
export function listenForEntry(till) {
  const entry = document.getElementById("entry");
  let typed = "";

  const show = () => {
    entry.hidden = typed === "";
    entry.querySelector("b").textContent = typed.replace("*", " × ");
    const { code } = read(typed);
    entry.querySelector("small").textContent = code ? till.look(code) ?? "?" : "";
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "F2" || event.key === "F4") {
      event.preventDefault();
      till.leave(event.key === "F2" ? "pay" : "room");
      return;
    }
    if (till.isBlocked(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^\d$/.test(event.key) && typed.length < 9) typed += event.key;
    else if ((event.key === "*" || event.key === "x" || event.key === "×") && /^\d+$/.test(typed)) typed += "*";
    else if (event.key === "Backspace" && typed) typed = typed.slice(0, -1);
    else if (event.key === "Escape" && (typed || till.unselect())) {
      typed = "";
      event.preventDefault();
    } else if (event.key === "Enter" && typed) {
      event.preventDefault();
      const { code, quantity } = read(typed);
      if (till.sell(code, quantity)) typed = "";
    } else if ((event.key === "Enter" || event.key === " ") && event.target.dataset?.line) {
      event.preventDefault();
      event.target.click();
    } else if (event.key === "-" && !typed) till.takeBack();
    else if (event.key === "%" && !typed) {
      event.preventDefault();
      till.discount();
    }
    else if (event.key === "/" || (/^\p{L}$/u.test(event.key) && !typed)) {
      event.preventDefault();
      till.search.focus();
      if (event.key !== "/") {
        till.search.value = event.key;
        till.search.dispatchEvent(new Event("input"));
      }
      return;
    } else return;
    show();
    // Before the page's own keys: what Escape takes back here must not also leave the page.
  }, true);
}

function read(typed) {
  const [first, second] = typed.split("*");
  const quantity = second === undefined ? 1 : Math.min(Math.max(Number(first), 1), 999);
  return { code: Number(second ?? first), quantity };
}
