// The guide's tables of roles are generated from the columns, so that every declared column is documented.

extension ResourceKind {
    /// A Markdown table of the roles of every kind of record.
    public static var roleTables: String {
        allCases.map { kind in
            let rows = kind.columns(of: .builtIn).all.map { "| `\($0.role)` | \($0.meaning) |\n" }
                .joined()
            return "### \(kind.rawValue)\n\n| role | meaning |\n|---|---|\n\(rows)"
        }
        .joined(separator: "\n")
    }
}
