// Bringing articles in: files and folders dropped on the page, and the progress of a delivery.

const POLL = 700; // milliseconds

/** Every file under a dropped entry, with the folders it lies in. */
async function under(entry, folders = "") {
  if (entry.isFile) {
    const file = await new Promise((done, fail) => entry.file(done, fail));
    return [[file, folders + file.name]];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return found;
    for (const one of some) found.push(...(await under(one, `${folders}${entry.name}/`)));
  }
}

async function send(form, body) {
  form.setAttribute("aria-busy", "true");
  const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } }).catch(() => null);
  if (answer?.ok && answer.headers.get("content-type")?.startsWith("application/json")) {
    location.assign((await answer.json()).address);
  } else {
    form.removeAttribute("aria-busy");
    form.submit(); // the server says why, on a page of its own
  }
}

const form = document.querySelector("[data-drop]");
if (form) {
  const zone = form.querySelector(".drop");
  // What is chosen goes at once, as what is dropped does.
  form.addEventListener("change", () => send(form, new FormData(form)));
  for (const kind of ["dragenter", "dragover"]) {
    document.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) zone.classList.remove("over");
  });
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const files = (await Promise.all(entries.map((entry) => under(entry)))).flat();
    if (files.length === 0) return;
    const body = new FormData();
    body.set("token", form.elements.token.value);
    for (const [file, name] of files) body.append("files", file, name);
    await send(form, body);
  });
}

const box = document.querySelector("[data-delivery]");
if (box) {
  const look = async () => {
    const answer = await fetch(box.dataset.delivery).catch(() => null);
    const now = answer ? await answer.json() : { over: false };
    if (now.over) {
      location.reload();
      return;
    }
    if (now.says) {
      const bar = box.querySelector("progress");
      bar.max = now.total || 1;
      bar.value = now.done;
      box.querySelector("[data-says]").textContent = now.says;
      box.querySelector("[data-source]").textContent = now.source;
    }
    setTimeout(look, POLL);
  };
  look();
}
