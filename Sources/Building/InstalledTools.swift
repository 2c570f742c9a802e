// The programs that work on media need seconds for a recording, and a build asks twice for what is published of it:
// when it checks the file and when it writes it. A preview asks again at every edit of the site.

import Media
import Output
import Publishing
import Synchronization

/// The programs of this machine that clean media and make smaller pictures, and what they made so far.
final class InstalledTools: MediaTools {
    let results = MadeResults()
    private let versions = Mutex<[String: [UInt8]]>([:])

    func has(_ program: String) -> Bool { (try? ExternalProgram(program)) != nil }

    func result(
        of bytes: [UInt8],
        work name: String,
        _ clean: (any MediaBench) throws(MediaFlaw) -> [UInt8]
    ) throws(MediaFlaw) -> [UInt8] {
        let work = MadeResults.Work(content: Digest(of: bytes), name: name)
        if let known = results[work] { return known }
        let made = try clean(try bench())
        results[work] = made
        return made
    }

    /// A new folder for temporary files, with the programs.
    func bench() throws(MediaFlaw) -> any MediaBench { try ProgramBench() }

    /// All that a program says of its version, which is asked once.
    func version(of program: String) throws(MediaFlaw) -> [UInt8] {
        if let known = versions.withLock({ $0[program] }) { return known }
        let text = try bench().run(program, ["-version"])
        versions.withLock { $0[program] = text }
        return text
    }
}

/// What programs made in this process, in a file without a name, which ends with the process.
final class MadeResults: Sendable {
    /// What was done with which content.
    struct Work: Hashable {
        let content: Digest
        let name: String
    }

    private struct State {
        /// Where the results lie in the file.
        var places: [Work: Range<Int>] = [:]
        var file: ScratchFile?
        var size = 0
    }

    private let state = Mutex(State())

    /// The result of some work; without room for it, there is none, and the program runs again.
    subscript(work: Work) -> [UInt8]? {
        get {
            state.withLock { state in
                state.places[work].flatMap { state.file?.contents(of: $0) }
            }
        }
        set {
            guard let newValue else { return }
            state.withLock { state in
                if state.file == nil { state.file = ScratchFile() }
                guard let file = state.file, file.append(newValue) else {
                    state = State()
                    return
                }
                state.places[work] = state.size..<state.size + newValue.count
                state.size += newValue.count
            }
        }
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
            try ExternalProgram(name).run(arguments, doing: "work on media")
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
