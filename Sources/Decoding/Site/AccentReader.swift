// The accent colour is the one colour of the style sheet that a site often has of its own. Whether it can be read
// depends on the paper behind it, in both schemes.

import Diagnostics
import Formats
import Records

/// Reads `accent`: one colour, or one for each scheme.
struct AccentReader {
    let fields: YAMLFields

    static let keys = [YAMLKey("light", .text, isRequired: true), YAMLKey("dark", .text)]

    func read(_ log: inout DiagnosticLog) -> Accent? {
        guard let node = fields.node("accent") else { return nil }
        guard case .mapping = node else {
            return colour(fields, "accent", &log).map { Accent(light: $0) }
        }
        guard let schemes = fields.fields("accent", known: AccentReader.keys.names, &log) else {
            return nil
        }
        schemes.require("light", &log)
        let dark = colour(schemes, "dark", &log)
        return colour(schemes, "light", &log).map { Accent(light: $0, dark: dark) }
    }

    private func colour(
        _ fields: YAMLFields,
        _ key: String,
        _ log: inout DiagnosticLog
    ) -> Colour? {
        guard let text = fields.string(key, &log) else { return nil }
        if let colour = Colour(text) { return colour }
        fields.report(
            SettingsRule.accent,
            key,
            "“\(text.shortened())” is not a colour",
            suggestion: "Write it as six hexadecimal digits in quotes: \"#17527a\".",
            &log
        )
        return nil
    }
}

/// The style sheet that states an accent.
struct AccentSheet {
    private let accent: Accent
    private let dark: Colour
    private let papers: (light: Colour, dark: Colour)?

    /// The contrast that text needs, in hundredths.
    private static let needed = 450

    /// Takes the accent, and the style sheet whose accent it replaces.
    init(accent: Accent, style: String) {
        self.accent = accent
        let papers = style.components(between: "--paper:", and: ";").compactMap { Colour($0) }
        self.papers =
            style.contains("--accent:") && papers.count > 1 ? (papers[0], papers[1]) : nil
        let made = self.papers.flatMap {
            accent.light.adjusted(to: AccentSheet.needed, with: $0.dark)
        }
        dark = accent.dark ?? made ?? accent.light
    }

    var text: String {
        """
        :root { --accent: \(accent.light.text); }
        @media (prefers-color-scheme: dark) { :root { --accent: \(dark.text); } }

        """
    }

    /// Reports a colour that cannot be read on its paper, or that nothing would show.
    func check(_ fields: YAMLFields, _ log: inout DiagnosticLog) {
        guard let papers else {
            fields.report(
                SettingsRule.accent,
                "accent",
                "the site’s own style sheet has no --accent and --paper for both schemes, so the accent "
                    + "would change nothing that is checked",
                suggestion: "Delete accent, and state the colour in templates/\(Theme.style).",
                &log
            )
            return
        }
        report(accent.light, on: papers.light, "light", fields, &log)
        if let stated = accent.dark { report(stated, on: papers.dark, "dark", fields, &log) }
    }

    private func report(
        _ colour: Colour,
        on paper: Colour,
        _ scheme: String,
        _ fields: YAMLFields,
        _ log: inout DiagnosticLog
    ) {
        let contrast = colour.contrast(with: paper)
        if contrast >= AccentSheet.needed { return }
        let hundredths = contrast % 100
        var place = fields.node("accent")
        if case .mapping(let entries, _)? = place {
            place = entries.first { $0.key == scheme }?.value
        }
        log.report(
            SettingsRule.accentContrast,
            at: place?.location ?? fields.location,
            "\(colour.text) has a contrast of \(contrast / 100).\(hundredths < 10 ? "0" : "")\(hundredths) "
                + "on the \(scheme) paper \(paper.text); links need 4.5 to be read",
            excerpt: place?.excerpt,
            suggestion: colour.adjusted(to: AccentSheet.needed, with: paper)
                .map { "The nearest that can be read is \"\($0.text)\"." }
        )
    }
}

extension String {
    /// What stands between two texts, each time, without spaces around it.
    fileprivate func components(between start: String, and end: Character) -> [String] {
        var found: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: start) {
            rest = rest[range.upperBound...]
            let text = rest.prefix { $0 != end }.drop { $0 == " " }
            found.append(String(text.prefix { $0 != " " }))
        }
        return found
    }
}
