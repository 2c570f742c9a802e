import ArgumentParser
import Building
import Decoding
import Diagnostics
import Foundation
import Publishing

/// The site that a command about publishing belongs to.
struct SiteFolder: ParsableArguments {
    @Option(
        help: "The site's folder, which holds content/ and templates/.",
        completion: .directory
    )
    var site = "."

    /// What the settings say of publishing; mistakes in them are printed and end the command.
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
        } catch {
            terminal.complain("recount: \(error)\n")
            throw ExitCode(2)
        }
        if let read, !log.hasErrors { return read }
        let printer = DiagnosticPrinter(usesColor: terminal.usesColor)
        terminal.complain(printer.text(log) + (printer.summary(log) ?? "") + "\n")
        throw ExitCode(1)
    }

    /// The target of a name, or the only one.
    static func target(
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
                "the site names no target. Add one to content/site.yaml, such as\n"
                + "     targets:\n       stick: {kind: folder, path: /media/usb/report}"
        } else if let name {
            message =
                "there is no target “\(name)”\n     "
                + (Spelling.question(name, names)
                    ?? "The targets: \(names.joined(separator: ", ")).")
        } else {
            message = "which target? The site names \(names.joined(separator: ", "))"
        }
        terminal.complain("recount: \(message)\n")
        throw ExitCode(2)
    }
}
