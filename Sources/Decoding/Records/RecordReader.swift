// From tables to the dataset: decode every table, leave out the records that the author leaves out and those
// that belong to them, and check records against each other.

import Diagnostics
import Formats
import Records

/// What the tables of a site hold.
struct ReadRecords: Sendable {
    var dataset: Dataset
    /// The tables, with their protected rows.
    var tables: [RecordTable]
    var counts: [ResourceCount]
    /// The ids of strikes that are left out, withheld or could not be read.
    var hidden: Set<String>
    /// The ids of strikes that are withheld.
    var withheld: Set<String>
    /// What protected records must not show anywhere.
    var privateValues: [PrivateValue]
    /// The cells of public columns that records do not show as they are.
    var unshown: [ResourceKind: Set<Int>]
    /// The texts of withheld rows, which may name pictures.
    var withheldTexts: [String]
    /// Takes what is protected out of recorded releases.
    var releases: ReleaseRedaction
}

/// Reads all records of a site.
struct RecordReader {
    let settings: SiteSettings
    let codebook: Codebook
    /// The day on which consents must still hold; `nil` when the site states none.
    let day: CalendarDate?
    /// The texts of the articles, which may group strikes by own columns.
    let prose: [String]
    /// What the last release showed; `nil` before the first.
    let released: PublishedState?
    /// What media may refer to.
    let mediaTargets: MediaTargets

    /// What decides the result, for a cache.
    struct Input: Equatable, Sendable {
        /// The versions of the settings, the codebook, the tables and the releases.
        let versions: [[ExactText: Int]]
        let day: CalendarDate?
        let prose: [ExactText]
        let mediaTargets: MediaTargets
    }

    /// What decides the result besides what has these versions.
    func input(_ versions: [[ExactText: Int]]) -> Input {
        Input(
            versions: versions,
            day: day,
            prose: prose.map { ExactText($0) },
            mediaTargets: mediaTargets
        )
    }

    func read(_ tables: [RecordTable], _ log: inout DiagnosticLog) -> ReadRecords {
        let context = DecodingContext(settings, codebook.measures)
        let protection = ProtectionReader(settings: settings, day: day).read(tables, &log)
        var set = RecordSet(tables: protection.tables)
        if let table = set.table(.strikes) {
            set.strikes = RowPass.decode(Strike.self, table, context)
        }
        if let table = set.table(.victims) {
            set.victims = RowPass.decode(Victim.self, table, context)
        }
        if let table = set.table(.sources) {
            set.sources = RowPass.decode(Source.self, table, context)
        }
        if let table = set.table(.claims) {
            set.claims = RowPass.decode(Claim.self, table, context)
        }
        if let table = set.table(.disclosures) {
            set.disclosures = RowPass.decode(Disclosure.self, table, context)
        }
        if let table = set.table(.corrections) {
            set.corrections = RowPass.decode(Correction.self, table, context)
        }
        if let table = set.table(.media) {
            set.media = RowPass.decode(Medium.self, table, context)
        }
        Redaction(protection).removeReferences(&set)
        RecordChecks(
            settings: settings,
            measures: codebook.measures,
            isOfPeopleOnly: codebook.isOfPeopleOnly,
            mediaTargets: mediaTargets
        )
        .check(&set)
        set.flush(into: &log)
        var values = protection.values
        var coarse = CoarseFacts()
        coarse.apply(settings, &set, &values, &log)
        coarse.hideRareValues(settings, codebook, prose, released: released, &set)
        return joined(&set, protection, values, coarse)
    }

