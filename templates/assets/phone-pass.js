// Who may answer: what was scanned or typed becomes a credential when the worker taps Start, never before, because
// previewers open pages too. The heavy part (admit.js and its arithmetic) is fetched on that tap. Inlined between
// phone-store.js and phone.js.
const pass = (function () {
const field = name => document.getElementById("f").elements[name];
const NAMES = ["key", "message", "signature"];
const ticketed = !!words.issuer;
let card = null;
let print = "";
let granted = null;

// The part behind # never reaches a server; it leaves the address bar at once. Cards: secret, fingerprint of the
// manifest, stratum. Posters: the fingerprint.
function scanned() {
  const hash = location.hash.slice(1);
  const own = /^([0-9A-Z]{16})\.([0-9a-f]{20})\.(\d{2,3})$/i.exec(hash);
  const wall = /^\.?([0-9a-f]{16,20})$/.exec(hash);
  if (own) card = {secret: own[1], print: own[2], stratum: own[3]};
  if (wall) print = wall[1];
  if (hash) history.replaceState(history.state, "", location.pathname + location.search);
}
// As somebody may have typed the groups of a card: 16 characters, then the digits of the stratum.
function typed() {
  const read = document.getElementById("typed").value.normalize("NFKC").toUpperCase().replace(/[^0-9A-Z]/g, "")
    .replace(/O/g, "0").replace(/[IL]/g, "1");
  const parts = /^([0-9A-HJKMNP-TV-Z]{16})(\d{2,3})$/.exec(read);
  return parts && {secret: parts[1], print: "", stratum: parts[2]};
}
function load(address) {
  return new Promise((go, fail) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = go;
    script.onerror = () => fail({word: "offline"});
    document.head.appendChild(script);
  });
}
function tell(what) {
  const told = document.getElementById("told");
  told.textContent = what;
  told.hidden = !what;
}
const explain = problem => problem.title ? problem.title + " " + problem.detail : words[problem.word] || words.offline;

function paint() {
  document.getElementById("code").hidden = !!(card || granted);
  document.getElementById("seen").hidden = !card;
}
function grant(credential) {
  granted = credential;
  NAMES.forEach(name => { field(name).value = granted[name]; });
  if (kiosk) window.onbeforeunload = event => { event.preventDefault(); event.returnValue = ""; };
}
// Somebody else's credential waits until that person scans a card that is used already.
async function park() {
  await keep("parked", ((await kept("parked")) || []).concat(granted), true);
  granted = null;
  await keep("credential", null);
}
async function unpark(problem) {
  const others = (await kept("parked")) || [];
  if (!/ticket-used$/.test(problem.type) || !others.length) throw problem;
  const found = others.pop();
  await keep("credential", found, true);
  await keep("parked", others.length ? others : null, true);
  return found;
}
async function admit(go) {
  const mine = card || typed();
  const waiting = (await kept("pending")) || [];
  if (!mine && !waiting.length) return tell(words.nocard);
  const next = document.getElementById("next");
  next.disabled = true;
  tell(words.fetching);
  try {
    await Promise.all([load(words.admit), load(typeof BigInt === "function" ? words.small : words.large)]);
    grant(await admission.credential(mine, words, kept, keep).catch(unpark));
    card = null;
    await keep("card", null);
    tell("");
    paint();
    go();
  } catch (problem) {
    tell(explain(problem));
  }
  next.disabled = false;
}
// A poster's manifest is checked while the worker answers.
async function verify(stop) {
  try {
    await load(words.admit);
    await admission.manifest(words.code, print);
  } catch (problem) {
    if (problem.word === "differs") {
      stop();
      tell(words.differs);
      document.getElementById("next").hidden = true;
    }
  }
}

return {
  // Whether this page can admit with script at all; else its form without script is what is left.
  able: () => !ticketed || !!subtle || !!field("key").value,
  fill() {
    scanned();
    const input = document.getElementById("plain");
    if (input && card) input.value = card.secret + card.stratum;
  },
  ready: () => !ticketed || !!granted,
  // Reads the address and what was kept.
  async restore() {
    scanned();
    if (!ticketed) return;
    if (card) keep("card", card, true);
    else card = await kept("card");
    if (field("key").value) grant({key: field("key").value, message: field("message").value, signature: field("signature").value});
    else if (await kept("credential")) grant(await kept("credential"));
    paint();
  },
  // On the tap: true where the questions may follow at once; otherwise they do as soon as there is a credential.
  start(go, stop, clear) {
    if (!ticketed) {
      if (print && subtle) verify(stop);
      return true;
    }
    if (granted && (!card || confirm(words.mine))) {
      card = null;
      keep("card", null);
      return true;
    }
    (granted ? park().then(clear) : Promise.resolve()).then(() => admit(go));
    return false;
  },
};
})();
