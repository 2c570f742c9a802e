import Diagnostics

extension CodebookRule {
    public var severity: Severity {
        switch self {
        case .resourceUnknown, .dataFileUndescribed, .propertyUnknown, .columnUndescribed: .warning
        case .resourceRepeated, .resourcePath, .resourceMissing, .dialectNotRead, .fieldRepeated,
            .typeUnknown, .formatNotRead, .roleUnknown, .roleRepeated, .roleConflict, .roleRequired,
            .rolePrivate, .constraintInvalid, .keyUnknown, .columnMissing:
            .error
        }
    }
    public var explanation: Explanation { Explanation("", wrong: "", right: "") }
}
extension CellRule {
    public var severity: Severity {
        self == .coordinatesSwapped || self == .gradingMissing ? .warning : .error
    }
    public var explanation: Explanation { Explanation("", wrong: "", right: "") }
}
extension RecordRule {
    public var severity: Severity {
        switch self {
        case .idRepeated, .idCollision, .keyRepeated, .referenceUnknown, .overlapSelf,
            .overlapCycle, .sharedFigureDiffers, .dateOutsidePeriod, .claimPeriod:
            .error
        case .partLargerThanWhole, .partExceedsWhole, .moreNamesThanKilled, .namedVictimsDiffer,
            .ageAgainstGroup, .claimOutsideRange, .duplicateRow, .updatedBeforePublished:
            .warning
        }
    }
    public var explanation: Explanation { Explanation("", wrong: "", right: "") }
}
extension SettingsRule {
    public var severity: Severity { self == .nothingCounted ? .warning : .error }
    public var explanation: Explanation { Explanation("", wrong: "", right: "") }
}
extension ArticleRule {
    public var severity: Severity { .error }
    public var explanation: Explanation { Explanation("", wrong: "", right: "") }
}
