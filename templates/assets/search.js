/* Searches the whole report, and narrows a list of strikes over all its pages. It asks only this report's own folder: an
   index in parts, each a script that calls recountPart, because a page that was opened from a disk may load scripts and
   nothing else. Of the index it loads the parts of the words that were typed and the descriptions of what it shows.

   The markup it looks for (every word comes from there, in the page's language):
     <form class="search-all" data-index="FOLDER OF THE PARTS/" data-root="FOLDER OF THE PAGES/" data-lang="en" …>
       <input name="q">  <p role="status"></p>  <ol class="results"></ol>
     </form>
     <form class="filter" data-index="…" …>  <input name="text">  <select name="month">  <p role="status"></p> </form>
     <section class="found"><ol class="results"></ol></section>  <div class="unfiltered">the list as it is</div>
   What is chosen stands in the address behind #, as in search.html#q=raqqa and strikes/#month=2017-08, so that it can be
   shared. */
(function () {
  "use strict";

  /* ---- The parts of the index ---- */
  var waiting = {}, stamp = null, suffix = "";
  window.recountPart = function (name, of, value) {
    var entry = waiting[name];
    if (!entry) return;
    if (stamp === null) stamp = of;
    if (stamp === of) {
      entry.done(value);
      return;
    }
    /* The browser holds parts from before a publication, whose numbers mean something else: load all of them anew. */
    entry.fail();
    waiting = {};
    stamp = null;
    suffix = "?" + Date.now();
  };

  function Parts(folder) {
    this.folder = folder;
  }

  /* A promise of the value of a part. */
  Parts.prototype.load = function (name) {
    var folder = this.folder;
    if (!waiting[name]) {
      var entry = waiting[name] = {};
      entry.value = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        entry.done = resolve;
        entry.fail = script.onerror = function () {
          delete waiting[name];
          reject(new Error(name));
        };
        script.src = folder + name + ".js" + suffix;
        document.head.appendChild(script);
      });
    }
    return waiting[name].value;
  };

  /* ---- Words, folded as SearchFolding.swift folds them; the letters come from the index ---- */
  function Folding(rules) {
    var table = new Map();
    rules.letters.forEach(function (line) {
      var colon = line.indexOf(":");
      var letters = Array.from(colon < 0 ? line : line.slice(colon + 1));
      var target = colon < 0 ? letters[0] : line.slice(0, colon);
      letters.forEach(function (letter) { table.set(letter, target); });
    });
    this.table = table;
    this.dropped = new Set(Array.from(rules.dropped));
    this.rules = rules;
  }

  /* The folded letters of a character; "" where it is left out, null where it stands between words. */
  Folding.prototype.fold = function (character) {
    var code = character.codePointAt(0), self = this;
    if (this.rules.shapes.some(function (range) { return range[0] <= code && code <= range[1]; })) {
      var parts = character.normalize("NFKD");
      if (parts !== character) {
        return Array.from(parts).map(function (part) { return self.fold(part) || ""; }).join("");
      }
    }
    if (this.dropped.has(character) || /^\p{Mn}$/u.test(character)) return "";
    if (!/^[\p{Alphabetic}\p{Nd}]$/u.test(character)) return null;
    var table = this.table;
    return Array.from(character.toLowerCase()).map(function (letter) {
      return /^\p{Mn}$/u.test(letter) ? "" : table.has(letter) ? table.get(letter) : letter;
    }).join("");
  };

  Folding.prototype.words = function (text) {
    var self = this, rules = this.rules, words = [], word = "", followsArticle = false;
    function end(isBeforeHyphen) {
      if (word === "") return;
      var plain = self.withoutParticle(word);
      word = "";
      if (followsArticle) words.pop();
      words.push(plain);
      followsArticle = rules.articles.indexOf(plain) >= 0 ||
        isBeforeHyphen && rules.spokenArticles.indexOf(plain) >= 0;
    }
    Array.from(text).forEach(function (character) {
      var folded = self.fold(character);
      if (folded === null) end(/^[-\u2010\u2011]$/.test(character));
      else if (folded !== "") word += folded;
      else if (/^['\u2019]$/.test(character) && rules.elided.indexOf(word) >= 0) end(false);
    });
    end(false);
    return words;
  };

  /* A word without the Arabic article at its beginning, if enough letters follow it. */
  Folding.prototype.withoutParticle = function (word) {
    var found = this.rules.particles.find(function (particle) {
      return word.length >= particle.text.length + particle.rest && word.indexOf(particle.text) === 0;
    });
    return found ? word.slice(found.text.length) : word;
  };

  /* ---- Numbers, which the index writes as marks ---- */
  function Marks(rules) {
    this.last = rules.last;
    this.more = rules.more;
  }

  Marks.prototype.numbers = function (text) {
    var numbers = [], number = 0;
    for (var i = 0; i < text.length; i += 1) {
      var digit = this.last.indexOf(text[i]);
      if (digit >= 0) {
        numbers.push(number * this.last.length + digit);
        number = 0;
      } else if (text[i] === "~") {
        numbers.push(null);
      } else {
        number = number * this.more.length + this.more.indexOf(text[i]);
      }
    }
    return numbers;
  };

  /* Increasing numbers that are written as distances; after null comes how many follow one by one. */
  Marks.prototype.increasing = function (text) {
    var result = [], before = -1, numbers = this.numbers(text);
    for (var i = 0; i < numbers.length; i += 1) {
      if (numbers[i] === null) {
        i += 1;
        for (var left = numbers[i]; left > 0; left -= 1) result.push(before += 1);
      } else {
        result.push(before += numbers[i] + 1);
      }
    }
    return result;
  };

  /* ---- The index ---- */
  function Index(folder, language, root) {
    this.parts = new Parts(folder);
    this.language = language;
    this.root = root;
    this.rules = null;
  }

  Index.prototype.open = function () {
    var self = this;
    return this.parts.load("index").then(function (rules) {
      self.rules = rules;
      self.folding = self.folding || new Folding(rules);
      self.marks = self.marks || new Marks(rules);
      return self;
    });
  };

  Index.prototype.part = function (beginning) {
    var hash = 2166136261;
    new TextEncoder().encode(beginning).forEach(function (byte) { hash = Math.imul(hash ^ byte, 16777619) >>> 0; });
    return "t" + hash % this.rules.parts;
  };

  /* The parts that may hold words that begin so: a word stands under its first three letters, one with digits under all but
     its last two characters. */
  Index.prototype.partsOf = function (word) {
    var characters = Array.from(word), self = this, hasDigits = /[0-9]/.test(word);
    var lengths = hasDigits || characters.length <= 5 ? [characters.length - 2, characters.length - 1, characters.length] : [];
    if (!hasDigits) lengths.unshift(3);
    return lengths.map(function (length) { return self.part(characters.slice(0, Math.max(3, length)).join("")); })
      .filter(function (name, place, all) { return all.indexOf(name) === place; });
  };

  /* A promise of the documents of one word, each with its weight: 4 where a word is the same and names it. */
  Index.prototype.find = function (word) {
    var self = this;
    return Promise.all(this.partsOf(word).map(function (name) { return self.parts.load(name); }))
      .then(function (parts) {
        var found = new Map();
        function add(documents, weight) {
          documents.forEach(function (number) {
            if ((found.get(number) || 0) < weight) found.set(number, weight);
          });
        }
        parts.forEach(function (part) {
          Object.keys(part).forEach(function (term) {
            if (term !== word && (word.length < 3 || term.indexOf(word) !== 0)) return;
            var lists = part[term].split(" ");
            add(self.marks.increasing(lists[0]), term === word ? 4 : 3);
            if (lists.length > 1) add(self.marks.increasing(lists[1]), term === word ? 2 : 1);
          });
        });
        return found;
      });
  };

  /* A promise of the documents that hold every word of a text, best first. */
  Index.prototype.search = function (text) {
    var self = this;
    return this.open().then(function () {
      var words = self.folding.words(text).filter(function (word, place, all) { return all.indexOf(word) === place; });
      return Promise.all(words.map(function (word) { return self.find(word); }));
    }).then(function (found) {
      if (found.length === 0) return [];
      found.sort(function (one, other) { return one.size - other.size; });
      var hits = [];
      found[0].forEach(function (weight, number) {
        var least = weight, sum = weight;
        var isIn = found.slice(1).every(function (other) {
          if (!other.has(number)) return false;
          least = Math.min(least, other.get(number));
          sum += other.get(number);
          return true;
        });
        if (isIn) hits.push({ number: number, least: least, sum: sum });
      });
      hits.sort(function (one, other) {
        return other.least - one.least || other.sum - one.sum ||
          self.rank(one.number) - self.rank(other.number) || one.number - other.number;
      });
      return hits.map(function (hit) { return hit.number; });
    });
  };

  /* Chapters stand before places, people and strikes that fit as well. */
  Index.prototype.rank = function (number) { return "glps".indexOf(this.kind(number).name); };

  Index.prototype.kind = function (number) {
    return this.rules.kinds.find(function (kind) { return number < kind.end; });
  };

  /* A promise of what is shown of a document. */
  Index.prototype.describe = function (number) {
    var kinds = this.rules.kinds, kind = this.kind(number), place = kinds.indexOf(kind);
    var offset = number - (place > 0 ? kinds[place - 1].end : 0);
    var file = this.language + "-" + kind.name + Math.floor(offset / kind.perFile);
    return this.parts.load(file).then(function (entries) {
      return { kind: kind.name, entry: entries[offset % kind.perFile] };
    });
  };

  /* ---- What is shown ---- */
  function bdi(text) {
    var element = document.createElement("bdi");
    element.textContent = text;
    return element;
  }

  function item(index, kindName, described) {
    var entry = described.entry;
    var line = document.createElement("li");
    var link = document.createElement("a");
    link.href = index.root + entry[2].replace(/%/g, "%25");
    // A browser that can marks the name on its page.
    if (described.kind === "p" && document.fragmentDirective) {
      link.href += (entry[2].indexOf("#") < 0 ? "#" : "") + ":~:text=" + encodeURIComponent(entry[0]).replace(/-/g, "%2D");
    }
    // Of a strike, the words of the page stand around those of the record, which are isolated where they must be.
    link.appendChild(described.kind === "s" ? document.createTextNode(entry[0]) : bdi(entry[0]));
    line.appendChild(link);
    if (entry[3]) {
      line.appendChild(document.createTextNode(" "));
      line.appendChild(bdi(entry[3]));
    }
    var facts = document.createElement("span");
    facts.className = "small at";
    if (kindName) {
      var kind = document.createElement("span");
      kind.className = "kind";
      kind.textContent = kindName;
      facts.appendChild(kind);
      facts.appendChild(document.createTextNode(" "));
    }
    facts.appendChild(document.createTextNode(entry[1]));
    line.appendChild(facts);
    return line;
  }

  /* A list of documents, ten at a time, which says how many there are. */
  function Results(form, list, index) {
    this.form = form;
    this.list = list;
    this.index = index;
    this.status = form.querySelector("[role=status]");
    var numerals = form.getAttribute("data-numerals");
    this.format = new Intl.NumberFormat(document.documentElement.lang || undefined, numerals ? { numberingSystem: numerals } : {});
    this.more = document.createElement("button");
    this.more.type = "button";
    this.more.textContent = form.getAttribute("data-more");
    this.more.hidden = true;
    list.parentNode.insertBefore(this.more, list.nextSibling);
    this.turn = 0;
    var self = this;
    this.more.addEventListener("click", function () { self.extend(true); });
  }

  Results.step = 10;

  Results.prototype.say = function (text) { if (this.status) this.status.textContent = text || ""; };

  Results.prototype.clear = function (text) {
    this.turn += 1;
    this.numbers = [];
    this.next = 0;
    this.seen = new Set();
    this.list.textContent = "";
    this.more.hidden = true;
    this.say(text);
  };

  Results.prototype.show = function (numbers, say) {
    this.clear("");
    this.numbers = numbers;
    this.sentence = say;
    this.extend(false);
  };

  Results.prototype.extend = function (isAsked) {
    var self = this, turn = this.turn, first = this.list.children.length;
    var next = this.numbers.slice(this.next, this.next + Results.step);
    this.next += next.length;
    return Promise.all(next.map(function (number) { return self.index.describe(number); })).then(function (described) {
      if (turn !== self.turn) return;
      described.forEach(function (one) {
        // Places that have several names in one language may have one in another.
        var key = one.kind + one.entry[2];
        if (one.kind === "l" && self.seen.has(key)) return;
        self.seen.add(key);
        self.list.appendChild(item(self.index, self.form.getAttribute("data-kind-" + one.kind), one));
      });
      var shown = self.list.children.length;
      var all = self.numbers.length - self.next + shown;
      self.more.hidden = self.next >= self.numbers.length;
      self.say(self.sentence(self.format.format(shown), self.format.format(all)));
      // The keyboard goes on where the new lines begin.
      if (isAsked && self.list.children[first]) self.list.children[first].querySelector("a").focus();
    }).catch(function () { self.say(self.form.getAttribute("data-failed")); });
  };

  /* ---- What stands in the address ---- */
  function state() {
    var text = location.hash.indexOf("=") > 0 ? location.hash.slice(1) : location.search.slice(1);
    return new URLSearchParams(text);
  }

  function keep(values) {
    var text = values.toString();
    try {
      history.replaceState(null, "", text ? "#" + text : location.href.replace(/[?#].*$/, ""));
    } catch (error) {
      if (text) location.replace("#" + text);
    }
  }

  function afterTyping(body) {
    var timer = null;
    return function () {
      clearTimeout(timer);
      timer = setTimeout(body, 150);
    };
  }

  /* ---- The search page ---- */
  function startSearch(form) {
    var field = form.elements.namedItem("q");
    var index = new Index(form.getAttribute("data-index"), form.getAttribute("data-lang"), form.getAttribute("data-root"));
    var results = new Results(form, form.querySelector(".results"), index);

    function run() {
      var text = field.value.trim(), turn = results.turn + 1;
      results.turn = turn;
      if (text === "") return results.clear("");
      index.search(text).then(function (numbers) {
        if (results.turn !== turn) return;
        if (numbers.length === 0) {
          return results.clear(form.getAttribute(Array.from(text).length < 3 ? "data-short" : "data-none"));
        }
        results.show(numbers, function (shown, all) {
          return form.getAttribute("data-count").replace("{shown}", shown).replace("{all}", all);
        });
      }).catch(function () { results.clear(form.getAttribute("data-failed")); });
    }

    function read() {
      field.value = state().get("q") || "";
      run();
    }

    var runSoon = afterTyping(run);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      run();
    });
    field.addEventListener("input", function () {
      var values = new URLSearchParams();
      if (field.value.trim()) values.set("q", field.value.trim());
      keep(values);
      runSoon();
    });
    window.addEventListener("hashchange", read);
    read();
  }

  /* ---- A list of strikes over all its pages ---- */
  function startFilter(form) {
    var found = document.querySelector(".found"), whole = document.querySelector(".unfiltered");
    if (!found || !whole) return;
    var index = new Index(form.getAttribute("data-index"), form.getAttribute("data-lang"), form.getAttribute("data-root"));
    var results = new Results(form, found.querySelector(".results"), index);
    var field = form.elements.namedItem("text");
    var selects = Array.prototype.slice.call(form.querySelectorAll("select[name]"));
    var all = Number(form.getAttribute("data-all"));

    function chosen() {
      var values = new URLSearchParams();
      if (field.value.trim()) values.set("text", field.value.trim());
      selects.forEach(function (select) { if (select.value) values.set(select.name, select.value); });
      return values;
    }

    /* A promise of the strikes that fit, by number. */
    function fitting(values) {
      var strikes = index.open().then(function () { return index.parts.load("strikes"); });
      var text = values.get("text");
      var hits = text ? index.search(text) : Promise.resolve(null);
      return Promise.all([strikes, hits]).then(function (loaded) {
        var fields = loaded[0], numbers = loaded[1];
        var tests = selects.filter(function (select) { return select.value && fields[select.name]; }).map(function (select) {
          var field = fields[select.name];
          field.numbers = field.numbers || index.marks.numbers(field.values);
          var option = field.keys.indexOf(select.value) + 1;
          return function (number) { return field.numbers[number] === option; };
        });
        if (numbers) numbers = numbers.filter(function (number) { return number < all; });
        else numbers = Array.from({ length: all }, function (_, number) { return number; });
        return numbers.sort(function (one, other) { return one - other; })
          .filter(function (number) { return tests.every(function (test) { return test(number); }); });
      });
    }

    function run() {
      var values = chosen(), isWhole = values.toString() === "", turn = results.turn + 1;
      results.turn = turn;
      if (isWhole) {
        found.hidden = true;
        whole.hidden = false;
        return results.clear("");
      }
      fitting(values).then(function (numbers) {
        if (results.turn !== turn) return;
        found.hidden = numbers.length === 0;
        whole.hidden = true;
        if (numbers.length === 0) return results.clear(form.getAttribute("data-none"));
        results.show(numbers, function (shown, count) {
          return form.getAttribute("data-count").replace("{shown}", count).replace("{all}", results.format.format(all));
        });
      }).catch(function () { results.clear(form.getAttribute("data-failed")); });
    }

    function read() {
      var values = state();
      field.value = values.get("text") || "";
      selects.forEach(function (select) { select.value = values.get(select.name) || ""; });
      run();
    }

    var runSoon = afterTyping(run);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", function () {
      keep(chosen());
      runSoon();
    });
    window.addEventListener("hashchange", read);
    if (state().toString()) read();
  }

  function start() {
    Array.prototype.forEach.call(document.querySelectorAll("form.search-all"), startSearch);
    Array.prototype.forEach.call(document.querySelectorAll("form.filter[data-index]"), startFilter);
  }

  // For the test that compares the folding with that of the builder.
  window.recountWords = function (rules, text) { return new Folding(rules).words(text); };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
