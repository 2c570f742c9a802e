import Records
import Templates
import Text

/// What search engines and catalogues of data read: the report and its data in the terms of schema.org, as JSON-LD.
enum LinkedData {
    /// The report as a whole; `nil` if its address is not known.
    static func report(_ scope: PageScope) -> HTML? {
        element(scope, "Report", scope.settings.description) { object in
            if let release = scope.edition.release { object.member("version", release) }
        }
    }

    /// Its data; `nil` if the address of the report is not known.
    static func dataset(_ scope: PageScope) -> HTML? {
        let settings = scope.settings
        return element(scope, "Dataset", settings.description) { object in
            if let release = scope.edition.release { object.member("version", release) }
            if let from = settings.periodFrom, let to = settings.periodTo {
                object.member("temporalCoverage", "\(from.iso)/\(to.iso)")
            }
            object.array("distribution", scope.report.downloads.tables) { list, table in
                for (path, type) in [
                    (table.csvPath, "text/csv"), (table.jsonPath, "application/json"),
                ] {
                    list.object { file in
                        file.member("@type", "DataDownload")
                        file.member("encodingFormat", type)
                        file.member("contentUrl", scope.address(path))
                    }
                }
            }
        }
    }

    private static func element(
        _ scope: PageScope,
        _ type: String,
        _ description: String,
        _ more: (inout JSONWriter) -> Void
    ) -> HTML? {
        guard let address = scope.address(scope.path) else { return nil }
        var json = JSONWriter(.compact)
        json.object { object in
            object.member("@context", "https://schema.org")
            object.member("@type", type)
            object.member("name", scope.settings.title)
            object.optionalMember("description", description)
            object.member("url", address)
            object.member("inLanguage", scope.language.tag)
            if !scope.settings.authors.isEmpty {
                // Nobody states whether they are people or organisations, so they are plain texts.
                object.array("creator", scope.settings.authors) { $0.value($1) }
            }
            if let date = scope.edition.released { object.member("datePublished", date.iso) }
            more(&object)
        }
        // In a script, only "<" could end the element or begin a comment.
        let text = String(decoding: json.finished(), as: UTF8.self).replacing("<", with: "\\u003c")
        return HTML(unsafeHTML: "<script type=\"application/ld+json\">\(text)</script>")
    }
}
