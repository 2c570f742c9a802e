import ArgumentParser
import Building
import Decoding
import Diagnostics
import Foundation
import Originals
import Records
import Report

/// `recount diff`: shows what changed since a release.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what changed since a release.",
        discussion: """
            Compares the records and figures with those of a release, and lists each published \
            value that differs, each strike that was added or removed, the reason given for it, \
            and every figure that changed. Name a release by its number, or by its date and number.

            Examples:
              recount diff
              recount diff 2
              recount diff 2026-11-22-1 ~/raqqa --format json
            """
    )

    /// How the differences are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @Argument(help: "The release, such as 2 or 2026-11-22-2. [default: the last]")
    var release: String?

    @Argument(
        help: "The site's folder, which holds content/. [default: .]",
        completion: .directory
    )
    var site: String?

    @Option(help: "How to print the differences.")
    var format = Format.text

    func run() throws {
        let terminal = Terminal()
        var log = DiagnosticLog()
        let planned: (report: Report, releases: [Release])?
        do {
            planned = try plan(&log)
        } catch { throw terminal.failure(error) }
        guard let planned else { throw terminal.mistakes(log) }
        guard let chosen = try choose(planned.releases, terminal) else { return }
        let diff = DiffText(planned.report, since: chosen)
        switch format {
        case .text: for line in diff.lines { terminal.say(line) }
        case .json: terminal.write(json: String(decoding: diff.json, as: UTF8.self))
        }
    }

    /// The arguments; a single one that does not name a release is the site's folder.
    private var arguments: (release: String?, site: String) {
        if let release, site == nil, Int(release) == nil, ReleaseStamp(release) == nil {
            return (nil, release)
        }
        return (release, site ?? ".")
    }

    private func plan(_ log: inout DiagnosticLog) throws -> (Report, [Release])? {
        let read = try SiteReader.read(
            site: arguments.site,
            drafts: false,
            theme: .own,
            log: &log
        )
        guard let content = read, !log.hasErrors else { return nil }
        // Articles that contradict the records do not stop this command: their author needs to see what
        // changed.
        let input = ReportInput(
            site: content,
            languages: LanguageReader.read(InterfaceWords(of: content), log: &log),
            generator: Version.text,
            timestamp: Timestamp.of(content.newestDate)
        )
        return Report.plan(input, log: &log).map { ($0, content.releases) }
    }

    private func choose(_ releases: [Release], _ terminal: Terminal) throws -> Release? {
        guard let last = releases.last else {
            terminal.say("nothing has been released yet; recount release records the first")
            return nil
        }
        guard let name = arguments.release else { return last }
        if let found = releases.first(where: {
            $0.stamp.text == name || String($0.stamp.number) == name
        }) {
            return found
        }
        throw terminal.failure(
            "there is no release “\(name)”\n     The releases: "
                + releases.map(\.stamp.text).joined(separator: ", ") + ".",
            code: 1
        )
    }
}
