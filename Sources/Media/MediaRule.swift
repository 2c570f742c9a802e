// The rules for pictures, recordings and documents.

import Diagnostics

/// A rule for files that are published beside the pages.
public enum MediaRule: String, Rule {
    /// A file in `media/` that nothing mentions.
    case unused = "media-unused"
    /// An entry of `media` in the settings.
    case setting = "media-setting"
    /// A table of records, or a file of another folder, among the media.
    case isPrivate = "media-private"
    /// A file that a withheld record uses, and something else as well.
    case withheld = "media-of-withheld-record"
    /// A kind of file that is not published.
    case kind = "media-kind"
    /// Content of another kind than the file's name says.
    case contradictory = "media-contradicts-name"
    /// A file that does not follow its format.
    case damaged = "media-damaged"
    /// Metadata that cannot be removed.
    case metadata = "media-metadata"
    /// A drawing that runs or loads something.
    case active = "media-active"

    /// All but unused files stop the build.
    public var severity: Severity {
        switch self {
        case .unused, .withheld: .warning
        case .setting, .isPrivate, .kind, .contradictory, .damaged, .metadata, .active: .error
        }
    }
}
