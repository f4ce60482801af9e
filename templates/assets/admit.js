// From a card to a credential: checks the manifest against what is on paper, blinds, and asks the issuer. Loaded when the
// worker taps Start, beside credential.js or, where the engine has no BigInt, blindrsa/blindrsa.js. ES2017.
window.admission = (function () {
"use strict";
const hex = data => Array.from(new Uint8Array(data), b => ("0" + b.toString(16)).slice(-2)).join("");
const sha256 = async data => hex(await crypto.subtle.digest("SHA-256", data));

// A refusal that the page has words for.
function need(good, word) {
  if (!good) throw {word};
}
function ask(address, init) {
  const bare = {credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store"};
  return Promise.race([
    fetch(address, Object.assign(bare, init)),
    new Promise((go, fail) => setTimeout(fail, 20000)),
  ]).catch(() => { throw {word: "offline"}; });
}
async function signed(code) {
  const answer = await ask("/api/surveys/" + code + "/manifest");
  need(answer.ok, "offline");
  const data = await answer.arrayBuffer();
  return {print: await sha256(data), document: JSON.parse(new TextDecoder().decode(data))};
}
const commitment = keys =>
  sha256(new TextEncoder().encode(keys.map(key => key.stratum + " " + key.keyId + "\n").join("")));

// The manifest of a survey, where it is the one on paper: the founder's fingerprint stands there, and the founder
// commits to the keys of every survey that the card serves.
async function manifest(code, print) {
  const own = await signed(code);
  const admission = own.document.admission;
  const paper = admission && admission.founder ? await signed(admission.founder.code) : own;
  need(paper.print.startsWith(print) && own.document.code === code, "differs");
  if (admission) {
    const deck = paper.document.admission;
    need(!admission.founder || admission.founder.fingerprint === paper.print, "differs");
    need(deck && deck.deck === admission.deck, "differs");
    need(deck.commitments[admission.slot - 1] === await commitment(admission.keys), "differs");
  }
  return own.document;
}

// As somebody may have typed the groups of a card: 16 characters, then the digits of the stratum.
function typed(text) {
  const read = text.normalize("NFKC").toUpperCase().replace(/[^0-9A-Z]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  const parts = /^([0-9A-HJKMNP-TV-Z]{16})(\d{2,3})$/.exec(read);
  return parts && {secret: parts[1], print: "", stratum: parts[2]};
}

// What was blinded and not answered yet: the same is asked again, so that a lost answer burns no ticket.
async function pending(card, frozen, kept, keep) {
  const waiting = (await kept("pending")) || [];
  if (!card) return waiting[waiting.length - 1];
  const admission = frozen.admission;
  const found = admission.keys.find(key => key.stratum === card.stratum);
  need(found, "stratum");
  const ticket = await credential.ticket(card.secret, admission.deck + ":" + admission.slot);
  const before = waiting.find(one => one.ticket === ticket && one.key === found.keyId);
  if (before) return before;
  const key = await credential.key(found.publicKey);
  need(key.id === found.keyId, "differs");
  const made = await credential.blind(key, credential.prepare(frozen.code));
  made.ticket = ticket;
  made.key = key.id;
  made.print = card.print;
  await keep("pending", waiting.concat(made), true);
  return made;
}
async function sign(issuer, lang, asked) {
  const answer = await ask(issuer + "/issue?lang=" + lang, {
    method: "POST",
    headers: {"Content-Type": "application/json", Accept: "application/json"},
    body: JSON.stringify(asked),
  });
  const said = await answer.json().catch(() => ({}));
  if (said.title) throw said;
  need(said.signature, "offline");
  return said.signature;
}

// Nothing derived from the ticket is kept afterwards. card is null where a blinded message waits for its answer.
async function exchange(card, words, kept, keep) {
  const waiting = (await kept("pending")) || [];
  need(card || waiting.length, "nocard");
  const frozen = await manifest(words.code, (card || waiting[waiting.length - 1]).print);
  const blind = await pending(card, frozen, kept, keep);
  const known = frozen.admission.keys.find(key => key.keyId === blind.key);
  need(known, "differs");
  const answer = await sign(frozen.admission.issuer, words.lang, {
    survey: words.code,
    ticket: blind.ticket,
    key: blind.key,
    blinded: blind.blinded,
  });
  const signature = await credential.finish(await credential.key(known.publicKey), blind, answer)
    .catch(() => { throw {word: "stratum"}; });
  const rest = ((await kept("pending")) || []).filter(one => one.ticket !== blind.ticket);
  const granted = {key: blind.key, message: blind.message, signature};
  await keep("credential", granted, true);
  await keep("pending", rest.length ? rest : null, true);
  return granted;
}

// Phones are shared. Whoever's credential was not used yet finds it again by scanning the used card on the same phone.
async function park(granted, kept, keep) {
  await keep("parked", ((await kept("parked")) || []).concat(granted), true);
  await keep("credential", null);
}
async function unpark(problem, kept, keep) {
  const others = (await kept("parked")) || [];
  if (!/ticket-used$/.test(problem.type) || !others.length) throw problem;
  const found = others.pop();
  await keep("credential", found, true);
  await keep("parked", others.length ? others : null, true);
  return found;
}

return {
  // Gives the credential; nothing for a poster, of which only the manifest is checked. Throws what the page shows: a
  // problem document, or the name of words.
  async admit({words, kept, keep, card, granted, print, typed: text, clear}) {
    if (!words.issuer) {
      need(/^[0-9a-f]{16,64}$/.test(print), "differs");
      await manifest(words.code, print);
      return null;
    }
    if (granted && confirm(words.mine)) return granted;
    if (granted) {
      await park(granted, kept, keep);
      clear();
    }
    if (card) need(typed(card.secret + card.stratum) && /^[0-9a-f]{20}$/.test(card.print), "nocard");
    const pass = await exchange(card || typed(text), words, kept, keep).catch(problem => unpark(problem, kept, keep));
    await keep("card", null);
    return pass;
  },
};
})();
