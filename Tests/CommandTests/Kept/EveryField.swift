// A site's own templates may print any field, so what a file shows is more than the default templates print.

import Templates

@testable import Report

/// Templates that print everything that their pages offer.
enum EveryField {
    /// The files of templates for the pages that show records, by their paths; with or without what pages know of the
    /// report as a whole.
    static func templates(withSite: Bool) -> [String: String] {
        let files = [
            "strike.html", "strikes.html", "figure.html", "victims.html", "person.html",
            "disclosures.html", "register.html",
        ]
        var templates: [String: String] = [:]
        for kind in PageKinds.all where files.contains(kind.template) {
            templates[kind.template] =
                "<!DOCTYPE html>\n<html lang=\"{{ page.lang }}\"><head><title>{{ page.title }}</title></head><body>\n"
                + fields(
                    of: kind.root.templateShape,
                    in: "",
                    depth: 0,
                    without: withSite ? [] : ["site"]
                )
                + "</body></html>\n"
        }
        return templates
    }

    /// How deep records are in each other.
    private static let depth = 2

    private static func fields(
        of shape: RecordShape,
        in record: String,
        depth: Int,
        without omitted: Set<String> = []
    ) -> String {
        shape.fields.filter { !omitted.contains($0.name) }
            .map { field in
                let name = record.isEmpty ? field.name : "\(record).\(field.name)"
                return "<p>\(field.name):</p>\n" + text(of: field.type, name, depth: depth)
            }
            .joined()
    }

    private static func text(of type: ValueType, _ name: String, depth: Int) -> String {
        switch type {
        case .boolean: return "{% if \(name) %}<p>yes</p>{% endif %}\n"
        case .integer, .text: return "<p>{{ \(name) }}</p>\n"
        case .html: return "<div>{{ \(name) }}</div>\n"
        case .url: return "<p><a href=\"{{ \(name) }}\">x</a></p>\n"
        case .phrase, .table: return ""
        case .optional(let wrapped):
            let inner = text(of: wrapped, name, depth: depth)
            return inner.isEmpty ? "" : "{% if \(name) %}\n\(inner){% endif %}\n"
        case .list(let element):
            let item = "item\(depth)"
            let inner = text(of: element, item, depth: depth)
            return inner.isEmpty ? "" : "{% for \(item) in \(name) %}\n\(inner){% endfor %}\n"
        case .record(let type):
            if depth == EveryField.depth { return "" }
            return fields(of: type.templateShape, in: name, depth: depth + 1)
        }
    }
}
