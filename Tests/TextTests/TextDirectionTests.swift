import Testing
import Text

@Suite struct TextDirectionTests {
    @Test(arguments: [
        ("ar", TextDirection.rtl), ("AR-SY", .rtl), ("en", .ltr), ("ku-Arab", .rtl), ("ku", .ltr),
        ("ar-Latn", .ltr), ("", .ltr), ("he", .rtl), ("x", .ltr),
    ])
    func theDirectionFollowsTheLanguageAndItsScript(tag: String, expected: TextDirection) {
        #expect(TextDirection(language: tag) == expected)
    }
}
