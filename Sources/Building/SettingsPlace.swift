import Foundation
import Publishing

extension PublishingReader.SettingsPlace {
    /// Resolves paths in a site's settings relative to its folder and to `HOME`.
    package init(site: String, url: String?) {
        self.init(root: site, home: ProcessInfo.processInfo.environment["HOME"], url: url)
    }
}
