// The rows of the tables beside the strikes' as people, sources, claims, disclosures and corrections.

import Formats
import Records

/// Reads victims.
struct VictimDecoder: RecordDecoder {
    var reader: CellReader
    private let languages: [(language: String, cell: Cell)]
    private let extras: [Cell?]
    private let roles: Roles

    private struct Roles {
        let strike, name, age, ageGroup, sex, status, family, note, url: Cell?
    }

    init(_ records: RecordTable, _ cells: TableCells, _ context: DecodingContext) {
        reader = CellReader(records, cells)
        languages = records.languages("name.")
        extras = records.extras
        roles = Roles(
            strike: records.cell("strike_id"),
            name: records.cell("name"),
            age: records.cell("age"),
            ageGroup: records.cell("age_group"),
            sex: records.cell("sex"),
            status: records.cell("status"),
            family: records.cell("family"),
            note: records.cell("note"),
            url: records.cell("url")
        )
    }

    mutating func name(_ row: Int) -> String { "" }

    mutating func record(_ row: Int) -> Victim? {
        var victim = Victim(strikeID: reader.reference(roles.strike, row))
        victim.row = row
        victim.name = reader.text(roles.name, row)
        for (language, cell) in languages {
            let name = reader.text(cell, row)
            if !name.isEmpty { victim.names.append(LocalName(language: language, name: name)) }
        }
        victim.age = reader.age(roles.age, row)
        victim.ageGroup = reader.key(roles.ageGroup, row)
        victim.sex = reader.key(roles.sex, row)
        victim.status = reader.key(roles.status, row)
        victim.family = reader.text(roles.family, row)
        victim.note = reader.text(roles.note, row)
        victim.url = reader.url(roles.url, row)
        victim.extras = reader.extras(extras, row)
        return victim.strikeID.isEmpty ? nil : victim
    }
}

/// Reads sources.
struct SourceDecoder: RecordDecoder {
    var reader: CellReader
    private let extras: [Cell?]
    private let id, strike, publisher, title, url, archive, language, kind, date: Cell?

    init(_ records: RecordTable, _ cells: TableCells, _ context: DecodingContext) {
        reader = CellReader(records, cells)
        extras = records.extras
        id = records.cell("id")
        strike = records.cell("strike_id")
        publisher = records.cell("publisher")
        title = records.cell("title")
        url = records.cell("url")
        archive = records.cell("archive_url")
        language = records.cell("language")
        kind = records.cell("kind")
        date = records.cell("date")
    }

    mutating func name(_ row: Int) -> String { reader.id(id, row) ?? "" }

    mutating func record(_ row: Int) -> Source? {
        let name = reader.id(id, row)
        var source = Source(id: name ?? "")
        source.row = row
        source.strikeID = reader.text(strike, row)
        source.publisher = reader.name(publisher, row)
        source.title = reader.text(title, row)
        source.url = reader.url(url, row)
        source.archiveURL = reader.url(archive, row)
        source.language = reader.text(language, row)
        source.kind = reader.key(kind, row)
        source.date = reader.date(date, row)
        source.extras = reader.extras(extras, row)
        return name == nil ? nil : source
    }
}

/// Reads claims.
struct ClaimDecoder: RecordDecoder {
    var reader: CellReader
    private let extras: [Cell?]
    private let id, claimant, date, scope, from, to, statement, sourceURL, sourceID: Cell?
    private let position, reason: Cell?
    private let killed, injured: CountCells

    init(_ records: RecordTable, _ cells: TableCells, _ context: DecodingContext) {
        reader = CellReader(records, cells)
        extras = records.extras
        id = records.cell("id")
        claimant = records.cell("claimant")
        date = records.cell("date")
        scope = records.cell("scope")
        from = records.cell("period_from")
        to = records.cell("period_to")
        statement = records.cell("statement")
        sourceURL = records.cell("source_url")
        sourceID = records.cell("source_id")
        position = records.cell("position")
        reason = records.cell("reason")
        killed = CountCells(records, "killed")
        injured = CountCells(records, "injured")
    }

