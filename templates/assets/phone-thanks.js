// The receipt, behind a tap: taken out of the storage as soon as the page is there, shown from memory, then gone. The page
// looks the same to who has not answered. Inlined behind phone-store.js.
(function () {
const part = name => document.getElementById(name);
let tag = null;
try {
  tag = sessionStorage.getItem(OURS + "receipt");
  sessionStorage.removeItem(OURS + "receipt");
} catch (e) {}
part("another").hidden = !kiosk;
part("receipt").onclick = () => {
  part("receipt").hidden = true;
  if (!tag) {
    part("none").hidden = false;
    return;
  }
  fetch(words.list, {credentials: "omit"}).then(r => r.text()).then(text => {
    const list = text.trim().split("\n");
    const bits = bytes(tag).slice(0, 5).reduce((all, b) => all + (256 + b).toString(2).slice(1), "");
    part("words").textContent = [0, 10, 20, 30].map(at => list[parseInt(bits.slice(at, at + 10), 2)]).join(words.gap);
    part("digits").textContent = tag.slice(0, 10);
    part("yours").hidden = false;
  }).catch(() => { part("receipt").hidden = false; });
};
})();
