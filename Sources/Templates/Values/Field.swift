// The kinds of fields that a record can declare; each maps a Swift type to a type of the template
// language.

/// A field of a record: its name, type, documentation and getter.
public struct Field<Record>: Sendable {
    private(set) var shape: FieldShape
    let get: @Sendable (Record) -> Value

    @usableFromInline
    init(
        _ name: String,
        _ type: ValueType,
        _ doc: String,
        _ get: @escaping @Sendable (Record) -> Value
    ) {
        shape = FieldShape(name: name, type: type, doc: doc)
        self.get = get
    }

    /// The same field, declared to be the same on all pages that share parts, for a record that is.
    ///
    /// Its value must follow from the language, the folder and the depth of the page, and from the key of
    /// the record or what the whole report shares: neither from the page's address nor from its links.
    public func shared() -> Field {
        var field = self
        field.shape.isShared = true
        return field
    }
}

// Inlined into the module that declares a field, where the types of the record and of the value are
// known: this avoids unspecialized generic code.

extension Field {
    /// A field that holds text.
    @inlinable
    public static func text(
        _ name: String,
        _ doc: String,
        _ get: @escaping @Sendable (Record) -> String
    ) -> Field {
        Field(name, .text, doc) { .text(get($0)) }
    }

    /// A field that may hold text.
    @inlinable
    public static func optionalText(
        _ name: String,
        _ doc: String,
        _ get: @escaping @Sendable (Record) -> String?
    ) -> Field {
        Field(name, .optional(.text), doc) { get($0).map(Value.text) ?? .none }
    }

    /// A field that holds a checked link target.
    @inlinable
    public static func url(
        _ name: String,
        _ doc: String,
        _ get: @escaping @Sendable (Record) -> String
    ) -> Field {
        Field(name, .url, doc) { .url(get($0)) }
    }

    /// A field that may hold a checked link target.
    @inlinable
    public static func optionalURL(
        _ name: String,
        _ doc: String,
        _ get: @escaping @Sendable (Record) -> String?
    ) -> Field {
        Field(name, .optional(.url), doc) { get($0).map(Value.url) ?? .none }
    }

    /// A field that holds a whole number.
    @inlinable
    public static func integer(
        _ name: String,
        _ doc: String,
        _ get: @escaping @Sendable (Record) -> Int
    ) -> Field {
        Field(name, .integer, doc) { .integer(get($0)) }
    }

    /// A field that may hold a whole number.
    @inlinable
    public static func optionalInteger(
        _ name: String,
        _ doc: String,
        _ get: @escaping @Sendable (Record) -> Int?
    ) -> Field {
        Field(name, .optional(.integer), doc) { get($0).map(Value.integer) ?? .none }
    }

    /// A field that holds a boolean.
    @inlinable
    public static func boolean(
        _ name: String,
        _ doc: String,
        _ get: @escaping @Sendable (Record) -> Bool
    ) -> Field {
        Field(name, .boolean, doc) { .boolean(get($0)) }
    }

    /// A field that holds HTML.
    @inlinable
    public static func html(
        _ name: String,
        _ doc: String,
        _ get: @escaping @Sendable (Record) -> HTML
    ) -> Field {
        Field(name, .html, doc) { .html(get($0)) }
    }

    /// A field that may hold HTML.
    @inlinable
    public static func optionalHTML(
        _ name: String,
        _ doc: String,
        _ get: @escaping @Sendable (Record) -> HTML?
    ) -> Field {
        Field(name, .optional(.html), doc) { get($0).map(Value.html) ?? .none }
    }

    /// A field that holds an interface text.
    @inlinable
    public static func phrase(
        _ name: String,
        _ doc: String,
        _ get: @escaping @Sendable (Record) -> Phrase
    ) -> Field {
        Field(name, .phrase, doc) { .phrase(get($0)) }
    }
}

extension Field {
    /// A field that holds a record.
    @inlinable
    public static func record<Other: TemplateRecord>(
        _ name: String,
        _ doc: String,
        _ get: @escaping @Sendable (Record) -> Other
    ) -> Field {
        Field(name, .record(Other.self), doc) { .record(RecordBox(get($0))) }
    }

    /// A field that may hold a record.
    @inlinable
    public static func optionalRecord<Other: TemplateRecord>(
        _ name: String,
        _ doc: String,
        _ get: @escaping @Sendable (Record) -> Other?
    ) -> Field {
        Field(name, .optional(.record(Other.self)), doc) { record in
            get(record).map { .record(RecordBox($0)) } ?? .none
        }
    }

    /// A field that holds a list of records.
    @inlinable
    public static func list<Other: TemplateRecord>(
        _ name: String,
        _ doc: String,
        _ get: @escaping @Sendable (Record) -> [Other]
    ) -> Field {
        Field(name, .list(.record(Other.self)), doc) {
            .list(get($0).map { .record(RecordBox($0)) })
        }
    }

    /// A field that holds a list of texts.
    @inlinable
    public static func texts(
        _ name: String,
        _ doc: String,
        _ get: @escaping @Sendable (Record) -> [String]
    ) -> Field {
        Field(name, .list(.text), doc) { .list(get($0).map(Value.text)) }
    }

    /// A field that holds a table; the environment declares its entries under the name `table`.
    @inlinable
    public static func table(
        _ name: String,
        _ doc: String,
        of table: String,
        _ get: @escaping @Sendable (Record) -> TableValue
    ) -> Field {
        Field(name, .table(table), doc) { .table(get($0)) }
    }
}
