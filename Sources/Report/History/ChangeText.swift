import Records

/// A change in words, for authors: for messages and `recount diff`.
public struct ChangeText: Sendable {
    private let change: RecordChange

    /// Describes a change.
    public init(_ change: RecordChange) {
        self.change = change
    }

    /// What changed, as a clause without a full stop.
    public var sentence: String {
        switch change.kind {
        case .added: "\(subject) is new"
        case .changed(let column, let was, let now):
            "\(column) of \(subject) was \(quoted(was)) and is \(quoted(now))"
        case .renamed(let old): "\(change.key) was published as \(old)"
        case .withdrawn: "\(subject) was published and is gone"
        case .merged(let into): "\(subject) was published and is now part of \(into)"
        }
    }

    /// The same of a change whose values must not be repeated.
    public var secretSentence: String {
        let strike =
            change.strikes.first
            ?? (change.table.isNamedByStrike ? change.table.rawValue : change.key)
        let what = change.column.isEmpty ? "" : ", \(change.column)"
        return "\(strike)\(what): changed; what it was is not repeated"
    }

    /// The name of the record, as authors know it.
    public var subject: String {
        let place = change.strikes.first ?? ""
        switch change.table {
        case .strikes, .corrections, .claims, .sources, .media: return change.key
        case .victims: return place.isEmpty ? "“\(rest)”" : "“\(rest)” (\(place))"
        case .disclosures: return "the disclosure “\(rest)” (\(place))"
        }
    }

    private var rest: String {
        change.key.split(separator: "/", maxSplits: 1).last.map { String($0) } ?? change.key
    }

    private func quoted(_ text: String) -> String {
        if text.isEmpty { return "blank" }
        return text.count > 60 ? "“\(text.prefix(59))…”" : "“\(text)”"
    }
}
