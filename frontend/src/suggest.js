// Candidates while typing. Without a script the same form asks for the page anew, with the same list in it.

const WAIT = 140; // milliseconds after the last key

for (const form of document.querySelectorAll("[data-suggest]")) {
  const list = document.getElementById(form.dataset.into);
  const row = list.querySelector("template");
  const input = form.querySelector("input[type=search]");
  let waiting = 0;
  let asked = 0;

  async function look() {
    const turn = ++asked;
    const address = new URL(form.dataset.suggest, location.href);
    address.searchParams.set("q", input.value);
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok || turn !== asked) return;
    const found = (await answer.json()).map((one) => {
      const made = row.content.cloneNode(true);
      made.querySelector("button").value = one.value;
      made.querySelector("bdi").textContent = one.name;
      made.querySelector("small").textContent = one.says;
      return made;
    });
    list.replaceChildren(row, ...found);
    list.dataset.empty = String(found.length === 0);
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, WAIT);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    look();
  });
}
