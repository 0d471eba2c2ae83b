// The menu beside the check: its pages, and the search over all of them.

const tiles = [...document.querySelectorAll("[data-item]")];
const tabs = [...document.querySelectorAll("[data-category]")];
const search = document.getElementById("search");
const noHit = document.getElementById("no-hit");

/** Shows the first page; `sell` takes the article that Enter chooses. Gives the search field. */
export function openMenu(sell) {
  search.addEventListener("input", find);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      const first = tiles.find((tile) => !tile.hidden);
      if (first && search.value.trim()) sell(first.dataset.item);
      search.select();
    } else if (event.key === "Escape") {
      event.preventDefault();
      show(tabs[0]?.dataset.category);
      search.blur();
    }
  });
  for (const tab of tabs) tab.addEventListener("click", () => show(tab.dataset.category));
  show(tabs[0]?.dataset.category);
  return search;
}

function show(category) {
  search.value = "";
  noHit.hidden = true;
  for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.category === category));
  for (const tile of tiles) tile.hidden = tile.dataset.of !== category;
}

function find() {
  const wanted = plain(search.value.trim());
  if (!wanted) return show(tabs[0]?.dataset.category);
  for (const tab of tabs) tab.setAttribute("aria-pressed", "false");
  for (const tile of tiles) tile.hidden = !(plain(tile.dataset.name).includes(wanted) || tile.dataset.plu === wanted);
  noHit.hidden = tiles.some((tile) => !tile.hidden);
}

/** Without accents, so that `creme` finds `Crème`. */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/gi, "oe").toLowerCase();
}
