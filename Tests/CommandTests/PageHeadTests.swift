import Foundation
import TestSupport
import Testing

/// What the head of every page forbids.
@Suite struct PageHeadTests {
    @Test func everyPageLoadsOnlyItsReportAndTellsNobodyWhereReadersComeFrom() throws {
        let pages = try Tree.read(try Example.site().output).filter { $0.key.hasSuffix(".html") }
        #expect(pages.count > 100)
        for (name, data) in pages {
            let text = String(decoding: data, as: UTF8.self)
            let head = text.components(separatedBy: "</head>").first ?? ""
            let policy = head.components(separatedBy: "Content-Security-Policy\" content=\"")
            #expect(policy.count == 2, "\(name)")
            let directives = (policy.last?.components(separatedBy: "\"").first ?? "")
                .components(separatedBy: "; ")
            for directive in ["default-src 'none'", "base-uri 'none'", "form-action 'none'"] {
                #expect(directives.contains(directive), "\(name)")
            }
            #expect(!directives.contains { $0.contains("unsafe") || $0.contains("*") }, "\(name)")
            #expect(head.contains("<meta name=\"referrer\" content=\"no-referrer\">"), "\(name)")
            // Nothing that loads comes before the policy.
            #expect(policy.first?.contains("<link") == false, "\(name)")
            #expect(policy.first?.contains("<script") == false, "\(name)")
        }
    }
}
