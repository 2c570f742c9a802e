import Foundation
import Output
import Synchronization
import Text

/// Joins the shards of one report to that report.
package struct ShardMerge {
    /// The folders of the shards, in any order.
    private let folders: [String]
    private let output: OutputFolder

    /// Prepares a merge into a folder.
    package init(_ folders: [String], into output: OutputFolder) {
        self.folders = folders
        self.output = output
    }

    /// Whether a folder holds a report that is no shard.
    package static func isWholeReport(_ folder: String) -> Bool {
        let manager = FileManager.default
        return manager.fileExists(atPath: folder + "/" + Manifest.path)
            && !manager.fileExists(atPath: folder + "/" + ShardDescription.path)
    }

    /// What came of a merge.
    package struct Summary {
        /// How many files the report has, the manifest not counted.
        package let files: Int
        /// What changed in the folder.
        package let changes: OutputChanges
    }

    /// A shard that was read.
    private struct Source {
        let folder: String
        let description: ShardDescription
        let manifest: Manifest

        /// Its files without its description.
        var files: [String: Manifest.File] {
            manifest.files.filter { $0.key != ShardDescription.path }
        }
    }

    /// Joins the shards, and puts the report in the place of what was in the folder.
    ///
    /// Every file is compared with the manifest of its shard. The report and its manifest are byte for byte what one
    /// build writes.
    package func run() throws -> Summary {
        let sources = try folders.map(ShardMerge.source)
        try check(sources)
        let files = sources.flatMap { source in source.files.map { (source, $0.key, $0.value) } }
            .sorted { $0.1 < $1.1 }
        guard let first = sources.first, files.count == first.description.files else {
            throw MergeError.incomplete(
                found: files.count,
                of: sources.first?.description.files ?? 0
            )
        }
        let staged = try output.stage()
        do {
            let failure = Mutex<(position: Int, error: any Error)?>(nil)
            Threads.perform(files.count) { position in
                guard failure.withLock({ $0 == nil }) else { return }
                let (source, path, file) = files[position]
                do {
                    try staged.copy(from: source.folder + "/" + path, to: path)
                    guard staged.digest(path) == file.digest else {
                        throw MergeError.damaged(folder: source.folder, path: path)
                    }
                } catch {
                    failure.withLock { known in
                        if known.map({ position < $0.position }) ?? true {
                            known = (position, error)
                        }
                    }
                }
            }
            if let failure = failure.withLock({ $0 }) { throw failure.error }
            var statement = first.manifest.statement
            for input in statement.inputs.keys {
                let file = first.description.published[input]
                statement.inputs[input] = .some(file.flatMap { staged.digest($0) })
            }
            return Summary(files: files.count, changes: try staged.commit(stating: statement))
        } catch {
            staged.discard()
            throw error
        }
    }

    private static func source(_ folder: String) throws -> Source {
        func bytes(_ name: String) -> [UInt8]? {
            FileManager.default.contents(atPath: folder + "/" + name).map { Array($0) }
        }
        guard let description = bytes(ShardDescription.path).flatMap(ShardDescription.read) else {
            throw MergeError.noShard(folder: folder)
        }
        guard let manifest = bytes(Manifest.path).flatMap({ try? ManifestReader.read($0) }) else {
            throw MergeError.damaged(folder: folder, path: Manifest.path)
        }
        return Source(folder: folder, description: description, manifest: manifest)
    }

    /// Throws unless the shards are all shards of one report, each once.
    private func check(_ sources: [Source]) throws(MergeError) {
        var folders: [Int: String] = [:]
        guard let first = sources.first else { return }
        let count = first.description.shard.count
        for source in sources {
            guard source.description.report == first.description.report,
                source.description.shard.count == count
            else { throw .different(folder: source.folder, first: first.folder) }
            if let earlier = folders[source.description.shard.number] {
                throw .repeated(source.description.shard, folder: source.folder, earlier: earlier)
            }
            folders[source.description.shard.number] = source.folder
        }
        let missing = (1...count).filter { folders[$0] == nil }
        if !missing.isEmpty { throw .missing(missing, of: count) }
    }
}

/// Why shards cannot be joined.
enum MergeError: Error, Equatable {
    /// A folder holds no shard, or its build has not ended.
    case noShard(folder: String)
    /// A shard belongs to another report than the first one.
    case different(folder: String, first: String)
    /// A shard was given twice.
    case repeated(Shard, folder: String, earlier: String)
    /// Shards were not given.
    case missing([Int], of: Int)
    /// A file is not the one that its shard's manifest describes.
    case damaged(folder: String, path: String)
    /// The shards have fewer or more files than the report.
    case incomplete(found: Int, of: Int)
}

extension MergeError: CustomStringConvertible {
    /// What is wrong and what to do about it.
    var description: String {
        switch self {
        case .noShard(let folder):
            "“\(folder)” holds no shard of a report, or its build has not ended.\n"
                + "     A shard is built with recount build --shard K/N --output FOLDER."
        case .different(let folder, let first):
            "“\(folder)” is not of the same report as “\(first)”: the site, the program or the number of "
                + "shards was another one.\n     Build all shards again from the same files."
        case .repeated(let shard, let folder, let earlier):
            "\(shard.name) was given twice: “\(earlier)” and “\(folder)”."
        case .missing(let numbers, let count):
            "of \(count) shards, \(BuildText.counted(numbers.count, "shard")) "
                + (numbers.count == 1 ? "is" : "are") + " missing: "
                + numbers.prefix(20).map(String.init).joined(separator: ", ")
                + (numbers.count > 20 ? " …" : "")
                + ".\n     Build "
                + (numbers.count == 1 ? "it" : "them")
                + " with recount build --shard \(numbers.first ?? 1)/\(count)"
                + (numbers.count == 1 ? "." : " and so on.")
        case .damaged(let folder, let path):
            "“\(folder)/\(path)” is not the file that was built.\n     Build this shard again."
        case .incomplete(let found, let count):
            "the shards hold \(BuildText.counted(found, "file")) and the report has \(count).\n"
                + "     Build all shards again."
        }
    }
}
