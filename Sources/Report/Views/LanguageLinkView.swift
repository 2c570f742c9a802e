import Templates

/// A page in one of the report's languages, for the language switch and for search engines.
struct LanguageLinkView: TemplateRecord {
    let scope: PageScope
    let version: ReportVersions.Version

    static let schema = RecordSchema<LanguageLinkView>(
        "language link",
        "A page in one of the report's languages.",
        [
            .text("tag", "The language as BCP 47 writes it.") { $0.version.language.tag },
            .text("dir", "Its direction: ltr or rtl.") {
                $0.version.language.direction.rawValue
            },
            .text("name", "Its name in the language itself.") {
                $0.version.language.text(.languageName)
            },
            .url("url", "The page in that language.") { $0.scope.exactURL($0.path) },
            .url("address", "The same, absolute when the report's address is known.") { view in
                view.scope.exactAddress(view.path) ?? view.scope.exactURL(view.path)
            },
            .boolean("is_current", "Whether it is the language of this page.") {
                $0.version.folder == $0.scope.folder
            },
        ]
    )

    /// The page in every language in which it exists; empty in a report in one language.
    static func all(_ scope: PageScope) -> [LanguageLinkView] {
        let versions = scope.report.versions
        guard versions.areSeveral, versions.isInAll(scope.versionPath, of: scope.folder) else {
            return []
        }
        return versions.all.map { LanguageLinkView(scope: scope, version: $0) }
    }

    private var path: String { version.folder + scope.versionPath }
}
