import ArgumentParser
import Building
import Decoding
import Diagnostics
import Foundation
import Publishing

/// The site of a command that publishes or verifies.
struct SiteFolder: ParsableArguments {
    @Option(
        help: "The site's folder, which holds content/.",
        completion: .directory
    )
    var site = "."

    @Flag(
        help: "Give the configuration that the site names for ssh or rclone to them without asking."
    )
    var trustConfig = false

    /// The settings for publishing; mistakes in them are printed and end the command.
    func settings(_ terminal: Terminal) throws -> PublishingSettings {
        var log = DiagnosticLog()
        let read: PublishingSettings?
        do {
            read = try SiteReader.readSettings(site: site, log: &log)
                .map { settings in
                    PublishingReader.read(
                        settings.fields,
                        site: PublishingReader.SettingsPlace(
                            site: site,
                            url: settings.settings.url
                        ),
                        log: &log
                    )
                }
        } catch { throw terminal.failure(error) }
        guard let read, !log.hasErrors else { throw terminal.mistakes(log) }
        return read
    }

    /// The target with a name, or the only target; asks before it uses a configuration of the site for the first
    /// time.
    func target(
        _ name: String?,
        in settings: PublishingSettings,
        _ terminal: Terminal
    ) throws -> PublishingSettings.Target {
        let target = try SiteFolder.target(name, in: settings, terminal)
        try SiteConfiguration(of: target)?.requireTrust(isGiven: trustConfig, terminal)
        return target
    }

    /// The target with a name, or the only target.
    private static func target(
        _ name: String?,
        in settings: PublishingSettings,
        _ terminal: Terminal
    ) throws -> PublishingSettings.Target {
        let names = settings.targets.map(\.name)
        if let name, let found = settings.targets.first(where: { $0.name == name }) { return found }
        if name == nil, settings.targets.count == 1, let only = settings.targets.first {
            return only
        }
        let message: String
        if names.isEmpty {
            message =
                "the site declares no target. Add one to content/site.yaml, such as\n"
                + "     targets:\n       stick: {kind: folder, path: /media/usb/report}"
        } else if let name {
            message =
                "there is no target “\(name)”\n     "
                + (Spelling.question(name, names)
                    ?? "The targets: \(names.joined(separator: ", ")).")
        } else {
            message = "name the target; the site declares \(names.joined(separator: ", "))"
        }
        throw terminal.failure(message)
    }
}
