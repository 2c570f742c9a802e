// The programs that remove metadata need seconds for a recording, and a build asks twice for what is published of it:
// when it checks the file and when it writes it. A preview asks again at every edit of the site.

import Media
import Output
import Publishing
import Synchronization

/// The programs of this machine that remove metadata, and what they made so far.
final class InstalledTools: MediaTools {
    private struct Work: Hashable {
        let content: Digest
        let name: String
    }

    private struct Results {
        /// Where the results lie in the file.
        var places: [Work: Range<Int>] = [:]
        /// All results; one file without a name, which ends with the process.
        var file: ScratchFile?
        var size = 0
    }

    private let results = Mutex(Results())

    func has(_ program: String) -> Bool { (try? ExternalProgram(program)) != nil }

    func result(
        of bytes: [UInt8],
        work name: String,
        _ clean: (any MediaBench) throws(MediaFlaw) -> [UInt8]
    ) throws(MediaFlaw) -> [UInt8] {
        let work = Work(content: Digest(of: bytes), name: name)
        let known = results.withLock { results in
            results.places[work].flatMap { results.file?.contents(of: $0) }
        }
        if let known { return known }
        let made = try clean(try ProgramBench())
        results.withLock { results in
            if results.file == nil { results.file = ScratchFile() }
            // Without room for it, the program runs again.
            guard let file = results.file, file.append(made) else {
                results = Results()
                return
            }
            results.places[work] = results.size..<results.size + made.count
            results.size += made.count
        }
        return made
    }
}

/// A temporary folder, and programs that run without a shell and not longer than two minutes.
private struct ProgramBench: MediaBench {
    private let folder: ScratchFolder

    init() throws(MediaFlaw) {
        folder = try ProgramBench.failing { () throws(PublishError) in try ScratchFolder() }
    }

    func path(_ name: String) -> String { "\(folder.path)/\(name)" }

    func put(_ bytes: [UInt8], at path: String) throws(MediaFlaw) {
        try ProgramBench.failing { () throws(PublishError) in
            try LocalFile.write(bytes, to: path)
        }
    }

    func take(_ path: String) throws(MediaFlaw) -> [UInt8] {
        guard let bytes = LocalFile.read(path) else {
            throw .failed("the program for it wrote no result")
        }
        return bytes
    }

    func run(_ name: String, _ arguments: [String]) throws(MediaFlaw) -> [UInt8] {
        let result = try ProgramBench.failing { () throws(PublishError) in
            try ExternalProgram(name).run(arguments, doing: "remove metadata")
        }
        guard result.code == 0 else {
            // What it printed can name the temporary file and quote the author's.
            throw .failed("\(name) cannot read or write it (code \(result.code))")
        }
        return result.output
    }

    private static func failing<Value>(
        _ body: () throws(PublishError) -> Value
    ) throws(MediaFlaw) -> Value {
        do { return try body() } catch {
            if case .tookTooLong(_, let program) = error {
                throw .failed("\(program) did not end within two minutes and was stopped")
            }
            throw .failed("\(error)")
        }
    }
}
