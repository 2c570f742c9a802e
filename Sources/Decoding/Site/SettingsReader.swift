// Reads content/site.yaml. Each key is declared in `keys` and read in `init`.

import Diagnostics
import Formats
import Records
import Text

/// The settings as read, with their places for later checks.
struct SettingsReader {
    var settings = SiteSettings()
    /// The settings in the languages of the report besides that of the original, by tag.
    var translations: [String: SiteSettings] = [:]
    /// The places of texts that are not stated in a language, by its tag.
    private(set) var missing: [String: [SourceLocation]] = [:]
    /// The keys as written.
    let fields: YAMLFields

    static let known = keys.names

    /// The keys that are texts for readers.
    static let texts: Set<String> = [
        "title", "description", "credit", "caution", "notice", "label", "means",
    ]

    /// The keys that hold something for each language which is no text.
    static let byLanguage: Set<String> = ["record", "people", "regions"]

    /// Reads the settings in every language of the site; mistakes are reported once.
    init(_ node: YAMLNode, _ log: inout DiagnosticLog) {
        let choice = LanguageChoice(languages: SiteLanguages.read(node, &log))
        let original = choice.languages.first ?? "en"
        // These are read in all languages at once.
        func version(in tag: String) -> YAMLNode {
            choice.node(node, in: tag, keeping: SettingsReader.byLanguage)
        }
        self.init(version(in: original), choice.languages, &log)
        for tag in choice.languages.dropFirst() {
            var repeated = DiagnosticLog()
            translations[tag] =
                SettingsReader(version(in: tag), choice.languages, &repeated).settings
            missing[tag] = choice.missing(
                in: tag,
                from: node,
                plain: SettingsReader.texts,
                names: SettingsReader.byLanguage
            )
        }
    }

    private init(_ node: YAMLNode, _ languages: [String], _ log: inout DiagnosticLog) {
        fields = YAMLFields(
            node,
            what: "the settings",
            known: SettingsReader.known,
            log: &log
        )
        settings.title = fields.requiredString("title", &log) ?? ""
        settings.description = text("description", &log)
        settings.url = url(&log)
        settings.languages = languages
        settings.requiresParity = fields.bool("require_parity", &log) ?? false
        settings.language = languages.first ?? "en"
        settings.regions = regions(&log)
        let nouns = NounReader(fields: fields, language: settings.language)
        settings.nouns.record = nouns.read("record", &log)
        settings.nouns.people = nouns.read("people", &log)
        let paths = RecordPathReader(fields: fields, languages: settings.languages)
        settings.recordPath = paths.current(&log)
        settings.previousRecordPaths = paths.previous(&log)
        readPeriod(&log)
        settings.authors = fields.strings("authors", &log)
        settings.credit = text("credit", &log)
        settings.caution = text("caution", &log)
        settings.notice = text("notice", &log)
        settings.methodology = Methodology(gradings: gradings(&log))
        settings.assessments = assessments(&log)
        settings.summaries = fields.strings("summaries", &log)
        settings.selections = selections(&log)
        checkDisclosures(&log)
        settings.statesWithheld =
            fields.choice("withheld", from: SettingsReader.withheldWords, &log) == "counted"
        settings.asOf = date("as_of", fields, &log)
        settings.minimumCell = minimumCell(&log)
        settings.ageBands = ageBands(&log)
        settings.points = PointsReader(fields: fields).read(&log)
        settings.menu = menu(fields, "menu", &log)
        settings.casualtyWords = fields.strings("casualty_words", &log)
        BasemapReader(fields: fields).read(into: &settings, &log)
        settings.linksExternalImages =
            fields.choice("external_images", from: SettingsReader.imageWords, &log) != nil
        settings.logo = text("logo", &log)
        settings.favicon = text("favicon", &log)
        settings.card = text("card", &log)
        settings.accent = AccentReader(fields: fields).read(&log)
        settings.styles = fields.strings("styles", &log)
        settings.hasSearch = fields.bool("search", &log) ?? true
        settings.hasPersonPages = fields.bool("person_pages", &log) ?? false
        settings.contact = ContactReader(fields: fields).read(&log)
        settings.hasEmbeds = fields.bool("embeds", &log) ?? false
        if settings.hasEmbeds, !fields.has("url") {
            fields.report(
                SettingsRule.embeds,
                "embeds",
                "other sites cannot show parts of a report without an address",
                suggestion: "Write the address at which it is published: url: https://….",
                &log
            )
        }
        settings.leakAllowances = SettingsReader.leakAllowances(fields, &log)
        if case .mapping(let entries, _) = fields.node("signing") {
            settings.signatureKind =
                entries.first { $0.key == "kind" }?.value.scalar?.asString ?? ""
        }
    }

