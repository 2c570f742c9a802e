// What a report in several languages lacks in each of them, for those who translate it.

import Diagnostics
import Records
import Report

/// How much of a site is translated into each of its languages.
struct LanguagesPage: Sendable {
    /// How much of the site is translated into one language.
    struct Language: Sendable {
        let gaps: LanguageGaps
        /// The translations with a message of a rule, by the rule's name.
        let flawed: [(rule: ProseRule, files: [String])]
        /// Who reviewed its interface words; `nil` when their file does not say.
        let review: WordsReview?
        /// The columns with cells that are not stated in the language.
        let cells: [CellGap]
    }

    let languages: [Language]

    /// Lists what a site lacks in its languages; the log is that of its build.
    init(
        _ gaps: [LanguageGaps],
        _ reviews: [String: WordsReview],
        _ dataset: Dataset,
        _ log: DiagnosticLog
    ) {
        languages = gaps.map { gaps in
            let folder = "content/\(gaps.tag)/"
            return Language(
                gaps: gaps,
                flawed: [ProseRule.translationDiffers, .translationOutdated]
                    .map { rule in
                        let files = log.sorted.filter { $0.rule == rule.rawValue }
                            .map(\.location.file).filter { $0.hasPrefix(folder) }
                        return (rule, Set(files).sorted())
                    },
                review: reviews[gaps.tag],
                cells: CellGap.all(dataset, in: gaps.tag)
            )
        }
    }

    /// The list as text.
    var text: String {
        if languages.isEmpty {
            return "The site is in one language; “languages” in content/site.yaml names several.\n"
        }
        return languages.map(LanguagesPage.text).joined(separator: "\n")
    }

    private static func text(_ language: Language) -> String {
        let gaps = language.gaps
        let articles = gaps.translated.count + gaps.missing.count
        var lines = [
            "\(gaps.tag)  \(gaps.translated.count) of "
                + "\(BuildText.counted(articles, "article")) translated"
        ]
        lines += gaps.missing.map { "    not translated  \($0.file)" }
        lines += gaps.unmarked.map { "    not marked      \($0.file)" }
        for (rule, files) in language.flawed {
            lines += files.map { "    \($0)  [\(rule.rawValue)]" }
        }
        let review = language.review?.text ?? "their file does not say who reviewed them"
        lines.append("    words  \(review)")
        lines += gaps.texts.map { "    no text  \($0.description)" }
        lines += language.cells.map { gap in
            "    no text  \(gap.file): \(gap.column) in \(gap.blank) of "
                + BuildText.counted(gap.rows, "row")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
