import Foundation
import TestSupport
import Testing

/// A configuration for ssh or rclone that a site names, which can run commands.
@Suite struct SiteConfigurationTests {
    private static let ssh = """
        Host *
          # ProxyCommand in a comment
          proxycommand sh -c "touch MARK"
        Match host x exec "touch MARK"
          User \u{1B}[31m

        """

    private func site(_ target: String, _ configuration: String) throws -> SiteFolder {
        let site = try SiteFolder.small()
        let mark = site.path + "/ran"
        try site.write("conf", configuration.replacing("MARK", with: mark))
        try site.write(
            "content/site.yaml",
            try site.read("content/site.yaml") + "\ntargets:\n  live: \(target)\n"
        )
        return site
    }

    private func hasRun(_ site: SiteFolder) -> Bool {
        FileManager.default.fileExists(atPath: site.path + "/ran")
    }

    @Test(arguments: [
        ["publish", "--dry-run"], ["publish", "--yes"], ["verify", "live"], ["rollback", "live"],
    ])
    func itIsNotUsedUnasked(command: [String]) throws {
        let site = try site(
            "{kind: rsync, host: localhost, path: /nowhere, ssh_config: conf}",
            Self.ssh
        )
        let ending = try Program.run([Package.program] + command + ["--site", site.path])
        #expect(ending.status == 2)
        #expect(
            ending.errors == """
                The target “live” gives the file \(site.path)/conf to ssh.
                     It can run commands on this machine:
                       3: proxycommand sh -c "touch \(site.path)/ran"
                       4: Match host x exec "touch \(site.path)/ran"
                recount: there is no terminal to ask on; read the file, and pass --trust-config to use it

                """
        )
        #expect(!hasRun(site))
    }

    @Test func whatWasTrustedOnceIsUsedUntilItChanges() throws {
        let site = try site(
            "{kind: rsync, host: localhost, path: /nowhere, ssh_config: conf}",
            Self.ssh
        )
        let state = ["XDG_STATE_HOME": site.path + "-state"]
        func verify(_ flags: String...) throws -> Ending {
            try Program.run(
                [Package.program, "verify", "live", "--site", site.path] + flags,
                environment: state
            )
        }
        func asks(_ ending: Ending) -> Bool { ending.errors.contains("gives the file") }
        #expect(asks(try verify()))
        #expect(!asks(try verify("--trust-config")))
        #expect(!asks(try verify()))
        try site.write("conf", try site.read("conf") + "\n# changed\n")
        #expect(asks(try verify()))
        // What another file holds is not known to be the same.
        try site.write("conf", "Include other\n")
        #expect(!asks(try verify("--trust-config")))
        #expect(asks(try verify()))
    }

    @Test func rcloneIsAskedForToo() throws {
        let site = try site(
            "{kind: rclone, remote: \"s3:bucket/x\", rclone_config: conf}",
            "[s3]\ntype = sftp\nssh = touch MARK\npassword_command = touch MARK\n"
        )
        let ending = try Program.recount("verify", "live", "--site", site.path)
        #expect(ending.status == 2)
        #expect(ending.errors.contains("       3: ssh = touch "))
        #expect(ending.errors.contains("       4: password_command = touch "))
        #expect(!hasRun(site))
    }

    @Test func aTargetWithoutOneIsNotAskedFor() throws {
        let site = try site("{kind: folder, path: there}", "")
        let ending = try Program.recount("publish", "--yes", "--site", site.path)
        #expect(ending.status == 0, "\(ending.errors)")
    }
}
