/// Runs small scripts on a host over SSH.
///
/// The script goes through standard input to a plain `sh`, so that the command line is the same two
/// words every time and no path of the author's is read by anybody's login shell.
struct RemoteShell: Sendable {
    let place: PublishingSettings.RsyncPlace

    /// Runs a script, which sees the named values as variables; what it printed.
    func run(
        _ script: String,
        _ values: [(name: String, value: String)],
        doing: String,
        limit: Duration = .seconds(120)
    ) throws(PublishError) -> [UInt8] {
        let ssh = try ExternalProgram("ssh")
        var text = "set -eu\nLC_ALL=C\nexport LC_ALL\n"
        for (name, value) in values { text += "\(name)=\(RemoteShell.quoted(value))\n" }
        text += script
        return try ssh.runSuccessfully(
            options + ["--", host, "exec sh -s"],
            input: .bytes(Array(text.utf8)),
            doing: doing,
            limit: limit
        )
    }

    /// The command by which rsync reaches the host; rsync splits it at spaces and reads quotes.
    var rsyncCommand: String {
        (["ssh"] + options)
            .map { word in
                "'"
                    + word.split(separator: "'", omittingEmptySubsequences: false)
                    .joined(separator: "''") + "'"
            }
            .joined(separator: " ")
    }

    /// A silent connection ends after a minute, so that a cut line does not hang a publication.
    private var options: [String] {
        var options = ["-o", "ConnectTimeout=20", "-o", "ServerAliveInterval=15"]
        options += ["-o", "ServerAliveCountMax=4"]
        if let configuration = place.configuration { options += ["-F", configuration] }
        if let port = place.port { options += ["-p", "\(port)"] }
        return options
    }

    /// The host as ssh takes it: an IPv6 address without its brackets.
    private var host: String {
        guard place.host.hasSuffix("]") else { return place.host }
        return place.host.filter { $0 != "[" && $0 != "]" }
    }

    /// A text as one word of a POSIX shell.
    static func quoted(_ text: String) -> String {
        "'"
            + text.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "'\\''")
            + "'"
    }
}
