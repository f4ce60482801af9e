// The same interface as credential.js, for engines without BigInt: on the numbers of the Stanford JavaScript Crypto
// Library, through Cloudflare's blindrsa-ts. See README.md for how blindrsa.js is made from this file.
import {BlindRSA, PrepareType} from "@cloudflare/blindrsa-ts/lib/src/blindrsa.js";

const suite = new BlindRSA({
  name: "RSABSSA-SHA384-PSS-Randomized",
  hash: "SHA-384",
  saltLength: 48,
  prepareType: PrepareType.Randomized,
});
const subtle = crypto.subtle;
const hex = data => Array.from(new Uint8Array(data), b => ("0" + b.toString(16)).slice(-2)).join("");
const bytes = text => Uint8Array.from(text.match(/../g) || [], pair => parseInt(pair, 16));
const utf8 = text => new TextEncoder().encode(text);

function refuse(bad, check) {
  if (bad) throw new Error(check);
}

window.credential = {
  async key(info) {
    const der = Uint8Array.from(atob(info), c => c.charCodeAt(0));
    const rsa = await subtle.importKey("spki", der, {name: "RSA-PSS", hash: "SHA-384"}, true, ["verify"]);
    const size = rsa.algorithm.modulusLength / 8;
    refuse(size < 256 || hex(rsa.algorithm.publicExponent) !== "010001", "unusable key");
    return {id: hex(await subtle.digest("SHA-256", der)), rsa, size};
  },

  async ticket(secret, slot) {
    const read = secret.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
    refuse(!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(read), "no card secret");
    const key = await subtle.importKey("raw", utf8(read), {name: "HMAC", hash: "SHA-256"}, false, ["sign"]);
    return hex(await subtle.sign("HMAC", key, utf8(slot)));
  },

  prepare: text => hex(suite.prepare(utf8(text))),

  async blind(key, message) {
    const {blindedMsg, inv} = await suite.blind(key.rsa, bytes(message));
    return {message, inverse: hex(inv), blinded: hex(blindedMsg)};
  },

  async finish(key, kept, answer) {
    refuse(answer.length !== 2 * key.size || /[^0-9a-f]/.test(answer), "unexpected input size");
    return hex(await suite.finalize(key.rsa, bytes(kept.message), bytes(answer), bytes(kept.inverse)));
  },

  tag: async message => hex(await subtle.digest("SHA-256", bytes(message))),
};
