// Pages offer pictures in several sizes, so that a phone does not load one that was made for print. The sizes are named
// after their content, so they must be made before the first page, and what is made is remembered: this machine keeps the
// digests, and the last report holds the pictures. A site may come from others, so its report is not believed without them.

import Diagnostics
import Formats
import Media
import Output
import Publishing
import Synchronization
import Text

/// One smaller size of a picture, as it is published.
struct SmallerPicture: Sendable {
    /// Its path in the report.
    let path: String
    /// Its width in pixels.
    let width: Int
    let digest: Digest
    /// The picture that it is made of.
    let source: MediumFile
    fileprivate let works: PictureWorks

    /// What is published.
    func bytes() throws -> [UInt8] { try works.bytes(of: self) }
}

/// What became of the smaller sizes of a report's pictures, for those who build it.
struct PictureSummary: Equatable, Sendable {
    /// How many pictures were made smaller in this build.
    var made = 0
    /// How many pictures lack smaller sizes because the program for it is not installed.
    var lacking = 0
    /// The pictures that the program could not make smaller, each with the reason.
    var failed: [Failure] = []

    /// A picture that could not be made smaller.
    struct Failure: Equatable, Sendable {
        let path: String
        let reason: String
    }
}

/// The smaller sizes of the pictures of one report, by the paths of the pictures.
final class SmallerPictures: Sendable {
    private let sizes = Mutex<[String: [SmallerPicture]]>([:])

    /// The sizes of one picture; empty until they were made.
    subscript(path: String) -> [SmallerPicture] {
        get { sizes.withLock { $0[path] ?? [] } }
        set { sizes.withLock { $0[path] = newValue.isEmpty ? nil : newValue } }
    }

    /// All of them, in the order of their paths.
    var all: [SmallerPicture] {
        sizes.withLock { $0.values.joined().sorted { $0.path < $1.path } }
    }
}

/// What is known of pictures that have not changed, from one build of a preview to the next.
final class SizedPictures: Sendable {
    private struct Key: Hashable {
        let path: String
        let identity: FileIdentity
    }

    private let known = Mutex<[Key: PictureWorks.Outcome]>([:])

    /// What became of a picture; what a program could not do is tried again.
    fileprivate subscript(picture: MediumFile) -> PictureWorks.Outcome? {
        get { known.withLock { $0[Key(path: picture.path, identity: picture.identity)] } }
        set {
            let outcome: PictureWorks.Outcome
            switch newValue {
            case nil, .lacking, .failed: return
            case .whole: outcome = .whole
            case .made(let work, let digests, _):
                outcome = .made(work, digests, isNew: false)
            }
            let key = Key(path: picture.path, identity: picture.identity)
            known.withLock { $0[key] = outcome }
        }
    }
}

/// Makes pictures smaller, and finds what was made before.
final class PictureWorks: Sendable {
    /// What is known of a picture that has not changed.
    fileprivate enum Outcome: Sendable {
        /// It needs no smaller sizes.
        case whole
        /// The digest of each size, `nil` for one that is left out, under the name of the work.
        case made(Digest, [Digest?], isNew: Bool)
        /// The program is not installed.
        case lacking
        case failed(String)
    }

    private let tools: InstalledTools
    private let known: KnownPictures
    /// The folders of earlier reports.
    private let reports: [String]

    /// Prepares the work for a site whose report goes to one of the folders.
    init(site: String, reports: [String], tools: InstalledTools) {
        self.tools = tools
        self.reports = reports
        known = KnownPictures(site: site)
    }

    /// Makes the smaller sizes of some pictures, or finds them.
    ///
    /// `step` is called before a program runs, from any thread, and may throw to stop.
    func make(
        _ pictures: [MediumFile],
        cache: SizedPictures,
        step: @escaping @Sendable () throws -> Void
    ) throws -> (sizes: SmallerPictures, summary: PictureSummary) {
        let smaller = SmallerPictures()
        var summary = PictureSummary()
        let results = ParallelMap.map(pictures) { picture in
            Result { try self.outcome(picture, cache, step) }
        }
        var used: [Digest: [Digest?]] = [:]
        for (picture, result) in zip(pictures, results) {
            switch try result.get() {
            case .whole: continue
            case .lacking: summary.lacking += 1
            case .failed(let reason):
                summary.failed.append(PictureSummary.Failure(path: picture.path, reason: reason))
            case .made(let work, let digests, let isNew):
                if isNew { summary.made += 1 }
                used[work] = digests
                smaller[picture.path] = zip(SmallerSizes.widths, digests)
                    .compactMap { width, digest in
                        digest.map { self.size(of: picture, width: width, $0) }
                    }
            }
        }
        if summary.lacking == 0, !pictures.isEmpty { known.keep(used) }
        return (smaller, summary)
    }

