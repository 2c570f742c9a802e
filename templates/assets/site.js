/* Makes the list of strikes sortable and searchable. Everything is there without it: this script only rearranges and
   hides rows that the page already holds, asks nothing of any server, and leaves alone what it does not find.

   The markup it looks for (every word comes from there, in the page's language):
     <form class="filter" data-for="ID OF THE TABLE" data-count="{shown} of {all} strikes" data-none="No strike fits">
       <input name="text">                      rows that hold all of these words
       <select name="grading">                  rows with this data-grading; an empty value means all
       <p role="status"></p>                    where the count is announced
     </form>
     <table id="…"><thead> <th data-sort="number">, <th data-sort="text">
     <tbody> <tr data-grading="…"> <td data-value="72">      the minimum of a range, an ISO date; without it, the text's first number

   Any other <select name="x"> compares with data-x in the same way. data-numerals="arab" on the form chooses the digits. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");

  /* Text as it is compared: lower case, without accents and Arabic vowel marks, one form of alef, yeh and teh marbuta. */
  function fold(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, "").toLowerCase()
      .replace(/[\u2018\u2019\u02bb\u02bc]/g, "'").replace(/\u0649/g, "\u064a").replace(/\u0629/g, "\u0647");
  }

  /* The first number in a text, or null: "72–77" is 72, "at least 1,800" is 1800, "no figure" is null. */
  function number(text) {
    var plain = text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, function (digit) {
      return String(digit.charCodeAt(0) & 15);
    });
    var found = /\d+(?:[,.\u066c\u00a0\u202f]\d{3}(?!\d))*/.exec(plain);
    return found ? Number(found[0].replace(/\D/g, "")) : null;
  }

  function key(row, column, kind) {
    var cell = row.cells[column];
    if (!cell) return null;
    var value = cell.getAttribute("data-value");
    if (kind === "number") {
      if (value === "") return null;
      return value === null ? number(cell.textContent) : isNaN(Number(value)) ? null : Number(value);
    }
    var text = value === null ? cell.textContent : value;
    return text.trim() === "" ? null : text.trim();
  }

  /* Unknown stands last, whichever way the column is sorted. */
  function compare(one, other, sign, collator) {
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
    return sign * (typeof one === "number" ? one - other : collator.compare(one, other));
  }

  function makeSortable(table) {
    var body = table.tBodies[0];
    var head = table.tHead && table.tHead.rows[table.tHead.rows.length - 1];
    if (!body || !head) return;
    var original = Array.prototype.slice.call(body.rows);
    var collator = new Intl.Collator(root.lang || undefined, { numeric: true, sensitivity: "base" });
    Array.prototype.forEach.call(head.cells, function (header, column) {
      var kind = header.getAttribute("data-sort");
      if (kind !== "number" && kind !== "text") return;
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      while (header.firstChild) button.appendChild(header.firstChild);
      header.appendChild(button);
      button.addEventListener("click", function () {
        var before = header.getAttribute("aria-sort");
        var first = kind === "number" ? "descending" : "ascending";
        var second = kind === "number" ? "ascending" : "descending";
        var next = before === null ? first : before === first ? second : null;
        Array.prototype.forEach.call(head.cells, function (cell) { cell.removeAttribute("aria-sort"); });
        var rows = original.slice();
        if (next) {
          header.setAttribute("aria-sort", next);
          var sign = next === "ascending" ? 1 : -1;
          rows = rows.map(function (row) { return { row: row, key: key(row, column, kind) }; })
            .sort(function (one, other) { return compare(one.key, other.key, sign, collator); })
            .map(function (entry) { return entry.row; });
        }
        rows.forEach(function (row) { body.appendChild(row); });
      });
    });
  }

  function makeSearchable(form) {
    var table = document.getElementById(form.getAttribute("data-for") || "");
    var body = table && table.tBodies && table.tBodies[0];
    if (!body) {
      form.hidden = true;
      return;
    }
    var rows = Array.prototype.map.call(body.rows, function (row) {
      return { row: row, text: fold(row.textContent) };
    });
    var status = form.querySelector("[role=status]");
    var field = form.elements.namedItem("text");
    var selects = Array.prototype.slice.call(form.querySelectorAll("select[name]"));
    var numerals = form.getAttribute("data-numerals");
    var format = new Intl.NumberFormat(root.lang || undefined, numerals ? { numberingSystem: numerals } : {});

    function apply() {
      var words = fold(field ? field.value : "").split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (entry) {
        var fits = words.every(function (word) { return entry.text.indexOf(word) >= 0; }) &&
          selects.every(function (select) {
            return select.value === "" || entry.row.getAttribute("data-" + select.name) === select.value;
          });
        entry.row.hidden = !fits;
        if (fits) shown += 1;
      });
      if (!status) return;
      var isWhole = words.length === 0 && selects.every(function (select) { return select.value === ""; });
      var pattern = shown === 0 ? form.getAttribute("data-none") : form.getAttribute("data-count");
      status.textContent = isWhole ? "" : (pattern || "")
        .replace("{shown}", format.format(shown)).replace("{all}", format.format(rows.length));
    }

    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", apply);
    form.addEventListener("reset", function () { setTimeout(apply, 0); });
    var read = keepInAddress(form);
    window.addEventListener("hashchange", function () { if (read()) apply(); });
    read();
    apply();
  }

  /* What is chosen in a form stands in the address behind #, so that it can be shared. */
  function keepInAddress(form) {
    var fields = Array.prototype.filter.call(form.elements, function (field) { return field.name; });
    function read() {
      var text = location.hash.indexOf("=") > 0 ? location.hash.slice(1) : location.search.slice(1);
      if (!text) return false;
      var values = new URLSearchParams(text);
      fields.forEach(function (field) { field.value = values.get(field.name) || ""; });
      return true;
    }
    form.addEventListener("input", function () {
      var values = new URLSearchParams();
      fields.forEach(function (field) { if (field.value) values.set(field.name, field.value); });
      try {
        history.replaceState(null, "", values.toString() ? "#" + values : location.href.replace(/[?#].*$/, ""));
      } catch (error) { /* A browser that keeps no addresses of files; the list is narrowed all the same. */ }
    });
    return read;
  }

  /* A field in the head of the page in place of the link to the search; the search page has its own. */
  function makeSearchBox(link) {
    if (document.querySelector("form.search-all")) return;
    var form = document.createElement("form");
    var field = document.createElement("input");
    var button = document.createElement("button");
    form.className = "find";
    form.setAttribute("role", "search");
    field.type = "search";
    field.dir = "auto";
    field.autocomplete = "off";
    field.setAttribute("aria-label", link.getAttribute("data-label"));
    field.placeholder = link.textContent;
    button.type = "submit";
    button.textContent = link.textContent;
    form.appendChild(field);
    form.appendChild(button);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var text = field.value.trim();
      location.href = link.href + (text ? "#q=" + encodeURIComponent(text) : "");
    });
    link.parentNode.replaceChild(form, link);
  }

  /* Says of a table that it is wider than its place only where it is, and lets the keyboard stop there only then. */
  function measureTables() {
    Array.prototype.forEach.call(document.querySelectorAll(".hint + .tab"), function (frame) {
      var hint = frame.previousElementSibling;
      var isWider = frame.scrollWidth > frame.clientWidth + 1;
      hint.hidden = !isWider;
      hint.classList.toggle("needed", isWider);
      if (isWider) frame.tabIndex = 0;
      else frame.removeAttribute("tabindex");
    });
  }

  /* Esc closes the open entries of the menu, or else the menu, and puts the focus on the name of what it closes. */
  function closeMenu(event) {
    if (event.key !== "Escape") return;
    var open = document.querySelectorAll(".menu details[open]");
    if (open.length === 0) open = document.querySelectorAll(".menu-fold[open]");
    Array.prototype.forEach.call(open, function (entry) {
      var hadFocus = entry.contains(document.activeElement);
      entry.open = false;
      if (hadFocus) entry.querySelector("summary").focus();
    });
  }

  /* For a browser whose style sheets cannot open the menu on a wide screen. */
  function openMenu() {
    var menu = document.querySelector(".menu-fold");
    if (menu && !CSS.supports("selector(::details-content)")) menu.open = matchMedia("(min-width: 48rem)").matches;
  }

  /* The entries of the menu open in one place, so only one is open. */
  function closeOtherEntries(event) {
    if (!event.target.open || !event.target.matches(".menu details")) return;
    Array.prototype.forEach.call(document.querySelectorAll(".menu details[open]"), function (entry) {
      if (entry !== event.target) entry.open = false;
    });
  }

  function start() {
    openMenu();
    measureTables();
    window.addEventListener("resize", measureTables);
    document.addEventListener("keydown", closeMenu);
    document.addEventListener("toggle", closeOtherEntries, true);
    Array.prototype.forEach.call(document.querySelectorAll("form.filter[data-for]"), function (form) {
      var table = document.getElementById(form.getAttribute("data-for"));
      if (table && table.tBodies) makeSortable(table);
      // A list of many pages is narrowed by search.js, over all of them.
      if (!form.hasAttribute("data-index")) makeSearchable(form);
    });
    Array.prototype.forEach.call(document.querySelectorAll("a.find[data-label]"), makeSearchBox);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
