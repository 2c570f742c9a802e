import Diagnostics
import Text

/// The rules for links, figures and blocks in articles, and for the plan of pages.
public enum ProseRule: String, Rule {
    /// A link to a page that does not exist.
    case brokenLink = "broken-link"
    /// A link to a heading that does not exist.
    case brokenFragment = "broken-fragment"
    /// A link to a strike that is not in the records.
    case unknownStrike = "unknown-strike"
    /// A link to a source that is not in the records.
    case unknownSource = "unknown-source"
    /// A link to a claim that is not in the records.
    case unknownClaim = "unknown-claim"
    /// Prose that contradicts the records.
    case figureContradiction = "figure-contradiction"
    /// Prose that contradicts the claim it quotes.
    case claimContradiction = "claim-contradiction"
    /// A numeral beside a casualty word that is bound to nothing.
    case unboundFigure = "unbound-figure"
    /// A numeral declared deliberate that is not in the article.
    case deliberateUnused = "deliberate-unused"
    /// A fenced block whose settings are wrong.
    case blockSettings = "block-settings"
    /// A menu entry that leads nowhere.
    case unknownMenuTarget = "unknown-menu-target"
    /// Two pages with one address.
    case pageCollision = "page-collision"
    /// A language without a file of words.
    case unknownLanguage = "unknown-language"
    /// Coordinates of which no strike states how exact they are.
    case precisionUnstated = "location-precision-unstated"
    /// A text that a new site comes with, and that its authors have not replaced.
    case sampleText = "sample-text"

    /// What is doubtful or unfinished is a warning; everything else would publish a mistake.
    public var severity: Severity {
        switch self {
        case .unboundFigure, .deliberateUnused, .precisionUnstated, .sampleText: .warning
        case .brokenLink, .brokenFragment, .unknownStrike, .unknownSource, .unknownClaim,
            .figureContradiction, .claimContradiction, .blockSettings, .unknownMenuTarget,
            .pageCollision, .unknownLanguage:
            .error
        }
    }

    /// What contradicts the records, or names one, may be right when rows that cannot be read are there.
    public var needsAllRows: Bool {
        switch self {
        case .figureContradiction, .claimContradiction, .unknownStrike, .unknownSource,
            .unknownClaim:
            true
        case .brokenLink, .brokenFragment, .blockSettings, .unknownMenuTarget, .pageCollision,
            .unknownLanguage, .unboundFigure, .deliberateUnused, .precisionUnstated, .sampleText:
            false
        }
    }

