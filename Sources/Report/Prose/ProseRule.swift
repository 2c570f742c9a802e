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
}
