import Records

/// Describes selections in words: "strikes graded fair or confirmed, in August 2017".
final class SelectionWording: Sendable {
    private let settings: SiteSettings
    private let dataset: Dataset
    private let language: Language
    /// The places of people in this language, where their rows name them in it.
    let placeNames: [String: String]

    init(settings: SiteSettings, dataset: Dataset, language: Language) {
        self.settings = settings
        self.dataset = dataset
        self.language = language
        var names: [String: String] = [:]
        for position in dataset.victims.indices where !dataset.victims[position].places.isEmpty {
            let victim = dataset.victims[position]
            if let name = victim.places.first(where: { $0.language == language.tag })?.name {
                names[victim.place] = name
            }
        }
        placeNames = names
    }

    /// The selection of a figure as a phrase for a caption.
    func text(_ figure: Figure) -> String { text(figure.selection, of: figure.subject) }

    /// A selection of strikes or people as a phrase for a caption.
    func text(_ selection: Selection, of subject: SelectionSubject) -> String {
        if selection.conditions.isEmpty, subject == .people {
            return language.text(.selectionAllPeople)
        }
        return text(selection)
    }

    /// The selection as a phrase for a caption.
    func text(_ selection: Selection) -> String {
        if selection.conditions.isEmpty { return language.text(.selectionAll) }
        return selection.conditions.map(text).joined(separator: language.text(.comma))
    }

    /// The name of a field, as readers see it.
    func label(of field: SelectionField, named name: String) -> String {
        switch field {
        case .extra: settings.columnTitle(name)
        case .text(let role): language.label(of: role)
        case .person(let fact): label(of: fact, named: name)
        case .id, .date, .month, .year, .day, .grading, .area, .disclosed:
            language.label("field_", name)
        }
    }

    /// The name of a fact of people, as readers see it.
    private func label(of fact: PersonField, named name: String) -> String {
        switch fact {
        case .date, .year, .month, .day, .place: language.label("field_", name)
        case .sex: language.text(.fieldSex)
        case .age: language.text(.fieldAge)
        case .ageBand: language.text(.fieldAgeBand)
        case .ageGroup: language.text(.fieldAgeGroup)
        case .status: language.text(.fieldPersonStatus)
        case .cause: language.text(.fieldCause)
        case .family: language.text(.fieldFamily)
        case .extra: settings.columnTitle(name)
        }
    }

    /// The name of a value of a fact of people, as readers see it.
    private func value(_ value: String, of fact: PersonField) -> String {
        switch fact {
        case .date, .year, .month, .day: return time(value)
        case .sex: return word("sex_", value)
        case .ageGroup: return word("age_group_", value)
        case .status: return word("victim_status_", value)
        case .age, .ageBand:
            guard case .years(let from, let to) = SelectionValue(years: value) else { return value }
            return years(from, to)
        case .place: return placeNames[value] ?? label(of: value, .place)
        case .cause: return label(of: value, .cause)
        case .family: return label(of: value, .family)
        case .extra(let offset): return label(of: value, inColumn: offset, .victims)
        }
    }

    /// What readers see instead of a cell of people.
    private func label(of value: String, _ role: Role) -> String {
        dataset.codebook.label(value, .victims, role, in: language.tag)
    }

    private func time(_ value: String) -> String {
        guard let (from, to) = TimeGaps.ends(value) else { return language.monthName(value) }
        return language.text(
            .dateRange,
            ["from": language.text(from), "to": language.text(to)]
        )
    }

    private func years(_ from: Int?, _ to: Int?) -> String {
        switch (from, to) {
        case (let from?, let to?) where from == to: language.number(from)
        case (let from?, let to?): language.range(from, to)
        case (let from?, nil): language.text(.ageFrom, ["n": language.number(from)])
        case (nil, let to?): language.text(.ageUntil, ["n": language.number(to)])
        case (nil, nil): language.text(.selectionAll)
        }
    }

