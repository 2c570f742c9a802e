// Which kinds of values can be printed, and what becomes of two kinds that meet in one value.

extension Environment {
    /// Whether a phrase has no placeholders, so that it can be printed as it is.
    func isPlain(_ phrase: String) -> Bool { phrases[phrase]?.isEmpty ?? true }

    /// The kind of a value that has either kind; `nil` when the two cannot meet in one value.
    ///
    /// Kinds that differ, but can both be printed, become HTML, which can only be printed.
    func join(_ left: Kind, _ right: Kind) -> Kind? {
        if let joined = left.joined(right) { return joined }
        let isOptional = left.isOptional || right.isOptional
        guard let left = hasTags(left.present), let right = hasTags(right.present) else {
            return nil
        }
        let joined = Kind.html(hasTags: left || right)
        return isOptional ? joined.asOptional : joined
    }

    /// Whether values of a printable kind can contain tags; `nil` when the kind cannot be printed.
    private func hasTags(_ kind: Kind) -> Bool? {
        switch kind {
        case .integer, .text, .url: false
        case .html(let hasTags): hasTags
        case .phrase(let names): names.allSatisfy(isPlain) ? false : nil
        case .unknown, .none, .boolean, .condition, .list, .record, .table, .optional: nil
        }
    }
}
