// Mistakes are looked for in the exact facts, before they are made coarser. What is then shown less exactly must not
// stand in a message either: logs are kept, and sent to others.

import Diagnostics
import Formats
import Records

/// Takes the exact facts of single rows out of what was reported.
struct Concealment {
    private let table: RecordTable
    private var lines: Set<Int> = []
    private var texts: Set<String> = []

    init(_ table: RecordTable) {
        self.table = table
    }

    /// Adds a row that is shown less exactly.
    mutating func add(_ row: Int, _ coarsening: Coarsening) {
        lines.insert(table.table.location(row: row).line)
        var roles = coarsening.omitted
        if coarsening.date != nil { roles.formUnion([.date, .dateEnd]) }
        if coarsening.hidesPoint { roles.formUnion([.latitude, .longitude]) }
        for role in roles {
            let text = table.cell(role)?.read(table.table, row, CellBytes.text)
            // A shorter text stands in many messages by chance.
            if let text, text.utf8.count >= 5 { texts.insert(text) }
        }
    }

    /// Conceals what was reported of the rows, and what was reported of others and quotes them.
    func apply(to log: inout DiagnosticLog) {
        if lines.isEmpty { return }
        log.concealMessages { diagnostic in
            if diagnostic.location.file == table.table.file,
                lines.contains(diagnostic.location.line)
            {
                return true
            }
            let words = [diagnostic.message, diagnostic.suggestion ?? ""]
            return texts.contains { text in words.contains { $0.contains(text) } }
        }
    }
}
