import ArgumentParser
import Building
import Foundation
import Publishing

/// `recount verify`: compares every byte of a copy with its manifest.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compare a published report, or a copy, with its manifest.",
        discussion: """
            Reads every file back and computes its digest. Exit codes: 0 everything matches the \
            manifest, 1 something is missing, changed or added, 2 the copy could not be read.

            The manifest of a target is also compared with those that the site is known to have \
            published: a manifest that somebody forged on the host is none of them.

            Examples:
              recount verify live
              recount verify ~/Downloads/report
              recount verify ~/Downloads/report --signers authors.pub
            """
    )

    @Argument(help: "A target of the site, a folder, or a manifest.json with its files beside it.")
    var copy: String

    @OptionGroup var folder: SiteFolder

    @Option(
        help: "Compare with this manifest instead of the one in the copy.",
        completion: .file()
    )
    var manifest: String?

    @Option(
        help: "The accepted signers: an allowed_signers file of SSH, or a public key of minisign.",
        completion: .file()
    )
    var signers: String?

    @Flag(help: "Accept files that the manifest does not list.")
    var allowExtra = false

    func run() throws {
        let terminal = Terminal()
        do {
            let (verification, isKnown) = try verify(terminal)
            for line in verification.lines { terminal.say(line) }
            if !verification.isGood(allowingExtra: allowExtra) || !isKnown { throw ExitCode(1) }
        } catch let error as PublishError { throw terminal.failure(error) }
    }

    private func verify(_ terminal: Terminal) throws -> (Verification, isKnown: Bool) {
        let trusted = try manifest.map(Verification.manifest(at:))
        if let path = Verification.folder(of: copy) {
            return (try Verification(ofFolder: path, against: trusted, signers: signers), true)
        }
        let target = try folder.target(copy, in: try folder.settings(terminal), terminal)
        if let trusted {
            return (try Verification(of: target, against: trusted, signers: signers), true)
        }
        let there = try Verification.manifest(on: target)
        let known = KnownManifests(site: folder.site, target: target.name)
        switch known.origin(of: there) {
        case .publication: terminal.say("manifest it is the one that was last published from here")
        case .release(let file):
            terminal.say("manifest it is the one that content/releases/\(file) records")
        case .output: terminal.say("manifest it is that of the report in \(folder.site)/Output")
        case .nothingKnown:
            terminal.say(
                "manifest the files are compared with the host’s own only: this site records no publication"
            )
        case .unknown(let expected):
            terminal.say(
                "manifest it is none that this site has published: not the last publication from here, no "
                    + "release in content/releases, not the report in \(folder.site)/Output"
            )
            let verification = try Verification(of: target, against: expected, signers: signers)
            return (verification, false)
        }
        return (try Verification(of: target, signers: signers), true)
    }
}