    private func text(_ key: String, _ log: inout DiagnosticLog) -> String {
        let text = fields.string(key, &log) ?? ""
        return text.last == "\n" ? String(text.dropLast()) : text
    }

    /// The country for each language, with its place.
    private func regions(_ log: inout DiagnosticLog) -> [SiteSettings.Region] {
        guard let regions = fields.fields("regions", known: settings.languages, &log) else {
            return []
        }
        let known = regions.entries.filter { settings.languages.contains($0.key) }
        return known.compactMap { entry in
            regions.string(entry.key, &log)
                .map {
                    SiteSettings.Region(
                        language: entry.key,
                        country: $0,
                        location: entry.value.location
                    )
                }
        }
    }

    private func url(_ log: inout DiagnosticLog) -> String? {
        guard var text = fields.string("url", &log) else { return nil }
        while text.hasSuffix("/") { text.removeLast() }
        let isPlain = WebAddress.problem(text) == nil && !text.contains { "?#".contains($0) }
        if isPlain { return text }
        fields.report(
            SettingsRule.urlInvalid,
            "url",
            "“\(text.shortened())” is not the address of a site",
            suggestion: "Write it as https://example.org or https://example.org/report.",
            &log
        )
        return nil
    }

    private mutating func readPeriod(_ log: inout DiagnosticLog) {
        guard let period = fields.fields("period", known: SettingsReader.period.names, &log) else {
            return
        }
        settings.periodFrom = date("from", period, &log)
        settings.periodTo = date("to", period, &log)
        guard let from = settings.periodFrom, let to = settings.periodTo, to.lastDay < from.firstDay
        else { return }
        period.report(
            SettingsRule.periodOrder,
            "to",
            "the period ends on \(to.iso), before it begins on \(from.iso)",
            suggestion: "Did you swap the two?",
            &log
        )
        settings.periodFrom = nil
        settings.periodTo = nil
    }

