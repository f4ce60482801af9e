// Casting: the same bytes until they are acknowledged. All casts of a survey are equally long, carry no cookie and say
// nothing of where they come from. A page of a captive portal is no acknowledgement.
function padded(cast) {
  cast.padding = "";
  cast.padding = "0".repeat(Math.max(0, words.bytes - utf8(JSON.stringify(cast)).length));
  return JSON.stringify(cast);
}
function attempt(cast) {
  return Promise.race([
    fetch(words.cast, {
      method: "POST",
      headers: {"Content-Type": "application/json", Accept: "application/json"},
      body: cast,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
    }).then(r => r.json().then(document => ({status: r.status, document}))),
    new Promise((go, fail) => setTimeout(fail, 20000)),
  ]).catch(() => ({status: 0, document: {}}));
}
let wake = () => {};
window.addEventListener("online", () => wake());
document.getElementById("again").onclick = () => wake();
// Tries until the server says something that will not change.
async function deliver(cast, trouble) {
  for (let wait = 1000; ; wait = Math.min(wait * 2, 30000)) {
    const {status, document: answer} = await attempt(cast);
    if (answer.counted || (answer.title && status >= 400 && status < 500 && status !== 429)) return answer;
    trouble();
    await new Promise(go => { wake = go; setTimeout(go, wait); });
  }
}
const isLate = answer => /survey-closed$/.test(answer.type);
// The receipt goes to the next page, which takes it out of the storage before anything else.
async function thank(cast) {
  const sent = JSON.parse(cast);
  await forget();
  try {
    if (subtle) sessionStorage.setItem(OURS + "receipt", hex(await subtle.digest("SHA-256", bytes(sent.message || sent.id))));
    if (!words.issuer && !kiosk) localStorage.setItem(OURS + "answered", "1");
  } catch (e) {}
  location.replace(words.thanks + (kiosk ? "&kiosk=1" : ""));
}
