// What a record offers to templates, declared once: name, type, documentation and value stand on
// one line and cannot drift apart.

/// A kind of record that templates can read.
public protocol TemplateRecord: Sendable {
    /// What the record offers, in the order in which the reference lists it; a `static let`, as values
    /// are read from it without keeping it.
    static var schema: RecordSchema<Self> { get }

    /// The schema without its values; derived from ``schema``.
    static var templateShape: RecordShape { get }

    /// The value of the field at a place in the schema; derived from ``schema``.
    func templateValue(at slot: Int) -> Value
}

extension TemplateRecord {
    /// The schema without its values.
    public static var templateShape: RecordShape { schema.shape }

    // Inlined into the conforming type's module: there the type is known, which makes reading fast.

    /// The value of the field at a place in the schema.
    @inlinable
    public func templateValue(at slot: Int) -> Value {
        Self.schema.value(at: slot, of: self)
    }
}

/// All fields of a record, and how to read them.
public struct RecordSchema<Record>: Sendable {
    /// Name, documentation and fields without their values.
    public var shape: RecordShape { storage.shape }

    @usableFromInline let storage: Storage

    /// Declares a record; the name is singular and lower case, as messages print it.
    public init(_ name: String, _ doc: String, _ fields: [Field<Record>]) {
        storage = Storage(
            RecordShape(name: name, doc: doc, fields: fields.map(\.shape)),
            fields.map(\.get)
        )
    }

    @inlinable
    func value(at slot: Int, of record: Record) -> Value {
        storage.getters[slot]._withUnsafeGuaranteedRef { $0.get(record) }
    }

    @usableFromInline
    final class Storage: Sendable {
        let shape: RecordShape
        /// How each field is read, without a count of who uses it.
        ///
        /// All threads read by the same getters, and each count would wait for theirs; ``owners``
        /// keeps the getters for as long as they can be found here.
        @usableFromInline let getters: [Unmanaged<Getter>]
        private let owners: [Getter]

        init(_ shape: RecordShape, _ getters: [@Sendable (Record) -> Value]) {
            self.shape = shape
            owners = getters.map { Getter($0) }
            self.getters = owners.map { Unmanaged.passUnretained($0) }
        }
    }

    /// How one field is read.
    @usableFromInline
    final class Getter: Sendable {
        @usableFromInline let get: @Sendable (Record) -> Value

        init(_ get: @escaping @Sendable (Record) -> Value) { self.get = get }
    }
}

/// What a record offers, without its values.
public struct RecordShape: Sendable {
    /// The record's name in messages and in the reference.
    public let name: String
    /// One line for the reference.
    public let doc: String
    /// The fields in the order of their declaration.
    public let fields: [FieldShape]
}

/// One field without its value.
public struct FieldShape: Sendable {
    /// The name as templates write it.
    public let name: String
    /// What the field may hold.
    public let type: ValueType
    /// One line for the reference.
    public let doc: String
}
