import Foundation
import TestSupport
import Testing

/// Texts that are scripts elsewhere, in every field that an author can write, read by a real browser without the
/// pages' policy.
@Suite(Needs.slow("playwright.sync_api", "chromium")) struct ScriptVectorTests {
    @Test(.unlessItHangs) func nothingBecomesActive() throws {
        let sandbox = try Sandbox()
        let ending = try Python.run(
            "Tests/CommandTests/Browser/vectors.py",
            [Package.program, sandbox.path + "/site"]
        )
        #expect(ending.status == 0, "\(ending.output) \(ending.errors.suffix(2_000))")
        #expect(ending.output.hasSuffix("\n0 active\n"), "\(ending.output)")
    }
}
