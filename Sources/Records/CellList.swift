import Text

/// How several values stand in one cell, as in "rifle; mortar".
public struct CellList: Hashable, Sendable {
    /// What stands between two values.
    public let separator: Character

    /// Makes a list of values with this character between them.
    public init(separator: Character) { self.separator = separator }

    /// The values as they are written, without blanks around them; a repeated one occurs as often as it is written.
    public func written(in cell: String) -> [String] {
        cell.split(separator: separator)
            .map { part in
                part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
            .filter { !$0.isEmpty }
    }

    /// The values, each once, in the order of the cell.
    public func values(of cell: String) -> [String] {
        var seen: Set<String> = []
        return written(in: cell).filter { seen.insert($0).inserted }
    }

    /// The cell that holds some values.
    public func cell(of values: [String]) -> String { values.joined(separator: joint) }

    /// What stands between two values in a cell that is published.
    public var joint: String {
        [";", ",", "؛", "،", "、"].contains(separator) ? "\(separator) " : " \(separator) "
    }
}

extension Codebook {
    /// How several values stand in the cells of an own column; `nil` where a cell holds one.
    public func list(of field: SelectionField) -> CellList? {
        switch field {
        case .extra(let offset): list(.strikes, offset)
        case .person(.extra(let offset)): list(.victims, offset)
        case .id, .date, .month, .year, .day, .grading, .area, .disclosed, .text, .person: nil
        }
    }

    private func list(_ kind: ResourceKind, _ offset: Int) -> CellList? {
        let fields = resource(kind)?.extraFields ?? []
        return fields.indices.contains(offset) ? fields[offset].list : nil
    }

    /// Whether a record can have several values of a field.
    public func canHaveSeveral(_ field: SelectionField) -> Bool {
        field == .disclosed || list(of: field) != nil
    }
}
