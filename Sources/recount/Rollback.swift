import ArgumentParser
import Building
import Publishing

/// `recount rollback`: shows readers an earlier release again.
struct Rollback: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show readers an earlier release again.",
        discussion: """
            Only targets of the kind rsync keep earlier releases. Nothing is sent or removed: the \
            host's link to the current release is changed.

            Examples:
              recount rollback live
              recount rollback live --to 000007-1a2b3c4d5e6f
            """
    )

    @Argument(help: "The target's name; may be omitted if there is only one.")
    var target: String?

    @OptionGroup var folder: SiteFolder

    @Option(help: "The release to show. [default: the one before the current]")
    var to: String?

    func run() throws {
        let terminal = Terminal()
        let settings = try folder.settings(terminal)
        let target = try folder.target(target, in: settings, terminal)
        do throws(PublishError) {
            let releases = try Publication(to: target).rollBack(to: to)
            terminal.say("rollback “\(target.name)”: \(releases.from) → \(releases.to)")
        } catch { throw terminal.failure(error) }
    }
}
