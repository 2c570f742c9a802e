// The script that the preview adds to pages. It loads only the event stream and the panel's style sheet, and
// inserts text as text, never as HTML.

/// The browser's part of the live preview.
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

          // If the browser has disabled storage, the scroll position and hidden panels are not kept.
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

          // Whether the page at this address has changed. If the request fails, assume that it has as long
          // as the event stream is open; without a preview, keep the page.
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

          // `changed` is a list of output paths; null means that anything may have changed.
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

          // The panel is in a shadow tree, so that its styles and the page's do not affect each other.
          const panel = (() => {
            let host = null, section, title, note, list, badge, isWarning = false;

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
              // Show the panel only once it is styled; the live region is announced when its text changes.
              host.hidden = true;
              const reveal = () => { if (host) host.hidden = false; };
              style.addEventListener("load", reveal, { once: true });
              style.addEventListener("error", reveal, { once: true });
              document.body.append(host);
            }

            function setHidden(hidden) {
              section.hidden = hidden;
              badge.hidden = !hidden;
              if (isWarning) keep(openKey, hidden ? null : "yes");
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
              show(problems) {
                if (!host) build();
                isWarning = problems.failure === null && problems.mistakes === 0;
                section.classList.toggle("warnings", isWarning);
                badge.classList.toggle("warnings", isWarning);
                const counted = (number, noun) => number + " " + noun + (number === 1 ? "" : "s");
                const counts = [];
                if (problems.mistakes > 0) counts.push(counted(problems.mistakes, "mistake"));
                if (problems.warnings > 0) counts.push(counted(problems.warnings, "warning"));
                title.textContent = problems.failure === null ? counts.join(", ") : "The build failed";
                const end = problems.failure === null ? "every mistake is fixed." : "a build succeeds.";
                note.textContent = isWarning
                  ? "This page is up to date, but you may want to check these warnings."
                  : "The page behind this list is from the last good build. The list closes when " + end;
                badge.textContent = title.textContent;
                const items = problems.list.map(entry);
                if (problems.failure !== null) {
                  const item = element("li");
                  item.append(element("p", problems.failure, "suggestion"));
                  items.push(item);
                }
                const more = problems.mistakes + problems.warnings - problems.list.length;
                if (more > 0) items.push(element("li", "and " + more + " more, listed in the terminal"));
                list.replaceChildren(...items);
                setHidden(isWarning ? kept(openKey) !== "yes" : kept(hiddenKey) === "yes");
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
            on("built", (data) => { if (!data.hasWarnings) panel.close(); show(data.changed); });
            on("problems", (data) => panel.show(data));
            on("fine", () => panel.close());
          }

          function disconnect() {
            if (source) source.close();
            source = null;
          }

          // Browsers limit the connections to one server, so only visible pages keep one open.
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
