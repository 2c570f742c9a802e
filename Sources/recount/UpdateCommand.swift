import ArgumentParser
import Building
import Decoding
import Diagnostics
import Foundation
import Output
import Records
import Report
import Scaffolding

/// `recount update`: puts a new delivery of a table into the site.
struct UpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Put a new delivery of a table into the site.",
        discussion: """
            Shows which columns and records are new, gone or changed, and what becomes of the \
            totals. Nothing is written without --write, and nothing when the site could not be read \
            with the new table.

            The codebook stays as it is. The table keeps its name and format, and cells of private \
            columns that the delivery does not have stay with their records, by id.

            Examples:
              recount update --from new.xlsx
              recount update ~/raqqa --from new.xlsx --sheet Strikes --write
              recount update --from strikes=new.csv --from victims=people.csv
            """
    )

    @Argument(help: "The site's folder, which holds content/.", completion: .directory)
    var site = "."

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            "The new table, with the columns of the old one; with the name of the table before it if it is not that of the strikes (or of the people, without strikes). May be repeated.",
            valueName: "[table=]file"
        ),
        completion: .file(extensions: ["csv", "tsv", "xlsx", "json"])
    )
    var deliveries: [String]

    @Option(help: ArgumentHelp("The sheet of the workbook to read.", valueName: "name"))
    var sheet: String?

    @Option(
        help: ArgumentHelp(
            "The list of a JSON object to read, by the keys that lead to it.",
            valueName: "path"
        )
    )
    var items: String?

    @Flag(help: "Write the table.")
    var write = false

    func validate() throws {
        guard deliveries.count < 2 || sheet == nil && items == nil else {
            throw ValidationError(
                "--sheet and --items are for one file: update one table at a time."
            )
        }
    }

    func run() throws {
        let terminal = Terminal()
        do {
            throw try update(terminal)
        } catch let code as ExitCode {
            if code != .success { throw code }
        } catch let error as SpreadsheetError {
            throw terminal.failure(error, code: 1)
        } catch let error as DeliveryError {
            throw terminal.failure(error, code: 1)
        } catch { throw terminal.failure(error) }
    }

    /// Does it all; returns the exit code.
    private func update(_ terminal: Terminal) throws -> ExitCode {
        var former = DiagnosticLog()
        guard let before = try SiteReader.read(site: site, drafts: false, log: &former) else {
            return terminal.mistakes(former)
        }
        var log = DiagnosticLog()
        var replaced: [String: [UInt8]] = [:]
        for delivery in deliveries {
            let (resource, file) = try resource(of: delivery, before, terminal)
            guard let made = try read(file, for: resource, before, &log, terminal) else {
                return refuse(log, terminal)
            }
            for column in made.kept { say(column, terminal) }
            for line in DeliveryChanges(made).lines { terminal.say(line) }
            let place = "content/" + resource.path
            if made.bytes == (try before.files.read(place)) {
                terminal.say("nothing  \(place) holds the same already")
            } else {
                replaced[place] = made.bytes
            }
        }
        if replaced.isEmpty { return .success }
        log = DiagnosticLog()
        let after = try SiteReader.read(
            site: site,
            drafts: false,
            replacing: replaced,
            log: &log
        )
        guard let after, !log.hasErrors else { return refuse(log, terminal) }
        say(before, after, terminal)
        let warnings = [former, log].map { $0.diagnostics.count { $0.severity == .warning } }
        if warnings[0] != warnings[1] {
            terminal.say("warnings \(warnings[0]) → \(warnings[1]); recount check lists them")
        }
        return try finish(replaced, after, terminal)
    }

    /// Reads a delivery, and puts it into the form of its table.
    private func read(
        _ file: String,
        for resource: Resource,
        _ site: SiteContent,
        _ log: inout DiagnosticLog,
        _ terminal: Terminal
    ) throws -> Delivery? {
        let bytes: [UInt8]
        do {
            bytes = try Array(Data(contentsOf: URL(filePath: file)))
        } catch {
            throw terminal.failure("cannot read \(file): \(error.localizedDescription)")
        }
        let read = try Spreadsheet(bytes, file: file, sheet: sheet, items: items, log: &log)
        guard let read else { return nil }
        terminal.say(
            "read     \(file): \(NewText.count(read.rowCount, "row")), "
                + NewText.count(read.columnCount, "column")
        )
        for note in read.notes { terminal.say("note     \(note)") }
        let place = "content/" + resource.path
        return try Delivery(
            read,
            for: resource,
            bytes: site.files.read(place),
            file: place,
            log: &log
        )
    }

    private func finish(
        _ replaced: [String: [UInt8]],
        _ after: SiteContent,
        _ terminal: Terminal
    ) throws -> ExitCode {
        guard write else {
            terminal.say(
                "next     nothing was written; if this is right, run it again with --write"
            )
            return .success
        }
        let files = replaced.sorted { $0.key < $1.key }
        do {
            try AtomicFile.replace(
                files.map { file, bytes in
                    (after.files.file(file).map(after.files.place) ?? site + "/" + file, bytes)
                }
            )
        } catch {
            let all = files.count == 1 ? "The table is" : "All \(files.count) tables are"
            throw terminal.failure("\(error)\n     \(all) as before.")
        }
        for (file, _) in files { terminal.say("wrote    \(file)") }
        terminal.say("next     recount check, which compares the articles with the new figures")
        return .success
    }

    /// The table that a delivery replaces, and the delivery's file.
    private func resource(
        of delivery: String,
        _ content: SiteContent,
        _ terminal: Terminal
    ) throws -> (Resource, file: String) {
        let codebook = content.dataset.codebook
        let parts = delivery.split(separator: "=", maxSplits: 1).map(String.init)
        // A file's name may have such a sign too.
        let isNamed = parts.count == 2 && parts[0].utf8.allSatisfy { (0x61...0x7A).contains($0) }
        let name = isNamed ? parts[0] : codebook.isOfPeopleOnly ? "victims" : "strikes"
        if let found = codebook.resources.first(where: { $0.kind.rawValue == name }) {
            return (found, isNamed ? parts[1] : delivery)
        }
        let names = codebook.resources.map(\.kind.rawValue)
        throw terminal.failure(
            "the codebook describes no table “\(name)”\n     "
                + (Spelling.question(name, names) ?? "The tables: \(names.joined(separator: ", "))."),
            code: 1
        )
    }

    private func refuse(_ log: DiagnosticLog, _ terminal: Terminal) -> ExitCode {
        terminal.complain(printed: BuildText.mistakes(log, colored: terminal.usesColor))
        terminal.complain(
            "Nothing was written. Lines of content/ are those of the table as it would be written.\n"
        )
        return ExitCode(1)
    }

    private func say(_ column: Delivery.KeptColumn, _ terminal: Terminal) {
        var line = "kept     “\(column.name)”, which is private and not in the delivery: "
        line +=
            column.kept == 1
            ? "1 cell stays with its record, by id"
            : "\(column.kept) cells stay with their records, by id"
        if column.lost > 0 {
            line += "; \(column.lost) of records that are not in the delivery would go"
        }
        terminal.say(line)
    }

    /// What becomes of the totals, and of the records that are withheld or left out.
    private func say(_ before: SiteContent, _ after: SiteContent, _ terminal: Terminal) {
        for (old, new) in zip(totals(before), totals(after)) {
            let change =
                old.text == new.text ? "\(new.text), as before" : "\(old.text) → \(new.text)"
            terminal.say("total    \(new.name): \(change)")
        }
        for counts in after.records {
            guard let former = before.records.first(where: { $0.kind == counts.kind }) else {
                continue
            }
            let left = (former.leftOut.map(\.count), counts.leftOut.map(\.count))
            let parts: [(String, Int, Int)] = [
                ("left out", left.0.reduce(0, +), left.1.reduce(0, +)),
                ("withheld", former.withheld, counts.withheld),
            ]
            for (what, was, now) in parts where was != now {
                terminal.say("records  \(counts.kind.rawValue) \(what): \(was) → \(now)")
            }
            if counts.withheld < former.withheld {
                terminal.complain(
                    "recount: fewer \(counts.kind.rawValue) are withheld than before. Make sure that each may be "
                        + "published.\n"
                )
            }
        }
    }

    /// The totals of every measure that a column holds, over all records and over those that are counted.
    private func totals(_ content: SiteContent) -> [(name: String, text: String)] {
        let codebook = content.dataset.codebook
        if codebook.isOfPeopleOnly { return answer("people", content) }
        let fields = codebook.resource(.strikes)?.fields ?? []
        let held = content.dataset.measures.all.filter { measure in
            measure == .strikes
                || fields.contains {
                    [.count(measure), Role.count(measure).least, Role.count(measure).most]
                        .contains($0.role)
                }
        }
        let names = held.map(\.name).joined(separator: ", ")
        let all = answer(names, content)
        let isGraded =
            fields.contains { $0.role == .grading }
            && !content.settings.methodology.gradings.isEmpty
        let counted = isGraded ? answer(names + " where grading=counted", content) : []
        let people = codebook.resource(.victims) == nil ? [] : answer("people", content)
        return all + counted.map { ($0.name + " counted", $0.text) } + people
    }

    private func answer(_ query: String, _ content: SiteContent) -> [(name: String, text: String)] {
        let answer = try? QueryAnswer(query, dataset: content.dataset, settings: content.settings)
        return answer?.totals ?? []
    }
}
