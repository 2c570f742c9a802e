import ArgumentParser
import Building
import Foundation
import Publishing

/// `recount verify`: compares every byte of a copy with its manifest.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare a published report, or a copy, with its manifest.",
        discussion: """
            Reads every file back and computes its digest. Exit codes: 0 everything matches the \
            manifest, 1 something is missing, changed or added, 2 the copy could not be read.

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
            let verification = try verify(terminal)
            for line in verification.lines { terminal.say(line) }
            if !verification.isGood(allowingExtra: allowExtra) { throw ExitCode(1) }
        } catch let error as PublishError { throw terminal.failure(error) }
    }

    private func verify(_ terminal: Terminal) throws -> Verification {
        let trusted = try manifest.map(Verification.manifest(at:))
        if let path = Verification.folder(of: copy) {
            return try Verification(ofFolder: path, against: trusted, signers: signers)
        }
        let target = try SiteFolder.target(copy, in: try folder.settings(terminal), terminal)
        return try Verification(of: target, against: trusted, signers: signers)
    }
}
