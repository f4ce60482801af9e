// A grid over the frame's text. The text stays what is sent and read by the server; without this script it is typed as it is.
"use strict";

const sheet = document.querySelector("[data-sheet]");
const words = sheet.dataset;
const text = sheet.querySelector("textarea");
const marks = new Set(words.marks.split(" ").filter(Boolean));
const FEWEST_ROWS = 6;

/** Cells of pasted text. Excel puts quotes around cells with line breaks and doubles quotes within. */
function parse(pasted) {
  const rows = [[""]];
  let quoted = false;
  for (let i = 0; i < pasted.length; i++) {
    const c = pasted[i];
    const row = rows[rows.length - 1];
    const cell = row[row.length - 1];
    if (quoted) {
      if (c !== '"') row[row.length - 1] += c === "\n" || c === "\r" ? " " : c;
      else if (pasted[i + 1] === '"') { row[row.length - 1] += c; i++; }
      else quoted = false;
    } else if (c === '"' && cell === "" && pasted.indexOf('"', i + 1) > 0) quoted = true;
    else if (c === "\t") row.push("");
    else if (c === "\n") rows.push([""]);
    else if (c !== "\r") row[row.length - 1] += c;
  }
  if (rows.length > 1 && rows[rows.length - 1].join("") === "") rows.pop();
  return rows;
}

function separator(typed) {
  return ["\t", ",", "\uFF0C", ";", "\uFF1B"].find((s) => typed.includes(s)) ?? "\t";
}

let cells = text.value.trim() === ""
  ? [[words.first, words.second, words.count]]
  : parse(text.value.includes("\t") ? text.value : text.value.replaceAll(separator(text.value), "\t"));

const table = document.createElement("table");
table.className = "frame-grid";
const wrap = document.createElement("div");
wrap.className = "grid-wrap";
wrap.append(table);

const width = () => Math.max(2, ...cells.map((row) => row.length));

function square() {
  while (cells.length < FEWEST_ROWS) cells.push([]);
  const columns = width();
  for (const row of cells) while (row.length < columns) row.push("");
}

function save() {
  const end = cells.findLastIndex((row) => row.some((cell) => cell.trim() !== ""));
  text.value = cells.slice(0, end + 1).map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
  sum();
}

/** The sum as far as it can be read here; the server understands more. */
function sum() {
  const said = document.querySelector("[data-sum]");
  const plain = (cell) => Number(cell.normalize("NFKC").replace(/[,\s人]/g, ""));
  const head = cells[0].map((cell) => /人数|headcount|workers/i.test(cell));
  const column = head.includes(true) ? head.lastIndexOf(true) : width() - 1;
  const total = cells.slice(1)
    .filter((row) => !row.some((cell) => /[合小总共]\s?计$|^(grand |sub)?total$/i.test(cell.trim())))
    .reduce((all, row) => all + (plain(row[column] ?? "") || 0), 0);
  said.textContent = said.dataset.sum.replace("{0}", total.toLocaleString("zh-CN"));
}

function button(label, action, style = "btn btn-sm btn-outline-primary") {
  const made = document.createElement("button");
  made.type = "button";
  made.className = style;
  made.textContent = label;
  made.addEventListener("click", action);
  return made;
}

function cross(label, action) {
  const made = button("×", action, "grid-remove");
  made.setAttribute("aria-label", label);
  made.title = label;
  return made;
}

