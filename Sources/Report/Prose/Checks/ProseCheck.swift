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
    let siteCasualtyWords: PhraseTable<Void>

    init(dataset: Dataset, figures: Figures, settings: SiteSettings) {
        self.dataset = dataset
        self.figures = figures
        siteCasualtyWords = PhraseTable(settings.casualtyWords.map { ($0, ()) })
    }

    /// Reports the links of a text whose numerals contradict the records.
    func check(_ text: PlannedText, language: Language, log: inout DiagnosticLog) {
        let reader = reader(language)
        for (link, target) in zip(text.document.links, text.links) {
            switch target {
            case .figure(let id, let measure):
                check(link, with: reader, log: &log) { numerals in
                    mistake(in: numerals, figure: figures[id], measure: measure, language: language)
                }
            case .claim(let offset):
                check(link, with: reader, log: &log) { numerals in
                    mistake(in: numerals, claim: dataset.claims[offset], language: language)
                }
            case .external, .page, .fragment, .file, .strike, .source, .broken: continue
            }
        }
    }

    /// The reader of a language with the site's own casualty words.
    func reader(_ language: Language) -> NumeralReader {
        NumeralReader(language: language, casualtyWords: siteCasualtyWords)
    }

    private struct Mistake {
        let rule: ProseRule
        let message: String
        let suggestion: String
    }

    private func check(
        _ link: Link,
        with reader: NumeralReader,
        log: inout DiagnosticLog,
        mistake: ([Numeral]) -> Mistake?
    ) {
        let numerals = reader.numerals(in: link.plainText).filter(\.isBinding)
        guard !numerals.isEmpty, let mistake = mistake(numerals) else { return }
        log.report(
            mistake.rule,
            at: link.location,
            mistake.message,
            excerpt: link.excerpt,
            suggestion: mistake.suggestion
        )
    }

    // MARK: Figures

    private func mistake(
        in numerals: [Numeral],
        figure: Figure,
        measure: MeasureEnd,
        language: Language
    ) -> Mistake? {
        let total = figure.tally.total(measure.measure)
        let number = BoundNumber(total, measure)
        if numerals.allSatisfy(\.isReadable), number.agrees(with: numerals) { return nil }
        let query = figure.selection.query
        let name = "\(measure.text) over \(query.isEmpty ? "all strikes" : query)"
        guard let wording = wording(number, language) else {
            let reason =
                number.minimum == nil
                ? "no strike in it has a number"
                : "it has no maximum, because some counts are open-ended"
            return Mistake(
                rule: .figureContradiction,
                message: "the text says \(says(numerals)), but the records give no number",
                suggestion: "The figure is \(name): \(reason). Write the text without a number."
                    + undecided(figure)
            )
        }
        return Mistake(
            rule: .figureContradiction,
            message: message(numerals, "the records say \(wording)"),
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
        in numerals: [Numeral],
        claim: Claim,
        language: Language
    ) -> Mistake? {
        let count = claim.killed.isKnown ? claim.killed : claim.injured
        let number = BoundNumber(count)
        let readable = numerals.allSatisfy(\.isReadable)
        if readable, number.agrees(with: numerals) || isKilledAndInjured(claim, numerals) {
            return nil
        }
        guard let wording = wording(number, language) else {
            return Mistake(
                rule: .claimContradiction,
                message: "the text says \(says(numerals)), but claim \(claim.id) states no number",
                suggestion: "Give the claim its number in the table of claims, or write the text "
                    + "without one."
            )
        }
        return Mistake(
            rule: .claimContradiction,
            message: message(numerals, "claim \(claim.id) says \(wording)"),
            suggestion:
                "Quote the claim as the records hold it, “\(wording)”, or correct the table "
                + "of claims."
        )
    }

    /// "12 killed and 6 injured": the numbers of one claim, deaths first.
    private func isKilledAndInjured(_ claim: Claim, _ numerals: [Numeral]) -> Bool {
        guard claim.killed.isKnown, claim.injured.isKnown else { return false }
        let killed = BoundNumber(claim.killed)
        let injured = BoundNumber(claim.injured)
        let split = killed.ends.count
        guard numerals.count == split + injured.ends.count else { return false }
        return killed.agrees(with: Array(numerals[..<split]))
            && injured.agrees(with: Array(numerals[split...]))
    }

    // MARK: Words

    private func message(_ numerals: [Numeral], _ truth: String) -> String {
        if let unreadable = numerals.first(where: { !$0.isReadable }) {
            let reason =
                unreadable.role == .amount
                ? "is a percentage, a sum of money or below zero"
                : "is not a whole number as the page's language writes it"
            return "“\(unreadable.written)” \(reason), and \(truth)"
        }
        return "the text says \(says(numerals)), but \(truth)"
    }

    private func says(_ numerals: [Numeral]) -> String {
        numerals.map(\.phrase).joined(separator: " and ")
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

extension Numeral {
    /// Whether it is compared in the text of a link to a figure or a claim.
    fileprivate var isBinding: Bool {
        switch role {
        case .count, .amount, .fraction: true
        case .attached: !isWord
        case .identifier: isWord && value != 1
        case .date, .time, .ordinal, .pronoun: false
        }
    }

    /// Whether it is a whole number of people or things.
    fileprivate var isReadable: Bool { value != nil && role != .amount }
}