    private func joined(
        _ set: inout RecordSet,
        _ protection: ProtectedTables,
        _ values: [PrivateValue],
        _ coarse: CoarseFacts
    ) -> ReadRecords {
        let hidden = hiddenStrikes(set)
        let victims = kept(set.victims.records, hidden) { hidden.contains($0.strikeID) }
        let sources = kept(set.sources.records, hidden) { hidden.contains($0.strikeID) }
        let disclosures = kept(set.disclosures.records, hidden) { hidden.contains($0.strikeID) }
        // A strike that is left out now may have been published before, so its corrections are kept.
        let corrections = set.corrections.records
        let media = set.media.records.filter {
            !hidden.contains($0.strikeID) && !mediaTargets.isUnpublished($0.articlePath)
        }
        let claims = kept(set.claims.records, hidden) { claim in
            guard case .strikes(let ids) = claim.scope else { return false }
            return ids.allSatisfy(hidden.contains)
        }
        let tallies = [
            tally(.strikes, set, set.strikes, shown: set.strikes.records.count),
            tally(.victims, set, set.victims, shown: victims.count),
            tally(.sources, set, set.sources, shown: sources.count),
            tally(.claims, set, set.claims, shown: claims.count),
            tally(.disclosures, set, set.disclosures, shown: disclosures.count),
            tally(.corrections, set, set.corrections, shown: corrections.count),
            tally(
                .media,
                set,
                set.media,
                shown: media.count,
                unpublished: set.media.records.count {
                    !hidden.contains($0.strikeID) && mediaTargets.isUnpublished($0.articlePath)
                }
            ),
        ]
        .compactMap(\.self)
        let reducedPeople = coarse.reduced(victims, set.table(.victims))
        let markdownCells = MarkdownSummaries(settings).cells(set)
        let markdownTexts = MarkdownTexts(set, victims: victims, sources: sources, claims: claims)
            .texts
        // The dataset puts them in order, and must be their only owner to do it in place.
        let strikes = set.strikes.records
        set.strikes.records = []
        set.victims.records = []
        let dataset = Dataset(
            codebook: codebook,
            methodology: settings.methodology,
            strikes: consume strikes,
            victims: consume victims,
            sources: sources,
            claims: claims,
            disclosures: disclosures,
            media: media,
            leftOut: tallies.flatMap(\.leftOut),
            withheld: settings.statesWithheld ? protection.withheld : WithheldRecords(),
            coarsenings: coarse.stated,
            rareValues: coarse.rare,
            reducedPeople: reducedPeople,
            strikesWithProtectedPeople: protection.strikesWithProtectedPeople,
            markdownCells: markdownCells,
            markdownTexts: markdownTexts,
            corrections: corrections,
            spellings: [
                set.strikes.spellings, set.victims.spellings, set.sources.spellings,
                set.claims.spellings, set.disclosures.spellings,
            ]
            .reduce(into: [:]) { all, own in all.merge(own) { first, _ in first } }
        )
        return ReadRecords(
            dataset: dataset,
            tables: protection.tables,
            counts: tallies.map(\.count),
            hidden: hidden.union(set.strikes.unread).union(set.strikes.withheld.map(\.name)),
            withheld: protection.names[.strikes] ?? [],
            privateValues: values,
            unshown: coarse.unshown,
            withheldTexts: protection.texts,
            releases: ReleaseRedaction(protection, dataset, coarse: coarse)
        )
    }

    /// The ids of strikes that are left out.
    private func hiddenStrikes(_ set: RecordSet) -> Set<String> {
        let names = Set(set.strikes.leftOut.map(\.name))
        if names.isEmpty { return names }
        return names.subtracting(set.strikes.records.map(\.id))
    }

    /// Records without those of hidden strikes.
    private func kept<Record>(
        _ records: [Record],
        _ hidden: Set<String>,
        isHidden: (Record) -> Bool
    ) -> [Record] {
        hidden.isEmpty ? records : records.filter { !isHidden($0) }
    }

    /// Counts the rows of one table; the number read is always the sum of those shown, left out and withheld.
    private func tally<Record>(
        _ kind: ResourceKind,
        _ set: RecordSet,
        _ rows: DecodedRows<Record>,
        shown: Int,
        unpublished: Int = 0
    ) -> (count: ResourceCount, leftOut: [LeftOut])? {
        guard let table = set.table(kind) else { return nil }
        var reasons: [LeftOut.Reason] = []
        var counts: [LeftOut.Reason: Int] = [:]
        func add(_ reason: LeftOut.Reason, _ number: Int) {
            if number == 0 { return }
            if counts[reason] == nil { reasons.append(reason) }
            counts[reason, default: 0] += number
        }
        for row in rows.leftOut { add(.stated(row.reason), 1) }
        add(.strikeLeftOut, rows.records.count - shown - unpublished)
        add(.articleUnpublished, unpublished)
        let leftOut = reasons.map {
            ResourceCount.LeftOutCount(reason: $0, count: counts[$0] ?? 0)
        }
        let count = ResourceCount(
            kind: kind,
            file: table.schema.file,
            read: shown + leftOut.reduce(0) { $0 + $1.count } + rows.withheld.count,
            shown: shown,
            leftOut: leftOut,
            withheld: rows.withheld.count
        )
        let entries = leftOut.flatMap { entry in
            [LeftOut](repeating: LeftOut(kind: kind, reason: entry.reason), count: entry.count)
        }
        return (count, entries)
    }
}

/// The decoded tables of a site, with their mistakes.
struct RecordSet {
    let tables: [RecordTable]
    var strikes = DecodedRows<Strike>()
    var victims = DecodedRows<Victim>()
    var sources = DecodedRows<Source>()
    var claims = DecodedRows<Claim>()
    var disclosures = DecodedRows<Disclosure>()
    var corrections = DecodedRows<Correction>()
    var media = DecodedRows<Medium>()

    init(tables: [RecordTable]) {
        self.tables = tables
    }

    func table(_ kind: ResourceKind) -> RecordTable? { tables.first { $0.kind == kind } }

    /// Passes the log of one table to `body`.
    mutating func withLog(_ kind: ResourceKind, _ body: (inout RowLog) -> Void) {
        switch kind {
        case .strikes: body(&strikes.log)
        case .victims: body(&victims.log)
        case .sources: body(&sources.log)
        case .claims: body(&claims.log)
        case .disclosures: body(&disclosures.log)
        case .corrections: body(&corrections.log)
        case .media: body(&media.log)
        }
    }

    func flush(into log: inout DiagnosticLog) {
        strikes.log.flush(into: &log)
        victims.log.flush(into: &log)
        sources.log.flush(into: &log)
        claims.log.flush(into: &log)
        disclosures.log.flush(into: &log)
        corrections.log.flush(into: &log)
        media.log.flush(into: &log)
    }
}
