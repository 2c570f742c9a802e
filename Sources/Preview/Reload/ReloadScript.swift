// The script that is added to pages on their way. It asks for nothing but the event stream and the
// panel's style sheet, and writes text only as text.

/// The browser's side of the live preview.
enum ReloadScript {
    static let source = #"""
        (() => {
          "use strict";
          const script = document.currentScript;
          const base = "/-/recount/";
          const scrollKey = "recount-scroll";
          const hiddenKey = "recount-panel-hidden";
          const openKey = "recount-warnings-open";
          let position = script.dataset.build;
          let source = null;
          let leaving = false;

          // Storage can be switched off in a browser; the preview then only forgets.
          function keep(key, value) {
            try {
              if (value === null) sessionStorage.removeItem(key);
              else sessionStorage.setItem(key, value);
            } catch { return; }
          }
          function kept(key) {
            try { return sessionStorage.getItem(key); } catch { return null; }
          }

          function outputPath(address) {
            try {
              const url = new URL(address, document.baseURI);
              return url.origin === location.origin ? decodeURIComponent(url.pathname).slice(1) : null;
            } catch { return null; }
          }

          // Whether this page's address gives another page now. A preview that tells of changes but
          // does not answer may have one; without a preview the page stays.
          async function isChanged() {
            for (let attempt = 0; attempt < 3; attempt += 1) {
              try {
                const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
                const tag = answer.headers.get("ETag") ?? "";
                return !tag.startsWith(`"${script.dataset.tag}-`);
              } catch { await new Promise((done) => setTimeout(done, 200)); }
            }
            return source !== null && source.readyState === EventSource.OPEN;
          }

          function styleLinks() {
            return [...document.querySelectorAll("link[rel~=stylesheet][href]")];
          }

          function usedPaths() {
            const used = new Set(performance.getEntriesByType("resource").map((e) => outputPath(e.name)));
            for (const link of styleLinks()) used.add(outputPath(link.href));
            const media = "img[src], source[src], video[src], audio[src], track[src], iframe[src], " +
              "embed[src], script[src]";
            for (const element of document.querySelectorAll(media)) used.add(outputPath(element.src));
            for (const image of document.images) used.add(outputPath(image.currentSrc));
            for (const element of document.querySelectorAll("object[data]")) used.add(outputPath(element.data));
            return used;
          }

          function reload() {
            if (leaving) return;
            leaving = true;
            keep(scrollKey, JSON.stringify([location.pathname, scrollX, scrollY]));
            location.reload();
          }

          function restoreScroll() {
            const text = kept(scrollKey);
            if (text === null) return;
            keep(scrollKey, null);
            const [path, left, top] = JSON.parse(text);
            if (path !== location.pathname) return;
            const restore = () => scrollTo({ left, top, behavior: "instant" });
            restore();
            const first = scrollY;
            addEventListener("load", () => { if (scrollY === first) restore(); }, { once: true });
          }

          function swapStyle(link) {
            const next = link.cloneNode();
            const url = new URL(link.href);
            url.searchParams.set("recount", position);
            next.href = url.href;
            next.addEventListener("load", () => link.remove(), { once: true });
            next.addEventListener("error", reload, { once: true });
            link.after(next);
          }

          // `changed` is a list of output paths; null stands for "anything may have changed".
          async function show(changed) {
            if (changed === null || await isChanged()) return reload();
            const used = usedPaths();
            const mine = new Set(changed.filter((path) => used.has(path)));
            if (mine.size === 0) return;
            const links = styleLinks().filter((link) => mine.has(outputPath(link.href)));
            const linked = new Set(links.map((link) => outputPath(link.href)));
            if (linked.size === mine.size) links.forEach(swapStyle);
            else reload();
          }

          function element(name, text, classes) {
            const made = document.createElement(name);
            if (text) made.textContent = text;
            if (classes) made.className = classes;
            return made;
          }

          // The panel lives in a shadow tree, so neither the page's style nor its own leaks.
          const panel = (() => {
            let host = null, section, title, note, list, badge, doubtful = false;

            function build() {
              host = element("recount-preview");
              const root = host.attachShadow({ mode: "open" });
              const style = element("link");
              style.rel = "stylesheet";
              style.href = base + "panel.css";
              section = element("section");
              section.setAttribute("aria-labelledby", "title");
              section.lang = "en";
              section.dir = "ltr";
              const head = element("header");
              const words = element("div");
              words.setAttribute("role", "status");
              title = element("h2");
              title.id = "title";
              note = element("p");
              words.append(title, note);
              const hide = element("button", "Hide");
              hide.type = "button";
              hide.addEventListener("click", () => { setHidden(true); badge.focus(); });
              head.append(words, hide);
              list = element("ol");
              list.tabIndex = 0;
              list.setAttribute("aria-label", "List of mistakes");
              section.append(head, list);
              section.addEventListener("keydown", (event) => { if (event.key === "Escape") hide.click(); });
              badge = element("button", "", "badge");
              badge.type = "button";
              badge.addEventListener("click", () => { setHidden(false); hide.focus(); });
              root.append(style, section, badge);
              // Shown only once styled; the live region speaks when its text comes.
              host.hidden = true;
              const reveal = () => { if (host) host.hidden = false; };
              style.addEventListener("load", reveal, { once: true });
              style.addEventListener("error", reveal, { once: true });
              document.body.append(host);
            }

            function setHidden(hidden) {
              section.hidden = hidden;
              badge.hidden = !hidden;
              if (doubtful) keep(openKey, hidden ? null : "yes");
              else keep(hiddenKey, hidden ? "yes" : null);
            }

            function entry(mistake) {
              const item = element("li");
              const first = element("p", "", "message");
              first.append(element("code", mistake.place, "place"), " ",
                element("strong", mistake.severity + ":", mistake.severity), " ", mistake.message);
              item.append(first);
              if (mistake.excerpt) {
                const line = element("pre");
                line.dir = "auto";
                line.append(mistake.excerpt.before,
                  element("mark", mistake.excerpt.marked || "\u00a0"), mistake.excerpt.after);
                item.append(line);
              }
              if (mistake.suggestion) item.append(element("p", mistake.suggestion, "suggestion"));
              item.append(element("p", "[" + mistake.rule + "]", "rule"));
              return item;
            }

            return {
              show(trouble) {
                if (!host) build();
                doubtful = trouble.failure === null && trouble.mistakes === 0;
                section.classList.toggle("doubtful", doubtful);
                badge.classList.toggle("doubtful", doubtful);
                const counted = (number, noun) => number + " " + noun + (number === 1 ? "" : "s");
                const counts = [];
                if (trouble.mistakes > 0) counts.push(counted(trouble.mistakes, "mistake"));
                if (trouble.warnings > 0) counts.push(counted(trouble.warnings, "warning"));
                title.textContent = trouble.failure === null ? counts.join(", ") : "The build failed";
                const end = trouble.failure === null ? "all is mended." : "a build succeeds.";
                note.textContent = doubtful
                  ? "This page is the newest; these may be worth a look."
                  : "The page behind this list is the last good one. The list goes away when " + end;
                badge.textContent = title.textContent;
                const items = trouble.list.map(entry);
                if (trouble.failure !== null) {
                  const item = element("li");
                  item.append(element("p", trouble.failure, "suggestion"));
                  items.push(item);
                }
                const more = trouble.mistakes + trouble.warnings - trouble.list.length;
                if (more > 0) items.push(element("li", "and " + more + " more, listed in the terminal"));
                list.replaceChildren(...items);
                setHidden(doubtful ? kept(openKey) !== "yes" : kept(hiddenKey) === "yes");
              },
              close() {
                keep(hiddenKey, null);
                keep(openKey, null);
                if (host) host.remove();
                host = null;
              },
            };
          })();

          function connect() {
            if (source) return;
            source = new EventSource(base + "events?since=" + encodeURIComponent(position));
            const on = (name, act) => source.addEventListener(name, (event) => {
              if (event.lastEventId) position = event.lastEventId;
              act(JSON.parse(event.data));
            });
            on("built", (data) => { if (!data.doubtful) panel.close(); show(data.changed); });
            on("trouble", (data) => panel.show(data));
            on("fine", () => panel.close());
          }

          function disconnect() {
            if (source) source.close();
            source = null;
          }

          // Browsers open few connections to one server: only pages that can be seen hold one.
          function follow() {
            if (document.visibilityState === "hidden") disconnect();
            else connect();
          }

          performance.setResourceTimingBufferSize(4000);
          document.addEventListener("visibilitychange", follow);
          addEventListener("pagehide", disconnect);
          addEventListener("pageshow", follow);
          restoreScroll();
          follow();
        })();

        """#
}
