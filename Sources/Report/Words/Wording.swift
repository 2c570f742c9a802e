import Records

/// Counts, totals and dates in a language's words.
extension Language {
    /// A count as in a table: "3", "3–8", "at least 10", "none", "no figure".
    func text(_ count: Count) -> String {
        switch count.kind {
        case .unknown: text(.countUnknown)
        case .noneReported: text(.countNone)
        case .exact(let number): self.number(number)
        case .range(let minimum, let maximum): range(minimum, maximum)
        case .atLeast(let minimum): text(.countAtLeast, ["min": number(minimum)])
        }
    }

    /// A total as in a table, with "at least" when it has an open end.
    func text(_ total: Total) -> String {
        if total.isUnknown { return text(.countUnknown) }
        if total.isExact { return number(total.minimum) }
        if total.openEnded == 0 { return range(total.minimum, total.maximum) }
        return text(.countAtLeast, ["min": number(total.minimum)])
    }

    /// A total, or one end of it.
    func text(_ total: Total, _ end: MeasureEnd.End?) -> String {
        if total.isUnknown { return text(.countUnknown) }
        switch end {
        case nil: return text(total)
        case .min: return number(total.minimum)
        case .max:
            if total.openEnded == 0 { return number(total.maximum) }
            return text(.countAtLeast, ["min": number(total.maximum)])
        }
    }

    /// Minimum and maximum with the language's words or marks between them.
    func range(_ minimum: Int, _ maximum: Int) -> String {
        text(.countRange, ["min": number(minimum), "max": number(maximum)])
    }

    /// Which of the items of a list are meant, counted from 1: 61 to 120 of 300.
    func range(_ positions: Range<Int>, of total: Int) -> String {
        text(
            .rangeOf,
            [
                "first": number(positions.lowerBound + 1), "last": number(positions.upperBound),
                "total": number(total),
            ]
        )
    }

    /// The numbers of unknown and open-ended counts of a total in words; `nil` when there are none.
    func remark(_ total: Total, isConcession: Bool) -> String? {
        var parts: [String] = []
        if total.unknown > 0 {
            let word: Word = isConcession ? .strikesNothingConceded : .strikesWithoutFigure
            parts.append(text(word, count: total.unknown))
        }
        if total.openEnded > 0 {
            parts.append(text(.strikesWithoutMaximum, count: total.openEnded))
        }
        return parts.isEmpty ? nil : parts.joined(separator: text(.comma))
    }

    /// The name of a measure.
    func label(_ measure: Measure) -> String { label("measure_", measure) }

    /// The name of a measure beside a total, in the form that its number needs: "civilian killed".
    ///
    /// Between two numbers the greater one decides; beside "no figure" stands the name as it is.
    func noun(_ measure: Measure, _ total: Total) -> String {
        let label = label(measure)
        if total.isUnknown { return label }
        let isRange = total.openEnded == 0 && total.minimum != total.maximum
        let number = total.openEnded > 0 ? total.minimum : total.maximum
        // "0–1 civilians", "1–2": the form for one and the dual do not fit a range.
        let count = isRange && number <= 2 ? nil : number
        if measure.labels[tag] != nil
            || measure.isDeclared && phrases["noun_" + measure.name] == nil
        {
            return count.flatMap { form(measure, $0) } ?? label
        }
        return phrase("noun_", measure.name, count: count) ?? label
    }

    /// The declared label of a measure in the form that a number needs; `nil` when none is declared.
    private func form(_ measure: Measure, _ count: Int) -> String? {
        let forms = measure.forms[measure.labels[tag] == nil ? "" : tag]
        return forms?[pluralCategory(count).rawValue]
    }

    /// What one of each measure is, in words: "people", "people and homes".
    func units(_ measures: [Measure]) -> String {
        var seen: Set<String> = []
        return list(measures.filter { seen.insert($0.unit).inserted }.map(unit), .and)
    }

    private func unit(_ measure: Measure) -> String {
        measure.units[tag] ?? phrase("unit_", measure.unit) ?? measure.units[""] ?? measure.unit
    }

    /// The word beside the number of killed, in the form that it needs: "killed", "for deaths" beside "no figure".
    func killedUnit(_ count: Count) -> String {
        switch count.kind {
        case .unknown: text(.killedUnknown)
        case .noneReported: text(.killedNone)
        case .exact(let number), .atLeast(let number): text(.killed, count: number)
        case .range(_, let maximum): maximum > 2 ? text(.killed, count: maximum) : text(.killed)
        }
    }

    /// The name of a measure as the head of a column.
    func columnLabel(_ measure: Measure) -> String { label("column_", measure) }