    /// The name of a value of a field, as readers see it.
    func value(_ value: String, of field: SelectionField, blank: String? = nil) -> String {
        if value.isEmpty {
            return rareValues(field) ?? blank ?? language.text(.fieldValueBlank)
        }
        switch field {
        case .grading: return settings.methodology.grading(value)?.label ?? value
        case .text(.militaryAssessment):
            return settings.assessmentLabel(value) ?? word("assessment_", value)
        case .text(let role):
            let label = dataset.codebook.label(value, .strikes, role, in: language.tag)
            if label != value { return label }
            guard let column = field.column, column.isKey, let name = column.selectionName else {
                return value
            }
            return word(name + "_", value)
        case .disclosed: return language.label("fact_", value)
        case .month, .day, .year, .date: return time(value)
        case .extra(let offset): return label(of: value, inColumn: offset, .strikes)
        case .person(let fact): return self.value(value, of: fact)
        case .area: return area(value)
        case .id: return value
        }
    }

    /// A rectangle of degrees by two of its corners.
    private func area(_ value: String) -> String {
        guard let area = DegreeArea(value) else { return value }
        func corner(_ latitude: Int, _ longitude: Int) -> String {
            let upward = DegreeArea.text(abs(latitude))
            let across = DegreeArea.text(abs(longitude))
            return language.text(
                latitude < 0 ? .mapSouth : .mapNorth,
                ["degrees": language.digits(upward)]
            ) + language.text(.comma)
                + language.text(
                    longitude < 0 ? .mapWest : .mapEast,
                    ["degrees": language.digits(across)]
                )
        }
        return language.text(
            .areaBetween,
            ["from": corner(area.south, area.west), "to": corner(area.north, area.east)]
        )
    }

    /// What readers see instead of a cell of an own column.
    private func label(
        of value: String,
        inColumn offset: Int,
        _ kind: ResourceKind
    ) -> String {
        guard let codebook = dataset.codebook.translations[language.tag],
            let fields = codebook.resource(kind)?.extraFields,
            fields.indices.contains(offset)
        else { return value }
        return fields[offset].labels[value] ?? value
    }

    /// What an own column says where rare values are left out: nobody can tell them from those that are not stated.
    private func rareValues(_ field: SelectionField) -> String? {
        let hides: Bool
        switch field {
        case .extra(let offset): hides = dataset.rareValues.columns.values.contains(offset)
        case .person(.extra(let offset)):
            hides = dataset.rareValues.peopleColumns.values.contains(offset)
        case .id, .date, .month, .year, .day, .grading, .area, .disclosed, .text, .person:
            hides = false
        }
        guard hides else { return nil }
        return language.text(.rareValue, count: dataset.rareValues.minimum)
    }

    /// A word from a short list in the language, otherwise as the author wrote it.
    func word(_ prefix: String, _ key: String) -> String {
        language.phrase(prefix, key) ?? dataset.spelling(of: key)
    }

    private func text(_ condition: Condition) -> String {
        switch condition.field {
        case .grading where condition.values == [.counted]:
            return language.text(condition.isNegated ? .selectionNotCounted : .selectionCounted)
        case .disclosed where !condition.values.contains(.text("")):
            let facts = condition.values.map { value($0.text, of: .disclosed) }
            return language.text(
                condition.isNegated ? .selectionNotDisclosed : .selectionDisclosed,
                ["facts": language.list(facts, .or)]
            )
        case .id where condition.values == [.text("")]:
            return language.text(condition.isNegated ? .selectionInStrike : .selectionNoStrike)
        case .id, .date, .month, .year, .day, .grading, .area, .disclosed, .text, .extra, .person:
            break
        }
        let values = language.list(condition.values.map { text($0, condition.field) }, .or)
        let field = label(of: condition.field, named: condition.name)
        return language.text(
            condition.isNegated ? .selectionNot : .selectionEquals,
            ["field": field, "value": values]
        )
    }

    private func text(_ value: SelectionValue, _ field: SelectionField) -> String {
        switch value {
        case .counted: return language.text(.selectionCounted)
        case .text(let text):
            return text.isEmpty
                ? rareValues(field) ?? language.text(.selectionBlank)
                : language.isolated(self.value(text, of: field))
        case .years(let from, let to): return years(from, to)
        case .date(let date): return language.text(date)
        case .dates(let from, let to):
            switch (from, to) {
            case (let from?, let to?):
                return language.text(
                    .selectionPeriod,
                    ["from": language.text(from), "to": language.text(to)]
                )
            case (let from?, nil):
                return language.text(.selectionFrom, ["date": language.text(from)])
            case (nil, let to?): return language.text(.selectionUntil, ["date": language.text(to)])
            case (nil, nil): return language.text(.selectionAll)
            }
        }
    }
}
