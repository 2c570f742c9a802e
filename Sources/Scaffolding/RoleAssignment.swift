// Each role is held by one column, and some make sense only together. The guesses of single columns are
// settled here, and every one that is not kept leaves its reason.

import Records
import Text

/// Settles which column holds which role.
enum RoleAssignment {
    static func settle(_ columns: inout [ProposedColumn]) {
        findByCells(&columns)
        preferCivilians(&columns)
        askAboutUnknown(&columns)
        keepSurest(&columns)
        settleCounts(&columns)
        settlePairs(&columns)
        askAboutSums(&columns)
    }

    /// Columns without known names are recognised by their cells: ids, dates, and two columns of degrees.
    private static func findByCells(_ columns: inout [ProposedColumn]) {
        if !columns.contains(where: { $0.role == .date }) {
            let dates = columns.indices.filter {
                columns[$0].role == nil && columns[$0].canBeDay
                    && columns[$0].facts.mostly(0.8) { $0.isDate }
            }
            if dates.count == 1 { columns[dates[0]].take(.date, "its cells are the only dates") }
        }
        if !columns.contains(where: { $0.role == .id }),
            let index = columns.indices.first(where: { columns[$0].looksLikeIDs })
        {
            columns[index].take(.id, "its cells look like ids, and no two are equal")
            columns[index].ask(RoleAssignment.whose)
        }
        let roles = Set(columns.compactMap(\.role))
        guard roles.isDisjoint(with: [.latitude, .longitude]) else { return }
        for index in columns.indices.dropLast()
        where columns[index].looksLikeDegrees(90) && columns[index + 1].looksLikeDegrees(180) {
            columns[index].take(.latitude, "it and the next column hold degrees; check the order")
            columns[index + 1]
                .take(.longitude, "it and the column before hold degrees; check the order")
            return
        }
    }

    /// A page's address is public, and stays.
    private static let whose =
        "Does this column name each record, for readers to see and never to change?"

    /// Where a column names civilians, columns of deaths in general hold nothing of the report.
    private static func preferCivilians(_ columns: inout [ProposedColumn]) {
        let killed = { (column: ProposedColumn) in column.role?.whole == .count(.killed) }
        guard let named = columns.first(where: { killed($0) && $0.namesCivilians })?.name else {
            return
        }
        for index in columns.indices where killed(columns[index]) && !columns[index].namesCivilians
        {
            columns[index].drop("it may count others too, and “\(named)” counts civilians")
        }
    }

    /// People of whom it is not known whether they were civilians are not none.
    private static func askAboutUnknown(_ columns: inout [ProposedColumn]) {
        let other = columns.first { column in
            let words = HeaderWords(column.name)
            return words.has(.killed) && words.words.contains("unknown")
                && (column.facts.numbers?.upperBound ?? 0) > 0
        }
        guard let name = other?.name,
            let index = columns.firstIndex(where: { $0.role?.whole == .count(.killed) })
        else { return }
        columns[index]
            .ask(
                "“\(name)” counts people who may have been civilians. Does 0 here mean that none of the dead was one?"
            )
    }

    /// A row of a table by month may hold many strikes, and the report counts it as one.
    private static func askAboutSums(_ columns: inout [ProposedColumn]) {
        for index in columns.indices where columns[index].role == nil {
            let names = HeaderWords(columns[index].name).words
            guard names.contains(where: { name in strikes.contains { name.hasSuffix($0) } }),
                columns[index].facts.all({ $0.isCount }),
                let most = columns[index].facts.numbers?.upperBound, most > 1, most < 100_000
            else { continue }
            columns[index]
                .ask(
                    "A row seems to hold up to \(Int(most)) strikes, and the report counts it as one. Is each row one strike?"
                )
        }
    }

    /// The plurals of words for strikes, as ``HeaderWords`` leaves them.
    private static let strikes = [
        "strikes", "attacks", "raids", "incidents", "events", "bombings", "frappes", "attaques",
        "ataques", "bombardeos", "غارات", "هجمات",
    ]

    /// If several columns seem to hold one role, the most certain one keeps it; of equals, the first.
    private static func keepSurest(_ columns: inout [ProposedColumn]) {
        var best: [Role: Int] = [:]
        for (index, column) in columns.enumerated() {
            guard let role = column.role else { continue }
            guard let other = best[role] else {
                best[role] = index
                continue
            }
            let isSurer = columns[index].weight > columns[other].weight
            let (kept, lost) = isSurer ? (index, other) : (other, index)
            best[role] = kept
            let isTie = columns[kept].weight == columns[lost].weight
            columns[lost]
                .drop(
                    isTie
                        ? "it may hold \(role) as well as “\(columns[kept].name)”: only one can"
                        : "it may hold \(role) too, but “\(columns[kept].name)” is surer"
                )
            if isTie {
                columns[kept].question =
                    "“\(columns[lost].name)” may hold \(role) as well. Is this the right column?"
                    + (columns[kept].question.map { " " + $0 } ?? "")
            }
        }
    }

    /// One column, or one for each end.
    private static func settleCounts(_ columns: inout [ProposedColumn]) {
        for count in ResourceKind.strikes.columns(of: .builtIn).all
        where count.content == .count && count.role.part == .whole {
            settle(count.role, &columns)
        }
    }

    private static func settle(_ count: Role, _ columns: inout [ProposedColumn]) {
        let whole = columns.firstIndex { $0.role == count }
        let least = columns.firstIndex { $0.role == count.least }
        let most = columns.firstIndex { $0.role == count.most }
        if let whole, least == nil, most != nil {
            columns[whole].take(count.least, "its name, beside a column of the greatest number")
        } else if let whole, let least {
            columns[whole].drop("“\(columns[least].name)” and its maximum hold \(count) already")
        } else if least == nil, whole == nil, let most {
            columns[most].drop("it holds a greatest number, and no column the least")
        }
    }

    private static func settlePairs(_ columns: inout [ProposedColumn]) {
        for column in ResourceKind.strikes.columns(of: .builtIn).all {
            guard let partner = column.partner, !columns.contains(where: { $0.role == partner }),
                let index = columns.firstIndex(where: { $0.role == column.role })
            else { continue }
            columns[index].drop("its name says \(column.role), but no column holds \(partner)")
        }
    }
}

extension ProposedColumn {
    fileprivate mutating func take(_ role: Role, _ reason: String) {
        self.role = role
        self.reason = reason
    }

    /// Whether nothing in its name says that its dates are those of something else.
    fileprivate var canBeDay: Bool {
        HeaderWords(name).ideas
            .isDisjoint(with: [
                .birth, .killed, .injured, .source, .published, .updated, .note,
            ])
    }

    /// Letters, digits and hyphens, at least one digit and one letter, and no two alike; numbers alone may count
    /// or measure anything.
    fileprivate var looksLikeIDs: Bool {
        guard role == nil, facts.isUnique, facts.rowCount > 1, !isPersonal else { return false }
        return facts.order.allSatisfy { text in
            text.utf8.count <= 24 && text.contains { $0.isNumber } && text.contains { $0.isLetter }
                && CellShape(text) == .text
                && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        }
    }

    fileprivate func looksLikeDegrees(_ limit: Double) -> Bool {
        guard role == nil, facts.mostly(0.8, { $0 == .decimal || $0 == .decimalComma }),
            let numbers = facts.numbers
        else { return false }
        return numbers.lowerBound >= -limit && numbers.upperBound <= limit
    }
}
