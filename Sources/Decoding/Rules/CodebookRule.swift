// The rules that the codebook, content/datapackage.yaml, must keep, and the files that it describes.

import Diagnostics

/// A rule about the description of the data.
public enum CodebookRule: String, Rule {
    case resourceUnknown = "resource-unknown"
    case resourceRepeated = "resource-repeated"
    case resourcePath = "resource-path"
    case resourceMissing = "resource-missing"
    case dataFileUndescribed = "data-file-undescribed"
    case dialectNotRead = "dialect-not-read"
    case fieldRepeated = "field-repeated"
    case typeUnknown = "type-unknown"
    case formatNotRead = "format-not-read"
    case roleUnknown = "role-unknown"
    case roleRepeated = "role-repeated"
    case roleConflict = "role-conflict"
    case roleRequired = "role-required"
    case rolePrivate = "role-private"
    case propertyUnknown = "property-unknown"
    case constraintInvalid = "constraint-invalid"
    case keyUnknown = "key-column-unknown"
    case columnUndescribed = "column-undescribed"
    case columnMissing = "column-missing"
    case questionOpen = "question-open"
    case coarsenInvalid = "coarsen-invalid"
    case constantRefused = "constant-refused"
    case measureInvalid = "measure-invalid"
    case separatorInvalid = "separator-invalid"
    case repeatInvalid = "repeat-invalid"

    /// Whether breaking the rule stops the build.
    public var severity: Severity {
        switch self {
        case .resourceUnknown, .dataFileUndescribed, .propertyUnknown, .columnUndescribed,
            .questionOpen:
            return .warning
        case .resourceRepeated, .resourcePath, .resourceMissing, .dialectNotRead,
            .fieldRepeated, .typeUnknown, .formatNotRead, .roleUnknown,
            .roleRepeated, .roleConflict, .roleRequired, .rolePrivate,
            .constraintInvalid, .keyUnknown, .columnMissing, .coarsenInvalid, .constantRefused,
            .measureInvalid, .separatorInvalid, .repeatInvalid:
            return .error
        }
    }
}
