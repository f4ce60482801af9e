// One question a step over the plain form, a draft on this phone, and a submit that survives a lost answer. Inlined in
// the page behind phone-store.js, phone-cast.js and phone-pass.js, in one function with them; ES2017 without later syntax, because old
// phones run Chrome 66. Should anything throw while it loads, the page falls back to the plain form (see the line in the
// head).
const by = name => document.getElementById(name);
const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
const form = by("f");
const say = (word, ...values) => values.reduce((said, v, i) => said.replace("{" + i + "}", v), words[word]);
const questions = all("fieldset");
const order = [by("intro")].concat(questions, [by("review")]);
const next = by("next");
const back = by("back");
const held = form.elements;
let here = order[0];
let mending = false;
let begun = false;

// Reading and writing answers; the form's own fields hold them, so that nothing can differ from what is sent.
const clean = text => Array.from(text).filter(c => /[\n\t]/.test(c) || (c >= " " && !/^[\ud800-\udfff]$/.test(c))).join("").trim();
const chosen = q => all("input:checked,select,textarea", q).map(e => clean(e.value)).filter(v => v);
function put(q, values) {
  all("input", q).forEach(e => { e.checked = values.includes(e.value); });
  all("select,textarea", q).forEach((e, i) => { e.value = values[i] || ""; });
}
const most = q => Number(q.dataset.max);
const length = q => Array.from(chosen(q)[0] || "").length;

// Which questions are put to this worker, by the same rules as the server's.
function asked() {
  const got = {};
  return questions.filter(q => {
    const holds = JSON.parse(q.dataset.when || "[]").every(([item, any, none]) => {
      const picks = got[item] || [];
      return (!any.length || picks.some(v => any[0] === "*" || any.includes(v))) && !picks.some(v => none.includes(v));
    });
    const on = holds && (!q.dataset.from || offer(q, got[q.dataset.from] || []));
    got[q.id] = on ? chosen(q) : [];
    return on;
  });
}
// Leaves on offer only what the earlier question picked, and drops picks that are no longer offered.
function offer(q, picks) {
  const left = chosen(q).filter(v => picks.includes(v));
  if (left.length < chosen(q).length) put(q, left);
  all(".pick", q).forEach(b => { b.hidden = !picks.includes(b.value); });
  all(".o", q).forEach(o => { o.hidden = !picks.includes(o.firstElementChild.value); });
  return all(".pick:not([hidden]),.o:not([hidden])", q).length > 0;
}

// Ranking by tapping in order; the selects of the plain form stay beneath and hold the answer.
function ranking(q) {
  all(".slot", q).forEach(s => { s.hidden = true; });
  all("option", q.querySelector("select")).filter(o => o.value).forEach(o => {
    const b = document.createElement("button");
    b.type = "button";
    b.className = "pick";
    b.value = o.value;
    b.textContent = o.text;
    b.onclick = () => {
      const now = chosen(q);
      const place = now.indexOf(b.value);
      const full = place < 0 && now.length >= most(q);
      if (place >= 0) now.splice(place, 1);
      else if (!full) now.push(b.value);
      put(q, now);
      changed(q, full);
    };
    q.appendChild(b);
  });
}
// Starts the options at a random place, so that none profits from standing first; the order is not recorded.
function rotate(q) {
  const options = all(".o:not([data-last]),.pick", q);
  const last = all(".o[data-last]", q);
  const start = Math.floor(Math.random() * options.length);
  options.slice(start).concat(options.slice(0, start), last).forEach(o => q.appendChild(o));
}

function paint(q, full) {
  const now = chosen(q);
  const count = q.querySelector(".count");
  all(".pick", q).forEach(b => {
    const place = now.indexOf(b.value) + 1;
    b.dataset.at = place || "";
    b.setAttribute("aria-pressed", place > 0);
    b.setAttribute("aria-label", b.textContent + (place ? words.comma + say("place", place) : ""));
  });
  if (!count) return;
  const over = q.dataset.k === "TEXT" ? length(q) - most(q) : 0;
  count.className = full || over > 0 ? "count err" : "count";
  count.textContent = q.dataset.k !== "TEXT" ? say(full ? "full" : "picked", full ? most(q) : now.length, most(q))
    : over > 0 ? say("over", over) : say("left", -over);
}
function changed(q, full) {
  const e = q.querySelector(".fault");
  if (e) e.textContent = "";
  paint(q, full);
  begun = true;
  keep("draft", {id: held.id && held.id.value, answers: questions.map(one => [one.id, chosen(one)])});
  label();
}

