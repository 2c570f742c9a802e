import Foundation
import Publishing

extension PublishingReader.SettingsPlace {
    /// Where relative paths of a site's settings begin.
    package init(site: String, url: String?) {
        self.init(root: site, home: ProcessInfo.processInfo.environment["HOME"], url: url)
    }
}
