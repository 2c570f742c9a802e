// Writing a large report takes longer than an author wants to wait for one page of it. As soon as a
// report is planned and checked, each of its files can be made by itself; until the whole is written,
// what is asked for is made on request.

import Diagnostics
import Formats

/// A report that is ready to be written, served before it is.
public struct PlannedSite: Sendable {
    /// How one file of it comes about.
    public enum File: Sendable {
        /// These bytes, made when they are asked for.
        case made(@Sendable () throws -> [UInt8])
        /// A copy of the file at this path, which must still be the one that was looked at.
        case copied(from: String, FileIdentity)
        /// Known only once all others are written; until then the last build's is served.
        case writtenLast
    }

    private let files: [String: File]
    let changed: [String]?
    let warnings: [Diagnostic]

    /// Makes a site from its files.
    ///
    /// - Parameters:
    ///   - files: Every file of the report, by its path in the output.
    ///   - changed: The paths of those that pages use, such as pictures and style sheets, and that
    ///     differ from the ones shown last; `nil` when that is not known. Pages find out by asking.
    ///   - warnings: What is doubtful in the content.
    public init(files: [String: File], changed: [String]?, warnings: [Diagnostic] = []) {
        self.files = files
        self.changed = changed
        self.warnings = warnings
    }

    /// What stands under some names; `nil` if nothing does.
    func find(_ segments: [String], written: ServedFolder) -> ServedPlace? {
        let path = segments.joined(separator: "/")
        switch file(path) {
        case .made(let make)?:
            do { return .file(ServedFile(made: try make())) } catch { return .broken("\(error)") }
        case .copied(let source, let identity)?:
            // What no build has accepted is not served, and neither is what a link leads to by now.
            if let file = ServedFile(at: source, identity) { return .file(file) }
            return written.find(segments)
        case .writtenLast?: return written.find(segments)
        case nil:
            let prefix = path.isEmpty ? "" : path + "/"
            return files.keys.contains { $0.hasPrefix(prefix) } ? .folder : nil
        }
    }

    /// The file of a path, byte by byte: to a dictionary other Unicode forms of it are the same.
    private func file(_ path: String) -> File? {
        guard let place = files.index(forKey: path), files[place].key.utf8.elementsEqual(path.utf8)
        else { return nil }
        return files[place].value
    }
}
