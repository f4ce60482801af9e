// While cards are made and downloaded, the page asks how far they are. When all are made or the download broke off, it
// shows what there is now: the batches, and which of them to void.
(() => {
  const form = document.querySelector("[data-cards]");
  const said = document.querySelector("[data-cards-progress]");
  if (!form || !said) return;
  const ask = () => fetch(form.dataset.cards, { headers: { Accept: "application/json" } })
    .then((answer) => (answer.ok ? answer.json() : null))
    .catch(() => null);
  form.addEventListener("submit", () => {
    // Disabled only after the form is on its way.
    setTimeout(() => { form.querySelector("button").disabled = true; }, 0);
    let silent = 0;
    const timer = setInterval(async () => {
      const now = await ask();
      silent = now ? 0 : silent + 1;
      if (silent > 2) said.textContent = said.dataset.silent;
      // What is told of an earlier printing is not of this one.
      if (!now || String(now.number) === form.dataset.printing) return;
      said.hidden = false;
      said.textContent = said.dataset.words.replace("{0}", now.made).replace("{1}", now.wanted);
      if (now.state === "running") return;
      clearInterval(timer);
      // Not by loading the page anew: that would cancel a download whose first byte has not come yet.
      const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
      document.querySelector("main").replaceWith(page.querySelector("main"));
    }, 1000);
  });
})();
