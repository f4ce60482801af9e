// The worker's half of the blind credential (RFC 9474, RSABSSA-SHA384-PSS-Randomized): what the issuer signs it cannot
// read, and what the collector sees it cannot trace. A file of its own, because engines without BigInt cannot even read
// it: load it only where typeof BigInt === "function" and window.crypto.subtle exist (HTTPS or localhost, Chrome 67).
// No later syntax than ES2018 but BigInt. Byte strings go in and out as hexadecimal digits, so that they can be stored.
window.credential = (function () {
"use strict";
const subtle = crypto.subtle;
const HASH = 48;
const hex = data => Array.from(new Uint8Array(data), b => ("0" + b.toString(16)).slice(-2)).join("");
const bytes = text => Uint8Array.from(text.match(/../g) || [], pair => parseInt(pair, 16));
const utf8 = text => new TextEncoder().encode(text);
const join = (...parts) => bytes(parts.map(hex).join(""));
const random = count => hex(crypto.getRandomValues(new Uint8Array(count)));
const sha384 = (...parts) => subtle.digest("SHA-384", join(...parts));
const number = text => BigInt("0x" + text);
const digits = (value, size) => value.toString(16).padStart(2 * size, "0");

// Values that RFC 9474 names in its errors; the page shows words of its own.
function refuse(bad, check) {
  if (bad) throw new Error(check);
}

// The inverse of a modulo n by Euclid's extended algorithm; there is none where both share a divisor.
function inverse(a, n) {
  let [r, s, x, y] = [n, a, 0n, 1n];
  while (s) {
    const q = r / s;
    [r, s, x, y] = [s, r - q * s, y, x - q * y];
  }
  refuse(r !== 1n, "invalid input");
  return (x + n) % n;
}
// a to the power of 65537 modulo n.
function power(a, n) {
  let p = a;
  for (let i = 0; i < 16; i++) p = p * p % n;
  return p * a % n;
}
// Uniform in 1 to n - 1, by drawing again; n has its top bit set, so that half of the draws or more will do.
function unit(key) {
  const drawn = number(random(key.size));
  return drawn && drawn < key.n ? drawn : unit(key);
}

// EMSA-PSS-ENCODE of RFC 8017 with SHA-384 and MGF1; size is that of the modulus in bytes.
async function encode(message, salt, size) {
  const hash = await sha384(new Uint8Array(8), await sha384(message), salt);
  const data = new Uint8Array(size - HASH - 1);
  data[data.length - salt.length - 1] = 1;
  data.set(salt, data.length - salt.length);
  for (let block = 0; block * HASH < data.length; block++) {
    const mask = new Uint8Array(await sha384(hash, [0, 0, 0, block]));
    mask.forEach((b, i) => { data[block * HASH + i] ^= b; });
  }
  data[0] &= 127;
  return hex(data) + hex(hash) + "bc";
}

return {
  // Reads an issuer's public key: the SubjectPublicKeyInfo of the manifest in Base64.
  async key(info) {
    const der = Uint8Array.from(atob(info), c => c.charCodeAt(0));
    const rsa = await subtle.importKey("spki", der, {name: "RSA-PSS", hash: "SHA-384"}, true, ["verify"]);
    const jwk = await subtle.exportKey("jwk", rsa);
    const n = hex(Uint8Array.from(atob(jwk.n.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0)));
    refuse(n < "8" || n.length < 512 || jwk.e !== "AQAB", "unusable key");
    return {id: hex(await subtle.digest("SHA-256", der)), rsa, n: number(n), size: n.length / 2};
  },

  // The ticket of a slot of the round, from the 16 characters of the card as somebody may have typed them.
  async ticket(secret, slot) {
    const read = secret.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
    refuse(!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(read), "no card secret");
    const key = await subtle.importKey("raw", utf8(read), {name: "HMAC", hash: "SHA-256"}, false, ["sign"]);
    return hex(await subtle.sign("HMAC", key, utf8(slot)));
  },

  // The message of a new credential: 32 random bytes, then a text that binds it to its survey.
  prepare: text => random(32) + hex(utf8(text)),

  // Blinds a prepared message. "blinded" goes to the issuer; "message" and "inverse" stay here. The last two arguments
  // are for test vectors.
  async blind(key, message, salt = random(HASH), factor = unit(key)) {
    const encoded = number(await encode(bytes(message), bytes(salt), key.size));
    inverse(encoded, key.n);
    return {
      message,
      inverse: digits(inverse(factor, key.n), key.size),
      blinded: digits(encoded * power(factor, key.n) % key.n, key.size),
    };
  },

  // Unblinds the issuer's answer; gives the signature only if it is right, so that nothing useless is ever stored.
  async finish(key, kept, answer, saltLength = HASH) {
    refuse(answer.length !== 2 * key.size || /[^0-9a-f]/.test(answer), "unexpected input size");
    refuse(number(answer) >= key.n, "out of range");
    const signature = digits(number(answer) * number(kept.inverse) % key.n, key.size);
    const right = await subtle.verify({name: "RSA-PSS", saltLength}, key.rsa, bytes(signature), bytes(kept.message));
    refuse(!right, "invalid signature");
    return signature;
  },

  // What marks a credential as spent, and stands in the published list.
  tag: async message => hex(await subtle.digest("SHA-256", bytes(message))),
};
})();
