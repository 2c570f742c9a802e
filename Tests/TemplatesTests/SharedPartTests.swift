// Pages that share parts must have the bytes that each has by itself, whatever the templates do.

import Diagnostics
import Synchronization
import Templates
import Testing
import Text

/// How often a shared field of ``Town`` was read.
private let reads = Atomic<Int>(0)

private struct Town: TemplateRecord {
    let number: Int
    /// The page on which it stands.
    let page: Int

    static let hasSharedKey = true
    var sharedKey: Int? { number == page ? nil : number }

    static let schema = RecordSchema<Self>(
        "town",
        "A town.",
        [
            .text("name", "Its name.") { town in
                reads.add(1, ordering: .relaxed)
                return "Town <\(town.number)>"
            }
            .shared(),
            .boolean("is_large", "Whether it is large.") { $0.number % 2 == 0 }.shared(),
            .url("link", "Its page.") { $0.number == $0.page ? "#" : "\($0.number).html" }.shared(),
            .text("seen_from", "The page that shows it.") { "from \($0.page)" },
            .list("parts", "Its parts.") { town in
                (0..<town.number % 3).map { Quarter(name: "part \($0) of \(town.number)") }
            }
            .shared(),
            .optionalRecord("other", "Another town.") { town in
                town.number > 2 ? Town(number: town.number - 2, page: town.page) : nil
            },
        ]
    )
}

private struct Quarter: TemplateRecord {
    let name: String

    static let schema = RecordSchema<Self>(
        "quarter",
        "A part of a town.",
        [.text("name", "Its name.") { $0.name }.shared()]
    )
}

private struct Country: TemplateRecord {
    let page: Int

    static let schema = RecordSchema<Self>(
        "country",
        "What all pages share.",
        [
            .text("title", "Its title.") { _ in "The & country" }.shared(),
            .list("capitals", "Its capitals.") { country in
                (20..<23).map { Town(number: $0, page: country.page) }
            }
            .shared(),
            .list("quarters", "Quarters.") { _ in ["a", "b<"].map { Quarter(name: $0) } }.shared(),
            .integer("visits", "How often it was seen; of each page.") { $0.page },
        ]
    )
}

private struct TownPage: TemplateRecord {
    let number: Int

    static let schema = RecordSchema<Self>(
        "town page",
        "The page of a town.",
        [
            .record("country", "The country.") { Country(page: $0.number) }.shared(),
            .integer("number", "The number of the page.") { $0.number },
            .list("near", "The towns beside it.") { page in
                (page.number - 1...page.number + 1).map { Town(number: $0, page: page.number) }
            },
            .optionalRecord("next", "The next town.") { page in
                page.number % 4 == 0 ? nil : Town(number: page.number + 1, page: page.number)
            },
        ]
    )
}

@Suite(.serialized) struct SharedPartTests {
    /// What templates are put together from.
    private static let pieces = [
        "<p>{{ country.title }} {{ country.title }}</p>{{ country.title }}",
        "{% for t in near %}<i>{{ t.name }}{% if t.is_large %}!{% endif %}{{ t.link }}</i>{% endfor %}",
        "{% for t in near %}{{ t.name }}{{ t.name }}{{ t.seen_from }}{{ t.name }}{% endfor %}",
        "{% for t in country.capitals %}{{ t.name }}{{ t.link }}{{ t.name }}{% endfor %}",
        "{% for q in country.quarters %}{{ q.name }}{{ loop.index }}{{ q.name }}{{ number }}{% endfor %}",
        "{% for q in country.quarters %}{{ q.name }}{{ q.name }}{{ country.title }}{% endfor %}",
        "{% set x = country.title %}{{ x }}{{ x }}{{ country.title }}{% if number > 3 %}{{ x }}{% endif %}",
        "{% set y %}{{ country.title }}{{ country.title }}{{ country.title }}{% endset %}{{ y }}{{ number }}",
        "{% if next %}<a href=\"{{ next.link }}\">{{ next.name }}{{ next.name }}</a>{% else %}-{% endif %}",
        "{% if number > 2 %}{{ country.title }}{{ country.title }}{{ country.title }}{% endif %}",
        "{% for t in near %}{% for q in t.parts %}{{ q.name }}{{ q.name }}{{ t.name }}{% endfor %}{% endfor %}",
        "{% for t in near %}{{ row(t) }}{{ row(t) }}{% endfor %}",
        "{% for t in near %}{{ far(t) }}{{ t.name }}{{ t.name }}{% endfor %}",
        "{% for t in near %}{% if t.other %}{{ t.other.name }}{{ t.name }}{{ t.name }}{% endif %}{% endfor %}",
        "{% for a in near %}{% for b in near %}{{ a.name }}{{ b.name }}{{ b.name }}{{ a.name }}{% endfor %}{% endfor %}",
        "{% for t in near %}{% set z = t.name %}{{ z }}{{ z }}{{ t.link }}{% endfor %}",
        "{% for t in near %}{{ t.name ~ number }}{{ t.name ~ country.title }}{{ t.name | upper }}{% endfor %}",
        "{{ country.visits }}{{ country.title }}{{ country.title }}{{ country.visits }}",
        "{% for t in near %}{{ t.name }}{{ t.name }}{{ t.name if loop.first else t.link }}{% endfor %}",
        "{{ number }}",
    ]
    private static let macros =
        "{% macro row(t) %}<b>{{ t.name }}{{ t.link }}{{ t.name }}</b>{% endmacro %}"
        + "{% macro far(t) %}{% if t.other %}{{ t.other.name }}{{ t.other.link }}{% endif %}{{ t.name }}{% endmacro %}"

