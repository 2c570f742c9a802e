// Writing a large report takes longer than an author wants to wait for one page. Once a report has been
// planned and checked, each of its files can be rendered by itself; until the whole report is written,
// files are rendered on request.

import Diagnostics
import Formats

/// A report that is served before it has been written.
public struct PlannedSite: Sendable {
    /// How one file is produced.
    public enum File: Sendable {
        /// These bytes, rendered on request.
        case made(@Sendable () throws -> [UInt8])
        /// A copy of the file at this path, provided that it has not changed since the site was read.
        case copied(from: String, FileIdentity)
        /// Known only after all other files have been written; until then, the last build's file is served.
        case writtenLast
    }

    private let files: [String: File]
    let changed: [String]?
    let warnings: [Diagnostic]

    /// Creates a site from its files.
    ///
    /// - Parameters:
    ///   - files: Every file of the report, by its path in the output.
    ///   - changed: The paths of copied files, such as pictures and style sheets, that differ from the
    ///     ones shown last; `nil` if they are not known. Open pages check by themselves whether their HTML
    ///     has changed.
    ///   - warnings: The warnings about the content.
    public init(files: [String: File], changed: [String]?, warnings: [Diagnostic] = []) {
        self.files = files
        self.changed = changed
        self.warnings = warnings
    }

    /// The file or folder at a path; `nil` if there is none.
    func find(_ segments: [String], written: ServedFolder) -> ServedPlace? {
        let path = segments.joined(separator: "/")
        switch file(path) {
        case .made(let make)?:
            do { return .file(ServedFile(made: try make())) } catch { return .broken("\(error)") }
        case .copied(let source, let identity)?:
            // A file that no build has checked is not served, nor the target of a new link.
            if let file = ServedFile(at: source, identity) { return .file(file) }
            return written.find(segments)
        case .writtenLast?: return written.find(segments)
        case nil:
            let prefix = path.isEmpty ? "" : path + "/"
            return files.keys.contains { $0.hasPrefix(prefix) } ? .folder : nil
        }
    }

    /// The file at a path, compared byte by byte, because a dictionary ignores Unicode normalization.
    private func file(_ path: String) -> File? {
        guard let place = files.index(forKey: path), files[place].key.utf8.elementsEqual(path.utf8)
        else { return nil }
        return files[place].value
    }
}
