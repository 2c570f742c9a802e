// Wraps a record in an object, so that copying a value retains one reference, whatever the record
// contains, and so that a value has the same size for every record.

/// A record as a value of a page.
public protocol BoxedRecord: AnyObject, Sendable {
    /// The record.
    var record: any TemplateRecord { get }

    /// The value of the field at a position in the record's schema.
    func value(at slot: Int) -> Value

    /// The record's key among those that pages share.
    var sharedKey: Int? { get }
}

/// The only implementation of ``BoxedRecord``.
public final class RecordBox<Record: TemplateRecord>: BoxedRecord {
    private let content: Record

    /// Wraps a record.
    public init(_ record: Record) {
        content = record
    }

    /// The record.
    public var record: any TemplateRecord { content }

    /// The value of the field at a position in the record's schema.
    public func value(at slot: Int) -> Value { content.templateValue(at: slot) }

    /// The record's key among those that pages share.
    public var sharedKey: Int? { content.sharedKey }
}
