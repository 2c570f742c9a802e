// Pages state the size of a picture, and of a document its pages, size and digest. Only files that a page shows are
// read for it, and each once until it changes.

import Decoding
import Diagnostics
import Formats
import Media
import Output
import Report
import Synchronization

/// Finds out what pages state of the files in `media/`.
final class MediaMeasuring: Sendable {
    private let files: InputTree
    private let settings: MediaSettings
    private let tools: InstalledTools
    private let measured: MeasuredMedia
    private let smaller = Mutex<SmallerPictures?>(nil)

    init(_ content: SiteContent, _ cache: MediaCache) {
        files = content.files
        // What is wrong with the settings is reported when the files are checked.
        var repeated = DiagnosticLog()
        settings = MediaSettings(content, log: &repeated)
        tools = cache.tools
        measured = cache.measured
    }

    /// Adds the smaller sizes, which are made when it is known which pictures are shown.
    func add(_ pictures: SmallerPictures) { smaller.withLock { $0 = pictures } }

    /// What is known of a file by its path in `content/`; `nil` if nothing is, or the file cannot be read.
    func facts(of path: String) -> MediumFacts? {
        guard var facts = measuredFacts(of: path) else { return nil }
        if let smaller = smaller.withLock({ $0 }) {
            facts.smaller = smaller[path].map { MediumFacts.Size(path: $0.path, width: $0.width) }
        }
        return facts
    }

    private func measuredFacts(of path: String) -> MediumFacts? {
        guard let input = files.file("content/" + path) else { return nil }
        let file = MediaFile(path: path, keepsMetadata: settings.keeps(path), tools: tools)
        let key = MeasuredMedia.Key(
            path: path,
            identity: input.identity,
            isCleaned: file.isCleaned
        )
        if let known = measured[key] { return known }
        guard input.size <= MediaFile.largest, let bytes = try? files.readUnchanged(input) else {
            return nil
        }
        var facts = MediumFacts()
        if file.isDocument {
            guard let published = try? file.cleaned(bytes) else { return nil }
            facts.pages = file.pages(of: published)
            facts.size = published.count
            facts.digest = "\(Digest(of: published))"
        } else {
            let size = PixelSize(of: bytes)
            facts.width = size?.width
            facts.height = size?.height
        }
        measured[key] = facts
        return facts
    }
}

/// What is known of files that have not changed.
final class MeasuredMedia: Sendable {
    struct Key: Hashable, Sendable {
        let path: String
        let identity: FileIdentity
        let isCleaned: Bool
    }

    private let known = Mutex<[Key: MediumFacts]>([:])

    subscript(key: Key) -> MediumFacts? {
        get { known.withLock { $0[key] } }
        set { known.withLock { $0[key] = newValue } }
    }
}
