import Records
import Templates
import Text

/// A page as reference managers and other programs cite it.
///
/// Only what the report states is in it: without a published address or a release, neither address nor date.
struct CitationView: TemplateRecord {
    let scope: PageScope
    /// The title of the page, as it stands there.
    let pageTitle: String
    /// Whether it is the report as a whole.
    let isReport: Bool
    /// Who wrote it, as published: people or organisations.
    let authors: [String]
    /// The day on which it was published or written; `nil` if none is stated.
    let date: CalendarDate?
    /// The published address; `nil` if it is not known.
    let address: String?

    static let schema = RecordSchema<CitationView>(
        "citation",
        "A page as reference managers and other programs cite it.",
        [
            .text("title", "The title, without marks for the direction of its parts.") {
                $0.title
            },
            .texts("authors", "Who wrote it: people or organisations.") { $0.authors },
            .optionalText("date", "The day, month or year of publication, as 2018-06-05.") {
                $0.date?.iso
            },
            .text("text", "As a sentence, with the version of the report and the address.") {
                $0.text
            },
            .text("bibtex", "As an entry of BibTeX.") { $0.bibTeX },
            .text("ris", "As an entry of RIS.") { $0.ris },
            .text("csl", "As CSL-JSON, which citation processors read.") { $0.csl },
        ]
    )

    private var title: String { BidiIsolation.removed(from: pageTitle) }

    /// The report that a page is part of; `nil` for the report itself.
    private var container: String? { isReport ? nil : scope.settings.title }

    /// The version of the report, so that a reader can tell which state was cited.
    private var version: String { scope.edition.version }

    private var text: String {
        scope.citation(
            isReport ? .citeReport : .citePage,
            title: pageTitle,
            address: address ?? scope.path
        )
    }

    /// A name of the entry that is the same in every build.
    private var key: String {
        let letters = scope.path.dropLast(".html".utf8.count).unicodeScalars
            .map { scalar -> Character in
                let isPlain =
                    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
                    || ("0"..."9").contains(scalar)
                return isPlain ? Character(scalar) : "-"
            }
        return "recount-" + String(letters)
    }

    private var bibTeX: String {
        var fields: [(String, String)] = []
        if !authors.isEmpty {
            // A second pair of braces keeps the name of an organisation in one piece.
            let names = authors.map { "{\(CitationView.escapedTeX($0))}" }
            fields.append(("author", names.joined(separator: " and ")))
        }
        fields.append(("title", CitationView.escapedTeX(title)))
        if let container { fields.append(("booktitle", CitationView.escapedTeX(container))) }
        if let date { fields.append(("date", date.iso)) }
        if let date { fields.append(("year", String(date.year))) }
        fields.append(("note", CitationView.escapedTeX(version)))
        if let address { fields.append(("url", address)) }
        fields.append(("langid", scope.language.tag))
        let lines = fields.map { "  \($0.0) = {\($0.1)}" }
        return "@misc{\(key),\n" + lines.joined(separator: ",\n") + "\n}"
    }

    private var ris: String {
        var lines = ["TY  - \(isReport ? "RPRT" : "ELEC")"]
        lines += authors.map { "AU  - \($0)" }
        lines.append("TI  - \(title)")
        if let container { lines.append("T2  - \(container)") }
        if let date {
            lines.append("PY  - \(date.year)")
            let parts = date.iso.split(separator: "-").joined(separator: "/")
            // The form is year/month/day/other, and the slashes stand even where a part is not known.
            lines.append(
                "DA  - " + parts + String(repeating: "/", count: 3 - parts.count { $0 == "/" })
            )
        }
        lines.append("ET  - \(version)")
        if let address { lines.append("UR  - \(address)") }
        lines.append("LA  - \(scope.language.tag)")
        return (lines + ["ER  - "]).joined(separator: "\n")
    }

    private var csl: String {
        var json = JSONWriter()
        json.array([self]) { item, citation in
            item.object { object in
                object.member("id", citation.key)
                object.member("type", citation.isReport ? "report" : "webpage")
                object.member("title", citation.title)
                if let container = citation.container {
                    object.member("container-title", container)
                }
                if !citation.authors.isEmpty {
                    object.array("author", citation.authors) { author, name in
                        author.object { $0.member("literal", name) }
                    }
                }
                if let date = citation.date {
                    object.object("issued") { issued in
                        issued.array("date-parts", [date.parts]) { list, parts in
                            list.array(parts) { $0.value($1) }
                        }
                    }
                }
                object.member("version", citation.version)
                if let address = citation.address { object.member("URL", address) }
                object.member("language", citation.scope.language.tag)
            }
        }
        return String(decoding: json.finished().dropLast(), as: UTF8.self)
    }

    /// A text with the characters that TeX gives a meaning to written out.
    private static func escapedTeX(_ text: String) -> String {
        text.map { character in
            switch character {
            case "\\": "\\textbackslash{}"
            case "~": "\\textasciitilde{}"
            case "^": "\\textasciicircum{}"
            case "{", "}", "%", "&", "#", "_", "$": "\\\(character)"
            case _: String(character)
            }
        }
        .joined()
    }
}

extension CalendarDate {
    /// The year, and the month and day as far as they are known.
    fileprivate var parts: [Int] { [year, month, day].compactMap(\.self) }
}

extension PageScope {
    /// A page of the report cited as a sentence.
    ///
    /// Names and the address keep their own direction.
    func citation(_ word: Word, title: String, figure: String = "", address: String) -> String {
        language.text(
            word,
            [
                "site": language.isolated(settings.title), "title": language.isolated(title),
                "figure": figure, "version": edition.version,
                "address": language.isolated(address),
            ]
        )
    }
}