    /// The name of a measure in the key of a chart.
    func seriesLabel(_ measure: Measure) -> String { label("series_", measure) }

    private func label(_ prefix: String, _ measure: Measure) -> String {
        label(prefix, measure.name, declared: measure.labels)
    }

    /// What a measure counts, as a sentence; empty where neither the words nor the codebook describe it.
    func definition(_ measure: Measure) -> String {
        if let words = phrase("define_", measure.name) { return words }
        return measure.isDeclared ? measure.meaning.asSentence : ""
    }

    /// The name of a column of strikes.
    func label(of role: Role) -> String {
        let column = ResourceKind.strikes.columns(of: .builtIn)[role]
        return label("field_", role.standardColumn, declared: column?.labels ?? [:])
    }

    /// The name of a column in the list of facts on the page of a strike.
    func factLabel(of role: Role) -> String {
        if let label = phrase("fact_list_", role.standardColumn) { return label }
        let label = label(of: role)
        return label.prefix(1).uppercased() + label.dropFirst()
    }

    /// The name of a measure or column: for this language from its declaration, otherwise from the file of words,
    /// otherwise for all languages from its declaration.
    private func label(
        _ prefix: String,
        _ name: String,
        declared labels: [String: String]
    ) -> String {
        if let label = labels[tag] { return label }
        if phrases[prefix + name] == nil, let label = labels[""] { return label }
        return label(prefix, name)
    }

    /// A date as in a sentence.
    func text(_ date: CalendarDate, short: Bool = false) -> String {
        let year = plainNumber(date.year)
        guard let month = date.month else { return year }
        guard let day = date.day else {
            return text(
                short ? .dateMonthShort : .dateMonth,
                ["month": self.month(month, short: short), "year": year]
            )
        }
        return text(
            short ? .dateDayShort : .dateDay,
            [
                "day": plainNumber(day), "month": self.month(month, short: short), "year": year,
            ],
            count: day
        )
    }

    /// The date of a strike with its precision.
    func text(_ date: StrikeDate, short: Bool = false) -> String {
        switch date {
        case .day(let date), .month(let date), .year(let date): return text(date, short: short)
        case .range(let from, let to):
            return text(
                .dateRange,
                ["from": text(from, short: short), "to": text(to, short: short)]
            )
        }
    }

    /// A text after its label: "Raqqa: 2 strikes".
    func labelled(_ label: String, _ text: String) -> String {
        self.text(.labelled, ["label": label, "text": text])
    }

    /// Place and date of a strike in a few words.
    func title(ofStrikeAt position: Int, in dataset: Dataset) -> String {
        let date = text(dataset.strikes[position].date)
        let place = dataset.placeName(ofStrikeAt: position, in: tag) { sentences.names($0) }
        if place.isEmpty { return date }
        return text(.strikeTitle, ["place": isolated(place), "date": date])
    }

    /// The date of a strike with its preposition: "on 12 October 2017", "in August 2017".
    func adverb(_ date: StrikeDate) -> String {
        switch date {
        case .day: text(.onDay, ["date": text(date)])
        case .month: text(.inMonth, ["date": text(date)])
        case .year: text(.inYear, ["date": text(date)])
        case .range(let from, let to):
            text(.inRange, ["from": text(from), "to": text(to)])
        }
    }

    /// A date given in ISO 8601, such as `YYYY-MM`, in words; the text itself when it is not a date.
    func monthName(_ iso: String) -> String {
        CalendarDate(iso: iso).map { text($0) } ?? iso
    }

    /// A distance in words: metres rounded to tens, kilometres to tenths or to whole ones from ten.
    func distance(_ metres: Int) -> String {
        if metres < 1_000 {
            let rounded = metres < 10 ? max(metres, 1) : (metres + 5) / 10 * 10
            return text(.metres, ["n": number(rounded)])
        }
        let tenths = (metres + 50) / 100
        let text = tenths % 10 == 0 || tenths >= 100 ? number((tenths + 5) / 10) : decimal(tenths)
        return self.text(.kilometres, ["n": text])
    }

    private func decimal(_ tenths: Int) -> String {
        number(tenths / 10) + text(.decimalPoint) + plainNumber(tenths % 10)
    }

    /// Joins texts as in "a, b or c"; the word before the last text contains its own spaces, because Arabic
    /// writes "and" without a space after it.
    func list(_ texts: [String], _ last: Word) -> String {
        guard let final = texts.last, texts.count > 1 else { return texts.first ?? "" }
        return texts.dropLast().joined(separator: text(.comma)) + text(last) + final
    }
}