    private func load(_ page: String) throws -> TemplateSet {
        try checkedTemplates(
            ["p.html": page],
            PageKind("town", template: "p.html", root: TownPage.self, sharesParts: true)
        )
    }

    private func page(
        _ number: Int,
        _ set: TemplateSet,
        _ shared: SharedOutput? = nil
    ) throws -> String {
        var output = ByteText()
        try set.render(
            "town",
            TownPage(number: number),
            formatting: English(),
            shared: shared,
            into: &output
        )
        return output.text()
    }

    @Test func pagesThatShareHaveTheBytesThatEachHasByItself() throws {
        var chance = SystemRandomNumberGenerator()
        for round in 0..<150 {
            var chosen = (0..<6).map { _ in Self.pieces.randomElement(using: &chance) ?? "" }
            if round < Self.pieces.count { chosen = [Self.pieces[round]] }
            // A name can be set once only.
            var seen: Set<String> = []
            chosen = chosen.filter { !$0.contains("set ") || seen.insert($0).inserted }
            let text = Self.macros + chosen.joined(separator: "\n")
            let set = try load(text)
            let shared = SharedOutput()
            for number in [1, 2, 3, 4, 20, 21, 3, 2, 5, 6, 7, 8, 9] {
                shared.group = number == 9 ? nil : 0
                #expect(try page(number, set, shared) == page(number, set), "\(text)")
            }
        }
    }

    @Test func whatPagesShareIsComputedOnce() throws {
        let set = try load(
            "{% for t in near %}<i>{{ t.name }}{{ t.link }}{{ t.name }}</i>{% endfor %}"
        )
        let shared = SharedOutput()
        shared.group = 0
        reads.store(0, ordering: .relaxed)
        for number in 0..<10 { _ = try page(number, set, shared) }
        let once = reads.exchange(0, ordering: .relaxed)
        for number in 0..<10 { _ = try page(number, set) }
        let anew = reads.exchange(0, ordering: .relaxed)
        #expect(anew == 60)
        // Twelve towns beside another page, and ten on their own.
        #expect(once == 2 * (12 + 10))
    }

    @Test func groupsShareNothingWithEachOther() throws {
        let set = try load("{{ country.title }}{{ country.title }}{{ country.title }}")
        let shared = SharedOutput()
        for group in [0, 1, 0] {
            shared.group = group
            #expect(try page(1, set, shared) == page(1, set))
        }
    }

    @Test func aPageThatSharesIsLimitedAsIfItDidNot() throws {
        let long = String(repeating: "{{ country.title | upper }}", count: 40)
        let set = try load(
            "{% for a in country.quarters %}" + long
                + "{% endfor %}{% for t in near %}x{% endfor %}"
        )
        let shared = SharedOutput()
        shared.group = 0
        for number in 0..<3 { #expect(try page(number, set, shared) == page(number, set)) }
    }
}
