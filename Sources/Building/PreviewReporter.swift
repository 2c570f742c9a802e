// What the preview prints in the terminal: a line for each event, and the same list of mistakes as in
// the browser.

import Diagnostics
import Foundation
import Preview
import Synchronization

/// Reports the preview's events line by line.
package final class PreviewReporter: Sendable {
    private let site: String
    private let terminal: Terminal
    private let builder: PreviewBuilder
    private let opens: Bool
    private let state = Mutex(State())

    private struct State {
        var url = ""
        var isBroken = false
        var hasOpened = false
        /// What was said of pictures last.
        var pictures: [String] = []
    }

    /// Creates a reporter for the preview of one site.
    package init(site: String, terminal: Terminal, builder: PreviewBuilder, opens: Bool) {
        self.site = site
        self.terminal = terminal
        self.builder = builder
        self.opens = opens
    }

    /// Reports one event; may be called from any thread.
    package func report(_ event: PreviewEvent) {
        switch event {
        case .serving(let url):
            state.withLock { $0.url = url }
            terminal.say("serving  \(url) (press Ctrl-C to stop)")
        case .changed(let files):
            terminal.say("changed  " + names(files).visibleLine)
        case .shown: openOnce()
        case .built(let changed, let warnings): built(changed, warnings)
        case .mistakes(let found):
            broken(
                list(found) + "         The last good report is still shown; waiting for changes.\n"
            )
            openOnce()
        case .failed(let reason):
            broken("recount: \(reason)\n".visible)
        case .polling(let reason):
            terminal.complain(
                "polling  \(reason), so files are checked several times a second\n"
            )
        }
    }

    private func built(_ changed: [String], _ warnings: [Diagnostic]) {
        if !warnings.isEmpty { terminal.complain(printed: list(warnings)) }
        let wasBroken = state.withLock { state in
            defer { state.isBroken = false }
            return state.isBroken
        }
        guard let last = builder.last else { return }
        let pictures = BuildText.pictures(last.pictures)
        let isNew = state.withLock { state in
            defer { state.pictures = pictures }
            return state.pictures != pictures
        }
        if isNew { for line in pictures { terminal.say(line) } }
        let changes = changed.isEmpty ? "nothing changed" : "\(changed.count) changed"
        terminal.say(
            (wasBroken ? "fixed    " : "built    ")
                + "\(last.pages) pages in \(BuildText.seconds(last.duration)) s: \(changes)"
        )
    }

    private func broken(_ text: String) {
        state.withLock { $0.isBroken = true }
        terminal.complain(printed: text)
    }

    private func list(_ found: [Diagnostic]) -> String {
        var log = DiagnosticLog()
        for diagnostic in found { log.report(diagnostic) }
        return BuildText.mistakes(
            log,
            colored: terminal.usesColor,
            limit: DiagnosticPrinter.usualLimit
        )
    }

    /// The first few names, relative to the site's folder.
    private func names(_ files: [String]) -> String {
        let prefix = site + "/"
        let names = files.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
        let more = names.count > 3 ? " and \(names.count - 3) more" : ""
        return names.prefix(3).joined(separator: ", ") + more
    }

    /// Opens the browser the first time that there is a page to show.
    private func openOnce() {
        let url = state.withLock { state -> String? in
            guard opens, !state.hasOpened else { return nil }
            state.hasOpened = true
            return state.url
        }
        guard let url else { return }
        #if os(macOS)
        let program = "open"
        #else
        let program = "xdg-open"
        #endif
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program, url]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.terminationHandler = { [terminal] process in
            guard process.terminationStatus != 0 else { return }
            terminal.say("         No browser could be opened; go to \(url)")
        }
        do { try process.run() } catch {
            terminal.say("         No browser could be opened; go to \(url)")
        }
    }
}