    /// What the rule means.
    public var explanation: Explanation {
        switch self {
        case .brokenLink:
            Explanation(
                "A link inside the report names an article by its file, a file under media/, or a "
                    + "page that Recount makes, such as claims.html.",
                wrong: "See [the campaign](campain.md).",
                right: "See [the campaign](campaign.md)."
            )
        case .brokenFragment:
            Explanation(
                "What follows # must be the id of a heading on the page it leads to.",
                wrong: "See [the dates](campaign.md#date).",
                right: "See [the dates](campaign.md#dates)."
            )
        case .unknownStrike:
            Explanation(
                "strike: is followed by the id of a row of strikes.csv that is shown.",
                wrong: "[the first strike](strike:CS1612)",
                right: "[the first strike](strike:CS1621)"
            )
        case .unknownSource:
            Explanation(
                "source: is followed by the id of a row of sources.csv that is shown.",
                wrong: "as [Airwars reports](source:SRC-9999)",
                right: "as [Airwars reports](source:SRC-0003)"
            )
        case .unknownClaim:
            Explanation(
                "claim: is followed by the id of a row of claims.csv that is shown.",
                wrong: "conceded [77](claim:CLM-480) deaths",
                right: "conceded [77](claim:CLM-048) deaths"
            )
        case .figureContradiction:
            Explanation(
                "The numerals in the text of a figure's link must agree with the records. One "
                    + "numeral is the exact value; for a range it says which end it is (“at least "
                    + "322”, “up to 429”, or .min and .max in the link). Two are minimum and "
                    + "maximum, in this order. Digits of any script, the language's thousands "
                    + "separators and number words count; days and years beside a month's name, "
                    + "hours, ordinals and ids do not. A report that contradicts its own records "
                    + "is not published.",
                wrong: "[between 322 and 492](figure:killed?grading=counted)",
                right: "[between 322 and 429](figure:killed?grading=counted)"
            )
        case .claimContradiction:
            Explanation(
                "The numerals in the text of a claim's link must be those of the claim, by the "
                    + "rules of figure-contradiction: the deaths claimed, or the injuries when no "
                    + "deaths are, or both in this order.",
                wrong: "The Coalition conceded [78](claim:CLM-048) deaths.",
                right: "The Coalition conceded [77](claim:CLM-048) deaths."
            )
        case .unboundFigure:
            Explanation(
                "A numeral within four words of a word for casualties can drift from the records "
                    + "unless it is bound to a figure or a claim. Dates, hours, percentages, money, "
                    + "ordinals, ids and numbers of other things are left alone. Where a numeral is "
                    + "meant to stand alone, the article says so in its front matter, with a reason "
                    + "that readers can see.",
                wrong: "In all, 322 civilians were killed.",
                right: "In all, [322](figure:killed.min?grading=counted) civilians were killed."
            )
        case .deliberateUnused:
            Explanation(
                "A numeral that is declared deliberate in the front matter must stand in the "
                    + "article, word for word, or the declaration exempts nothing.",
                wrong: "deliberate:\n  - {text: \"112 survivor\", reason: \"Interviews.\"}",
                right: "deliberate:\n  - {text: \"112 survivors\", reason: \"Interviews.\"}"
            )
        case .blockSettings:
            Explanation(
                "A table, chart or map block holds a few lines of YAML: by, measures, where, sort, "
                    + "limit, caption.",
                wrong: "```table\nby: mnoth\n```",
                right: "```table\nby: month\n```"
            )
        case .unknownMenuTarget:
            Explanation(
                "An entry of the menu names an article by its file, or a page that Recount makes.",
                wrong: "menu:\n  - {label: Claims, to: claim}",
                right: "menu:\n  - {label: Claims, to: claims}"
            )
        case .pageCollision:
            Explanation(
                "Two pages cannot have one address, and file systems differ on capitals, so the "
                    + "addresses must differ in more than that.",
                wrong: "content/claims.md",
                right: "content/about-claims.md"
            )
        case .unknownLanguage:
            Explanation(
                "The interface words of every language that the site uses stand in "
                    + "templates/words/.",
                wrong: "language: fr    # and no templates/words/fr.yaml",
                right: "language: en"
            )
        case .precisionUnstated:
            Explanation(
                "A circle on a map says that the place is known to a hundred metres, or to a street "
                    + "or neighbourhood. Where the records do not say how exact their coordinates "
                    + "are, a circle could claim too much, or point at a house; so such strikes "
                    + "are not drawn. A public column with the role location.precision says it: "
                    + "exact, within-1m, within-100m, nearby-landmark, street, neighbourhood, "
                    + "village, town, city or region. Exact places can endanger people: decide "
                    + "first whether they should be public.",
                wrong: "- {name: latitude, public: true}\n- {name: longitude, public: true}",
                right: "- {name: latitude, public: true}\n- {name: longitude, public: true}\n"
                    + "- {name: precision, role: location.precision, public: true}"
            )
        case .sampleText:
            Explanation(
                "`recount new` writes sentences that stand for yours. They would be published as "
                    + "they are: say it in your own words, or delete the line.",
                wrong: "caution: \"What a reader must not take it for.\"",
                right:
                    "caution: \"Not a count of all deaths: only strikes that somebody reported.\""
            )
        }
    }
}
