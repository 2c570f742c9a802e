import ArgumentParser
import Building
import Decoding
import Diagnostics
import Foundation
import Publishing
import Records

/// `recount withhold`: takes one record out of everything that is published, in a hurry.
struct WithholdCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withhold",
        abstract: "Withhold a record to protect somebody.",
        discussion: """
            Writes protection: withheld into the record's row, a correction of the kind safety, and a \
            mark for its values in content/releases. Then run recount publish for each target: it \
            removes the record from the host, earlier releases included.

            A strike, source or claim is named by its id; a person by the strike and the name.

            Examples:
              recount withhold S-12 --reason "At the family's request."
              recount withhold "S-12/Rami Example" --reason safety --site ~/raqqa
            """
    )

    @Argument(help: "The record: an id, or a strike's id, a slash and a person's name.")
    var record: String

    @OptionGroup var folder: SiteFolder

    @Option(help: "The reason, which stays in your own files.")
    var reason: String

    func run() throws {
        let terminal = Terminal()
        guard let today = Timestamp.today else {
            throw terminal.failure("today's date cannot be read")
        }
        let plan: Withholding
        do {
            plan = try Withholding(site: folder.site, record: record, reason: reason, day: today)
        } catch { throw terminal.failure(error) }
        for edit in plan.edits {
            do {
                try Data(edit.bytes)
                    .write(
                        to: URL(filePath: folder.site).appending(path: edit.path),
                        options: .atomic
                    )
            } catch { throw terminal.failure("\(edit.path) could not be written: \(error)") }
            terminal.say("wrote    \(edit.path): \(edit.summary)")
        }
        if plan.edits.isEmpty { terminal.say("nothing to write: the record is withheld already") }
        for note in plan.notes { terminal.complain("recount: \(note)\n") }
        try check(terminal)
        sayWhatRemains(terminal)
    }

    /// Reads the site again, and says how much of it is withheld now.
    private func check(_ terminal: Terminal) throws {
        var log = DiagnosticLog()
        let content: SiteContent?
        do {
            content = try SiteReader.read(site: folder.site, drafts: false, log: &log)
        } catch { throw terminal.failure(error) }
        guard let content else { throw terminal.mistakes(log) }
        for line in content.records where line.withheld > 0 {
            terminal.say(BuildText.recordCounts(line))
        }
    }

    private func sayWhatRemains(_ terminal: Terminal) {
        let targets = (try? folder.settings(terminal).targets) ?? []
        for target in targets { terminal.say("next     recount publish \(target.name)") }
        if targets.isEmpty { terminal.say("next     recount build, and publish the report again") }
        for line in WithholdCommand.beyondRecall { terminal.say("remains  \(line)") }
    }

    /// What no command can take back.
    private static let beyondRecall = [
        "the narrative, articles and pictures that speak of the record: read them again",
        "the history of your files, such as git’s, and copies of them",
        "the host’s own backups and logs",
        "entries that feed readers and mail services have fetched",
        "copies in web archives and search engines: ask them to remove the pages",
        "mirrors and downloads of readers",
    ]
}