    mutating func name(_ row: Int) -> String { reader.id(id, row) ?? "" }

    mutating func record(_ row: Int) -> Claim? {
        let name = reader.id(id, row)
        var claim = Claim(id: name ?? "")
        claim.row = row
        claim.claimant = reader.name(claimant, row)
        claim.date = reader.date(date, row)
        let ids = reader.ids(scope, row)
        if !ids.isEmpty && ids != ["campaign"] { claim.scope = .strikes(ids) }
        claim.periodFrom = reader.date(from, row)
        claim.periodTo = reader.date(to, row)
        claim.killed = reader.count(killed, row)
        claim.injured = reader.count(injured, row)
        claim.statement = reader.text(statement, row)
        claim.sourceURL = reader.url(sourceURL, row)
        claim.sourceID = reader.text(sourceID, row)
        claim.position =
            reader.word(position, row, "position of a claim", Claim.Position.self) ?? .alleged
        claim.reason = reader.text(reason, row)
        claim.extras = reader.extras(extras, row)
        return name == nil ? nil : claim
    }
}

/// Reads disclosures.
struct DisclosureDecoder: RecordDecoder {
    var reader: CellReader
    private let extras: [Cell?]
    private let strike, fact, disclosedBy, value, sourceURL, date: Cell?

    init(_ records: RecordTable, _ cells: TableCells, _ context: DecodingContext) {
        reader = CellReader(records, cells)
        extras = records.extras
        strike = records.cell("strike_id")
        fact = records.cell("fact")
        disclosedBy = records.cell("disclosed_by")
        value = records.cell("value")
        sourceURL = records.cell("source_url")
        date = records.cell("date")
    }

    mutating func name(_ row: Int) -> String { "" }

    mutating func record(_ row: Int) -> Disclosure? {
        let id = reader.reference(strike, row)
        let word = reader.required(fact, row) { reader, cell in
            reader.word(cell, row, "fact that is asked for", Disclosure.Fact.self)
        }
        var disclosure = Disclosure(strikeID: id, fact: word ?? .date)
        disclosure.row = row
        disclosure.disclosedBy = reader.name(disclosedBy, row)
        disclosure.value = reader.text(value, row)
        disclosure.sourceURL = reader.url(sourceURL, row)
        disclosure.date = reader.date(date, row)
        disclosure.extras = reader.extras(extras, row)
        return id.isEmpty || word == nil ? nil : disclosure
    }
}

/// A reason for a correction, with its row.
struct CorrectionRow: Sendable {
    var correction: Correction
    var row: Int
}

/// Reads corrections.
struct CorrectionDecoder: RecordDecoder {
    var reader: CellReader
    private let record, field, reason, date, kind, mergedInto: Cell?

    init(_ records: RecordTable, _ cells: TableCells, _ context: DecodingContext) {
        reader = CellReader(records, cells)
        record = records.cell("record")
        field = records.cell("field")
        reason = records.cell("reason")
        date = records.cell("date")
        kind = records.cell("kind")
        mergedInto = records.cell("merged_into")
    }

    mutating func name(_ row: Int) -> String { "" }

    mutating func record(_ row: Int) -> CorrectionRow? {
        let id = reader.reference(record, row)
        let word = reader.word(kind, row, "kind of correction", Correction.Kind.self)
        let why =
            word == .safety
            ? reader.text(reason, row)
            : reader.required(reason, row) { reader, cell in reader.text(cell, row) } ?? ""
        var correction = Correction(
            record: id,
            field: reader.text(field, row),
            reason: why,
            date: reader.date(date, row),
            kind: word,
            location: reader.records.table.location(row: row)
        )
        correction.mergedInto = reader.text(mergedInto, row)
        guard !id.isEmpty, !why.isEmpty || word == .safety else { return nil }
        return CorrectionRow(correction: correction, row: row)
    }
}
