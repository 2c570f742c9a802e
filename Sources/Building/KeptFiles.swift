// After an edit, most files of a report are as they were. A build keeps on this machine what each of them showed, as a
// digest, and how the file system described it. The next build takes over those that would show the same and that
// nobody has changed, and makes all others. In doubt it makes a file: nothing depends on what is kept.

import Decoding
import Output
import Records
import Report
import Synchronization

/// What is kept of the files that the last build into one folder has made.
final class KeptFiles: Sendable {
    /// What a build takes from earlier ones, and what it leaves to later ones.
    private struct Found {
        /// What each file shows, by its path.
        var keys: [(path: String, key: Digest)] = []
        /// The digest of each of these files.
        var digests: [Digest?] = []
        /// How many were not made again.
        var taken = 0
    }

    private let name: String
    private let state: MachineState
    private let known: KeptFileTable?
    private let trace: @Sendable (_ others: Set<String>) -> Digest?
    private let found = Mutex(Found())

    /// Reads what is kept under a name; `trace` describes the site without some of its files.
    init(
        name: String,
        in state: MachineState,
        isFresh: Bool,
        trace: @escaping @Sendable (_ others: Set<String>) -> Digest?
    ) {
        self.name = name
        self.state = state
        self.trace = trace
        known = isFresh ? nil : state.bytes(name).flatMap { KeptFileTable($0) }
    }

    /// How many files were not made again.
    var takenCount: Int { found.withLock { $0.taken } }

    /// Prepares a report for finding out what need not be made; `nil` when that cannot be told.
    ///
    /// `step` is called for each file that is taken over and may throw to stop.
    func reuse(
        of files: SiteFiles,
        leaks: LeakCheck?,
        into staged: StagedOutput,
        step: @escaping @Sendable () throws -> Void
    ) -> ReportReuse? {
        guard let ground = ground(files.content, leaks) else { return nil }
        return ReportReuse(files.report, ground: ground) { path, key in
            let isTaken = try self.take(path, key, staged)
            if isTaken {
                leaks?.pass()
                try step()
            }
            return isTaken
        }
    }

    /// Takes over a file that shows what the digest says, if there is one; returns whether it did.
    private func take(_ path: String, _ key: Digest, _ staged: StagedOutput) throws -> Bool {
        var isTaken = false
        if let file = known?[key] { isTaken = try staged.keep(path, file.stamp, file.digest) }
        found.withLock {
            $0.keys.append((path, key))
            $0.taken += isTaken ? 1 : 0
        }
        return isTaken
    }

    /// Notes what the files hold, once all are staged.
    func note(_ staged: StagedOutput) {
        found.withLock { found in found.digests = found.keys.map { staged.digest($0.path) } }
    }

    /// Keeps what was found for the next build, with the stamps of the files of the report, none of which was changed
    /// just before.
    ///
    /// `visit` passes on all of them, each with its path.
    func keep(visiting visit: ((_ path: String, _ stamp: FileStamp) -> Void) -> Bool) -> Bool {
        let found = found.withLock { $0 }
        guard found.digests.count == found.keys.count else { return visit { _, _ in } }
        let order = found.keys.indices.sorted { found.keys[$0].path < found.keys[$1].path }
        var stamps = [FileStamp?](repeating: nil, count: order.count)
        let isWhole = visit { path, stamp in
            if let number = KeptFiles.number(of: path, in: order, found.keys) {
                stamps[number] = stamp
            }
        }
        if !isWhole { return false }
        let bytes = KeptFileTable.bytes(found.keys.count) { number in
            guard let stamp = stamps[number], let digest = found.digests[number] else { return nil }
            return (found.keys[number].key, KeptFileTable.File(digest: digest, stamp: stamp))
        }
        state.keep(bytes, as: name)
        return true
    }

