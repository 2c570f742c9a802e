import Diagnostics
import Dispatch
import Synchronization
import Testing

@testable import Markdown

/// Documents are parsed on all cores, by a library with a table that all its parsers share.
@Suite struct ParallelTests {
    @Test func twoThousandDocumentsOnFourThreadsAreAsInSequence() {
        let sources = (0..<2000).map(ParallelTests.source)
        let expected = sources.map { Sample($0).html }
        let results = Mutex([String](repeating: "", count: sources.count))
        DispatchQueue.concurrentPerform(iterations: 4) { thread in
            for index in stride(from: thread, to: sources.count, by: 4) {
                let html = Sample(sources[index]).html
                results.withLock { $0[index] = html }
            }
        }
        let actual = results.withLock { $0 }
        #expect(zip(actual, expected).count { $0 != $1 } == 0)
        #expect(expected[0].contains("<del>"))
        #expect(!expected[1].contains("<del>"))
    }

    /// Every second document has tildes, and so switches the shared table.
    private static func source(_ index: Int) -> String {
        let struck = index.isMultiple(of: 2) ? "~~struck \(index)~~ and ~~more~~" : "plain \(index)"
        let line = "A *line* with \(struck), [a link](strike:\(index)) and `code`.[^1]\n"
        return String(repeating: line, count: 20)
            + "\n| a | b |\n|---|--:|\n| \(struck) | 2 |\n\n[^1]: A note, \(struck).\n"
    }
}