    private func size(of picture: MediumFile, width: Int, _ digest: Digest) -> SmallerPicture {
        let path = picture.path
        let dot = path.lastIndex(of: ".") ?? path.endIndex
        let name = "\(width)-\(digest.description.prefix(10))\(path[dot...])"
        let whole = "\(path[..<dot])-\(name)"
        let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
        return SmallerPicture(
            // The name of the picture may be as long as a name can be.
            path: OutputPath.flaw(of: whole) == nil ? whole : folder + name,
            width: width,
            digest: digest,
            source: picture,
            works: self
        )
    }

    private func outcome(
        _ picture: MediumFile,
        _ cache: SizedPictures,
        _ step: () throws -> Void
    ) throws -> Outcome {
        if let known = cache[picture] { return known }
        let outcome = try found(picture, step)
        cache[picture] = outcome
        return outcome
    }

    private func found(_ picture: MediumFile, _ step: () throws -> Void) throws -> Outcome {
        do {
            guard let bytes = try picture.picture(), let sizes = SmallerSizes(of: bytes) else {
                return .whole
            }
            guard tools.has(SmallerSizes.program) else { return .lacking }
            let work = try work(sizes, bytes)
            if let digests = known[work], digests.count == sizes.sizes.count {
                return .made(work, digests, isNew: false)
            }
            try step()
            let digests = try run(sizes, work).map { $0.isEmpty ? nil : Digest(of: $0) }
            return .made(work, digests, isNew: true)
        } catch let flaw as MediaFlaw {
            return .failed(flaw.message)
        }
    }

    /// The name of a piece of work: the picture, what is done with it, and the program in this version.
    private func work(_ sizes: SmallerSizes, _ bytes: [UInt8]) throws(MediaFlaw) -> Digest {
        let program = Digest(of: try tools.version(of: SmallerSizes.program))
        let text = "\(Digest(of: bytes))\n\(program)\n\(sizes.method)\n"
        return Digest(of: Array(text.utf8))
    }

    /// Makes all sizes of a picture.
    private func run(_ sizes: SmallerSizes, _ work: Digest) throws(MediaFlaw) -> [[UInt8]] {
        let made = try sizes.make(on: try tools.bench())
        for bytes in made where !bytes.isEmpty { tools.results[.size(Digest(of: bytes))] = bytes }
        return made
    }

    /// One size: made in this process, in an earlier report, or made again.
    fileprivate func bytes(of size: SmallerPicture) throws -> [UInt8] {
        if let bytes = tools.results[.size(size.digest)] { return bytes }
        for folder in reports {
            if let bytes = LocalFile.read(folder + "/" + size.path),
                Digest(of: bytes) == size.digest
            {
                return bytes
            }
        }
        guard let bytes = try size.source.picture(), let sizes = SmallerSizes(of: bytes) else {
            throw FileChangedDuringBuild(path: "content/" + size.source.path)
        }
        let work = try work(sizes, bytes)
        for bytes in try run(sizes, work) where Digest(of: bytes) == size.digest { return bytes }
        // The next build makes it anew instead of believing the digests.
        known.forget(work)
        throw PicturesDiffer(path: "content/" + size.source.path)
    }
}

extension MadeResults.Work {
    /// A picture that was made, by its own digest.
    fileprivate static func size(_ digest: Digest) -> MadeResults.Work {
        MadeResults.Work(content: digest, name: "size")
    }
}

/// Thrown when a program makes other bytes of the same picture than it did before.
struct PicturesDiffer: Error, CustomStringConvertible {
    /// The picture, relative to the site's folder.
    let path: String

    var description: String {
        "the smaller sizes of \(path) are not those that this machine remembers; build again"
    }
}
