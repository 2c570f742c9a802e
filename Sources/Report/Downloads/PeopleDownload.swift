import Records
import Text

/// The people behind a figure, as CSV and JSON: the public columns of their rows, as in the download of all people.
struct PeopleDownload {
    let table: DownloadTable
    let people: PeopleFigure

    /// One row for each person.
    func csv(_ take: TakePiece) throws {
        var csv = CSVText()
        csv.row(table.columns.map(\.name))
        for person in people.people {
            csv.row(table.cells(person))
            try csv.passOn(take)
        }
        try take(csv.finished())
    }

    /// The total, and one object for each person.
    func json(_ take: TakePiece) throws {
        var json = JSONWriter()
        try json.object { root in
            root.member("selection", people.figure.selection.query)
            root.object("totals") { totals in
                totals.object(Measure.people.name) {
                    $0.member("min", people.people.count)
                    $0.member("max", people.people.count)
                }
            }
            if !people.undecided.isEmpty { root.member("may_fall", people.undecided.count) }
            try root.array("people", people.people) { item, person in
                item.object { table.write(row: person, into: &$0) }
                try item.passOn(take)
            }
        }
        try take(json.finished())
    }
}
