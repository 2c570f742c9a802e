import Foundation
import TestSupport

@testable import Publishing

/// A real SSH server on a port of the loopback address, with keys of its own.
final class SSHServer: Sendable {
    let sandbox: Sandbox
    let port: Int
    private let server: RunningProgram

    init() throws {
        sandbox = try Sandbox()
        port = Tools.freePort()
        let root = sandbox.path
        let keygen = Tools.path("ssh-keygen") ?? "ssh-keygen"
        for name in ["host", "user"] {
            try Tools.run(keygen, ["-q", "-t", "ed25519", "-N", "", "-f", "\(root)/\(name)"])
        }
        try sandbox.put(sandbox.text("user.pub") ?? "", at: "authorized")
        let hostKey = (sandbox.text("host.pub") ?? "").split(separator: " ").prefix(2)
        try sandbox.put(
            "[127.0.0.1]:\(port) \(hostKey.joined(separator: " "))\n",
            at: "known_hosts"
        )
        try sandbox.put(
            """
            ListenAddress 127.0.0.1
            Port \(port)
            HostKey \(root)/host
            AuthorizedKeysFile \(root)/authorized
            PidFile none
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            MaxStartups 100

            """,
            at: "sshd_config"
        )
        // Connections are shared, so that a hundred publications take a minute and not five.
        try sandbox.put(
            """
            Host *
              IdentityFile \(root)/user
              IdentitiesOnly yes
              UserKnownHostsFile \(root)/known_hosts
              StrictHostKeyChecking yes
              BatchMode yes
              ControlMaster auto
              ControlPath \(root)/c
              ControlPersist 20

            """,
            at: "ssh config"
        )
        if geteuid() == 0 {
            try FileManager.default.createDirectory(
                atPath: "/run/sshd",
                withIntermediateDirectories: true
            )
        }
        let sshd = Tools.path("sshd") ?? "/usr/sbin/sshd"
        server = try RunningProgram(sshd, ["-D", "-e", "-f", "\(root)/sshd_config"])
        guard Tools.waitForPort(port) else { throw Tools.Failure(program: "sshd", code: -1) }
    }

    /// A folder on this server, as a target of the settings.
    func place(_ folder: String = "www of raqqa", keep: Int = 5) -> PublishingSettings.RsyncPlace {
        PublishingSettings.RsyncPlace(
            host: "127.0.0.1",
            path: sandbox.path + "/" + folder,
            port: port,
            keep: keep,
            configuration: sandbox.path + "/ssh config"
        )
    }
}

/// A real S3 server on a port of the loopback address, and rclone's configuration for it.
final class StoreServer: Sendable {
    let sandbox: Sandbox
    private let server: RunningProgram

    init() throws {
        // A certificate store for AWS would make rclone refuse the plain server.
        unsetenv("AWS_CA_BUNDLE")
        sandbox = try Sandbox()
        let port = Tools.freePort()
        server = try RunningProgram(
            "/usr/bin/env",
            [Python.path ?? "python3", "-m", "moto.server", "-H", "127.0.0.1", "-p", "\(port)"]
        )
        try sandbox.put(
            """
            [s3]
            type = s3
            provider = Other
            access_key_id = test
            secret_access_key = test
            endpoint = http://127.0.0.1:\(port)

            [disk]
            type = alias
            remote = \(sandbox.path)/disk

            """,
            at: "rclone.conf"
        )
        guard Tools.waitForPort(port) else { throw Tools.Failure(program: "moto", code: -1) }
    }

    /// A bucket's folder on this server, as a target of the settings.
    func place(_ folder: String = "bucket/report") -> PublishingSettings.Place {
        .rclone(remote: "s3:" + folder, configuration: sandbox.path + "/rclone.conf")
    }

    /// Runs rclone past the room.
    func rclone(_ arguments: [String]) throws {
        let rclone = Tools.path("rclone") ?? "rclone"
        try Tools.run(rclone, ["--config", sandbox.path + "/rclone.conf"] + arguments)
    }
}
