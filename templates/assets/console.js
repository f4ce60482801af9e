// Small comforts of the console; every page works without them.
"use strict";

// After a form came back with faults, reading starts at what is wrong.
document.querySelector("[data-focus]")?.focus();

// A form is sent once, however often its button is tapped.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (form.dataset.confirm && !window.confirm(form.dataset.confirm)) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
  });
}

// Coming back with the browser's back button, the form can be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// A one-time code travels behind the # of a link, which never reaches a server or its log.
const code = document.querySelector("input[data-code]");
if (code && window.location.hash.length > 1) {
  code.value = decodeURIComponent(window.location.hash.slice(1));
  const folded = code.closest("details");
  if (folded) folded.open = true;
  code.form.querySelector("button").classList.add("btn-primary");
}
if (code) {
  for (const link of document.querySelectorAll(".languages a")) {
    link.addEventListener("click", () => {
      if (code.value) link.hash = encodeURIComponent(code.value);
    });
  }
}

// What is shown once can be copied with one tap.
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent.trim());
    button.textContent = button.dataset.done;
  });
}
