import Records
import Templates

/// The page on which a reader searches the whole report; without a script it leads to the lists.
struct SearchPage: PageRoot {
    let scope: PageScope

    var page: PageView { PageView(scope: scope, title: scope.language.text(.titleSearch)) }

    static let schema = RecordSchema<SearchPage>(
        "search page",
        "The page on which a reader searches the whole report.",
        pageFields()
    )
}

/// A field by which the list of strikes can be narrowed.
struct FacetView: TemplateRecord {
    let scope: PageScope
    let facet: StrikeFacets.Facet

    static let schema = RecordSchema<FacetView>(
        "filter",
        "A field by which the list of strikes can be narrowed.",
        [
            .text("name", "The field: place, month, grading or verdict.") { $0.facet.name },
            .text("label", "The name of the field, as readers see it.") { $0.label },
            .list("options", "The values that strikes have.") { view in
                view.facet.options.map {
                    FacetOptionView(key: $0.key, label: view.label(of: $0), strikes: $0.count)
                }
            },
        ]
    )

    private var label: String {
        if let role = facet.role { return scope.language.label(of: role) }
        return scope.language.label("field_", facet.name)
    }

    private func label(of option: StrikeFacets.Option) -> String {
        if let role = facet.role { return scope.selections.value(option.key, of: .text(role)) }
        if facet.name == "grading" { return scope.selections.value(option.key, of: .grading) }
        return CalendarDate(iso: option.key).map { scope.language.text($0) } ?? option.key
    }
}

/// A value by which the list of strikes can be narrowed.
struct FacetOptionView: TemplateRecord {
    let key: String
    let label: String
    let strikes: Int

    static let schema = RecordSchema<FacetOptionView>(
        "filter value",
        "A value by which the list of strikes can be narrowed.",
        [
            .text("key", "The value, as an address states it.") { $0.key },
            .text("label", "The value, as readers see it.") { $0.label },
            .integer("strikes", "How many strikes have it.") { $0.strikes },
        ]
    )
}

extension PageScope {
    /// The relative path to the root of this version of the report.
    var versionBase: String {
        let depth = versionPath.utf8.count { $0 == UInt8(ascii: "/") }
        return String(repeating: "../", count: depth)
    }
}
