// A page of a strike shows its row and those of a few others. To find out whether it would be the same as in an earlier
// build, it need not be rendered: it is the same if these rows are, and all that pages share.
//
// A row is what a reader can download of a record. Templates can show nothing else, because private columns are not
// decoded; and what several rows decide together, such as the spelling of a word, is in the decoded row already.

import Output
import Records
import Synchronization
import Templates
import Text

/// Digests of what the files of a report show.
final class RecordDigests: Sendable {
    /// The report.
    let model: ReportModel
    /// What pages show of each strike, by position.
    let strikes: [Digest]
    /// What they show of each person, by position.
    let people: [Digest]
    /// What pages print of the whole report, by the language and kind of the page.
    private let editions = Mutex<[Edition: Digest]>([:])
    private let ground: Digest
    private let templates: TemplateSet

    /// The pages that may print the same of the whole report.
    private struct Edition: Hashable {
        let language: String
        let kind: String
    }

    /// Digests the records of a report; `nil` when they have texts that refer to other pages.
    ///
    /// The ground is a digest of everything that the report is made from besides the rows of strikes and people and the
    /// articles.
    init?(_ model: ReportModel, templates: TemplateSet, ground: Digest) {
        let dataset = model.dataset
        guard dataset.markdownCells.isEmpty, dataset.markdownTexts.isEmpty,
            let rows = RecordDigests.rows(
                .strikes,
                dataset.strikes.count,
                model,
                { bytes, row in
                    bytes.add(shown: model.dataset, ofStrikeAt: row)
                }
            ),
            let people = RecordDigests.rows(.victims, dataset.victims.count, model, { _, _ in })
        else { return nil }
        self.model = model
        self.templates = templates
        self.ground = RecordDigests.ground(ground, model)
        self.people = people
        strikes = RecordDigests.withConcessions(rows, dataset)
    }

    /// The fields that pages of a kind read.
    func reads(of kind: String) -> FieldReads { templates.reads(of: kind) }

    /// The digest of all that a file shows; `nil` for a file that may show more than records tell.
    func key(of job: PageJob) -> Digest? {
        guard let addKey = job.key else { return nil }
        var bytes = KeyBytes()
        bytes.add(ground)
        bytes.add(job.path)
        if case .page(let kind, _, let language, _) = job.content {
            guard let edition = edition(language, kind) else { return nil }
            bytes.add(kind)
            bytes.add(edition)
        }
        addKey(self, &bytes)
        return bytes.digest
    }

    /// The ground with what rows of strikes and people decide for all files.
    private static func ground(_ ground: Digest, _ model: ReportModel) -> Digest {
        var bytes = KeyBytes()
        bytes.add(ground)
        bytes.add(frameOfArticles: model)
        bytes.add(model.dataset.spellings)
        let rare = model.dataset.rareValues
        bytes.add(rare.minimum)
        for columns in [rare.columns, rare.peopleColumns] {
            bytes.add(columns.mapValues { String($0) })
        }
        // A strike that is left out or withheld takes with it what other tables say of it.
        for table in model.downloads.tables
        where table.resource.kind != .strikes && table.resource.kind != .victims {
            bytes.add(table.resource.kind.rawValue)
            for row in 0..<table.rowCount {
                table.add(row: row, to: &bytes)
                bytes.fold()
            }
        }
        return bytes.digest
    }

    /// The digests of the rows of a table; `nil` if there are rows and nobody can download them.
    private static func rows(
        _ kind: ResourceKind,
        _ count: Int,
        _ model: ReportModel,
        _ addMore: @Sendable (inout KeyBytes, Int) -> Void
    ) -> [Digest]? {
        if count == 0 { return [] }
        guard let table = model.downloads.tables.first(where: { $0.resource.kind == kind }) else {
            return nil
        }
        return ParallelMap.map(Array(0..<count)) { row in
            var bytes = KeyBytes()
            table.add(row: row, to: &bytes)
            addMore(&bytes, row)
            return bytes.digest
        }
    }

    /// The digests of strikes, with those of the strikes that state their concessions.
    private static func withConcessions(_ rows: [Digest], _ dataset: Dataset) -> [Digest] {
        rows.indices.map { position in
            var seen = [position]
            while let last = seen.last,
                let next = dataset.index(of: dataset.strikes[last].overlap[.conceded]),
                !seen.contains(next)
            {
                seen.append(next)
            }
            if seen.count == 1 { return rows[position] }
            var bytes = KeyBytes()
            for strike in seen { bytes.add(rows[strike]) }
            return bytes.digest
        }
    }

    /// What pages of a language and kind print of the whole report; `nil` for a language in which only a few pages are.
    private func edition(_ language: Language, _ kind: String) -> Digest? {
        editions.withLock { known in
            let edition = Edition(language: language.tag, kind: kind)
            if let digest = known[edition] { return digest }
            guard let version = model.versions.all.first(where: { $0.language.tag == language.tag })
            else { return nil }
            let digest = RecordDigests.edition(version, model, reads(of: kind))
            known[edition] = digest
            return digest
        }
    }

    /// A digest of what all pages of a version and kind show, whatever they are about.
    private static func edition(
        _ version: ReportVersions.Version,
        _ model: ReportModel,
        _ reads: FieldReads
    ) -> Digest {
        let scope = PageScope(model, path: "", language: version.language, folder: version.folder)
        var bytes = KeyBytes()
        bytes.add(version.folder)
        bytes.add(SiteView(scope: scope), reading: reads)
        for grading in scope.gradings { bytes.add(grading, reading: reads) }
        bytes.add(scope.edition.version)
        bytes.add(scope.edition.released?.iso ?? "")
        bytes.add(scope.selections.placeNames)
        bytes.add(model.search?.facets(model).area?.name ?? "")
        return bytes.digest
    }
}

extension KeyBytes {
    fileprivate mutating func add(_ texts: [String: String]) {
        add(texts.count)
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            add(name)
            add(text)
        }
    }

    /// Adds what pages show of the strike at a position besides its row.
    fileprivate mutating func add(shown dataset: Dataset, ofStrikeAt position: Int) {
        if dataset.coarsenings.isEmpty, dataset.withheld.people.isEmpty { return }
        let id = dataset.strikes[position].id
        add(dataset.withheld.people[id] ?? 0)
        guard let coarse = dataset.coarsenings[id] else { return }
        add(coarse.decimals ?? -1)
        add(coarse.pointOf?.rawValue ?? "")
        add(coarse.omitsPoint)
        add(coarse.date?.rawValue ?? "")
        add(coarse.groupsAge)
        add(coarse.omitted.map(\.name).sorted())
    }
}

extension DownloadTable {
    /// Adds the cells of a row to what a digest is made of.
    func add(row: Int, to bytes: inout KeyBytes) {
        visit(row) { cell in
            switch cell {
            case .none: bytes.add(0)
            case .integer(let number):
                bytes.add(1)
                bytes.add(number)
            case .number(let text):
                bytes.add(2, text)
            case .text(let text):
                bytes.add(3, text)
            }
        }
    }
}