// Steps. The phone's own back button walks them, since each is an entry of the history.
function label() {
  const answered = chosen(here).length || here.tagName !== "FIELDSET";
  next.textContent = here === order[0] ? words[begun ? "resume" : "start"]
    : here.id === "review" ? words.submit : mending ? words.check : words[answered ? "next" : "skip"];
}
function stage(step) {
  all(".on").forEach(s => s.classList.remove("on"));
  step.classList.add("on");
  here = step;
  by("nav").hidden = step.id === "sending" || step.id === "late";
  back.hidden = step === order[0];
  if (step.id !== "review") by("faults").hidden = true;
  window.scrollTo(0, 0);
}
function show(to, push) {
  const on = asked();
  const walk = order.filter(s => s.tagName !== "FIELDSET" || on.includes(s));
  let at = order.indexOf(by(to));
  while (at > 0 && !walk.includes(order[at])) at--;
  const step = order[Math.max(at, 0)];
  stage(step);
  const number = walk.indexOf(step);
  by("head").hidden = number === 0;
  // At most so many more: what is skipped only ever shortens the way.
  const more = questions.length - questions.indexOf(step) - 1;
  by("where").textContent = step.id === "review" ? words.reviewing : say(more ? "of" : "last", number, more);
  by("done").style.width = (step.id === "review" ? 100 : 100 * number / (number + more + 1)) + "%";
  if (step.id === "review") review(on);
  else if (number) paint(step);
  label();
  if (push) history.pushState({at: step.id, depth: (history.state || {depth: 0}).depth + 1, mending}, "");
  if (push !== undefined) step.querySelector("h1,h2,legend").focus();
}
function follow() {
  const walk = [order[0]].concat(asked(), [by("review")]);
  return walk[walk.indexOf(here) + 1].id;
}
function review(on) {
  const list = by("sum");
  list.textContent = "";
  on.forEach(q => {
    const row = document.createElement("li");
    const b = document.createElement("button");
    const ask = document.createElement("i");
    const answer = document.createElement("span");
    const said = chosen(q).map((v, i) => {
      const o = q.dataset.k !== "TEXT" && q.querySelector("[value=\"" + v.replace(/["\\]/g, "\\$&") + "\"]");
      return q.dataset.k === "TEXT" ? v : (q.dataset.k === "RANKED" ? i + 1 + ". " : "") + (o.text || o.parentNode.textContent.trim());
    });
    ask.textContent = q.querySelector("legend b").textContent;
    answer.textContent = said.join(words.comma) || words.blank;
    answer.className = said.length ? "" : "none";
    b.type = "button";
    b.onclick = () => { mending = true; show(q.id, true); };
    b.appendChild(ask);
    b.appendChild(answer);
    row.appendChild(b);
    list.appendChild(row);
  });
}

// Sending.
async function send(cast) {
  stage(by("sending"));
  by("head").hidden = true;
  by("sending").querySelector("h2").focus();
  const answer = await deliver(cast, () => { by("trouble").hidden = false; });
  if (answer.counted) return thank(cast);
  if (isLate(answer)) return late();
  refused(answer);
}
async function late() {
  await forget();
  stage(by("late"));
  by("late").querySelector("h2").focus();
}
function refused(problem) {
  keep("unsent", null);
  by("trouble").hidden = true;
  const list = by("list");
  list.textContent = "";
  by("title").textContent = problem.title;
  by("detail").textContent = problem.detail || "";
  (problem.faults || []).forEach(fault => {
    const q = by(fault.field);
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.textContent = fault.detail;
    if (questions.includes(q)) {
      q.querySelector(".fault").textContent = fault.detail;
      link.textContent = q.querySelector("legend b").textContent + " " + fault.detail;
      link.href = "#" + q.id;
    }
    row.appendChild(link);
    list.appendChild(row);
  });
  show("review");
  by("faults").hidden = false;
  by("faults").focus();
}
async function submit() {
  const cast = {survey: words.code, answers: {}};
  ["id", "stratum", "key", "message", "signature"].forEach(name => {
    if (held[name] && held[name].value) cast[name] = held[name].value;
  });
  asked().forEach(q => { if (chosen(q).length) cast.answers[q.id] = chosen(q); });
  const sealed = padded(cast);
  await keep("unsent", sealed);
  send(sealed);
}

form.addEventListener("change", event => {
  const input = event.target;
  const q = input.closest("fieldset");
  if (!q) return;
  let full = false;
  if (input.type === "checkbox" && input.checked) {
    all("input:checked", q).forEach(o => {
      if (o !== input && (input.dataset.alone || o.dataset.alone)) o.checked = false;
    });
    full = chosen(q).length > most(q);
    if (full) input.checked = false;
  }
  changed(q, full);
});
form.addEventListener("input", event => {
  if (event.target.tagName === "TEXTAREA") changed(event.target.closest("fieldset"));
});
let posting = false;
form.addEventListener("submit", event => { if (!posting) event.preventDefault(); });
function clear() {
  keep("draft", null);
  keep("unsent", null);
  begun = false;
  questions.forEach(q => put(q, []));
  if (held.id) held.id.value = fresh();
  all(".restored").forEach(e => { e.hidden = true; });
  mending = false;
}
next.onclick = () => {
  if (here.id === "review") return submit();
  if (here === order[0] && !start()) return;
  if (here.dataset.k === "TEXT" && length(here) > most(here)) return here.querySelector("textarea").focus();
  const to = mending ? "review" : follow();
  mending = false;
  show(to, true);
};
back.onclick = () => {
  if (history.state && history.state.depth) history.back();
  else show(order[order.indexOf(here) - 1].id, false);
};
by("list").onclick = event => {
  const to = event.target.hash;
  if (!to) return;
  event.preventDefault();
  mending = true;
  show(to.slice(1), true);
};
by("other").onclick = event => {
  posting = !!words.posted;
  if (posting) return;
  event.preventDefault();
  location.href = words.home + "?lang=" + by("other").lang + (kiosk ? "&kiosk=1" : "");
};
all(".clear").forEach(b => {
  b.onclick = () => {
    if (!confirm(words.sure)) return;
    clear();
    show("intro", true);
  };
});
// Rings around what has the focus are for those who use keys.
document.addEventListener("keydown", () => document.documentElement.classList.add("key"));
document.addEventListener("mousedown", () => document.documentElement.classList.remove("key"));
window.addEventListener("popstate", event => {
  if (here.id === "sending" || here.id === "late") return;
  mending = !!(event.state && event.state.mending);
  show(event.state && ready() ? event.state.at : "intro", false);
});

const fresh = () => hex(random(16));

async function boot() {
  const before = by("before");
  try {
    if (before) before.hidden = !localStorage.getItem(OURS + "answered");
  } catch (e) {}
  questions.filter(q => q.dataset.k === "RANKED").forEach(ranking);
  questions.filter(q => q.dataset.rotated).forEach(rotate);
  const [draft, unsent] = await Promise.all([words.filled ? null : kept("draft"), kept("unsent"), restore()]);
  begun = !!draft;
  if (held.id) held.id.value = draft ? draft.id : words.filled ? held.id.value : fresh();
  if (draft) draft.answers.forEach(([code, values]) => { if (by(code)) put(by(code), values); });
  all(".restored").forEach(e => { e.hidden = !draft; });
  questions.forEach(q => paint(q));
  if (unsent) return send(unsent);
  show(words.filled && all("#list a").length ? "review" : ready() && draft && history.state ? history.state.at : "intro");
}
const plain = () => { document.documentElement.className = ""; };
// Without WebCrypto no card is exchanged here: what is left is the form without script, with the code filled in.
if (words.issuer && !subtle && !held.key.value) {
  scanned();
  if (card) by("plain").value = card.secret + card.stratum;
  plain();
} else boot().catch(plain);
