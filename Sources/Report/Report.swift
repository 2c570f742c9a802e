import Diagnostics
import Records
import Templates

/// A report: planned, counted and checked, ready to be rendered.
public struct Report: Sendable {
    let model: ReportModel
    private let templates: TemplateSet
    private let jobs: [PageJob]

    /// Plans a report and checks its templates; every mistake is collected.
    ///
    /// `nil` when something is missing without which no page can be planned. When the log has errors
    /// the report must not be published.
    public static func plan(_ input: ReportInput, log: inout DiagnosticLog) -> Report? {
        guard let model = ReportPlanner(input).plan(log: &log) else { return nil }
        let templates = TemplateSet.load(
            input.site.templates.map {
                TemplateFile(path: $0.path, source: $0.bytes, displayName: $0.file)
            },
            kinds: PageKinds.all(with: input.site.articles),
            environment: environment(model),
            log: &log
        )
        return Report(model: model, templates: templates)
    }

    /// Renders every page and download, in parallel, and hands each over as it is ready.
    ///
    /// `write` is called from several threads. Throws the first error of `write` or of a template
    /// that would not end.
    public func render(
        write: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void
    ) throws {
        try ParallelRendering.run(jobs) { job, buffer in
            buffer.truncate(to: 0)
            switch job.content {
            case .page(let kind, let root, let language):
                try templates.render(kind, root(), formatting: language, into: &buffer)
                try write(job.path, buffer.bytes)
            case .bytes(let bytes): try write(job.path, bytes())
            }
        }
    }

    /// How many pages there are, downloads not counted.
    public let pageCount: Int
    /// How many files there are, pages and downloads.
    public let fileCount: Int

    /// Rows read, shown and left out.
    public var ledger: RecordLedger { model.ledger }

    /// What the report stated before, and what changed; `nil` when nothing was released.
    public var history: History? { model.history?.history }

    /// What the report states now: its public records and its figures.
    public var state: PublishedState {
        history?.current
            ?? PublishedState(
                model.dataset,
                model.downloads,
                model.figures,
                headline: model.standing.headline
            )
    }

    /// Every figure that the report states.
    public var publishedFigures: [PublishedFigure] {
        model.figures.all.map { PublishedFigure(query: $0.selection.query, tally: $0.tally) }
    }

    /// The report as a release, to be recorded once it is published.
    public func release(_ stamp: ReleaseStamp, manifest: String) -> Release {
        Release(stamp: stamp, generator: model.generator, manifest: manifest, state: state)
    }

    /// How many figures the report states.
    public var figureCount: Int { model.figures.all.count }

    /// The reference of the template language and of what each kind of page offers.
    public func templateReference() -> String { templates.reference() }

    private init(model: ReportModel, templates: TemplateSet) {
        self.model = model
        self.templates = templates
        jobs = PageJobs(model).all
        pageCount = jobs.count { $0.isPage }
        fileCount = jobs.count
    }

    private static func environment(_ model: ReportModel) -> Environment {
        let words = model.language.phrases
        return Environment(
            tables: [
                "words": words.mapValues { _ in ValueType.phrase },
                "strike columns": Dictionary(
                    model.extraColumns.map { ($0, ValueType.text) },
                    uniquingKeysWith: { first, _ in first }
                ),
                "custom": Dictionary(
                    model.customKeys.map { ($0, ValueType.optional(.text)) },
                    uniquingKeysWith: { first, _ in first }
                ),
            ],
            phrases: words.mapValues(\.placeholders)
        )
    }
}
