// Facts are made as coarse as the author permits once, between decoding and everything else.

import Diagnostics
import Formats
import Records

/// Makes records as coarse as they may be shown.
struct CoarseFacts {
    /// The strikes whose points or other facts are coarser than they were read, by id.
    private(set) var strikes: Set<String> = []
    /// How coarsely the author wants strikes to be shown, by id.
    private(set) var asked: [String: Coarsening] = [:]
    /// What of that changes something in their records, by id.
    private(set) var stated: [String: Coarsening] = [:]
    /// The own columns in which rare values are not shown.
    private(set) var rare = RareValues()
    /// The people who are shown more coarsely by their own rows: strike, then name as published.
    private(set) var people: [String: [String: Coarsening]] = [:]
    /// The cells of public columns that records do not show as they are: row × number of columns + column.
    private(set) var unshown: [ResourceKind: Set<Int>] = [:]
    /// The rows of people whose ages are shown by group.
    private var grouped: Set<Int> = []

    /// Coarsens the records, and adds what is cut off from points, and texts that are left out, to `values`.
    mutating func apply(
        _ settings: SiteSettings,
        _ set: inout RecordSet,
        _ values: inout [PrivateValue],
        _ log: inout DiagnosticLog
    ) {
        defer {
            coarsenWithStrikes(&set)
            coarsenPeople(&set, &values, &log)
        }
        guard let table = set.table(.strikes) else { return }
        let columns = Strike.columns(of: .builtIn)
        let plan = CoarseningPlan(settings, table)
        var rows = RowLog()
        var concealment = Concealment(table)
        var cut: [PrivateValue] = []
        for place in set.strikes.records.indices {
            let point = set.strikes.records[place].place.coordinate
            if !plan.isIdle {
                var coarsening = plan.coarsening(of: set.strikes.records[place], &rows)
                if !coarsening.isEmpty {
                    let isOwn = plan.isOwn(coarsening)
                    let center = plan.point(&coarsening, set.strikes.records[place], &rows)
                    let effective = set.strikes.records[place]
                        .coarsen(coarsening, columns, point: center)
                    let id = set.strikes.records[place].id
                    values += omitted(coarsening, set.strikes.records[place].row, id, table)
                    if isOwn {
                        concealment.add(set.strikes.records[place].row, coarsening)
                    }
                    asked[id] = coarsening
                    if effective.hidesFacts { strikes.insert(id) }
                    if !effective.isEmpty { stated[id] = effective }
                }
            }
            if let decimals = set.strikes.records[place].place.precision.decimals,
                let finer = set.strikes.records[place].place.coordinate
            {
                let rounded = finer.rounded(to: decimals)
                if rounded != finer { set.strikes.records[place].place.coordinate = rounded }
            }
            guard let point, point != set.strikes.records[place].place.coordinate else { continue }
            strikes.insert(set.strikes.records[place].id)
            cut += self.cut(from: point, set.strikes.records[place], table)
        }
        if !cut.isEmpty {
            // Another strike at the same place may be known so exactly.
            let shown = Set(
                set.strikes.records.compactMap(\.place.coordinate)
                    .flatMap { [$0.latitudeText, $0.longitudeText] }
            )
            values += cut.filter { !shown.contains($0.text) }
        }
        concealment.apply(to: &log)
        rows.flush(into: &log)
    }

    /// Leaves out the values of own columns that too few people share.
    ///
    /// `released` is what the last release showed.
    mutating func hideRareValues(
        _ settings: SiteSettings,
        _ codebook: Codebook,
        _ prose: [String],
        released: PublishedState?,
        _ set: inout RecordSet
    ) {
        guard let minimum = settings.minimumCell else { return }
        let grouping = GroupingColumns(settings, prose)
        let listed = Dictionary(grouping: set.victims.records, by: \.strikeID).mapValues(\.count)
        let columns = codebook.resource(.strikes)?.extraFields ?? []
        for (offset, column) in columns.enumerated() where grouping.contains(column.name) {
            let name = column.name
            let cells = RareCells(
                offset: offset,
                list: column.list,
                minimum: minimum,
                methodology: settings.methodology,
                measures: codebook.measures,
                listed: listed,
                released: CoarseFacts.values(of: name, released)
            )
            if cells.hide(in: &set.strikes.records) { rare.columns[name] = offset }
        }
        rare.minimum = minimum
        let own = codebook.resource(.victims)?.extraFields ?? []
        for (offset, column) in own.enumerated() where grouping.contains(column.name) {
            let name = column.name
            let cells = RarePeople(
                offset: offset,
                list: column.list,
                minimum: minimum,
                released: CoarseFacts.values(of: name, released, .victims)
            )
            if cells.hide(in: &set.victims.records) { rare.peopleColumns[name] = offset }
        }
    }

