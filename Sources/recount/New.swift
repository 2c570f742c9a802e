import ArgumentParser
import Building
import Decoding
import Diagnostics
import Foundation
import Scaffolding

/// `recount new`: creates a site.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Create a site.",
        discussion: """
            Without --from, creates a small site of three invented records that shows each feature.

            With --from, creates a site from your own spreadsheet (.csv, .tsv, .xlsx or .json): \
            copies it, and proposes a codebook that says what each column seems to hold. A table \
            with one row per person makes a report of people. Every column is private until you make it public, in the codebook or here with --public.

            With --languages, the sample is a report in several languages: its articles lie in a \
            folder of each, and every text of its settings is stated in each.

            Examples:
              recount new my-report
              recount new my-report --languages en,ar
              recount new my-report --from strikes.xlsx
              recount new my-report --from strikes.xlsx --sheet "Strikes 2017"
              recount new my-report --from answer.json --items data.events
              recount new my-report --from strikes.csv --public code,date,place,killed
            """
    )

    @Argument(help: "The folder to create.", completion: .directory)
    var directory: String

    @Option(
        name: .customLong("from"),
        help: "Your spreadsheet, with one row per strike or per person.",
        completion: .file(extensions: ["csv", "tsv", "xlsx", "json"])
    )
    var spreadsheet: String?

    @Option(help: ArgumentHelp("The sheet of the workbook to read.", valueName: "name"))
    var sheet: String?

    @Option(
        help: ArgumentHelp(
            "The list of a JSON object to read, by the keys that lead to it.",
            valueName: "path"
        )
    )
    var items: String?

    @Option(
        name: .customLong("public"),
        help: "The columns to publish, separated by commas, or “all” for every column."
    )
    var published: String?

    @Option(
        help: ArgumentHelp(
            "The languages of the sample, separated by commas, that of the original first.",
            valueName: "tags"
        )
    )
    var languages: String?

    func validate() throws {
        guard languages == nil || spreadsheet == nil else {
            throw ValidationError(
                "--languages is for the sample; with --from, name the languages in site.yaml."
            )
        }
    }

    func run() throws {
        let terminal = Terminal()
        do {
            guard let spreadsheet else {
                let tags = (languages ?? "en").split(separator: ",").map(String.init)
                let site = SchemaFile.added(to: try StarterSite.sample(in: tags))
                try site.write(to: directory)
                try mark(site.translations(into: tags.dropFirst()), terminal)
                terminal.write(NewText.sample(folder: directory, files: site.files.count))
                return
            }
            throw try propose(spreadsheet, terminal)
        } catch let error as StartingError { throw terminal.failure(error) }
    }

    /// States in the sample's translations that they are those of their originals as they are.
    private func mark(_ files: [String], _ terminal: Terminal) throws {
        do {
            for mark in try TranslationMark.all(site: directory, files: files) {
                try mark.write(to: directory)
            }
        } catch { throw terminal.failure(error) }
    }

    /// Writes a site for the author's spreadsheet; returns the exit code.
    private func propose(_ file: String, _ terminal: Terminal) throws -> ExitCode {
        var log = DiagnosticLog()
        do {
            let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: file)))
            let read = try Spreadsheet(bytes, file: file, sheet: sheet, items: items, log: &log)
            guard let spreadsheet = read else {
                terminal.complain(printed: BuildText.mistakes(log, colored: terminal.usesColor))
                terminal.complain("Fix these in \(file) and try again; nothing was written.\n")
                return ExitCode(1)
            }
            terminal.complain(printed: BuildText.mistakes(log, colored: terminal.usesColor))
            terminal.say(
                "read     \(file): \(NewText.count(spreadsheet.rowCount, "row")), "
                    + NewText.count(spreadsheet.columnCount, "column")
            )
            for note in spreadsheet.notes { terminal.say("note     \(note)") }
            let proposal = try SiteProposal(spreadsheet, published: PublicColumns(published))
            let site = SchemaFile.added(to: proposal.site)
            try site.write(to: directory)
            terminal.write(
                NewText.proposal(
                    proposal,
                    folder: directory,
                    source: file,
                    files: site.files.count
                )
            )
            return .success
        } catch let error as StartingError {
            throw error
        } catch let error as CocoaError {
            return terminal.failure("cannot read \(file): \(error.localizedDescription)")
        } catch { return terminal.failure(error) }
    }
}
