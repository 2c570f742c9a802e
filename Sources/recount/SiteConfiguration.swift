// A site can name a configuration for ssh or rclone, and such a file can run any command on this machine
// (ProxyCommand, Match exec, password_command). A site may come from somebody else, so its file is used only
// after the person at the terminal has seen what it would run.

import ArgumentParser
import Building
import Foundation
import Output
import Publishing

/// A configuration that a site gives to a program of this machine.
struct SiteConfiguration {
    private let target: String
    private let path: String
    private let program: String
    private let bytes: [UInt8]

    /// The configuration that a target names; `nil` when it names none, or one that cannot be read, which the
    /// program reports itself.
    init?(of target: PublishingSettings.Target) {
        let named: (path: String?, program: String) =
            switch target.place {
            case .rsync(let place): (place.configuration, "ssh")
            case .rclone(_, let configuration): (configuration, "rclone")
            case .folder: (nil, "")
            }
        guard let path = named.path, let bytes = FileManager.default.contents(atPath: path) else {
            return nil
        }
        self.target = target.name
        self.path = path
        program = named.program
        self.bytes = Array(bytes)
    }

    /// Asks whether the file may be used, unless the same bytes were trusted before or the flag says so; throws
    /// when it may not.
    func requireTrust(
        isGiven: Bool,
        _ terminal: Terminal,
        state: MachineState = MachineState()
    ) throws {
        let name = "trusted/\(program)-\(Digest(of: bytes))"
        if state.bytes(name) != nil { return }
        if !isGiven {
            terminal.complain(question)
            guard terminal.isInteractive, isatty(STDIN_FILENO) == 1 else {
                throw terminal.failure(
                    "there is no terminal to ask on; read the file, and pass --trust-config to use it"
                )
            }
            terminal.write("Use it? [y/N] ")
            guard ["y", "yes"].contains(readLine()?.lowercased() ?? "") else {
                throw terminal.failure("you did not confirm; nothing was run")
            }
        }
        // What another file holds can change without a change of this one.
        if !readsOthers { state.keep(Array(path.utf8), as: name) }
    }

    private var question: String {
        let commands = commandLines
        let text =
            commands.isEmpty
            ? "     It names no command, but it chooses hosts and keys.\n"
            : "     It can run commands on this machine:\n"
                + commands.map { "       \($0)\n" }.joined()
        return "The target “\(target)” gives the file \(path) to \(program).\n" + text
    }

    /// The lines that name a command or another file, with their numbers.
    private var commandLines: [String] {
        String(decoding: bytes, as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .compactMap { number, line in
                let text = line.trimmingCharacters(in: .whitespaces)
                guard !text.hasPrefix("#"), !text.hasPrefix(";"), runs(text.lowercased()) else {
                    return nil
                }
                return "\(number + 1): \(text)"
            }
    }

    private var readsOthers: Bool {
        program == "ssh" && commandLines.contains { $0.lowercased().contains("include") }
    }

    private func runs(_ line: String) -> Bool {
        let key = line.drop { $0 == "\"" }
            .prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        switch program {
        case "ssh":
            return SiteConfiguration.sshKeys.contains(String(key))
                || key == "match" && line.contains("exec")
        case _: return key.contains("command") || key == "ssh" || key.contains("exec")
        }
    }

    /// The keywords of ssh_config(5) that run a command, load a library or read another file.
    private static let sshKeys: Set<String> = [
        "proxycommand", "localcommand", "permitlocalcommand", "knownhostscommand", "remotecommand",
        "pkcs11provider", "securitykeyprovider", "xauthlocation", "include", "proxyjump",
        "identityagent",
    ]
}