    /// The number of a path among others, whose order is given.
    private static func number(
        of path: String,
        in order: [Int],
        _ keys: [(path: String, key: Digest)]
    ) -> Int? {
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            let other = keys[order[middle]].path
            if other == path { return order[middle] }
            if other < path { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// A digest of everything that a report is made from besides the rows of strikes and people and the articles, and of
    /// what its files were searched for.
    private func ground(_ content: SiteContent, _ leaks: LeakCheck?) -> Digest? {
        var tables: Set<String> = []
        var others: Set<String> = []
        for resource in content.dataset.codebook.resources {
            let path = "content/" + resource.path
            switch resource.kind {
            case .strikes, .victims: tables.insert(path)
            case .sources, .claims, .disclosures, .corrections, .media: others.insert(path)
            }
        }
        let articles = content.articles.map(\.file)
        guard let site = trace(tables.subtracting(others).union(articles)) else { return nil }
        var bytes: [UInt8] = []
        site.write(to: &bytes)
        if let leaks {
            guard let searched = leaks.searched else { return nil }
            searched.write(to: &bytes)
        }
        return Digest(of: bytes)
    }
}

/// The kept files by what they show, in the bytes in which they are kept.
struct KeptFileTable {
    /// A file that a build has made.
    struct File: Equatable {
        /// The digest of its bytes.
        let digest: Digest
        /// How the file system described it after the build.
        let stamp: FileStamp
    }

    /// The bytes at the beginning, which change with the form of what follows.
    private static let head = Array("recount files 1\n".utf8)
    /// What each file shows, its digest, its stamp.
    private static let size = 2 * Digest.byteCount + FileStamp.byteCount

    private let bytes: [UInt8]
    private let count: Int

    /// Takes bytes that ``bytes(of:)`` has made; `nil` for others.
    init?(_ bytes: [UInt8]) {
        let length = bytes.count - KeptFileTable.head.count - Digest.byteCount
        guard length >= 0, length % KeptFileTable.size == 0, bytes.starts(with: KeptFileTable.head)
        else { return nil }
        let isWhole = bytes.withUnsafeBytes { all in
            let end = all.count - Digest.byteCount
            let digest = Digest(bytes: UnsafeRawBufferPointer(rebasing: all[end...]))
            return digest == Digest(of: UnsafeRawBufferPointer(rebasing: all[..<end]))
        }
        if !isWhole { return nil }
        self.bytes = bytes
        count = length / KeptFileTable.size
    }

    /// The bytes in which files are kept: in the order of what they show, with a digest at the end.
    ///
    /// `file` is called with the numbers up to `count`; it returns `nil` for a file that is not kept.
    static func bytes(_ count: Int, of file: (Int) -> (key: Digest, file: File)?) -> [UInt8] {
        let kept = (0..<count).compactMap { number in file(number).map { (number, $0.key) } }
        var bytes = head
        bytes.reserveCapacity(head.count + kept.count * size + Digest.byteCount)
        for (number, key) in kept.sorted(by: { $0.1 < $1.1 }) {
            guard let file = file(number)?.file else { continue }
            key.write(to: &bytes)
            file.digest.write(to: &bytes)
            file.stamp.write(to: &bytes)
        }
        Digest(of: bytes).write(to: &bytes)
        return bytes
    }

    /// The file that shows what a digest says; `nil` when there is none.
    subscript(key: Digest) -> File? {
        bytes.withUnsafeBytes { all in
            func part(_ number: Int, _ start: Int, _ length: Int) -> UnsafeRawBufferPointer {
                let place = KeptFileTable.head.count + number * KeptFileTable.size + start
                return UnsafeRawBufferPointer(rebasing: all[place..<place + length])
            }
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                guard let found = Digest(bytes: part(middle, 0, Digest.byteCount)) else {
                    return nil
                }
                if found == key {
                    let stamp = part(middle, 2 * Digest.byteCount, FileStamp.byteCount)
                    guard
                        let digest = Digest(
                            bytes: part(middle, Digest.byteCount, Digest.byteCount)
                        ),
                        let stamp = FileStamp(stamp)
                    else { return nil }
                    return File(digest: digest, stamp: stamp)
                }
                if found < key { low = middle + 1 } else { high = middle }
            }
            return nil
        }
    }
}
