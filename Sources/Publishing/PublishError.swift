/// Why a publication, a check or a way back failed, in whole sentences for people who know their own
/// site and not ours.
public enum PublishError: Error, Equatable {
    /// A program that does the transfer is not installed.
    case missing(program: String)
    /// A program failed; the last lines that it printed.
    case failed(doing: String, program: String, code: Int32, detail: String)
    /// A program did not end.
    case tookTooLong(doing: String, program: String)
    /// This machine could not start a program or keep what it prints.
    case notStarted(program: String, reason: String)
    /// The target is not as it must be.
    case unsuitable(target: String, reason: String)
    /// More would vanish than a correction explains.
    case tooManyRemovals(removedPages: Int, pages: Int)
    /// What lies on the target is not what was sent.
    case differs(target: String, example: String)
    /// The report on this machine cannot be published.
    case report(reason: String)
    /// This machine cannot keep or read a file that the work needs.
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
            "\(removed) of \(pages) published pages would vanish. If that is meant, say so by number: "
                + "--allow-removals \(removed)"
        case .differs(let target, let example):
            "What lies on “\(target)” is not what was sent: \(example). Publish again; if it stays so, "
                + "something on the way changes files."
        case .report(let reason):
            "The report cannot be published: \(reason)."
        case .file(let reason):
            "It cannot be done here: \(reason)."
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
