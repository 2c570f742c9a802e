import Output

/// The changes that a publication would make, as text for the person who confirms them.
extension PublicationPlan {
    /// The lines of the summary.
    public func lines(target: String, limit: Int = 8) -> [String] {
        var lines = ["target   \(target)"]
        switch published {
        case .nothing: lines.append("         nothing is published there yet")
        case .unreadable(let reason):
            lines.append(
                "         what changes is not known: the manifest there cannot be used (\(reason))"
            )
        case .report: break
        }
        if isPublished {
            return lines + [
                "         this report is published there already; if recount verify finds damage, "
                    + "publish it --again"
            ]
        }
        lines.append(
            "pages    \(newPages.count) new, \(changedPages.count) changed, "
                + "\(removedPages.count) removed; \(pages.new) in all"
        )
        lines += list("removed", removedPages, limit)
        if published.manifest != nil {
            lines += list("new", newPages, limit)
            lines += list("changed", changedPages, limit)
        }
        lines.append(
            "files    \(otherFiles.new) new, \(otherFiles.changed) changed, "
                + "\(otherFiles.removed) removed"
        )
        if published.manifest != nil { lines += figureLines(limit: 2 * limit) }
        lines.append("bytes    \(Bytes.text(bytes.sent)) of \(Bytes.text(bytes.all)) to send")
        return lines
    }

    private func list(_ word: String, _ paths: [String], _ limit: Int) -> [String] {
        let padded = word + String(repeating: " ", count: max(0, 8 - word.count))
        var lines = paths.prefix(limit).map { "  \(padded) \($0)" }
        if paths.count > limit { lines.append("           and \(paths.count - limit) more") }
        return lines
    }

    private func figureLines(limit: Int) -> [String] {
        guard !figures.isEmpty else { return ["figures  none change"] }
        var lines = ["figures  \(figures.count) change"]
        for change in figures.prefix(limit) {
            let old = change.old.map(PublicationPlan.text) ?? "not stated"
            let new = change.new.map(PublicationPlan.text) ?? "not stated"
            lines.append("           \(change.name): \(old) → \(new)")
        }
        if figures.count > limit { lines.append("           and \(figures.count - limit) more") }
        return lines
    }

    private static func text(_ stated: Manifest.Stated) -> String {
        let number =
            switch (stated.minimum, stated.maximum) {
            case (nil, _): "no figure"
            case (let minimum?, nil): "at least \(minimum)"
            case (let minimum?, let maximum?) where minimum == maximum: "\(minimum)"
            case (let minimum?, let maximum?): "\(minimum)–\(maximum)"
            }
        return stated.unknown == 0 ? number : "\(number) (\(stated.unknown) unknown)"
    }
}

/// Numbers of bytes for readers.
enum Bytes {
    /// The number with a unit, to one decimal.
    static func text(_ count: Int) -> String {
        if count < 1_000 { return "\(count) B" }
        let units = ["kB", "MB", "GB", "TB"]
        var value = count
        var unit = 0
        while value >= 999_950, unit < units.count - 1 {
            value /= 1_000
            unit += 1
        }
        let tenths = (value + 50) / 100
        return "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }
}
