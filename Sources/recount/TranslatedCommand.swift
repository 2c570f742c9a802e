import ArgumentParser
import Building
import Decoding
import Foundation

/// `recount translated`: states that a translation is that of its original as it is now.
struct TranslatedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "translated",
        abstract: "Mark a translation as that of its original as it is now.",
        discussion: """
            Writes the marks of the original's paragraphs into the line “translates” of the \
            translation. When the original changes afterwards, the build says which paragraphs \
            have to be translated again.

            Examples:
              recount translated content/ar/overview.md
              recount translated ar/overview.md --site ~/raqqa
            """
    )

    @Argument(help: "The translation, a file in the folder of its language.")
    var file: String

    @Option(
        help: "The site's folder, which holds content/.",
        completion: .directory
    )
    var site = "."

    func run() throws {
        let terminal = Terminal()
        let mark: TranslationMark
        do {
            mark = try TranslationMark(site: site, file: file)
        } catch { throw terminal.failure(error) }
        guard mark.text != nil else {
            terminal.say("unchanged  \(mark.path) is marked as the translation of \(mark.original)")
            return
        }
        do {
            try mark.write(to: site)
        } catch { throw terminal.failure("\(mark.path) could not be written: \(error)") }
        terminal.say("marked     \(mark.path) as the translation of \(mark.original)")
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
