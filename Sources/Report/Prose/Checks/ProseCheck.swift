import Diagnostics
import Markdown
import Records

/// Compares the numerals in prose with the records.
///
/// A link to a figure or a claim binds the numerals in its text: all of them, except days and years beside a
/// month's name, hours, ordinals and the ids of records. A text without numerals ("every strike") is not
/// checked.
struct ProseCheck {
    private let dataset: Dataset
    private let figures: Figures
    private let siteCasualtyWords: PhraseTable<Void>
    /// A language for each script, the site's own before others.
    private let languages: [Script: Language]

    init(dataset: Dataset, figures: Figures, settings: SiteSettings, languages: [Language]) {
        self.dataset = dataset
        let sorted =
            languages.filter { $0.tag == settings.language }
            + languages.filter { $0.tag != settings.language }.sorted { $0.tag < $1.tag }
        self.languages = Dictionary(
            sorted.compactMap { language in language.vocabulary.script.map { ($0, language) } },
            uniquingKeysWith: { first, _ in first }
        )
        self.figures = figures
        siteCasualtyWords = PhraseTable(settings.casualtyWords.map { ($0, ()) })
    }

    /// Reports the links of a text whose numerals contradict the records.
    func check(
        _ text: PlannedText,
        article: Article,
        language: Language,
        log: inout DiagnosticLog
    ) {
        let readers = readers(for: text, article: article, language: language)
        var texts: [Int: BoundText] = [:]
        for (index, target) in text.links.enumerated() where target.isChecked {
            let words = text.document.links[index].plainText
            let stated = BoundText(
                words.isBlank ? BoundSurroundings.filledIn : words,
                readers: readers
            )
            if !stated.isEmpty { texts[index] = stated }
        }
        let beside = BoundSurroundings.flaws(
            beside: texts,
            in: text,
            readers: readers
        )
        for (index, stated) in texts.sorted(by: { $0.key < $1.key }) {
            let flaw = stated.flaw ?? beside[index]
            let link = text.document.links[index]
            if flaw == nil, link.plainText.isBlank { continue }
            let mistake = mistake(
                in: Statement(numerals: stated.numerals, flaw: flaw),
                target: text.links[index],
                language: language
            )
            guard let mistake else { continue }
            log.report(
                mistake.rule,
                at: link.location,
                mistake.message,
                excerpt: link.excerpt,
                suggestion: mistake.suggestion
                    + (stated.flaw == nil && flaw != nil
                        ? " The link must hold the whole number, with no other number or sign beside it."
                        : "")
            )
        }
    }

    /// The readers for a text; one that states no language may be in a script that is not the page's.
    func readers(for text: PlannedText, article: Article, language: Language) -> ScriptReaders {
        ScriptReaders(
            languageOfWords(text, article: article, language: language),
            others: languages,
            casualtyWords: siteCasualtyWords
        )
    }

    private func languageOfWords(
        _ text: PlannedText,
        article: Article,
        language: Language
    ) -> Language {
        guard article.language.isEmpty,
            languages.contains(where: { $0.key != language.vocabulary.script })
        else { return language }
        var count = ScriptCount()
        for run in text.document.proseRuns { count.add(run.text) }
        for link in text.document.links { count.add(link.plainText) }
        guard let script = count.most, script != language.vocabulary.script else { return language }
        return languages[script] ?? language
    }

    /// The numerals of a link, and why they cannot be compared, if they cannot.
    private struct Statement {
        let numerals: [Numeral]
        let flaw: String?
    }

    private struct Mistake {
        let rule: ProseRule
        let message: String
        let suggestion: String
    }

    private func mistake(
        in statement: Statement,
        target: ResolvedLink,
        language: Language
    ) -> Mistake? {
        switch target {
        case .figure(let id, let measure):
            mistake(in: statement, figure: figures[id], measure: measure, language: language)
        case .claim(let offset, let end):
            mistake(in: statement, claim: dataset.claims[offset], end, language: language)
        case .external, .page, .fragment, .file, .strike, .source, .medium, .broken: nil
        }
    }

    // MARK: Figures

    private func mistake(
        in statement: Statement,
        figure: Figure,
        measure: MeasureEnd,
        language: Language
    ) -> Mistake? {
        let total = figure.tally.total(measure.measure)
        let number = BoundNumber(total, measure)
        let numerals = statement.numerals
        if statement.flaw == nil, number.agrees(with: numerals) { return nil }
        let query = figure.selection.query
        let all = figure.subject == .people ? "all people" : "all strikes"
        let name = "\(measure.text) over \(query.isEmpty ? all : query)"
        guard let wording = wording(number, language) else {
            let reason =
                number.minimum != nil
                ? "it has no maximum, because some counts are open-ended"
                : total.strikes == 0
                    ? "no strike is recorded that fits it" : "no strike in it has a number"
            return Mistake(
                rule: .figureContradiction,
                message: message(statement, "the records give no number"),
                suggestion: "The figure is \(name): \(reason). Write the text without a number."
                    + undecided(figure)
            )
        }
        return Mistake(
            rule: .figureContradiction,
            message: message(statement, "the records say \(wording)"),
            suggestion: "The figure is \(name): \(wording). Write “\(wording)”, or leave the text "
                + "empty to have it filled in."
                + advice(number, for: numerals, measure: measure, language: language)
                + undecided(figure)
        )
    }

