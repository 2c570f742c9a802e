// Templates print a few of the many fields that records offer. Whoever asks whether a page would be the same as an
// earlier one need compare no others.

/// The fields that the templates of a page kind read, wherever they reach a record of the type.
public struct FieldReads: Sendable {
    private var slots: [RecordType: [Int]] = [:]

    /// The positions in the schema of those fields of a record that are read, in order.
    public func slots(of type: any TemplateRecord.Type) -> [Int] {
        slots[RecordType(type: type)] ?? []
    }

    /// Adds a field behind those before it in the schema.
    mutating func add(_ slot: Int, of type: RecordType) { slots[type, default: []].append(slot) }
}
