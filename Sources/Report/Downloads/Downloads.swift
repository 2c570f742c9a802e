import Records
import Text

/// The tables that readers can download: the public columns of the records that are shown.
struct Downloads: Sendable {
    /// The strikes as points.
    static let geoJSONPath = "data/strikes.geojson"
    /// The Data Package descriptor.
    static let descriptorPath = "data/datapackage.json"

    /// One table for each kind of record, in the order of the codebook.
    let tables: [DownloadTable]
    /// Whether any strike has coordinates that are public.
    let hasPoints: Bool

    init(_ dataset: Dataset) {
        tables = dataset.codebook.resources
            .filter { $0.kind != .corrections }
            .map { DownloadTable($0, dataset) }
            .filter { !$0.columns.isEmpty }
        hasPoints = dataset.strikes.indices.contains {
            dataset.strikes[$0].place.coordinate != nil
        }
    }

    /// The descriptor of the tables, as a Frictionless Data Package.
    func descriptor(_ report: ReportModel) -> [UInt8] {
        var json = JSONWriter()
        let codebook = report.dataset.codebook
        json.object { package in
            package.member("profile", "tabular-data-package")
            package.member("name", codebook.name.isEmpty ? "recount" : codebook.name)
            package.member("title", codebook.title.isEmpty ? report.settings.title : codebook.title)
            let others = codebook.inOtherLanguages
            for (tag, other) in others where other.title != codebook.title {
                package.optionalMember("title.\(tag)", other.title)
            }
            package.optionalMember("description", codebook.description)
            for (tag, other) in others where other.description != codebook.description {
                package.optionalMember("description.\(tag)", other.description)
            }
            package.optionalMember("homepage", report.settings.url ?? "")
            describeMeasures(codebook, into: &package)
            package.array("resources", tables) { item, table in
                item.object { table.describe(in: codebook, into: &$0) }
            }
        }
        return json.finished()
    }

    /// What the measures mean that the site declares itself, in the form of the codebook.
    private func describeMeasures(_ codebook: Codebook, into package: inout JSONWriter) {
        let columns = Set(tables.flatMap { $0.columns.compactMap(\.role?.whole) })
        let declared = codebook.measures.declared.filter { columns.contains(.count($0)) }
        if declared.isEmpty { return }
        package.object("measures") { list in
            for measure in declared {
                list.object(measure.name) { item in
                    Downloads.describe(measure.labels, measure.forms, as: "label", into: &item)
                    item.optionalMember("part_of", measure.partOf ?? "")
                    if measure.units.isEmpty {
                        item.member("unit", measure.unit)
                    } else {
                        Downloads.describe(measure.units, [:], as: "unit", into: &item)
                    }
                    item.member("description", measure.meaning)
                }
            }
        }
    }

    /// A text for all languages, or one for each, which may have plural forms.
    private static func describe(
        _ texts: [String: String],
        _ forms: [String: [String: String]],
        as name: String,
        into item: inout JSONWriter
    ) {
        func write(_ tag: String, as name: String, _ object: inout JSONWriter) {
            guard let known = forms[tag], !known.isEmpty else {
                object.member(name, texts[tag])
                return
            }
            object.object(name) { plural in
                for (form, text) in known.sorted(by: { $0.key < $1.key }) {
                    plural.member(form, text)
                }
            }
        }
        let tags = texts.keys.filter { !$0.isEmpty }.sorted()
        if tags.isEmpty { return write("", as: name, &item) }
        item.object(name) { object in
            for tag in tags { write(tag, as: tag, &object) }
        }
    }

    /// The strikes that have coordinates, as a GeoJSON feature collection (RFC 7946).
    func geoJSON(_ report: ReportModel, _ take: TakePiece) throws {
        var json = JSONWriter()
        let strikes = report.dataset.strikes.indices.filter {
            report.dataset.strikes[$0].place.coordinate != nil
        }
        let table = tables.first { $0.resource.kind == .strikes }
        try json.object { collection in
            collection.member("type", "FeatureCollection")
            try collection.array("features", strikes) { item, position in
                guard let coordinate = report.dataset.strikes[position].place.coordinate else {
                    return
                }
                item.object { feature in
                    feature.member("type", "Feature")
                    feature.member("id", report.dataset.strikes[position].id)
                    feature.object("geometry") { geometry in
                        geometry.member("type", "Point")
                        geometry.numbers(
                            "coordinates",
                            [coordinate.longitudeText, coordinate.latitudeText]
                        )
                    }
                    feature.object("properties") { properties in
                        table?.write(row: position, into: &properties)
                    }
                }
                try item.passOn(take)
            }
        }
        try take(json.finished())
    }
}
