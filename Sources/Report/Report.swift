import Decoding
import Diagnostics
import Formats
import Markdown
import Output
import Records
import Synchronization
import Templates
import Text

/// A planned and checked report, ready to be rendered.
public struct Report: Sendable {
    let model: ReportModel
    private let templates: TemplateSet
    let jobs: JobList

    /// Plans a report and checks its templates; every mistake is collected.
    ///
    /// Returns `nil` when no page can be planned, because the words of the site's language are missing. When
    /// the log has errors, the report must not be published.
    public static func plan(_ input: ReportInput, log: inout DiagnosticLog) -> Report? {
        var cache = ReportCache(keeps: false)
        return plan(input, cache: &cache, log: &log)
    }

    /// Plans a report as ``plan(_:log:)`` does, with cached results for what has not changed.
    public static func plan(
        _ input: ReportInput,
        cache: inout ReportCache,
        log: inout DiagnosticLog
    ) -> Report? {
        // Neither needs the other. Without words nothing can be checked, which the planner reports.
        let words = input.languages.first { $0.tag == input.site.settings.language }?.phrases
        let planned = Mutex<
            (ReportModel?, Cache<ProseParts.Input, MarkdownDocument>, DiagnosticLog)
        >(
            (nil, cache.texts, DiagnosticLog())
        )
        let loaded = Mutex<(TemplateSet?, Cache<TemplateInput, TemplateSet>, DiagnosticLog)>(
            (nil, cache.templates, DiagnosticLog())
        )
        Threads.perform(2) { task in
            if task == 0 {
                planned.withLock { $0.0 = ReportPlanner(input).plan(texts: &$0.1, log: &$0.2) }
            } else if let words {
                let templates = TemplateInput(input.site, words: words)
                loaded.withLock {
                    $0.0 = $0.1.output(for: templates, log: &$0.2) { templates.load(&$0) }
                }
            }
        }
        let (model, texts, planning) = planned.withLock(\.self)
        cache.texts = texts
        log.append(planning)
        guard let model else { return nil }
        let (set, templates, checking) = loaded.withLock(\.self)
        cache.templates = templates
        log.append(checking)
        return set.map { Report(model: model, templates: $0, site: input.site) }
    }

    /// Renders every page and download in parallel, and passes each to `write` when it is ready.
    ///
    /// `isIncluded` says of the position of a file in ``paths`` whether it is rendered; `nil` renders all. A file that
    /// `reuse` has from an earlier build is not rendered.
    /// `write` is called from several threads. Throws the first error of `write` or of a template
    /// that cannot be rendered.
    public func render(
        only isIncluded: ((Int) -> Bool)? = nil,
        reusing reuse: ReportReuse? = nil,
        write: @escaping @Sendable (_ path: String, _ file: RenderedFile) throws -> Void
    ) throws {
        let included = isIncluded.map { jobs.indices.filter($0) }
        try ParallelRendering.run(included?.count ?? jobs.count) { number, shared, buffer in
            let job = jobs[included?[number] ?? number]
            if let reuse, try reuse.hasTaken(job) { return }
            try write(job.path, templates.file(of: job, shared, &buffer))
        }
    }

    /// Digests of what its files show; see ``ReportReuse``.
    func digests(ground: Digest) -> RecordDigests? {
        RecordDigests(model, templates: templates, ground: ground)
    }

    /// Every file by its path; `make` renders the same bytes that ``render(write:)`` passes on, each page by itself.
    public var files: [(path: String, make: @Sendable () throws -> [UInt8])] {
        let (jobs, templates) = (jobs, templates)
        return jobs.indices.map { position in
            (
                jobs.path(at: position),
                {
                    var buffer = ByteText()
                    return try templates.file(of: jobs[position], nil, &buffer).bytes()
                }
            )
        }
    }

    /// The paths of all files.
    public var paths: [String] { jobs.indices.map(jobs.path) }

    /// The page of each article, by its path in `content/`.
    public var articlePages: [String: String] { model.places.articles }

    /// The download of each table that has one, by its file in `content/`.
    public var tableDownloads: [String: String] {
        Dictionary(
            model.downloads.tables.map { ($0.resource.path, $0.csvPath) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The first rows of the download of a kind of record, as readers see them; `nil` when it has none.
    public func examples(
        of kind: ResourceKind,
        limit: Int
    ) -> (columns: [String], rows: [[String]])? {
        guard let table = model.downloads.tables.first(where: { $0.resource.kind == kind }) else {
            return nil
        }
        let rows = (0..<min(limit, table.rowCount)).map { table.cells($0).map(\.asText) }
        return (table.columns.map(\.name), rows)
    }

    /// How many pages there are, downloads not counted.
    public let pageCount: Int
    /// How many files there are, pages and downloads.
    public let fileCount: Int

    /// How many rows of each table were read, shown, left out and withheld, in the order of the codebook.
    public let ledger: [ResourceCount]
    /// The recorded releases, with the records in them that must not be shown again.
    public let exposedReleases: [ExposedRelease]

    /// The earlier releases and what changed since; `nil` when nothing was released.
    public var history: History? { model.history?.history }

    /// What the report states now: its public records and its figures.
    public var state: PublishedState {
        history?.current
            ?? PublishedState(
                model.recounting,
                model.downloads,
                model.figures,
                headline: model.standing.headline
            )
    }

    /// Every figure that the report states.
    public var publishedFigures: [PublishedFigure] { model.figures.published(model.recounting) }

    /// The report as a release, to be recorded once it is published.
    public func release(_ stamp: ReleaseStamp, manifest: String) -> Release {
        Release(stamp: stamp, generator: model.generator, manifest: manifest, state: state)
    }

    /// How many figures the report states.
    public var figureCount: Int {
        model.dataset.codebook.isOfPeopleOnly
            ? model.figures.all.count { $0.subject == .people } : model.figures.all.count
    }

    private init(model: ReportModel, templates: TemplateSet, site: SiteContent) {
        self.model = model
        ledger = site.records
        exposedReleases = site.exposedReleases
        self.templates = templates
        jobs = PageJobs(model).all
        pageCount = jobs.pageCount
        fileCount = jobs.count
    }
}

extension TemplateSet {
    /// What a file holds; the buffer is used for a page.
    fileprivate func file(
        of job: PageJob,
        _ shared: SharedOutput?,
        _ buffer: inout ByteText
    ) throws -> RenderedFile {
        switch job.content {
        case .page(let kind, let root, let language, let group):
            buffer.truncate(to: 0)
            let root = try root(self)
            shared?.group = group
            try render(kind, root, formatting: language, shared: shared, into: &buffer)
            return .whole(buffer.bytes)
        case .bytes(let bytes): return .whole(bytes())
        case .pieces(let pieces): return .inPieces(pieces)
        }
    }
}
