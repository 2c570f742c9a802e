import Foundation
import TestSupport
import Testing

/// Sites with mistakes, and every character that `recount check` prints about them.
@Suite struct InvalidSiteTests {
    @Test func theSiteBelowHasNoMistakes() throws {
        let ending = try SiteFolder.small().check()
        #expect(ending.status == 0)
        #expect(ending.errors == "")
        #expect(try SiteFolder.cases.all().count > 20)
    }

    @Test(arguments: try SiteFolder.cases.all())
    func everyMistakeIsReportedInItsWords(_ message: MessageCase) throws {
        let site = try SiteFolder.small(message)
        let ending = try site.check()
        try message.expect(ending.printed(in: site.path))
        #expect(ending.status == (ending.errors.contains(": error: ") ? 1 : 0))
        #expect(!FileManager.default.fileExists(atPath: site.output))
    }
}
