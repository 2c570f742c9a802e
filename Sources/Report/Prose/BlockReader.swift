import Diagnostics
import Drawing
import Formats
import Markdown
import Records

/// Reads the fenced blocks of a text: tables, charts and maps.
struct BlockReader {
    let reading: SelectionReading
    let dataset: Dataset
    let settings: SiteSettings

    private static let keys = ["by", "measures", "where", "sort", "limit", "caption"]

    /// The blocks of a text by their position among its fences; adds the figures that they use to the
    /// collector.
    func read(
        _ document: MarkdownDocument,
        file: String,
        collector: inout FigureCollector,
        log: inout DiagnosticLog
    ) -> [Int: PlannedBlock] {
        var blocks: [Int: PlannedBlock] = [:]
        for (offset, fence) in document.fences.enumerated() {
            let name = fence.info.prefix { $0 != " " }
            guard let kind = PlannedBlock.Kind(rawValue: String(name)) else { continue }
            guard
                var block = block(kind, in: fence, file: file, collector: &collector, log: &log)
            else { continue }
            let records = side(of: block.subject).index.records(block.selection)
            block.emptiness = EmptyBlock(block, records: records, in: dataset)
            block.emptiness?.report(block, records: records.count, at: fence.location, &log)
            blocks[offset] = block
        }
        return blocks
    }

    /// The positions of `contact` blocks, which show what the settings state.
    func contacts(_ document: MarkdownDocument, _ log: inout DiagnosticLog) -> [Int] {
        document.fences.enumerated()
            .compactMap { offset, fence in
                guard fence.info.prefix(while: { $0 != " " }) == "contact" else { return nil }
                if settings.contact != nil { return offset }
                log.report(
                    ProseRule.blockSettings,
                    at: fence.location,
                    "content/site.yaml does not state how to reach you",
                    suggestion:
                        "Write contact: {email: tips@example.org} there, or delete the block."
                )
                return nil
            }
    }

    private func block(
        _ kind: PlannedBlock.Kind,
        in fence: Fence,
        file: String,
        collector: inout FigureCollector,
        log: inout DiagnosticLog
    ) -> PlannedBlock? {
        let firstLine = fence.firstLine
        guard
            let node = YAMLReader.read(
                fence.text.contains { !$0.isWhitespace } ? fence.text : "{}\n",
                file: file,
                firstLine: firstLine,
                log: &log
            )
        else { return nil }
        let fields = YAMLFields(
            node,
            what: "a \(kind.rawValue) block",
            known: BlockReader.keys,
            log: &log
        )
        guard let subject = subject(fields, kind, &log) else { return nil }
        let side = side(of: subject)
        guard let selection = selection(fields, side.parser, [:], &log) else { return nil }
        var block = PlannedBlock(
            kind: kind,
            subject: subject,
            selection: selection,
            base: collector.use(selection, of: subject)
        )
        block.caption = fields.string("caption", &log) ?? ""
        if kind == .map {
            block.totals = MapTotals(
                of: selection,
                dataset: dataset,
                catalog: side.catalog,
                index: side.index,
                settings: settings,
                collector: &collector
            )
            return block
        }
        fields.require("by", &log)
        guard let name = fields.string("by", &log),
            let field = field(name, side.catalog, in: fields, log: &log)
        else {
            return nil
        }
        block.field = field
        block.fieldName = name
        block.measures =
            subject == .people ? [.people] : measures(in: fields, of: kind, log: &log)
        if kind == .chart, field != .day { reportIndistinct(block.measures, in: fields, log: &log) }
        block.sort = sort(fields, subject, &log)
        block.limit = fields.integer("limit", &log)
        if let limit = block.limit, limit < 1 {
            fields.report(
                ProseRule.blockSettings,
                "limit",
                "a limit of \(limit) shows nothing",
                suggestion: "Write a whole number from 1.",
                &log
            )
        }
        block.rows =
            SummaryTable(
                name: name,
                field: field,
                base: selection,
                index: side.index,
                settings: settings,
                collector: &collector
            )
            .rows
        return block
    }

    /// What the block is about: people where they are its measure, or where there is nothing else.
    private func subject(
        _ fields: YAMLFields,
        _ kind: PlannedBlock.Kind,
        _ log: inout DiagnosticLog
    ) -> SelectionSubject? {
        let isOfPeopleOnly = dataset.codebook.isOfPeopleOnly
        let names = fields.strings("measures", &log)
        let others = names.filter { $0 != Measure.people.name }
        func refuse(_ message: String, _ suggestion: String) -> SelectionSubject? {
            fields.report(
                ProseRule.blockSettings,
                fields.has("measures") ? "measures" : "by",
                message,
                suggestion: suggestion,
                &log
            )
            return nil
        }
        if kind == .map {
            guard isOfPeopleOnly else { return .strikes }
            return refuse(
                "there are no strikes in this report to show on a map",
                "Delete the block."
            )
        }
        if others.isEmpty, !names.isEmpty || isOfPeopleOnly {
            if reading.people != nil { return .people }
            return refuse(
                "there is no table of people in this report",
                "Describe data/victims.csv in the codebook, or choose another measure."
            )
        }
        if isOfPeopleOnly {
            return refuse(
                "there are no strikes in this report, and “\(others[0])” is counted over strikes",
                "Write measures: [people], or nothing."
            )
        }
        if others.count < names.count {
            return refuse(
                "people are counted over the list of people, and “\(others[0])” over strikes",
                "Write two blocks; named_victims counts the people listed for strikes."
            )
        }
        return .strikes
    }