    private func date(
        _ key: String,
        _ fields: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> CalendarDate? {
        guard let text = fields.string(key, &log) else { return nil }
        if let date = CalendarDate(iso: text) { return date }
        fields.report(
            SettingsRule.dateInvalid,
            key,
            DateAdvice.isNoDay(text)
                ? "“\(text)” is no day of the calendar"
                : "“\(text.shortened())” is not a date",
            suggestion: "Write it as 2017-06-21, 2017-06 or 2017.",
            &log
        )
        return nil
    }

    /// The smallest count of people that tables by own columns may show.
    private func minimumCell(_ log: inout DiagnosticLog) -> Int? {
        guard let number = fields.integer("minimum_cell", &log) else { return nil }
        if number >= 2 { return number }
        fields.report(
            SettingsRule.minimumCell,
            "minimum_cell",
            "a smallest count of \(number) hides nothing",
            suggestion: "Write the smallest count of people that may be shown, such as 3.",
            &log
        )
        return nil
    }

    /// The ages at which bands of ages begin.
    private func ageBands(_ log: inout DiagnosticLog) -> AgeBands? {
        guard fields.has("age_bands") else { return nil }
        let texts = fields.strings("age_bands", &log)
        let starts = texts.compactMap { Int($0) }
        if starts.count == texts.count, starts.allSatisfy({ $0 <= AgeText.greatest }),
            let bands = AgeBands(starts)
        {
            return bands
        }
        fields.report(
            SettingsRule.ageBands,
            "age_bands",
            "“\(texts.joined(separator: ", ").shortened())” are not ages at which bands begin",
            suggestion: "Write the first age of each band, ascending: [0, 5, 18, 60].",
            &log
        )
        return nil
    }

    private func selections(_ log: inout DiagnosticLog) -> [NamedSelection] {
        guard let names = fields.fields("selections", known: nil, &log) else { return [] }
        return names.entries.compactMap { entry in
            guard let text = names.string(entry.key, &log) else { return nil }
            return NamedSelection(name: entry.key, text: text, location: entry.value.location)
        }
    }

    /// The facts that are asked for are fixed: a site lists them so that its readers of the file see them.
    private func checkDisclosures(_ log: inout DiagnosticLog) {
        let known = Disclosure.Fact.allCases.map(\.rawValue)
        for item in fields.items("disclosures", &log) {
            let text = item.scalar?.text ?? ""
            if known.contains(text) { continue }
            log.report(
                SettingsRule.factUnknown,
                at: item.location,
                "“\(text.shortened())” is not a fact that the military is asked for",
                excerpt: item.excerpt,
                suggestion: Spelling.question(text, known)
                    ?? "The facts: \(known.joined(separator: ", "))."
            )
        }
    }

    private func menu(
        _ fields: YAMLFields,
        _ key: String,
        _ log: inout DiagnosticLog
    ) -> [MenuItem] {
        fields.list(key, what: "an entry of the menu", known: SettingsReader.menuEntry.names, &log)
            .compactMap { entry in
                guard let label = entry.requiredString("label", &log) else { return nil }
                let target = entry.string("to", &log) ?? ""
                let items = menu(entry, "items", &log)
                if target.isEmpty && items.isEmpty {
                    entry.report(
                        SettingsRule.menuEntry,
                        "label",
                        "the menu’s entry “\(label.shortened())” leads nowhere",
                        suggestion: "Give it “to”, or “items” below it.",
                        &log
                    )
                }
                return MenuItem(
                    label: label,
                    target: target,
                    items: items,
                    location: entry.location
                )
            }
    }
}

// MARK: - Gradings and assessments

extension SettingsReader {
    private func gradings(_ log: inout DiagnosticLog) -> [Grading] {
        let gradings = words("gradings", SettingsReader.grading.names, "a grading", &log)
            .map { word, fields in
                var grading = Grading(
                    key: Key.of(word),
                    label: fields.string("label", &log) ?? word,
                    isCounted: fields.bool("counted", &log) ?? false,
                    meaning: fields.string("means", &log) ?? ""
                )
                grading.coarsening = CoarseningReader(fields: fields).ofGrading(&log)
                return grading
            }
        if !gradings.isEmpty, !gradings.contains(where: \.isCounted) {
            fields.report(
                SettingsRule.nothingCounted,
                "gradings",
                "no grading is counted, so all headline totals are empty",
                suggestion: "Write counted: true at those whose strikes enter totals.",
                &log
            )
        }
        return gradings
    }

    private func assessments(_ log: inout DiagnosticLog) -> [SiteSettings.Assessment] {
        words("military_assessments", SettingsReader.assessment.names, "an assessment", &log)
            .map { word, fields in
                SiteSettings.Assessment(
                    key: Key.of(word),
                    label: fields.string("label", &log) ?? word,
                    meaning: fields.string("means", &log) ?? ""
                )
            }
    }

    /// The words of a list with what is said of each; of two with one key the first.
    private func words(
        _ key: String,
        _ known: [String],
        _ what: String,
        _ log: inout DiagnosticLog
    ) -> [(word: String, fields: YAMLFields)] {
        guard let list = fields.fields(key, known: nil, &log) else { return [] }
        var seen: Set<String> = []
        var words: [(word: String, fields: YAMLFields)] = []
        for entry in list.entries {
            guard seen.insert(Key.of(entry.key)).inserted else {
                log.report(
                    SettingsRule.keyRepeated,
                    at: entry.keyLocation,
                    "“\(entry.key)” differs from another of \(key) only in capitals or hyphens",
                    excerpt: entry.keyExcerpt,
                    suggestion: "Delete one of the two."
                )
                continue
            }
            let fields = YAMLFields(entry.value, what: what, known: known, log: &log)
            words.append((entry.key, fields))
        }
        return words
    }
}
