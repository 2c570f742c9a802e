// The output refuses names that some systems cannot hold, file by file while it is written. Such a name is an
// author's mistake, so it is looked for before anything is written, in `check` too, and reported with the file
// that has it.

import Decoding
import Diagnostics
import Output
import Report

/// The names of the files in a report that come from names that authors chose.
struct OutputNames {
    /// A file of the author's and its place in the report.
    private struct Named {
        let path: String
        let location: SourceLocation
    }

    private let named: [Named]
    private let others: [String]

    init(_ files: SiteFiles) {
        let content = files.content
        let pages = files.report.articlePages
        let articles = content.articles.compactMap { article in
            pages[article.path].map { Named(path: $0, location: article.location) }
        }
        let copied =
            content.assets.map { Named(path: $0.path, location: place($0.file)) }
            + files.media.map { Named(path: $0.path, location: place("content/" + $0.path)) }
        named = articles + copied
        var ofArticles = Set(articles.map(\.path))
        // The page of an article is listed once; a second page with its path is a collision.
        others =
            files.report.paths.filter { ofArticles.remove($0) == nil } + files.helpers.map(\.path)
            + files.smaller.map(\.path)
    }

    /// Reports the names that cannot be written.
    func check(_ log: inout DiagnosticLog) {
        var taken: [String: String] = [:]
        for file in named {
            if let reason = OutputPath.flaw(of: file.path) {
                log.report(
                    OutputRule.outputName,
                    at: file.location,
                    "“\(file.path)” cannot be the name of a file in the report: \(reason)",
                    suggestion: "Rename the file."
                )
                continue
            }
            let key = OutputPath.key(file.path)
            if let earlier = taken[key] {
                collision(file, with: earlier, &log)
            }
            taken[key] = file.location.file
        }
        var reported: Set<String> = []
        for path in others {
            let key = OutputPath.key(path)
            guard taken[key] != nil, reported.insert(key).inserted else { continue }
            for file in named where OutputPath.key(file.path) == key {
                collision(file, with: "a file that Recount makes", &log)
            }
        }
    }

    private func collision(_ file: Named, with other: String, _ log: inout DiagnosticLog) {
        log.report(
            ProseRule.pageCollision,
            at: file.location,
            "the address \(file.path) is already used by \(other)",
            suggestion: "Rename the file."
        )
    }
}

/// A file as a whole.
private func place(_ path: String) -> SourceLocation { SourceLocation(file: path) }
