// While cards are made and downloaded, the page asks how far they are, and shows the batches when all are made.
(() => {
  const form = document.querySelector("[data-cards]");
  const said = document.querySelector("[data-cards-progress]");
  if (!form || !said) return;
  const show = (made, wanted) => {
    said.hidden = false;
    said.textContent = said.dataset.words.replace("{0}", made).replace("{1}", wanted);
  };
  form.addEventListener("submit", () => {
    // Disabled only after the form is on its way.
    setTimeout(() => { form.querySelector("button").disabled = true; }, 0);
    let last = -1, still = 0;
    const timer = setInterval(async () => {
      const answer = await fetch(form.dataset.cards, { headers: { Accept: "application/json" } }).catch(() => null);
      if (!answer || !answer.ok) return;
      const { made, wanted } = await answer.json();
      show(made, wanted);
      still = made === last ? still + 1 : 0;
      last = made;
      // All are made, or nothing moves any more: what there is now is on the page.
      if ((made >= wanted && still > 1) || still > 60) {
        clearInterval(timer);
        // Not by loading the page anew: that would cancel a download whose first byte has not come yet.
        const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
        document.querySelector("main").replaceWith(page.querySelector("main"));
      }
    }, 2000);
  });
})();