    /// How selections of a subject are read.
    private func side(of subject: SelectionSubject) -> SelectionReading.Side {
        switch subject {
        case .strikes: reading.strikes
        case .people: reading.people ?? reading.strikes
        }
    }

    private func field(
        _ name: String,
        _ catalog: FieldCatalog,
        in fields: YAMLFields,
        log: inout DiagnosticLog
    ) -> SelectionField? {
        if let field = catalog.field(name), catalog.grouping.contains(name) { return field }
        fields.report(
            SelectionRule.unknownField,
            "by",
            "there are no rows by “\(name)”",
            suggestion: Spelling.question(name, catalog.names)
                ?? "Rows can be by \(catalog.grouping.joined(separator: ", ")).",
            &log
        )
        return nil
    }

    private func measures(
        in fields: YAMLFields,
        of kind: PlannedBlock.Kind,
        log: inout DiagnosticLog
    ) -> [Measure] {
        var measures: [Measure] = []
        for name in fields.strings("measures", &log) {
            if let measure = dataset.measures[name] {
                measures.append(measure)
            } else {
                reportUnknownMeasure(name, key: "measures", in: fields, log: &log)
            }
        }
        if !measures.isEmpty { return measures }
        return kind == .chart ? [.killed, .concededKilled] : [.strikes, .killed, .concededKilled]
    }

    /// Bars that look alike cannot be told apart, so a chart with too many measures is refused.
    private func reportIndistinct(
        _ measures: [Measure],
        in fields: YAMLFields,
        log: inout DiagnosticLog
    ) {
        guard !BarStyle.areDistinct(areConceded: measures.map(\.isConceded)) else { return }
        fields.report(
            ProseRule.blockSettings,
            "measures",
            "\(measures.count) measures cannot be told apart in one chart",
            suggestion:
                "Name at most \(BarStyle.most), and one that is conceded, or write a table.",
            &log
        )
    }

    private func sort(
        _ fields: YAMLFields,
        _ subject: SelectionSubject,
        _ log: inout DiagnosticLog
    ) -> [PlannedBlock.SortKey] {
        var keys: [PlannedBlock.SortKey] = []
        for text in fields.strings("sort", &log) {
            let isDescending = text.hasPrefix("-")
            let name = isDescending ? String(text.dropFirst()) : text
            if let measure = MeasureEnd(name, in: dataset.measures),
                (measure.measure == .people) == (subject == .people)
            {
                keys.append(PlannedBlock.SortKey(measure: measure, isDescending: isDescending))
            } else {
                reportUnknownMeasure(name, key: "sort", in: fields, log: &log)
            }
        }
        return keys
    }

    private func reportUnknownMeasure(
        _ name: String,
        key: String,
        in fields: YAMLFields,
        log: inout DiagnosticLog
    ) {
        fields.report(
            SelectionRule.unknownMeasure,
            key,
            "unknown measure “\(name)”",
            suggestion: dataset.measures.advice(for: name, allowsEnds: false),
            &log
        )
    }

    /// The selection of `where`: a text, or a mapping of fields to values or lists of values.
    ///
    /// `others` are other names of fields.
    func selection(
        _ fields: YAMLFields,
        _ parser: SelectionParser,
        _ others: [String: String],
        _ log: inout DiagnosticLog
    ) -> Selection? {
        guard let node = fields.node("where") else { return .all }
        do throws(SelectionParser.Mistake) {
            guard case .mapping(let entries, _) = node else {
                return try parser.parse(fields.string("where", &log) ?? "")
            }
            var selection = Selection.all
            for entry in entries {
                let isNegated = entry.key.hasSuffix("!")
                let name = isNegated ? String(entry.key.dropLast()) : entry.key
                selection = selection.and(
                    try parser.condition(
                        others[name] ?? name,
                        isNegated: isNegated,
                        values(entry.value)
                    )
                )
            }
            return selection
        } catch {
            fields.report(
                error.rule,
                "where",
                error.message,
                suggestion: error.suggestion,
                &log
            )
            return nil
        }
    }

    private func values(_ node: YAMLNode) -> [String] {
        switch node {
        case .scalar(let scalar, _):
            (scalar.asString ?? "").split(separator: ",", omittingEmptySubsequences: false)
                .map { QueryText.trimmed($0) }
        case .sequence(let items, _): items.map { $0.scalar?.asString ?? "" }
        case .mapping: []
        }
    }
}
