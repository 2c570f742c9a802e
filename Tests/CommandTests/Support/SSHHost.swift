import Foundation
import TestSupport

/// A host of releases on this machine: the program `ssh` starts a server of its own for each connection, so that
/// nothing listens on a port.
struct SSHHost {
    /// Whether this machine has what it needs.
    static let canRun = ["/usr/sbin/sshd", "/usr/bin/ssh", "/usr/bin/ssh-keygen", "/usr/bin/rsync"]
        .allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

    /// The configuration for `ssh`.
    let configuration: String

    /// Makes keys and configurations in a folder, which must exist.
    init(in folder: String) throws {
        configuration = folder + "/ssh"
        for name in ["host", "user"] {
            let key = folder + "/" + name
            let ending = try Program.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key])
            guard ending.status == 0 else { throw Failure(text: ending.errors) }
        }
        if geteuid() == 0 {
            try FileManager.default.createDirectory(
                atPath: "/run/sshd",
                withIntermediateDirectories: true
            )
        }
        let server = """
            HostKey \(folder)/host
            AuthorizedKeysFile \(folder)/user.pub
            PidFile none
            StrictModes no
            UsePAM no
            PasswordAuthentication no

            """
        try Data(server.utf8).write(to: URL(filePath: folder + "/sshd"))
        let client = """
            Host *
              IdentityFile \(folder)/user
              IdentitiesOnly yes
              UserKnownHostsFile /dev/null
              StrictHostKeyChecking no
              LogLevel ERROR
              BatchMode yes
              ProxyCommand /usr/sbin/sshd -i -f \(folder)/sshd

            """
        try Data(client.utf8).write(to: URL(filePath: configuration))
    }

    struct Failure: Error {
        let text: String
    }
}
