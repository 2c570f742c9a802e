import Diagnostics
import Formats
import Records
import Text

/// The files of a theme with those of a site laid over them, by purpose.
struct TemplateFiles {
    private(set) var templates: [TemplateSource] = []
    /// The program's words come before the site's for the same language.
    private(set) var words: [WordsSource] = []
    /// The words that the site's own templates print; empty if the site changes no words.
    private(set) var templateWords: Set<String> = []
    private(set) var assets: [AssetSource] = []

    init(_ files: InputTree, over theme: Theme, _ log: inout DiagnosticLog) throws {
        for file in files.files(below: "templates") {
            let path = String(file.path.dropFirst("templates/".utf8.count))
            let original = theme.bytes(path)
            let origin: TemplateOrigin = original == nil ? .site : .override
            switch TemplatePurpose(path) {
            case .asset:
                assets.append(
                    try AssetSource(path: path, file: file.path, origin: origin, in: files)
                )
            case .template:
                let bytes = try files.read(file.path)
                templates.append(
                    TemplateSource(path: path, file: file.path, bytes: bytes, origin: origin)
                )
            case .words(let tag):
                let bytes = try files.read(file.path)
                // A copy without changes changes nothing.
                guard bytes != original,
                    let text = InputTree.text(bytes, file: file.path, log: &log)
                else { continue }
                words.append(WordsSource(tag: tag, file: file.path, text: text, origin: origin))
            case nil: continue
            }
        }
        if !words.isEmpty { templateWords = printedWords }
        addOriginals(theme)
    }

    /// Adds the files of the theme that the site has no file in place of.
    private mutating func addOriginals(_ theme: Theme) {
        let own = Set(templates.map(\.path)).union(assets.map(\.path))
        var originals: [WordsSource] = []
        for file in theme.files where !own.contains(file.path) {
            let (path, shown) = (file.path, Theme.shown(file.path))
            switch TemplatePurpose(path) {
            case .asset:
                assets.append(
                    AssetSource(path: path, file: shown, bytes: file.bytes)
                )
            case .template:
                templates.append(
                    TemplateSource(path: path, file: shown, bytes: file.bytes, origin: .program)
                )
            case .words(let tag):
                let text = String(decoding: file.bytes, as: UTF8.self)
                originals.append(
                    WordsSource(tag: tag, file: shown, text: text, origin: .program)
                )
            case nil: continue
            }
        }
        words = originals + words
        templates.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        assets = assets.filter { $0.origin != .program || isUsed($0.path) }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Adds the style sheet that states the accent colour, and reports a colour that cannot be read on the page.
    mutating func add(
        _ accent: Accent?,
        stated fields: YAMLFields,
        in files: InputTree,
        _ log: inout DiagnosticLog
    ) throws {
        guard let accent else { return }
        let style = assets.first { $0.path == Theme.style }
        let text = String(decoding: try style?.bytes(in: files) ?? [], as: UTF8.self)
        let sheet = AccentSheet(accent: accent, style: text)
        sheet.check(fields, &log)
        assets.append(
            AssetSource(
                path: Theme.accent,
                file: Theme.shown(Theme.accent),
                bytes: Array(sheet.text.utf8)
            )
        )
        assets.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Whether a template names an asset, by its path or by the field of a page that holds its address.
    private func isUsed(_ asset: String) -> Bool {
        let names = [asset] + (Theme.assetFields[asset].map { [$0] } ?? [])
        return templates.contains { template in
            names.contains { template.bytes.position(of: $0) != nil }
        }
    }

    /// The keys after `words.` in the site's own templates.
    private var printedWords: Set<String> {
        var keys: Set<String> = []
        for template in templates {
            var start = 0
            while let found = template.bytes.position(of: "words.", from: start) {
                start = found + "words.".utf8.count
                let key = template.bytes[start...]
                    .prefix { $0.isAlphanumeric || $0 == UInt8(ascii: "_") }
                keys.insert(String(decoding: key, as: UTF8.self))
            }
        }
        return keys
    }
}

/// What a file below `templates/` is for.
public enum TemplatePurpose: Equatable, Sendable {
    /// A page, a part of one, or another text that is made from values.
    case template
    /// The words of the interface in a language.
    case words(tag: String)
    /// A file that is published as it is.
    case asset

    /// The purpose of a path relative to `templates/`; `nil` for a file that has none.
    public init?(_ path: String) {
        if path.hasPrefix("assets/") {
            self = .asset
        } else if path.hasPrefix("words/") {
            guard path.hasSuffix(".yaml") else { return nil }
            self = .words(tag: String(path.dropFirst("words/".count).dropLast(".yaml".count)))
        } else if path.hasPrefix("originals/") {
            return nil
        } else if path.hasSuffix(".html") || path.hasSuffix(".xml") {
            self = .template
        } else {
            return nil
        }
    }
}