    /// What a release showed in a column, by the key of the record; empty if it did not show the column.
    private static func values(
        of column: String,
        _ released: PublishedState?,
        _ kind: ResourceKind = .strikes
    ) -> [String: String?] {
        guard let table = released?.table(kind), table.columns.contains(column) else {
            return [:]
        }
        return Dictionary(
            table.records.map { ($0.key, $0.cells[column]) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// How many of the people who are shown are shown in part.
    func reduced(_ victims: [Victim], _ table: RecordTable?) -> ReducedPeople {
        var people = ReducedPeople()
        guard let table, !grouped.isEmpty || !table.protections.isEmpty else { return people }
        for place in victims.indices {
            if grouped.contains(victims[place].row) { people.ageGroups += 1 }
            if table.protections[victims[place].row] != nil { people.unnamed += 1 }
        }
        return people
    }

    /// Makes people as coarse as their own rows say, and adds the texts that are left out to `values`.
    private mutating func coarsenPeople(
        _ set: inout RecordSet,
        _ values: inout [PrivateValue],
        _ log: inout DiagnosticLog
    ) {
        guard let table = set.table(.victims), let cell = table.cell(.coarsening) else { return }
        var rows = RowLog()
        var concealment = Concealment(table)
        for place in set.victims.records.indices {
            let row = set.victims.records[place].row
            guard let text = cell.read(table.table, row, CellBytes.text) else { continue }
            let read = CoarseningReader.ofCell(text, .victims)
            if read == nil {
                rows.report(CodebookRule.coarsenInvalid) {
                    Diagnostic(
                        CodebookRule.coarsenInvalid,
                        at: table.table.location(row, cell.column),
                        "\(cell.name) is no way to show a person more coarsely",
                        suggestion: "Write \(Coarsening.formsOfPeople), separated by semicolons."
                    )
                }
            }
            guard let read, !read.isEmpty else { continue }
            concealment.add(row, read)
            values += omitted(read, row, set.victims.records[place].strikeID, table)
            let (strike, name) = (
                set.victims.records[place].strikeID, set.victims.records[place].name
            )
            people[strike, default: [:]][name, default: Coarsening()].merge(read)
            if read.groupsAge, !set.victims.records[place].age.isEmpty { grouped.insert(row) }
            set.victims.records[place].coarsen(read) { AgeText($0).years }
        }
        concealment.apply(to: &log)
        rows.flush(into: &log)
    }

    /// Makes people as coarse as their strikes, whose day or place their own rows must not tell, and as the codebook
    /// says of their ages.
    private mutating func coarsenWithStrikes(_ set: inout RecordSet) {
        guard let table = set.table(.victims) else { return }
        let isForAll = table.schema.columns.contains { $0.field.coarsening.groupsAge }
        let strikes = asked.compactMapValues(CoarseFacts.ofPeople)
        if !isForAll && strikes.isEmpty { return }
        var ages = Coarsening()
        ages.groupsAge = true
        for place in set.victims.records.indices {
            var coarsening = strikes[set.victims.records[place].strikeID]
            if isForAll { coarsening = coarsening ?? ages }
            guard var coarsening else { continue }
            coarsening.groupsAge = coarsening.groupsAge || isForAll
            if coarsening.groupsAge, !set.victims.records[place].age.isEmpty {
                grouped.insert(set.victims.records[place].row)
            }
            set.victims.records[place].coarsen(coarsening) { AgeText($0).years }
        }
    }

    /// What the coarsening of a strike means for its people; `nil` for nothing.
    static func ofPeople(_ strike: Coarsening) -> Coarsening? {
        var people = Coarsening()
        people.groupsAge = strike.groupsAge
        people.date = strike.date
        people.omitted = strike.omitted.intersection([.place])
        return people.isEmpty ? nil : people
    }

    /// The texts of a row that are left out.
    private mutating func omitted(
        _ coarsening: Coarsening,
        _ row: Int,
        _ record: String,
        _ table: RecordTable
    ) -> [PrivateValue] {
        coarsening.omitted.sorted { $0.name < $1.name }
            .compactMap { role in
                guard let cell = table.cell(role),
                    let text = cell.read(table.table, row, CellBytes.text)
                else { return nil }
                return value(text, row, cell, record, table)
            }
    }

    private mutating func value(
        _ text: String,
        _ row: Int,
        _ cell: Cell,
        _ record: String,
        _ table: RecordTable
    ) -> PrivateValue {
        unshown[table.kind, default: []].insert(row * table.table.columns.count + cell.column)
        return PrivateValue(
            text: text,
            location: table.table.location(row, cell.column),
            record: record,
            column: cell.name,
            reason: .coarsened
        )
    }

    private mutating func cut(
        from point: Coordinate,
        _ strike: Strike,
        _ table: RecordTable
    ) -> [PrivateValue] {
        let shown = strike.place.coordinate
        let texts = [
            (Role.latitude, point.latitudeText, shown?.latitudeText),
            (Role.longitude, point.longitudeText, shown?.longitudeText),
        ]
        return texts.compactMap { role, exact, shown in
            guard exact != shown, let cell = table.cell(role) else { return nil }
            return value(exact, strike.row, cell, strike.id, table)
        }
    }
}
