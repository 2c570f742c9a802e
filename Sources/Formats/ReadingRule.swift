// The rules about the form of files: what must hold before anything can be said about their content.

import Diagnostics

/// A rule about the form of an author's file.
public enum ReadingRule: String, Rule {
    case notText = "not-text"
    case invalidUTF8 = "invalid-utf8"
    case zeroByte = "nul-byte"
    case replacementCharacter = "replacement-character"
    case fileTooLarge = "file-too-large"
    case tableEmpty = "table-empty"
    case wrongDelimiter = "wrong-delimiter"
    case columnNameEmpty = "column-name-empty"
    case columnNameRepeated = "column-name-repeated"
    case titleAboveHeader = "title-above-header"
    case totalRow = "total-row"
    case unclosedQuote = "unclosed-quote"
    case textAfterQuote = "text-after-quote"
    case spaceBeforeQuote = "space-before-quote"
    case rowTooLong = "row-too-long"
    case rowTooShort = "row-too-short"
    case workbookUnreadable = "workbook-unreadable"
    case noSuchSheet = "no-such-sheet"
    case otherSheets = "other-sheets"
    case errorCell = "error-cell"
    case hiddenRows = "hidden-rows"
    case hiddenColumn = "hidden-column"
    case formulaNotComputed = "formula-not-computed"
    case notADate = "not-a-date"
    case shownOtherwise = "shown-otherwise"
    case mergedCells = "merged-cells"
    case cellOutsideTable = "cell-outside-table"
    case jsonSyntax = "json-syntax"
    case jsonKeyRepeated = "json-key-repeated"
    case notATable = "not-a-table"
    case nestedValue = "nested-value"
    case separatorInValue = "separator-in-value"
    case yamlSyntax = "yaml-syntax"
    case yamlAlias = "yaml-alias"
    case yamlTag = "yaml-tag"
    case yamlComment = "yaml-comment"
    case controlCharacter = "control-character"
    case garbledText = "garbled-text"
    case directionControl = "direction-control"
    case yamlKeyRepeated = "yaml-key-repeated"
    case nestingTooDeep = "data-nesting"
    case frontMatterUnclosed = "front-matter-unclosed"
    case frontMatterTOML = "front-matter-toml"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case wrongType = "wrong-type"
    case fileNameCollision = "file-name-collision"
    case fileNameNotText = "file-name-not-text"
    case linkOutside = "link-outside"
    case brokenLink = "broken-symlink"
    case notAFile = "not-a-file"

    /// Almost all stop the build: a value that was read from a broken form may be a wrong one.
    public var severity: Severity {
        let doubtful: Set<ReadingRule> = [
            .otherSheets, .replacementCharacter, .hiddenRows, .yamlComment, .garbledText,
        ]
        return doubtful.contains(self) ? .warning : .error
    }
}
