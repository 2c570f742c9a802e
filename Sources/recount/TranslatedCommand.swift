import ArgumentParser
import Building
import Decoding
import Foundation

/// `recount translated`: states that a translation is that of its original as it is now.
struct TranslatedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "translated",
        abstract: "Mark translations as those of their originals as they are now.",
        discussion: """
            Writes the marks of the original's paragraphs into the line “translates” of each \
            translation. When the original changes afterwards, the build says which paragraphs \
            have to be translated again.

            Examples:
              recount translated content/ar/overview.md
              recount translated ar/overview.md --site ~/raqqa
              recount translated content/ar/*.md content/ar/strikes/*.md
            """
    )

    @Argument(help: "The translations, files in the folder of their language.")
    var files: [String]

    @Option(
        help: "The site's folder, which holds content/.",
        completion: .directory
    )
    var site = "."

    func run() throws {
        let terminal = Terminal()
        let marks: [TranslationMark]
        do {
            marks = try TranslationMark.all(site: site, files: files)
        } catch { throw terminal.failure(error) }
        for mark in marks {
            guard mark.text != nil else {
                terminal.say(
                    "unchanged  \(mark.path) is marked as the translation of \(mark.original)"
                )
                continue
            }
            do {
                try mark.write(to: site)
            } catch { throw terminal.failure("\(mark.path) could not be written: \(error)") }
            terminal.say("marked     \(mark.path) as the translation of \(mark.original)")
        }
    }
}

extension TranslationMark {
    /// Writes the file with its marks below a site's folder, if they are not there yet.
    func write(to site: String) throws {
        guard let text else { return }
        try Data(text.utf8)
            .write(to: URL(filePath: site).appending(path: path), options: .atomic)
    }
}
