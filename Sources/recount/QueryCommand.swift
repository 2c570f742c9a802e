import ArgumentParser
import Building
import Decoding
import Diagnostics
import Formats
import Records
import Report

/// `recount query`: the arithmetic of the figures, for the author who wonders.
struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Ask the records a question.",
        discussion: """
            A question is: what to count, by which field, where which conditions hold. Conditions \
            are written as in a figure's link.

            Examples:
              recount query "killed by month where grading=counted"
              recount query "strikes, killed.min, conceded_killed by district" --format csv
              recount query "killed where month=2017-08 and military_assessment=credible"
            """
    )

    /// How the answer is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case csv
        case json
    }

    @Argument(help: "The question.")
    var question: String

    @OptionGroup var options: SiteOptions

    @Option(help: "How to print the answer.")
    var format = Format.table

    func run() throws {
        let terminal = Terminal()
        var log = DiagnosticLog()
        let site: SiteContent?
        do {
            site = try SiteReader.read(site: options.site, drafts: options.drafts, log: &log)
        } catch {
            terminal.complain("recount: \(error)\n")
            throw ExitCode(2)
        }
        guard let site, !log.hasErrors else {
            let printer = DiagnosticPrinter(usesColor: terminal.usesColor)
            terminal.complain(printer.text(log) + (printer.summary(log) ?? "") + "\n")
            throw ExitCode(1)
        }
        do throws(SelectionParser.Mistake) {
            let answer = try QueryAnswer(
                question,
                dataset: site.dataset,
                settings: site.settings
            )
            switch format {
            case .table: terminal.write(answer.table())
            case .csv: terminal.write(answer.csv())
            case .json: terminal.write(answer.json())
            }
        } catch {
            let help = error.suggestion.map { "     \($0)\n" } ?? ""
            terminal.complain("recount: \(error.message)\n\(help)")
            throw ExitCode(1)
        }
    }
}
