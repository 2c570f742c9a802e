import ArgumentParser
import Building
import Publishing

/// `recount rollback`: readers see an earlier release again.
struct Rollback: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show readers an earlier release again.",
        discussion: """
            Only targets of the kind rsync keep earlier releases. Nothing is sent and nothing is \
            removed: the link that readers follow is turned.

            Examples:
              recount rollback live
              recount rollback live --to 000007-1a2b3c4d5e6f
            """
    )

    @Argument(help: "The target's name; may be left out when there is only one.")
    var target: String?

    @OptionGroup var folder: SiteFolder

    @Option(help: "The release to show. [default: the one before the current]")
    var to: String?

    func run() throws {
        let terminal = Terminal()
        let settings = try folder.settings(terminal)
        let target = try SiteFolder.target(target, in: settings, terminal)
        do throws(PublishError) {
            let turned = try Publication(to: target).rollBack(to: to)
            terminal.say("rollback “\(target.name)”: \(turned.from) → \(turned.to)")
        } catch {
            terminal.complain("recount: \(error)\n")
            throw ExitCode(2)
        }
    }
}
