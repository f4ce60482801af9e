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

return {
  manifest,
  // card is null where a blinded message waits for its answer. Nothing derived from the ticket is kept afterwards.
  async credential(card, words, kept, keep) {
    const waiting = (await kept("pending")) || [];
    const print = card ? card.print : waiting[waiting.length - 1].print;
    const frozen = await manifest(words.code, print);
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
    const granted = {key: blind.key, message: blind.message, signature};
    await keep("credential", granted, true);
    const rest = ((await kept("pending")) || []).filter(one => one.ticket !== blind.ticket);
    await keep("pending", rest.length ? rest : null, true);
    return granted;
  },
};
})();
