// How a record travels among a page's values: as one object. A copy of the value then counts one
// reference, whatever the record holds, and a value has the same few words for every record.

/// A record among a page's values.
public protocol BoxedRecord: AnyObject, Sendable {
    /// The record.
    var record: any TemplateRecord { get }

    /// The value of the field at a place in the record's schema.
    func value(at slot: Int) -> Value
}

/// The only kind of ``BoxedRecord``.
public final class RecordBox<Record: TemplateRecord>: BoxedRecord {
    private let content: Record

    /// Puts a record among values.
    public init(_ record: Record) {
        content = record
    }

    /// The record.
    public var record: any TemplateRecord { content }

    /// The value of the field at a place in the record's schema.
    public func value(at slot: Int) -> Value { content.templateValue(at: slot) }
}