function draw() {
  square();
  table.replaceChildren();
  const columns = width();
  const tools = table.createTHead().insertRow();
  tools.append(document.createElement("td"));
  for (let c = 0; c < columns; c++) {
    const td = tools.insertCell();
    if (columns > 2) td.append(cross(`${words.removeColumn} ${c + 1}`, () => { cells.forEach((row) => row.splice(c, 1)); marks.clear(); redraw(); }));
  }
  tools.insertCell();
  const body = table.createTBody();
  cells.forEach((row, r) => {
    const tr = body.insertRow();
    if (r === 0) tr.className = "grid-header";
    const number = document.createElement("th");
    number.scope = "row";
    number.textContent = r + 1;
    tr.append(number);
    row.forEach((value, c) => {
      const input = document.createElement("input");
      input.value = value;
      input.dataset.at = `${r}.${c}`;
      input.setAttribute("aria-label", words.cell.replace("{0}", r + 1).replace("{1}", c + 1));
      if (r > 0 && c === columns - 1) input.inputMode = "numeric";
      if (marks.has(`cell.${r + 1}.${c + 1}`)) input.className = "wrong";
      if (marks.has(`cell.${r + 1}.${c + 1}`)) input.setAttribute("aria-invalid", "true");
      tr.insertCell().append(input);
    });
    tr.insertCell().append(r > 0 ? cross(`${words.removeRow} ${r + 1}`, () => { cells.splice(r, 1); marks.clear(); redraw(); }) : "");
  });
}

function redraw() {
  draw();
  save();
}

function at(input) {
  return input.dataset.at.split(".").map(Number);
}

function focus(r, c) {
  table.querySelector(`[data-at="${r}.${c}"]`)?.focus();
}

table.addEventListener("input", (event) => {
  const [r, c] = at(event.target);
  cells[r][c] = event.target.value;
  event.target.classList.remove("wrong");
  save();
});

table.addEventListener("keydown", (event) => {
  if (!event.target.dataset.at || event.isComposing) return;
  const [r, c] = at(event.target);
  if (event.key === "Enter") {
    event.preventDefault();
    if (r === cells.length - 1) { cells.push([]); redraw(); }
    focus(r + 1, c);
  } else if (event.key === "ArrowDown") focus(r + 1, c);
  else if (event.key === "ArrowUp") focus(r - 1, c);
});

// A paste of several cells fills the grid from where it lands; one with a header row replaces what stands here.
table.addEventListener("paste", (event) => {
  const pasted = event.clipboardData.getData("text/plain");
  if (!/[\t\n]/.test(pasted.trim()) || !event.target.dataset.at) return;
  event.preventDefault();
  const block = parse(pasted);
  let [r, c] = at(event.target);
  const isBlank = cells.slice(1).every((row) => row.every((cell) => cell.trim() === ""));
  const hasHeader = block.length > 1 && block[0].length > 1 && !/^[\d,.\s]+$/.test(block[0][block[0].length - 1]);
  if (isBlank && hasHeader) [cells, r, c] = [[], 0, 0];
  else if (isBlank && r === 0) r = 1;
  block.forEach((row, i) => {
    while (cells.length <= r + i) cells.push([]);
    row.forEach((value, j) => { cells[r + i][c + j] = value.trim(); });
  });
  cells = cells.map((row) => Array.from(row, (cell) => cell ?? ""));
  marks.clear();
  redraw();
});

const picker = document.createElement("input");
picker.type = "file";
picker.accept = ".csv,.tsv,.txt,text/csv";
picker.hidden = true;
picker.addEventListener("change", async () => {
  const bytes = new Uint8Array(await picker.files[0].arrayBuffer());
  sheet.querySelector("[name=file]").value = btoa(bytes.reduce((all, b) => all + String.fromCharCode(b), ""));
  document.querySelector("[data-read]").click();
});

const bar = document.createElement("div");
bar.className = "grid-bar";
bar.append(
  button(words.addRow, () => { cells.push([]); redraw(); focus(cells.length - 1, 0); }),
  button(words.addColumn, () => {
    const last = width() - 1;
    cells.forEach((row) => row.splice(last, 0, ""));
    redraw();
    focus(0, last);
  }),
  button(words.file, () => picker.click()),
  button(words.clear, () => { cells = [[words.first, words.second, words.count]]; marks.clear(); redraw(); focus(1, 0); }, "btn btn-sm btn-ghost-secondary"),
  picker,
);

text.hidden = true;
sheet.append(wrap, bar);
draw();
if (text.value.trim() !== "") sum();
