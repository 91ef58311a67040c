// A record into the dossier, or out of it, without leaving the page.

export function pick() {
  const form = document.getElementById("pick");
  form?.addEventListener("submit", async (event) => {
    const button = event.submitter;
    if (!button?.matches("[data-pick]")) return;
    event.preventDefault();
    const answer = await fetch(form.action, {
      method: "POST",
      body: new FormData(form, button),
      headers: { accept: "application/json" },
    }).catch(() => null);
    if (!answer?.ok || !answer.headers.get("content-type")?.startsWith("application/json")) {
      location.reload();
      return;
    }
    const { picked, says } = await answer.json();
    button.name = picked ? "drop" : "add";
    button.setAttribute("aria-pressed", String(picked));
    button.textContent = says;
  });
}
