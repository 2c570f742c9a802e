// The records that the tests' templates read: every kind of field, and values that bite.

import Diagnostics
import Templates
import Testing
import Text

struct Place: TemplateRecord {
    var name: String
    var arabic: String?

    static let schema = RecordSchema<Self>(
        "place",
        "Where something is.",
        [
            .text("name", "The name in English.") { $0.name },
            .optionalText("arabic", "The name in Arabic.") { $0.arabic },
        ]
    )
}

struct Person: TemplateRecord {
    var name: String
    var age: Int?
    var place: Place?
    var children: [Person] = []

    static let schema = RecordSchema<Self>(
        "person",
        "One person.",
        [
            .text("name", "The full name.") { $0.name },
            .optionalInteger("age", "The age in years, when known.") { $0.age },
            .optionalRecord("place", "Where the person lived.") { $0.place },
            .list("children", "The person's children.") { $0.children },
            .boolean("is_child", "Whether the person is younger than 18.") { $0.age ?? 99 < 18 },
        ]
    )
}

struct SamplePage: TemplateRecord {
    var title = "The record"
    var subtitle: String? = "Raqqa & <Harat al-Badu>"
    var hostile = "<script>alert(\"x\")</script> & 'y' {{ title }} é e\u{301}"
    var arabic = "حارة البدو"
    var count = 1_234_567
    var one = 1
    var zero = 0
    var unknown: Int?
    var known: Int? = 0
    var isFinal = true
    var isDraft = false
    var link = "strikes/index.html?a=1&b=2"
    var source: String?
    var markup = HTML(unsafeHTML: "<em>marked &amp; up</em>")
    var note: HTML?
    var people = [
        Person(
            name: "Amal <A>",
            age: 7,
            place: Place(name: "Raqqa", arabic: "الرقة"),
            children: []
        ),
        Person(
            name: "Basim",
            age: nil,
            place: nil,
            children: [
                Person(name: "Dima", age: 0, place: nil, children: [Person(name: "Eyad", age: 3)])
            ]
        ),
        Person(name: "C\"arim'", age: 64, place: Place(name: "X&Y", arabic: nil)),
    ]
    var nobody: [Person] = []
    var tags = ["a<b", "عربي", "", "c&d"]
    var place = Place(name: "Harat al-Badu", arabic: nil)
    var next: Person? = Person(name: "Next", age: 30)
    var words = SampleWords.table
    var extra = TableValue(["Damage (m²)": .text("12 < 13"), "grade": .integer(3)])

    static let schema = RecordSchema<Self>(
        "sample",
        "A page with a value of every kind.",
        [
            .text("title", "The title.") { $0.title },
            .optionalText("subtitle", "The line below the title.") { $0.subtitle },
            .text("hostile", "Text that tries to be markup.") { $0.hostile },
            .text("arabic", "Arabic text.") { $0.arabic },
            .integer("count", "A large number.") { $0.count },
            .integer("one", "One.") { $0.one },
            .integer("zero", "Nought.") { $0.zero },
            .optionalInteger("unknown", "An unknown number.") { $0.unknown },
            .optionalInteger("known", "A known number.") { $0.known },
            .boolean("is_final", "Whether the page is final.") { $0.isFinal },
            .boolean("is_draft", "Whether the page is a draft.") { $0.isDraft },
            .url("link", "A link.") { $0.link },
            .optionalURL("source", "The source's address.") { $0.source },
            .html("markup", "Rendered text.") { $0.markup },
            .optionalHTML("note", "A rendered note.") { $0.note },
            .list("people", "Several people.") { $0.people },
            .list("nobody", "Nobody.") { $0.nobody },
            .texts("tags", "Several texts.") { $0.tags },
            .record("place", "Where it was.") { $0.place },
            .optionalRecord("next", "The next person.") { $0.next },
            .table("words", "The interface.", of: "words") { $0.words },
            .table("extra", "Extra columns.", of: "extra") { $0.extra },
        ]
    )

    /// A page without anything that may be missing.
    static var bare: SamplePage {
        var page = SamplePage()
        page.title = ""
        page.subtitle = nil
        page.known = nil
        page.unknown = 5
        page.isFinal = false
        page.isDraft = true
        page.source = "https://example.org/?q=<>&x"
        page.note = HTML(unsafeHTML: "")
        page.people = []
        page.tags = []
        page.next = nil
        page.one = 2
        return page
    }
}

enum SampleWords {
    static let phrases: [String: Phrase] = [
        "home": Phrase("Home & <garden>"),
        "strikes": Phrase(forms: [.one: "one strike & {n}", .other: "{n} <strikes>"]),
        "page_of": Phrase("Page {page} of {pages} {"),
        "by": Phrase(forms: [.one: "{n} by {who}", .other: "{n} of them by {who} & {who}"]),
    ]
    static let table = TableValue(phrases.mapValues { .phrase($0) })
    static let environment = Environment(
        tables: [
            "words": phrases.mapValues { _ in .phrase },
            "extra": ["Damage (m²)": .text, "grade": .integer, "absent": .optional(.text)],
        ],
        phrases: phrases.mapValues(\.placeholders)
    )
}

/// English, as far as the tests need it.
struct English: TextFormatting {
    func number(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var grouped = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return grouped
    }

    func pluralCategory(_ value: Int) -> PluralCategory { value == 1 ? .one : .other }
}

/// Templates of one page kind `sample`, loaded and rendered.
struct Site {
    let set: TemplateSet
    let log: DiagnosticLog

    init(_ files: [String: String], entry: String = "page.html") {
        self.init(
            files.map {
                TemplateFile(
                    path: $0.key,
                    source: Array($0.value.utf8),
                    displayName: "templates/\($0.key)"
                )
            },
            entry: entry
        )
    }

    init(_ files: [TemplateFile], entry: String = "page.html") {
        var log = DiagnosticLog()
        set = TemplateSet.load(
            files,
            kinds: [PageKind("sample", template: entry, root: SamplePage.self)],
            environment: SampleWords.environment,
            log: &log
        )
        self.log = log
    }

    init(_ page: String) {
        self.init(["page.html": page])
    }

    /// What is wrong with the templates, as the author reads it.
    var messages: String { DiagnosticPrinter().text(log) }

    func render(_ page: SamplePage = SamplePage()) throws -> String {
        var output = ByteText()
        try set.render("sample", page, formatting: English(), into: &output)
        return output.text()
    }
}

/// Templates that must have no mistake, by their paths, for pages of one kind.
func checkedTemplates(_ files: [String: String], _ kind: PageKind) throws -> TemplateSet {
    var log = DiagnosticLog()
    let set = TemplateSet.load(
        files.map { TemplateFile(path: $0.key, source: Array($0.value.utf8), displayName: $0.key) },
        kinds: [kind],
        environment: Environment(tables: [:], phrases: [:]),
        log: &log
    )
    try #require(!log.hasErrors, "\(log.diagnostics.map(\.message)) in \(files)")
    return set
}
