// The schemas by which editors complete and check what authors write. They lie in the site, so that they work without a
// network and belong to the version of the program that made the site.

import ArgumentParser
import Building
import Decoding
import Formats
import Publishing
import Records
import Scaffolding

/// A file that authors write and that has a JSON Schema.
enum SchemaFile: String, CaseIterable, ExpressibleByArgument {
    /// `content/site.yaml`.
    case site
    /// `content/datapackage.yaml`.
    case codebook

    /// The schema.
    var text: String {
        switch self {
        case .site:
            let shapes = PublishingReader.shapes.merging(["media": MediaSettings.shape]) {
                first,
                _ in first
            }
            let keys = SiteSettings.keys.map { key in
                shapes[key.name].map { key.shaped($0) } ?? key
            }
            return JSONSchema(
                "The settings of a report made with Recount (site.yaml)",
                .mapping(keys)
            )
            .text
        case .codebook: return Codebook.schema.text
        }
    }

    /// The schema in a new site, beside `content/`, where nothing is published.
    private var path: String { ".schema/\(rawValue).json" }

    /// The file that it describes.
    private var file: String {
        switch self {
        case .site: "content/site.yaml"
        case .codebook: "content/datapackage.yaml"
        }
    }

    /// A new site with both schemas, which the files that they describe name.
    static func added(to site: StarterSite) -> StarterSite {
        var site = site
        for schema in allCases {
            guard let index = site.files.firstIndex(where: { $0.path == schema.file }) else {
                continue
            }
            let line = "# yaml-language-server: $schema=../\(schema.path)\n"
            site.files[index].bytes = Array(line.utf8) + site.files[index].bytes
            site.files.append(StarterFile(schema.path, schema.text))
        }
        return site
    }
}