    /// The strikes that the author may have counted although their dates do not say that they belong.
    private func undecided(_ figure: Figure) -> String {
        switch figure.undecided.count {
        case 0: ""
        case 1 where figure.subject == .people:
            " 1 person may belong to it and is not counted: the records do not tell."
        case let count where figure.subject == .people:
            " \(count) people may belong to it and are not counted: the records do not tell."
        case 1:
            " 1 strike may fall in it and is not counted: its date is known only within a longer time."
        case let count:
            " \(count) strikes may fall in it and are not counted: their dates are known only within a "
                + "longer time."
        }
    }

    /// More advice when one number is written for a range.
    private func advice(
        _ number: BoundNumber,
        for numerals: [Numeral],
        measure: MeasureEnd,
        language: Language
    ) -> String {
        guard numerals.count == 1, number.end == nil, number.ends.count == 2,
            let minimum = number.minimum
        else { return "" }
        let atLeast = language.text(.countAtLeast, ["min": language.number(minimum)])
        return " A single number must say which end it is: “\(atLeast)”, or "
            + "\(measure.measure.name).min in the link."
    }

    // MARK: Claims

    private func mistake(
        in statement: Statement,
        claim: Claim,
        _ end: MeasureEnd?,
        language: Language
    ) -> Mistake? {
        let stated =
            claim.killed.isKnown || end != nil || !claim.counts[.injured].isKnown
            ? end?.measure : .injured
        let number = BoundNumber(claim.stated(stated, in: dataset.measures), end?.end)
        let numerals = statement.numerals
        if statement.flaw == nil,
            number.agrees(with: numerals) || end == nil && isKilledAndInjured(claim, numerals)
        {
            return nil
        }
        guard let wording = wording(number, language) else {
            return Mistake(
                rule: .claimContradiction,
                message: message(
                    statement,
                    "claim \(claim.id) states no number\(end.map { " of \($0.measure.name)" } ?? "")"
                ),
                suggestion: "Give the claim its number in the table of claims, or write the text "
                    + "without one."
            )
        }
        return Mistake(
            rule: .claimContradiction,
            message: message(
                statement,
                "claim \(claim.id) says \(wording)\(end.map { " for \($0.text)" } ?? "")"
            ),
            suggestion:
                "Quote the claim as the records hold it, “\(wording)”, or correct the table "
                + "of claims."
        )
    }

    /// "12 killed and 6 injured": the numbers of one claim, deaths first.
    private func isKilledAndInjured(_ claim: Claim, _ numerals: [Numeral]) -> Bool {
        guard claim.killed.isKnown, claim.counts[.injured].isKnown else { return false }
        let killed = BoundNumber(claim.killed)
        let injured = BoundNumber(claim.counts[.injured])
        let split = killed.ends.count
        guard numerals.count == split + injured.ends.count else { return false }
        return killed.agrees(with: Array(numerals[..<split]))
            && injured.agrees(with: Array(numerals[split...]))
    }

    // MARK: Words

    private func message(_ statement: Statement, _ truth: String) -> String {
        if let flaw = statement.flaw { return "\(flaw), and \(truth)" }
        let says = statement.numerals.map(\.phrase).joined(separator: " and ")
        return "the text says \(says), but \(truth)"
    }

    /// The number in the language's own wording; `nil` when there is none to write.
    private func wording(_ number: BoundNumber, _ language: Language) -> String? {
        guard let minimum = number.minimum else { return nil }
        switch number.end {
        case .min: return language.number(minimum)
        case .max: return number.maximum.map(language.number)
        case nil: break
        }
        guard let maximum = number.maximum else {
            return language.text(.countAtLeast, ["min": language.number(minimum)])
        }
        return minimum == maximum ? language.number(minimum) : language.range(minimum, maximum)
    }
}

extension ResolvedLink {
    /// Whether the numerals in the text of the link must agree with the records.
    fileprivate var isChecked: Bool {
        switch self {
        case .figure, .claim: true
        case .external, .page, .fragment, .file, .strike, .source, .medium, .broken: false
        }
    }
}

extension Claim {
    /// What it states of a measure; without one, of deaths, or else of the first measure of the site's own that it states.
    func stated(_ measure: Measure?, in measures: MeasureList) -> Count {
        if let measure { return counts[measure] }
        if killed.isKnown || counts[.injured].isKnown { return killed }
        return measures.claimed.lazy.map { self.counts[$0] }.first(where: \.isKnown) ?? killed
    }
}
