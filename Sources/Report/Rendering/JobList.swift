// A report has as many pages as strikes, and what is needed to render one takes some hundred bytes. So the pages of
// strikes are described only when they are rendered, by their numbers.

/// The jobs of a report in the order in which they are run.
struct JobList: RandomAccessCollection, Sendable {
    /// Jobs that follow each other: those of a list, or pages that are described when they are needed.
    private struct Run: Sendable {
        let start: Int
        var listed: [PageJob] = []
        var pages: Pages?

        var count: Int { pages?.count ?? listed.count }
    }

    /// Pages by number, from 0.
    struct Pages: Sendable {
        let count: Int
        /// The path of each.
        let path: @Sendable (Int) -> String
        /// Its job, which has that path.
        let job: @Sendable (Int) -> PageJob
    }

    private var runs: [Run] = []
    private(set) var endIndex = 0
    var startIndex: Int { 0 }

    subscript(position: Int) -> PageJob {
        let run = run(at: position)
        let number = position - run.start
        return run.pages?.job(number) ?? run.listed[number]
    }

    /// The path of a job.
    func path(at position: Int) -> String {
        let run = run(at: position)
        let number = position - run.start
        return run.pages?.path(number) ?? run.listed[number].path
    }

    /// How many of the jobs make pages.
    var pageCount: Int {
        runs.reduce(0) { $0 + ($1.pages?.count ?? $1.listed.count { $0.isPage }) }
    }

    mutating func append(_ job: PageJob) {
        if runs.isEmpty || runs[runs.count - 1].pages != nil { runs.append(Run(start: endIndex)) }
        runs[runs.count - 1].listed.append(job)
        endIndex += 1
    }

    mutating func append(contentsOf jobs: some Sequence<PageJob>) {
        for job in jobs { append(job) }
    }

    mutating func append(_ pages: Pages) {
        if pages.count == 0 { return }
        runs.append(Run(start: endIndex, pages: pages))
        endIndex += pages.count
    }

    private func run(at position: Int) -> Run {
        // There are three or four.
        var number = runs.count - 1
        while runs[number].start > position { number -= 1 }
        return runs[number]
    }
}
