import Decoding
import Diagnostics
import Records
import TestSupport

/// A small site for one test, made from strings.
struct DecodingSite {
    private var files: [String: String] = [
        "templates/base.html": "",
        "content/site.yaml": """
        title: Sample
        period: {from: 2017-06-06, to: 2017-10-17}
        gradings:
          fair: {label: Fair, counted: true}
          single source: {label: One source}
        military_assessments:
          credible: {label: Credible}

        """,
    ]
    private var resources = ""

    /// A table: its fields as YAML without braces, public unless they say otherwise, and its rows.
    mutating func add(_ name: String, _ fields: [String], _ rows: String, schema: String = "") {
        let header = fields.map { field in
            field.split(separator: ",")[0].dropFirst("name: ".count)
        }
        files["content/data/\(name).csv"] = header.joined(separator: ",") + "\n" + rows + "\n"
        resources += "  - name: \(name)\n    path: data/\(name).csv\n    schema:\n"
        if !schema.isEmpty { resources += "      \(schema)\n" }
        resources += "      fields:\n"
        for field in fields {
            let isPublic = field.contains("public:") ? "" : ", public: true"
            resources += "        - {\(field)\(isPublic)}\n"
        }
        files["content/datapackage.yaml"] = "resources:\n" + resources
    }

    /// The strikes with the columns of a list, and an id and a date before them.
    static func strikes(_ fields: [String], _ rows: String, schema: String = "") -> DecodingSite {
        var site = DecodingSite()
        site.add("strikes", ["name: id", "name: date"] + fields, rows, schema: schema)
        return site
    }

    /// One strike, `S1`.
    static var plain: DecodingSite { strikes([], "S1,2017-08-22") }

    /// Writes a file, or deletes it.
    subscript(path: String) -> String? {
        get { files[path] }
        set { files[path] = newValue }
    }

    /// The same site with a line of the settings or of the codebook written otherwise.
    func replacing(_ path: String, _ old: String, _ new: String) -> DecodingSite {
        var site = self
        guard let range = site.files[path]?.range(of: old) else { return site }
        site.files[path]?.replaceSubrange(range, with: new)
        return site
    }

    func with(_ path: String, _ text: String?) -> DecodingSite {
        var site = self
        site.files[path] = text
        return site
    }

    /// What is read, and all that is told about it.
    func read(drafts: Bool = false) throws -> (content: SiteContent?, messages: String) {
        let folder = try Sandbox(files)
        var log = DiagnosticLog()
        let content = try SiteReader.read(site: folder.path, drafts: drafts, log: &log)
        return (content, DiagnosticPrinter().text(log))
    }

    func messages() throws -> String { try read().messages }

    /// The strikes of a site without mistakes.
    func strikes() throws -> [Strike] { try read().content?.dataset.strikes ?? [] }
}
