import Building
import Decoding
import Diagnostics
import Publishing
import Records

/// What a site's records say about its earlier releases: which of them show what has been withheld since.
struct SafetyReading {
    let site: String

    /// The releases that a host must not keep, from reading the whole site.
    func purge(_ terminal: Terminal) throws -> Purge {
        var log = DiagnosticLog()
        let content: SiteContent?
        do {
            content = try SiteReader.read(site: site, drafts: false, log: &log)
        } catch { throw terminal.failure(error) }
        guard let content else { throw terminal.mistakes(log) }
        return SafetyReading.purge(content.exposedReleases)
    }

    static func purge(_ releases: [ExposedRelease]) -> Purge {
        Purge(releases.map { Purge.Recorded(digest: $0.manifest, records: $0.records) })
    }
}
