// What is kept on this phone for one survey, and how it is forgotten. Inlined in the worker's pages before the part that
// uses it; both lie in one function. ES2017 without later syntax, because old phones run Chrome 66.
//
// Where WebCrypto exists, everything kept is sealed (AES-GCM) under a key that cannot leave the browser and lies in a
// database of this survey alone; casting deletes both. Without WebCrypto (plain HTTP) it is kept as it is. On a kiosk
// nothing is kept. Storage may be forbidden altogether.
const words = document.body.dataset;
const OURS = "zhisheng:" + words.code + ":";
const kiosk = /[?&]kiosk=1/.test(location.search);
const subtle = crypto.subtle;
const hex = data => Array.from(new Uint8Array(data), b => ("0" + b.toString(16)).slice(-2)).join("");
const bytes = text => Uint8Array.from(text.match(/../g) || [], pair => parseInt(pair, 16));
const utf8 = text => new TextEncoder().encode(text);
const random = count => crypto.getRandomValues(new Uint8Array(count));
// The card is kept for a reload only; it can be scanned again.
const shelf = part => part === "card" ? sessionStorage : localStorage;

function vault(act) {
  return new Promise((go, fail) => {
    const opening = indexedDB.open(OURS, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("keys");
    opening.onerror = fail;
    opening.onsuccess = () => {
      const database = opening.result;
      const change = database.transaction("keys", "readwrite");
      const done = act(change.objectStore("keys"));
      change.oncomplete = () => { database.close(); go(done.result); };
      change.onabort = () => { database.close(); fail(); };
    };
  });
}
async function findKey() {
  const found = await vault(keys => keys.get(1));
  if (found) return found;
  const made = await subtle.generateKey({name: "AES-GCM", length: 256}, false, ["encrypt", "decrypt"]);
  // Another window may have been quicker: then its key holds.
  await vault(keys => keys.add(made, 1)).catch(() => {});
  return vault(keys => keys.get(1));
}
let key;
const sealer = () => key || (key = findKey());
async function seal(text) {
  const nonce = random(12);
  return hex(nonce) + hex(await subtle.encrypt({name: "AES-GCM", iv: nonce}, await sealer(), utf8(text)));
}
async function unseal(text) {
  const data = bytes(text);
  const open = await subtle.decrypt({name: "AES-GCM", iv: data.slice(0, 12)}, await sealer(), data.slice(12));
  return new TextDecoder().decode(open);
}

// Writes one after the other. What the worker cannot do without is kept even where it cannot be sealed.
let writing = Promise.resolve();
async function write(part, value, needed) {
  const text = JSON.stringify(value);
  if (value === null || kiosk) shelf(part).removeItem(OURS + part);
  else if (!subtle) shelf(part).setItem(OURS + part, text);
  else shelf(part).setItem(OURS + part, await seal(text).catch(problem => { if (needed) return text; throw problem; }));
}
function keep(part, value, needed) {
  return writing = writing.then(() => write(part, value, needed)).catch(() => {});
}
async function kept(part) {
  try {
    const text = shelf(part).getItem(OURS + part);
    return text && JSON.parse(/^[0-9a-f]+$/.test(text) ? await unseal(text) : text);
  } catch (e) {
    return null;
  }
}
// Removes everything that is ours, but for credentials of other people who share this phone.
async function forget() {
  window.onbeforeunload = null;
  await writing;
  const others = await kept("parked");
  ["draft", "unsent", "pending", "credential", "parked", "card"].forEach(part => {
    try {
      shelf(part).removeItem(OURS + part);
    } catch (e) {}
  });
  key = null;
  if (subtle) {
    await new Promise(go => {
      const dropping = indexedDB.deleteDatabase(OURS);
      dropping.onsuccess = dropping.onerror = dropping.onblocked = go;
    }).catch(() => {});
  }
  if (others) await keep("parked", others, true);
}
