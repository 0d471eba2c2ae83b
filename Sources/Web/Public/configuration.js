// The back office: fields that only some types of payment have, and a configuration that comes as a file.
import "./live.js";
import { ask } from "./common.js";

const kind = document.querySelector("#setting select[name=kind]");

function fitToKind() {
  const isRoom = kind.value === "room";
  for (const field of document.querySelectorAll("[data-kinds]")) field.hidden = !field.dataset.kinds.split(" ").includes(kind.value);
  const code = document.querySelector("#setting input[name=code]");
  const name = document.querySelector("#setting input[name=nameFR]");
  code.readOnly = isRoom;
  if (isRoom) {
    code.value = "IKPMS";
    if (!name.value) name.value = "Opera";
  } else {
    if (code.value === "IKPMS") code.value = "";
    if (name.value === "Opera") name.value = "";
  }
}
if (kind) {
  kind.addEventListener("change", fitToKind);
  fitToKind();
}

const upload = document.getElementById("import");
upload?.addEventListener("submit", async (event) => {
  const isSentAlready = event.defaultPrevented;
  event.preventDefault();
  if (isSentAlready) return;
  const [problem, button] = [document.getElementById("import-problem"), document.getElementById("load")];
  problem.hidden = true;
  try {
    const answer = await ask("/api/v1/configuration", {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: document.getElementById("import-file").files[0],
    });
    if (answer.ok) return location.assign("/configuration/file?saved=1");
    problem.querySelector("div").textContent = (await answer.json()).detail;
  } catch {
    problem.querySelector("div").textContent = upload.dataset.offline;
  }
  problem.hidden = false;
  problem.scrollIntoView({ block: "nearest" });
  delete upload.dataset.sent;
  button.removeAttribute("aria-disabled");
});
