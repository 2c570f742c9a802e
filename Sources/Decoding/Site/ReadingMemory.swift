// What reading keeps from one build of the preview to the next.

import Formats
import Records

/// What the files of a site came to when they were read last.
public struct ReadingMemory: Sendable {
    var settings: Memory<ExactText, SettingsReader?>
    var codebook: Memory<CodebookReader.Input, CodebookReader?>
    var articles: Memory<ExactText, Article>
    var tables: Memory<TableFiles.Input, Table?>
    var releases: Memory<ReleaseReader.Input, Release?>

    /// Makes an empty memory; one that keeps nothing is for a single build.
    public init(keeps: Bool) {
        settings = Memory(keeps: keeps)
        codebook = Memory(keeps: keeps)
        articles = Memory(keeps: keeps)
        tables = Memory(keeps: keeps)
        releases = Memory(keeps: keeps)
    }
}
