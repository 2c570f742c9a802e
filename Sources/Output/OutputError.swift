import Diagnostics

/// Why the output cannot be written; its description is made for people who only know their own site.
public enum OutputError: Error, Equatable {
    /// The folder holds files and none of Recount's manifests.
    case notMadeByRecount(folder: String, example: String)
    /// The folder's manifest is Recount's, but cannot be understood.
    case unreadableManifest(folder: String, reason: String)
    /// The folder cannot be an output at all.
    case unsuitable(folder: String, reason: String)
    /// Another build holds the lock.
    case busy(folder: String)
    /// Somebody replaced the folder while the build ran.
    case replacedMeanwhile(folder: String)
    /// A path that is not allowed in the output.
    case badPath(path: String, reason: String)
    /// Two paths that are one file, at least on some systems.
    case collision(path: String, earlier: String)
    /// Files that Recount did not make stand where pages are to be written.
    case foreignFilesInTheWay(folder: String, paths: [String])
    /// The output was committed, discarded, or an earlier write failed.
    case notOpen(path: String)
    /// The operating system refused.
    case refused(action: String, path: String, code: CInt)
}

extension OutputError: CustomStringConvertible {
    /// What is wrong and what to do about it, in whole sentences.
    public var description: String {
        switch self {
        case .notMadeByRecount(let folder, let example):
            "“\(folder)” holds files that Recount did not make, such as “\(example)”, "
                + "so it is left alone. Choose an empty folder with --output, or move these files away."
        case .unreadableManifest(let folder, let reason):
            "“\(folder)/manifest.json” cannot be read (\(reason)), so nobody knows which files there "
                + "are Recount's. Move the folder away and build again."
        case .unsuitable(let folder, let reason):
            "The report cannot be written to “\(folder)”: \(reason)."
        case .busy(let folder):
            "Another build is writing to “\(folder)”. Wait until it has finished, or stop it."
        case .replacedMeanwhile(let folder):
            "“\(folder)” was moved or replaced while the report was built; it is left as it is now. "
                + "Build again."
        case .badPath(let path, let reason):
            "“\(OutputError.visible(path))” cannot be the name of a file in the report: \(reason)."
        case .collision(let path, let earlier) where path.utf8.elementsEqual(earlier.utf8):
            "Two pages or files would be written to “\(path)”."
        case .collision(let path, let earlier):
            "“\(path)” and “\(earlier)” would be one file on systems that ignore case or Unicode "
                + "form. Rename one of them."
        case .foreignFilesInTheWay(let folder, let paths):
            "“\(folder)” holds files that Recount did not make where the report needs to write: "
                + paths.map { "“\($0)”" }.joined(separator: ", ")
                + ". Move them away and build again."
        case .notOpen(let path):
            "“\(path)” cannot be written: this build's output is closed."
        case .refused(let action, let path, let code):
            "Cannot \(action) “\(path)”: \(SystemError.reason(code))."
        }
    }

    /// What is wrong with a path; `nil` for other errors.
    var reasonOfPath: String? {
        if case .badPath(_, let reason) = self { return reason }
        return nil
    }

    /// Makes control characters visible, so that a message stays on its line.
    private static func visible(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 }
            )
        )
    }
}
