// The page of a survey that takes no answers. A cast that was never acknowledged is sent once more: it may have been
// counted. If not, that is said, and everything of ours is removed. Inlined behind phone-store.js and phone-cast.js.
kept("unsent").then(async cast => {
  const part = name => document.getElementById(name);
  if (!cast) return;
  const turn = (from, to) => {
    part(from).classList.remove("on");
    part(to).classList.add("on");
  };
  part("shut").hidden = true;
  turn("shut", "sending");
  const answer = await deliver(cast, () => { part("trouble").hidden = false; });
  if (answer.counted) return thank(cast);
  await forget();
  turn("sending", "late");
});
