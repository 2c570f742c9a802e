import Output

/// What a publication would change for readers, and whether it removes so many pages that it needs confirmation.
public struct PublicationPlan: Sendable {
    /// Pages that readers do not have yet, sorted.
    public private(set) var newPages: [String] = []
    /// Pages whose bytes change, sorted.
    public private(set) var changedPages: [String] = []
    /// Pages that are removed, sorted.
    public private(set) var removedPages: [String] = []
    /// Other files that are added, changed or removed.
    public private(set) var otherFiles = (new: 0, changed: 0, removed: 0)
    /// Figures that change.
    public private(set) var figures: [FigureChange] = []
    /// The bytes of new and changed files, and of all files.
    public private(set) var bytes = (sent: 0, all: 0)
    /// How many pages the new report has, and the published one.
    public private(set) var pages = (new: 0, published: 0)
    /// What is published now.
    public let published: Published
    /// Whether the published report is this one already.
    public let isPublished: Bool

    /// A figure that changes: a headline total or one over a selection.
    public struct FigureChange: Sendable, Equatable {
        /// What is counted, and over which selection.
        public var name: String
        /// The published total; `nil` if there is none.
        public var old: Manifest.Stated?
        /// The new total; `nil` if it is no longer stated.
        public var new: Manifest.Stated?
    }

    /// Compares a report with what is published.
    public init(_ report: LocalReport, over published: Published) {
        self.published = published
        if case .report(_, let bytes) = published {
            isPublished = bytes == report.bytes
        } else {
            isPublished = false
        }
        let old = published.manifest ?? Manifest()
        compareFiles(report.manifest.files, old.files)
        guard published.manifest != nil else { return }
        let now = report.manifest.statement
        figures =
            FigureChange.all("", now.totals, old.statement.totals)
            + FigureChange.all(now.figures, old.statement.figures)
    }

    private mutating func compareFiles(
        _ new: [String: Manifest.File],
        _ old: [String: Manifest.File]
    ) {
        for (path, file) in new {
            let isPage = PublicationPlan.isPage(path)
            bytes.all += file.size
            if isPage { pages.new += 1 }
            if let former = old[path] {
                if former == file { continue }
                if isPage { changedPages.append(path) } else { otherFiles.changed += 1 }
            } else {
                if isPage { newPages.append(path) } else { otherFiles.new += 1 }
            }
            bytes.sent += file.size
        }
        for path in old.keys {
            let isPage = PublicationPlan.isPage(path)
            if isPage { pages.published += 1 }
            guard new[path] == nil else { continue }
            if isPage { removedPages.append(path) } else { otherFiles.removed += 1 }
        }
        newPages.sort()
        changedPages.sort()
        removedPages.sort()
    }

    private static func isPage(_ path: String) -> Bool { path.hasSuffix(".html") }

    /// Throws if more than a fifth of the pages, and more than five files, would be removed, unless the author has
    /// confirmed the number of pages.
    public func checkRemovals(allowing allowed: Int?) throws(PublishError) {
        let removed = removedPages.count
        guard removed * 5 > pages.published, removed + otherFiles.removed > 5 else { return }
        guard allowed == removed else {
            throw .tooManyRemovals(removedPages: removed, pages: pages.published)
        }
    }
}

extension PublicationPlan.FigureChange {
    /// The numbers that differ, by name.
    static func all(
        _ selection: String,
        _ new: [String: Manifest.Stated],
        _ old: [String: Manifest.Stated]
    ) -> [PublicationPlan.FigureChange] {
        Set(new.keys).union(old.keys).sorted()
            .compactMap { measure in
                if new[measure] == old[measure] { return nil }
                return PublicationPlan.FigureChange(
                    name: selection.isEmpty ? measure : "\(measure)?\(selection)",
                    old: old[measure],
                    new: new[measure]
                )
            }
    }

    /// The figures that differ, by selection and measure; those of a page that is added
    /// or removed are covered by the page.
    static func all(
        _ new: [String: [String: Manifest.Stated]],
        _ old: [String: [String: Manifest.Stated]]
    ) -> [PublicationPlan.FigureChange] {
        Set(new.keys).intersection(old.keys).sorted()
            .flatMap { query in
                all(query.isEmpty ? "all strikes" : query, new[query] ?? [:], old[query] ?? [:])
            }
    }
}
