import Records

/// Totals and figures as text, for authors on the command line.
public enum TotalText {
    /// A total with the number of its unknown counts: "322–429, 1 without a figure".
    public static func text(_ total: Total) -> String {
        var text = number(total)
        if total.unknown > 0 && !total.isUnknown { text += ", \(total.unknown) without a figure" }
        return text
    }

    /// A measure over a selection, as an author writes it in a link.
    public static func name(_ query: String, _ measure: Measure) -> String {
        // A selection of people names what it counts.
        if measure == .people { return query }
        return query.isEmpty ? measure.name : "\(measure.name)?\(query)"
    }

    private static func number(_ total: Total) -> String {
        if total.isUnknown {
            return total.strikes == 0 ? "no strikes" : "no figure for \(total.unknown)"
        }
        if total.openEnded > 0 { return "at least \(total.minimum)" }
        if total.minimum == total.maximum { return "\(total.minimum)" }
        return "\(total.minimum)–\(total.maximum)"
    }
}
