import ArgumentParser
import Building
import Publishing

/// `recount rollback`: shows readers an earlier release again.
struct Rollback: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Show readers an earlier release again.",
        discussion: """
            Only targets of the kind rsync keep earlier releases. Nothing is sent or removed: the \
            host's link to the current release is changed. A release that shows a record which has \
            been withheld since is refused, unless the record is named.

            Examples:
              recount rollback live
              recount rollback live --to 000007-1a2b3c4d5e6f
              recount rollback live --despite S-12
            """
    )

    @Argument(help: "The target's name; may be omitted if there is only one.")
    var target: String?

    @OptionGroup var folder: SiteFolder

    @Option(help: "The release to show. [default: the one before the current]")
    var to: String?

    @Option(
        help: ArgumentHelp(
            "Go back although the release shows this withheld record; may be repeated.",
            valueName: "record"
        )
    )
    var despite: [String] = []

    func run() throws {
        let terminal = Terminal()
        let settings = try folder.settings(terminal)
        let target = try folder.target(target, in: settings, terminal)
        let purge = try SafetyReading(site: folder.site).purge(terminal)
        do throws(PublishError) {
            let releases = try Publication(to: target)
                .rollBack(to: to, purge: purge, despite: Set(despite))
            terminal.say("rollback “\(target.name)”: \(releases.from) → \(releases.to)")
        } catch { throw terminal.failure(error) }
    }
}
