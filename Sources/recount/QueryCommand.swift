import ArgumentParser
import Building
import Decoding
import Diagnostics
import Formats
import Records
import Report

/// `recount query`: counts records with the same arithmetic as the figures of the report.
struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Count records that meet conditions.",
        discussion: """
            A query names what to count, optionally by which field, and optionally where which \
            conditions hold. Conditions are written as in a figure's link.

            Examples:
              recount query "killed by month where grading=counted"
              recount query "strikes, killed.min, conceded_killed by district" --format csv
              recount query "killed where month=2017-08 and military_assessment=credible"
            """
    )

    /// How the result is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case csv
        case json
    }

    @Argument(help: "The query.")
    var query: String

    @OptionGroup var options: SiteOptions

    @Option(help: "How to print the result.")
    var format = Format.table

    func run() throws {
        let terminal = Terminal()
        var log = DiagnosticLog()
        let site: SiteContent?
        do {
            site = try SiteReader.read(site: options.site, drafts: options.drafts, log: &log)
        } catch { throw terminal.failure(error) }
        guard let site, !log.hasErrors else { throw terminal.mistakes(log) }
        do throws(SelectionParser.Mistake) {
            let answer = try QueryAnswer(query, dataset: site.dataset, settings: site.settings)
            switch format {
            case .table: terminal.write(answer.table())
            case .csv: terminal.write(answer.csv())
            case .json: terminal.write(json: answer.json())
            }
        } catch {
            let help = error.suggestion.map { "\n     \($0)" } ?? ""
            throw terminal.failure(error.message + help, code: 1)
        }
    }
}
