// The style sheet of the panel. It is served as a file because the pages' policy forbids inline styles.

/// The style sheet of the list of mistakes.
enum PanelStyle {
    static let source = """
        :host { all: initial; color-scheme: light dark; }
        :host([hidden]), [hidden] { display: none !important; }
        section, .badge {
          --ink: light-dark(#1b1b1b, #ececec);
          --quiet: light-dark(#595959, #b4b4b4);
          --paper: light-dark(#fffdf8, #1e1e1e);
          --line: light-dark(#d8d3c8, #444);
          --red: light-dark(#a3160c, #ff9a8c);
          --mark: light-dark(#ffdcd6, #6b1f16);
          box-sizing: border-box;
          position: fixed;
          z-index: 2147483647;
          color: var(--ink);
          background: var(--paper);
          font: 15px/1.45 system-ui, sans-serif;
          border: 1px solid var(--line);
          border-top: 4px solid var(--red);
          box-shadow: 0 0 24px rgb(0 0 0 / 25%);
        }
        section.warnings, .badge.warnings {
          --red: light-dark(#7a5200, #ffc766);
          --mark: light-dark(#ffedc2, #5c4308);
        }
        section {
          inset: auto 0 0 0;
          display: flex;
          flex-direction: column;
          max-height: 60vh;
        }
        header { display: flex; gap: 1rem; align-items: start; padding: .75rem 1rem; }
        header div { flex: 1; }
        h2 { margin: 0; font-size: 1.1rem; color: var(--red); }
        header p { margin: .15rem 0 0; color: var(--quiet); }
        button {
          min-width: 44px;
          min-height: 44px;
          padding: .25rem .9rem;
          font: inherit;
          color: inherit;
          background: transparent;
          border: 1px solid var(--quiet);
          border-radius: 4px;
          cursor: pointer;
        }
        button:focus-visible, ol:focus-visible { outline: 3px solid var(--red); outline-offset: 2px; }
        .badge {
          inset: auto 1rem 1rem auto;
          background: var(--paper);
          color: var(--red);
          font-weight: 600;
          border-radius: 4px;
        }
        ol { margin: 0; padding: 0 1rem 1rem; overflow: auto; list-style: none; }
        li { padding: .75rem 0; border-top: 1px solid var(--line); }
        li p { margin: 0; overflow-wrap: anywhere; }
        .place, pre { font: 13px/1.5 ui-monospace, monospace; }
        strong.error { color: var(--red); }
        pre { margin: .4rem 0; padding: .4rem .6rem; overflow-x: auto; border: 1px solid var(--line); }
        mark { color: inherit; background: var(--mark); text-decoration: underline 2px var(--red); }
        .suggestion { white-space: pre-line; }
        .rule { margin-top: .25rem; color: var(--quiet); font-size: .85rem; }
        @media print { :host { display: none !important; } }

        """
}
