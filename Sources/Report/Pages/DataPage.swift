import Records
import Templates
import Text

/// The data downloads and the codebook.
struct DataPage: PageRoot {
    let scope: PageScope

    var page: PageView { PageView(scope: scope, title: scope.language.text(.titleData)) }

    static let schema = RecordSchema<DataPage>(
        "data page",
        "The data downloads and the codebook.",
        withPageFields([
            .list("files", "The downloads, one a table.") { page in
                page.scope.report.downloads.tables.map {
                    DownloadView(scope: page.scope, table: $0)
                }
            },
            .optionalURL("geojson", "The strikes as GeoJSON, when any has coordinates.") { page in
                page.scope.report.downloads.hasPoints
                    ? page.scope.url(Downloads.geoJSONPath) : nil
            },
            .optionalHTML("linked_data", "The data as JSON-LD, if the report's address is known.") {
                LinkedData.dataset($0.scope)
            },
            .url("descriptor", "The Data Package descriptor.") {
                $0.scope.url(Downloads.descriptorPath)
            },
            .url("manifest", "The list of every file of the report with its SHA-256.") {
                $0.scope.url("manifest.json")
            },
            .text(
                "signature_check",
                "A command that checks the manifest's signature; empty when it is not signed."
            ) {
                SignatureCheck.command($0.scope.settings.signatureKind)
            },
        ])
    )
}

/// One table that can be downloaded.
struct DownloadView: TemplateRecord {
    let scope: PageScope
    let table: DownloadTable

    static let schema = RecordSchema<DownloadView>(
        "download",
        "One table that can be downloaded.",
        [
            .text("title", "The table's title.") { view in
                view.resource.title.isEmpty
                    ? view.scope.language.label("kind_", view.resource.kind.rawValue)
                    : view.resource.title
            },
            .text("description", "What it holds; may be empty.") {
                $0.resource.description
            },
            .integer("rows", "How many rows it has.") { $0.table.rowCount },
            .url("csv", "As CSV.") { $0.scope.url($0.table.csvPath) },
            .url("json", "As JSON.") { $0.scope.url($0.table.jsonPath) },
            .list("columns", "The public columns.") { view in
                let fields = view.resource.fields
                return view.table.columns.map { column in
                    let field = fields.first { $0.name == column.name }
                    return ColumnView(
                        scope: view.scope,
                        column: column,
                        meaning: field?.description ?? column.description
                    )
                }
            },
        ]
    )

    /// The table in the codebook of the page's language.
    private var resource: Resource {
        scope.codebook.resource(table.resource.kind) ?? table.resource
    }
}

/// One column of the codebook.
struct ColumnView: TemplateRecord {
    let scope: PageScope
    let column: DownloadColumn
    let meaning: String

    static let schema = RecordSchema<ColumnView>(
        "column",
        "One public column of a table.",
        [
            .text("name", "The column's name in the download.") { $0.column.name },
            .text("type", "The type of its cells, in words.") {
                $0.scope.language.label("type_", $0.column.type.rawValue)
            },
            .text("description", "What it means; may be empty.") { $0.meaning },
        ]
    )
}

/// What a reader types to check the signature of the manifest, without Recount.
private enum SignatureCheck {
    static func command(_ kind: String) -> String {
        switch kind {
        case "ssh":
            "ssh-keygen -Y verify -f authors -I you@example.org -n recount "
                + "-s manifest.json.sig < manifest.json"
        case "minisign":
            "minisign -V -p authors.pub -m manifest.json -x manifest.json.minisig"
        default: ""
        }
    }
}
