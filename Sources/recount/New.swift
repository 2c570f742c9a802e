import ArgumentParser
import Building
import Diagnostics
import Foundation
import Scaffolding

/// `recount new`: a site to begin with.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begin a site.",
        discussion: """
            Without --from, a small site of three invented records that shows each feature.

            With --from, a site around your own spreadsheet (.csv, .tsv, .xlsx or .json): it is \
            copied, and a codebook is proposed that says of each column what it seems to hold. \
            Every column is private until you say otherwise, in the codebook or here with --public.

            Examples:
              recount new my-report
              recount new my-report --from strikes.xlsx
              recount new my-report --from strikes.csv --public code,date,place,killed
            """
    )

    @Argument(help: "The folder to make.", completion: .directory)
    var directory: String

    @Option(
        name: .customLong("from"),
        help: "Your spreadsheet, one row a strike.",
        completion: .file(extensions: ["csv", "tsv", "xlsx", "json"])
    )
    var spreadsheet: String?

    @Option(
        name: .customLong("public"),
        help: "The columns that may be published, separated by commas; “all” for every column."
    )
    var published: String?

    func run() throws {
        let terminal = Terminal()
        do {
            guard let spreadsheet else {
                try StarterSite.sample.write(to: directory)
                terminal.write(NewWords.sample(directory, StarterSite.sample.files.count))
                return
            }
            throw try propose(spreadsheet, terminal)
        } catch let error as StartingError {
            terminal.complain("recount: \(error)\n")
            throw ExitCode(2)
        }
    }

    /// Writes a site around the author's spreadsheet; the exit code says whether that could be read.
    private func propose(_ file: String, _ terminal: Terminal) throws -> ExitCode {
        var log = DiagnosticLog()
        do {
            let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: file)))
            guard let spreadsheet = try Spreadsheet(bytes, file: file, log: &log) else {
                terminal.complain(BuildText.mistakes(log, colored: terminal.usesColor))
                terminal.complain("Mend them in \(file) and try again; nothing was written.\n")
                return ExitCode(1)
            }
            terminal.complain(BuildText.mistakes(log, colored: terminal.usesColor))
            terminal.say(
                "read     \(file): \(spreadsheet.rowCount) rows, \(spreadsheet.columnCount) columns"
            )
            let proposal = try SiteProposal(spreadsheet, published: PublicColumns(published))
            try proposal.site.write(to: directory)
            terminal.write(NewWords.proposal(directory, proposal, file))
            return .success
        } catch let error as StartingError {
            throw error
        } catch let error as CocoaError {
            terminal.complain("recount: cannot read \(file): \(error.localizedDescription)\n")
            return ExitCode(2)
        } catch {
            terminal.complain("recount: \(error)\n")
            return ExitCode(2)
        }
    }
}
