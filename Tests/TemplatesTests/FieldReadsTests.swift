// What templates read is known before they are rendered; a field that is read and not known would let a page stay as it
// was although it shows something new.

import Synchronization
import Templates
import Testing
import Text

/// The names of the fields of ``House`` that were read.
private let readNames = Mutex<Set<String>>([])

private struct House: TemplateRecord {
    let number: Int

    private func note<T>(_ name: String, _ value: T) -> T {
        readNames.withLock { _ = $0.insert(name) }
        return value
    }

    static let schema = RecordSchema<Self>(
        "house",
        "A house.",
        [
            .text("name", "Its name.") { $0.note("name", "House \($0.number)") },
            .integer("rooms", "Its rooms.") { $0.note("rooms", $0.number) },
            .optionalText("owner", "Who owns it.") { $0.note("owner", $0.number > 1 ? "O" : nil) },
            .boolean("stands", "Whether it stands.") { $0.note("stands", $0.number != 2) },
            .texts("tenants", "Who lives there.") { $0.note("tenants", ["a", "b"]) },
            .optionalRecord("next", "The next.") { house in
                house.note("next", house.number < 3 ? House(number: house.number + 1) : nil)
            },
            .list("others", "Those near it.") { house in
                house.note("others", house.number < 3 ? [House(number: house.number + 1)] : [])
            },
        ]
    )

    static let names = schema.shape.fields.map(\.name)
}

private struct Street: TemplateRecord {
    static let schema = RecordSchema<Self>(
        "street",
        "A street.",
        [
            .list("houses", "Its houses.") { _ in (1...3).map { House(number: $0) } },
            .record("first", "The first.") { _ in House(number: 1) },
        ]
    )
}

@Suite(.serialized) struct FieldReadsTests {
    private static let pieces = [
        "{{ first.name }}",
        "{% for h in houses %}{{ h.rooms }}{% endfor %}",
        "{% for h in houses %}{% if h.owner %}{{ h.owner }}{% endif %}{% endfor %}",
        "{% set x = first.next %}{% if x and x.stands %}{{ x.name }}{% endif %}",
        "{{ first.tenants | join(\", \") }}{{ first.others | length }}",
        "{% for h in houses %}{{ row(h) }}{% endfor %}",
        "{% for h in first.others %}{{ deep(h) }}{% endfor %}",
        "{% include \"part.html\" %}",
        "{{ \"yes\" if first.stands else first.name }}",
        "{% set y %}{{ first.rooms }}{% endset %}{{ y }}",
    ]
    private static let macros =
        "{% macro row(h) %}{{ h.name }}{% endmacro %}"
        + "{% macro deep(h) %}{% if h.next %}{{ row(h.next) }}{{ h.next.rooms }}{% endif %}{% endmacro %}"

    private func load(_ page: String) throws -> TemplateSet {
        try checkedTemplates(
            ["p.html": page, "part.html": "<p>{{ first.rooms }}</p>"],
            PageKind("street", template: "p.html", root: Street.self)
        )
    }

    /// The names of the fields that rendering a page reads.
    private func read(_ set: TemplateSet) throws -> Set<String> {
        readNames.withLock { $0 = [] }
        var output = ByteText()
        try set.render("street", Street(), formatting: English(), into: &output)
        return readNames.withLock { $0 }
    }

    private func known(_ set: TemplateSet) -> Set<String> {
        Set(set.reads(of: "street").slots(of: House.self).map { House.names[$0] })
    }

    @Test func everyFieldThatAPageReadsIsKnownBefore() throws {
        var all: Set<String> = []
        for piece in Self.pieces {
            let set = try load(Self.macros + piece)
            let read = try read(set)
            #expect(read.isSubset(of: known(set)), "\(piece)")
            #expect(!read.isEmpty, "\(piece)")
            all.formUnion(read)
        }
        #expect(all == Set(House.names))
    }

    @Test func aFieldThatNoTemplateReadsIsNotAmongThem() throws {
        let set = try load(
            Self.macros + "{{ first.name }}{% for h in houses %}{{ row(h) }}{% endfor %}"
        )
        #expect(known(set) == ["name"])
        #expect(set.reads(of: "street").slots(of: Street.self) == [])
        #expect(set.reads(of: "unknown").slots(of: House.self) == [])
    }
}
