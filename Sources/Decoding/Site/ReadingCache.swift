// Cached results of reading, kept from one build of the preview to the next.

import Formats
import Records

/// The cached results of reading the files of a site.
public struct ReadingCache: Sendable {
    var settings: Cache<ExactText, SettingsReader?>
    var codebook: Cache<ExactText, CodebookReader?>
    var articles: Cache<ExactText, Article>
    var tables: Cache<TableFiles.Input, Table?>
    var releases: Cache<ReleaseReader.Input, Release?>

    /// Makes an empty cache; one that keeps nothing is for a single build.
    public init(keeps: Bool) {
        settings = Cache(keeps: keeps)
        codebook = Cache(keeps: keeps)
        articles = Cache(keeps: keeps)
        tables = Cache(keeps: keeps)
        releases = Cache(keeps: keeps)
    }
}
