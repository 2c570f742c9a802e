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
            package.optionalMember("description", codebook.description)
            package.optionalMember("homepage", report.settings.url ?? "")
            package.array("resources", tables) { item, table in
                item.object { table.describe(into: &$0) }
            }
        }
        return json.finished()
    }

    /// The strikes that have coordinates, as a GeoJSON feature collection (RFC 7946).
    func geoJSON(_ report: ReportModel) -> [UInt8] {
        var json = JSONWriter()
        let strikes = report.dataset.strikes.indices.filter {
            report.dataset.strikes[$0].place.coordinate != nil
        }
        let table = tables.first { $0.resource.kind == .strikes }
        json.object { collection in
            collection.member("type", "FeatureCollection")
            collection.array("features", strikes) { item, position in
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
            }
        }
        return json.finished()
    }
}
