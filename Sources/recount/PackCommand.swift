import ArgumentParser
import Building
import Foundation
import Output
import Publishing

/// `recount pack`: the whole report as one file.
struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Build the report and pack it into one ZIP file.",
        discussion: """
            Whoever unpacks the file opens report/index.html and needs no network. The same report \
            gives the same bytes, so that copies can be compared by their digest, which is printed.

            Examples:
              recount pack
              recount pack ~/raqqa --to raqqa.zip
            """
    )

    @Argument(
        help: "The site's folder, which holds content/.",
        completion: .directory
    )
    var site = "."

    @Option(
        help: "The file to write. [default: report.zip in the site's folder]",
        completion: .file(extensions: ["zip"])
    )
    var to: String?

    @Option(
        help: "The folder to build in. [default: Output in the site's folder]",
        completion: .directory
    )
    var output: String?

    func run() throws {
        let terminal = Terminal()
        let path = to ?? site + "/report.zip"
        let folder = output ?? site + "/Output"
        let isInside = [path, folder].map { URL(filePath: $0).standardized.path }
        if isInside[0].hasPrefix(isInside[1] + "/") {
            throw terminal.failure(
                "“\(path)” lies in the report itself\n     Name a file in another folder with --to."
            )
        }
        let ending = BuildReporter(
            site: site,
            drafts: false,
            folder: OutputFolder(path: folder),
            terminal: terminal
        )
        .run()
        guard ending == .success else { throw ExitCode(ending) }
        do throws(PublishError) {
            let packed = try PackedReport(LocalReport(folder: folder))
            try packed.write(to: path)
            terminal.say("packed   \(packed.files) files into \(path), \(packed.size)")
            terminal.say("sha-256  \(Digest(of: packed.bytes))")
        } catch { throw terminal.failure(error) }
    }
}
