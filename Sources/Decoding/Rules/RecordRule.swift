// The rules that hold between cells and between records: what no single cell can show to be wrong.

import Diagnostics

/// A rule about records and how they stand to each other.
public enum RecordRule: String, Rule {
    case idRepeated = "id-repeated"
    case idCollision = "id-collision"
    case keyRepeated = "primary-key-repeated"
    case referenceUnknown = "reference-unknown"
    case overlapSelf = "overlap-with-itself"
    case overlapCycle = "overlap-cycle"
    case partLargerThanWhole = "part-larger-than-whole"
    case sharedFigureDiffers = "shared-figure-differs"
    case partExceedsWhole = "part-exceeds-whole"
    case moreNamesThanKilled = "more-names-than-killed"
    case namedVictimsDiffer = "named-victims-differ"
    case dateOutsidePeriod = "date-outside-period"
    case ageAgainstGroup = "age-against-group"
    case nameFiller = "name-filler"
    case claimOutsideRange = "claim-outside-range"
    case claimPeriod = "claim-period"
    case duplicateRow = "duplicate-row"
    case likelyDuplicate = "likely-duplicate"
    case lookAlike = "look-alike"
    case claimFalls = "claim-falls"
    case updatedBeforePublished = "updated-before-published"
    case previousIDTaken = "previous-id-taken"
    case consentLapsed = "consent-lapsed"
    case mediumFileUnknown = "medium-file-unknown"
    case mediumKind = "medium-kind"
    case mediumPair = "medium-pair"
    case mediumCard = "medium-card"

    /// Whether breaking the rule stops the build.
    public var severity: Severity {
        switch self {
        case .partLargerThanWhole, .partExceedsWhole, .moreNamesThanKilled, .namedVictimsDiffer,
            .ageAgainstGroup, .nameFiller, .claimOutsideRange, .duplicateRow, .likelyDuplicate,
            .lookAlike, .claimFalls, .updatedBeforePublished, .consentLapsed:
            return .warning
        case .idRepeated, .idCollision, .keyRepeated, .referenceUnknown,
            .overlapSelf, .overlapCycle, .sharedFigureDiffers, .dateOutsidePeriod,
            .claimPeriod, .previousIDTaken, .mediumFileUnknown, .mediumKind, .mediumPair,
            .mediumCard:
            return .error
        }
    }
}
