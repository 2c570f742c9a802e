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
    /// A link to a medium that is not in the records.
    case unknownMedium = "unknown-medium"
    /// A medium in the midst of a sentence, or a link to one that no page shows.
    case mediumPlace = "medium-place"
    /// A medium that no page shows.
    case mediumUnshown = "medium-unshown"
    /// A graphic picture that is shown without its warning.
    case graphicShown = "graphic-shown"
    /// A picture that cannot stand beside a link to a page.
    case cardUnfit = "card-unfit"
    /// A picture that is too small beside a link.
    case cardSmall = "card-small"
    /// Prose that contradicts the records.
    case figureContradiction = "figure-contradiction"
    /// Prose that contradicts the claim it quotes.
    case claimContradiction = "claim-contradiction"
    /// A picture from another host.
    case externalImage = "external-image"
    /// A numeral beside a casualty word that is not bound to a record.
    case unboundFigure = "unbound-figure"
    /// A numeral declared deliberate that is not in the article.
    case deliberateUnused = "deliberate-unused"
    /// A fenced block whose settings are wrong.
    case blockSettings = "block-settings"
    /// A fenced block that can draw or show nothing.
    case emptyBlock = "empty-block"
    /// A menu entry whose page does not exist.
    case unknownMenuTarget = "unknown-menu-target"
    /// Two pages with one address.
    case pageCollision = "page-collision"
    /// A list, a heading or a footnote in a cell that is shown within a line.
    case blockInCell = "block-in-cell"
    /// A language without a file of words.
    case unknownLanguage = "unknown-language"
    /// An article or a text that a site which requires parity does not state in one of its languages.
    case translationMissing = "translation-missing"
    /// A translation that does not bind what its original binds.
    case translationDiffers = "translation-differs"
    /// A translation whose original has changed.
    case translationOutdated = "translation-outdated"
    /// A translation that does not say from which state of its original it was made, in a site that requires parity.
    case translationUnmarked = "translation-unmarked"
    /// Coordinates without a stated precision, for all strikes.
    case precisionUnstated = "location-precision-unstated"
    /// A shape of the base map of a kind that does not exist.
    case basemapKind = "basemap-kind-unknown"
    /// A text of the sample site that the authors have not replaced.
    case sampleText = "sample-text"

    /// What may be wrong or is unfinished is a warning; everything else would publish a mistake.
    public var severity: Severity {
        switch self {
        case .unboundFigure, .deliberateUnused, .precisionUnstated, .sampleText, .emptyBlock,
            .cardSmall, .mediumUnshown,
            .translationMissing, .translationDiffers, .translationOutdated, .translationUnmarked,
            .basemapKind:
            .warning
        case .brokenLink, .brokenFragment, .unknownStrike, .unknownSource, .unknownClaim,
            .unknownMedium, .mediumPlace, .graphicShown, .cardUnfit, .figureContradiction,
            .claimContradiction,
            .blockSettings, .unknownMenuTarget, .pageCollision, .unknownLanguage,
            .externalImage, .blockInCell:
            .error
        }
    }

    /// A contradiction of the records, an unknown id or an empty block may disappear when rows that cannot be read are
    /// corrected.
    public var needsAllRows: Bool {
        switch self {
        case .figureContradiction, .claimContradiction, .unknownStrike, .unknownSource,
            .unknownClaim, .unknownMedium, .emptyBlock, .mediumUnshown:
            true
        case .brokenLink, .brokenFragment, .blockSettings, .unknownMenuTarget, .pageCollision,
            .unknownLanguage, .externalImage, .mediumPlace, .graphicShown, .cardUnfit, .cardSmall,
            .unboundFigure, .deliberateUnused, .precisionUnstated, .sampleText,
            .translationMissing, .translationDiffers, .translationOutdated,
            .translationUnmarked, .blockInCell,
            .basemapKind:
            false
        }
    }
}
