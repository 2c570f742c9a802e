// Cached results of reading, kept from one build of the preview to the next.

import Formats
import Records

/// The cached results of reading the files of a site.
public struct ReadingCache: Sendable {
    var settings: Cache<ExactText, SettingsReader?>
    var codebook: Cache<CodebookReader.Input, CodebookReader?>
    var articles: Cache<ArticleReader.Input, Article>
    var tables: Cache<TableFiles.Input, Table?>
    var releases: Cache<ReleaseReader.Input, Release?>
    var records: Cache<RecordReader.Input, ReadRecords>

    /// Makes an empty cache; one that keeps nothing is for a single build.
    public init(keeps: Bool) {
        settings = Cache(keeps: keeps)
        codebook = Cache(keeps: keeps)
        articles = Cache(keeps: keeps)
        tables = Cache(keeps: keeps)
        releases = Cache(keeps: keeps)
        records = Cache(keeps: keeps)
    }

    /// The versions of all results from which records are read; those of the same names change with what they are.
    var versions: [[ExactText: Int]] {
        [settings.versions, codebook.versions, tables.versions, releases.versions]
    }
}
