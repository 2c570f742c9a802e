import ArgumentParser
import Building
import Decoding
import Diagnostics
import Formats
import Foundation
import Originals
import Output

/// `recount translation`: sends a site's texts to translators, and takes them back.
struct TranslationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "translation",
        abstract: "Export texts for translators as a PO file, and import it again.",
        discussion: """
            A PO file (gettext) holds the articles paragraph by paragraph, the texts of the settings \
            and the codebook, and the words of the interface, each with the translation that the \
            site has. Poedit, Weblate, Lokalize and other tools of translators open it.

            Examples:
              recount translation export ar           Write ar.po.
              recount translation import ar.po        Write what has been translated into the site.
            """,
        subcommands: [Export.self, Import.self]
    )

    /// `recount translation export`.
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Write the texts of a site and their translations to a PO file.",
            discussion: """
                A translation whose original has changed since is marked as needing work (“fuzzy”). \
                A file that exists is not replaced: it may hold translations that are not imported yet.
                """
        )

        @Argument(help: "The language of the translation, such as ar.")
        var language: String

        @Option(
            name: .customLong("to"),
            help: "The file to write; the language with .po unless it is named.",
            completion: .file(extensions: ["po"])
        )
        var target: String?

        @Flag(help: "Leave out the words of the interface.")
        var noWords = false

        @Option(help: "The site's folder, which holds content/.", completion: .directory)
        var site = "."

        func run() throws {
            let terminal = Terminal()
            let target = target ?? "\(language).po"
            let exchange = try TranslationCommand.exchange(site, language, terminal)
            let (text, lines) = exchange.export(withWords: !noWords, generator: Version.text)
            if FileManager.default.fileExists(atPath: target) {
                throw terminal.failure(
                    "\(target) exists already\n     Import it first and delete it, or name another "
                        + "file: --to FILE.po"
                )
            }
            do { try AtomicFile.write(Array(text.utf8), to: target) } catch {
                throw terminal.failure(error)
            }
            terminal.say("wrote    \(target): \(lines[0])")
            for line in lines.dropFirst() { terminal.say("left     \(line)") }
        }
    }

    /// `recount translation import`.
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Write the translations of a PO file into the site.",
            discussion: """
                Nothing is written if a translation lacks a link to records, a name in braces or a \
                form of a word that its original has. Entries that are empty or marked as needing \
                work change nothing. An article gets its file once all of its texts are translated.
                """
        )

        @Argument(help: "The PO file.", completion: .file(extensions: ["po"]))
        var file: String

        @Option(help: "The site's folder, which holds content/.", completion: .directory)
        var site = "."

        func run() throws {
            let terminal = Terminal()
            var log = DiagnosticLog()
            let bytes: Data
            do { bytes = try Data(contentsOf: URL(filePath: file)) } catch {
                throw terminal.failure("\(file) cannot be read: \(error.localizedDescription)")
            }
            guard let text = InputTree.text(Array(bytes), file: file, log: &log),
                let (object, language) = TranslationExchange.object(text, file: file, log: &log)
            else {
                TranslationCommand.complain(log, terminal)
                throw ExitCode(.mistakes)
            }
            let exchange = try TranslationCommand.exchange(site, language, terminal)
            let imported = exchange.importing(object, log: &log)
            if !log.diagnostics.isEmpty { TranslationCommand.complain(log, terminal) }
            guard let imported else { throw ExitCode(.mistakes) }
            for file in imported.files { try write(file.text, file.path, terminal) }
            for line in imported.lines { terminal.say(line) }
            if imported.byHand.isEmpty { return }
            terminal.say(
                "by hand  these are not written, because their files are laid out in another way:"
            )
            for line in imported.byHand { terminal.say("         \(line)") }
        }

        private func write(_ text: String, _ path: String, _ terminal: Terminal) throws {
            let place = URL(filePath: site).appending(path: path)
            do {
                try FileManager.default.createDirectory(
                    at: place.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try AtomicFile.write(Array(text.utf8), to: place.path)
            } catch { throw terminal.failure("\(path) could not be written: \(error)") }
        }
    }

    /// Prints what is wrong with a file, all of it: nothing but the file shows it again.
    private static func complain(_ log: DiagnosticLog, _ terminal: Terminal) {
        terminal.complain(printed: DiagnosticPrinter(usesColor: terminal.usesColor).report(log))
    }

    private static func exchange(
        _ site: String,
        _ language: String,
        _ terminal: Terminal
    ) throws -> TranslationExchange {
        var log = DiagnosticLog()
        do {
            let exchange = try TranslationExchange(
                site: site,
                language: language,
                theme: .own,
                log: &log
            )
            if let exchange, !log.hasErrors { return exchange }
        } catch { throw terminal.failure(error) }
        throw terminal.mistakes(log)
    }
}
