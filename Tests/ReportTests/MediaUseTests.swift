import Testing

@testable import Report

/// A file that is published without being mentioned may be one that nobody meant to publish; one that is mentioned and
/// not published is missing.
@Suite struct MediaUseTests {
    private static let files = [
        "media/a.jpg", "media/a.jpg.txt", "media/two words.pdf", "media/é.png",
    ]

    private func used(_ cell: String) -> Set<String> {
        var use = MediaUse(MediaUseTests.files)
        use.add(cell: cell)
        return use.used
    }

    @Test(arguments: [
        "a.jpg", " a.jpg ", "media/a.jpg", "x;a.jpg", "x, a.jpg |y", "x\r\na.jpg\r\ny", "a.jpg\r\n",
    ])
    func aCellNamesAFileAloneOrAmongOthers(_ cell: String) {
        #expect(used(cell) == ["media/a.jpg"])
    }

    @Test func aCellNamesSeveralFiles() {
        #expect(used("é.png;two words.pdf") == ["media/é.png", "media/two words.pdf"])
    }

    @Test(arguments: ["", ";", "b.jpg", "A.jpg", "a.jp", "see a.jpg", "xmedia", "a.jpgmedia/"])
    func otherCellsNameNone(_ cell: String) {
        #expect(used(cell) == [])
    }

    @Test func aPathInsideATextCountsWithItsFolder() {
        #expect(used("See media/a.jpg.") == ["media/a.jpg"])
        #expect(used("See ../media/a.jpg.txt") == ["media/a.jpg.txt"])
        #expect(used("(media/two%20words.pdf)") == ["media/two words.pdf"])
        #expect(used("media/%C3%A9.png") == ["media/é.png"])
        #expect(used("See a.jpg, or media/none.jpg") == [])
    }

    @Test func withoutFilesNothingIsFound() {
        var use = MediaUse([])
        use.add(cell: "media/a.jpg")
        #expect(use.used.isEmpty)
    }
}
