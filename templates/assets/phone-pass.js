// Who may answer: what was scanned or typed becomes a credential when the worker taps Start, never before, because
// previewers open pages too. The work itself (admit.js and its arithmetic) is fetched on that tap. In one function with
// phone-store.js before and phone.js behind.
let card = null;
let print = "";
let granted = null;

// The part behind # never reaches a server; it leaves the address bar at once. Cards: secret, fingerprint of the
// manifest, stratum. Posters: the fingerprint.
function scanned() {
  const [first, second, third] = location.hash.slice(1).split(".");
  if (third) card = {secret: first, print: second, stratum: third};
  else if (/^[0-9a-f]{16,64}$/.test(second || first)) print = second || first;
  if (card || print) history.replaceState(history.state, "", location.pathname + location.search);
}
function load(address) {
  return new Promise((go, fail) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = go;
    script.onerror = fail;
    document.head.appendChild(script);
  });
}
function tell(what) {
  by("told").textContent = what;
  by("told").hidden = !what;
}
function mark() {
  if (!by("code")) return;
  by("code").hidden = !!(card || granted);
  by("seen").hidden = !card;
}
function grant(pass) {
  granted = pass;
  for (const name in pass) held[name].value = pass[name];
  if (kiosk) window.onbeforeunload = event => { event.preventDefault(); event.returnValue = ""; };
}
const ready = () => !words.issuer || !!granted;
async function admitted() {
  await Promise.all([words.admit, typeof BigInt === "function" ? words.small : words.large].filter(a => a).map(load));
  const pass = await admission.admit({words, kept, keep, card, granted, print, typed: by("typed") && by("typed").value, clear});
  card = null;
  if (pass) grant(pass);
  tell("");
  mark();
}
// True where the questions may follow at once; else they follow the credential. A poster's manifest is checked while the
// worker answers.
function start() {
  if (ready() && !card) {
    if (print && subtle) {
      admitted().catch(problem => {
        if (problem.word !== "differs") return;
        show("intro", false);
        tell(words.differs);
        by("nav").hidden = true;
      });
    }
    return true;
  }
  next.disabled = true;
  tell(words.fetching);
  admitted().then(() => show(follow(), true), problem => {
    tell(problem.title ? problem.title + " " + problem.detail : words[problem.word] || words.offline);
  }).then(() => { next.disabled = false; });
}
// Reads the address and what was kept.
async function restore() {
  scanned();
  if (!words.issuer) return;
  if (card) keep("card", card, true);
  else card = await kept("card");
  const pass = held.key.value ? granted : await kept("credential");
  if (pass) grant(pass);
  if (held.key.value) granted = granted || {};
  mark();
}
