/// Why a publication, a verification or a rollback failed, in complete sentences for authors.
public enum PublishError: Error, Equatable {
    /// A program that does the transfer is not installed.
    case missing(program: String)
    /// A program failed; the last lines that it printed.
    case failed(doing: String, program: String, code: Int32, detail: String)
    /// A program took too long.
    case tookTooLong(doing: String, program: String)
    /// A program could not be started, or its output could not be stored.
    case notStarted(program: String, reason: String)
    /// The target is not as it must be.
    case unsuitable(target: String, reason: String)
    /// More pages would be removed than in a usual correction.
    case tooManyRemovals(removedPages: Int, pages: Int)
    /// The files on the target differ from the uploaded ones.
    case differs(target: String, example: String)
    /// The report on this machine cannot be published.
    case report(reason: String)
    /// A file on this machine cannot be written or read.
    case file(reason: String)
}

extension PublishError: CustomStringConvertible {
    /// What is wrong and what to do about it.
    public var description: String {
        switch self {
        case .missing(let program):
            "The program \(program) is not installed. \(PublishError.advice(program))"
        case .failed(let doing, let program, let code, let detail):
            "Cannot \(doing): \(program) ended with code \(code)"
                + (detail.isEmpty
                    ? "." : ":\n     " + detail.split(separator: "\n").joined(separator: "\n     "))
        case .tookTooLong(let doing, let program):
            "Cannot \(doing): \(program) did not end and was stopped. Is the host reachable?"
        case .notStarted(let program, let reason):
            "Cannot start \(program): \(reason)."
        case .unsuitable(let target, let reason):
            "“\(target)” cannot be used: \(reason)."
        case .tooManyRemovals(let removed, let pages):
            "\(removed) of \(pages) published pages would be removed. To confirm this, state their number: "
                + "--allow-removals \(removed)"
        case .differs(let target, let example):
            "The files on “\(target)” differ from the uploaded ones: \(example). Publish again; if they still "
                + "differ, something changes files during the transfer."
        case .report(let reason):
            "The report cannot be published: \(reason)."
        case .file(let reason):
            "This is not possible on this machine: \(reason)."
        }
    }

    private static func advice(_ program: String) -> String {
        switch program {
        case "ssh", "ssh-keygen": "Install OpenSSH: apt install openssh-client."
        case "rsync": "Install it: apt install rsync, or brew install rsync."
        case "rclone": "Install it: apt install rclone, or https://rclone.org/install/."
        case "minisign": "Install it: apt install minisign, or brew install minisign."
        case _: "Install it and try again."
        }
    }
}
