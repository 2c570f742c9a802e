// What a record offers to templates. The name, type, documentation and value of a field are declared
// together, so they cannot contradict each other.

/// A kind of record that templates can read.
public protocol TemplateRecord: Sendable {
    /// The fields in the order of the reference; a `static let`, because getters are not retained while
    /// they are used.
    static var schema: RecordSchema<Self> { get }

    /// The schema without its values; derived from ``schema``.
    static var templateShape: RecordShape { get }

    /// The value of the field at a position in the schema; derived from ``schema``.
    func templateValue(at slot: Int) -> Value

    /// Whether records of this type have a ``sharedKey``.
    static var hasSharedKey: Bool { get }

    /// What tells the record from the others of its type, if what its shared fields print is the same on
    /// all pages that share parts; `nil` on a page that they treat differently.
    var sharedKey: Int? { get }
}

extension TemplateRecord {
    /// The schema without its values.
    public static var templateShape: RecordShape { schema.shape }

    /// No key.
    public static var hasSharedKey: Bool { false }

    /// No key.
    public var sharedKey: Int? { nil }

    // Inlined into the module of the conforming type, where the code is specialized for it.

    /// The value of the field at a position in the schema.
    @inlinable
    public func templateValue(at slot: Int) -> Value {
        Self.schema.value(at: slot, of: self)
    }
}

/// All fields of a record, with their getters.
public struct RecordSchema<Record>: Sendable {
    /// Name, documentation and fields without their values.
    public var shape: RecordShape { storage.shape }

    @usableFromInline let storage: Storage

    /// Declares a record; the name is a singular noun in lower case, as messages print it.
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
        /// The getters of ``owners``, which exist as long as this object, read without a retain.
        ///
        /// All threads use the same getters, so that each retain is an atomic operation on memory
        /// that they share. A plain array of closures takes 4 % more processor time and 7 % more
        /// time to build 10,000 strikes on two cores.
        @usableFromInline let getters: [Unmanaged<Getter>]
        private let owners: [Getter]

        init(_ shape: RecordShape, _ getters: [@Sendable (Record) -> Value]) {
            self.shape = shape
            owners = getters.map { Getter($0) }
            self.getters = owners.map { Unmanaged.passUnretained($0) }
        }
    }

    /// Reads one field.
    @usableFromInline
    final class Getter: Sendable {
        @usableFromInline let get: @Sendable (Record) -> Value

        init(_ get: @escaping @Sendable (Record) -> Value) { self.get = get }
    }
}

/// The fields of a record without their getters.
public struct RecordShape: Sendable {
    /// The record's name in messages and in the reference.
    public let name: String
    /// Its description in the reference, one line.
    public let doc: String
    /// The fields in the order of their declaration.
    public let fields: [FieldShape]
}

/// A field without its getter.
public struct FieldShape: Sendable {
    /// The name in templates.
    public let name: String
    /// The type of its values.
    public let type: ValueType
    /// Its description in the reference, one line.
    public let doc: String
    /// Whether pages that share parts share it: see ``Field/shared()``.
    var isShared = false
}
