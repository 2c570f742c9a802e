import Records
import Testing

@Suite struct OriginalTextTests {
    private func text(_ body: String) -> OriginalText {
        var article = Article(path: "a.md", file: "content/a.md")
        article.body = body
        article.bodyFirstLine = 4
        return OriginalText(article)
    }

    @Test func paragraphsAreDividedByBlankLinesAndHaveTheLinesOfTheFile() {
        #expect(text("\nOne\ntwo.\n\n  \nThree.\n").paragraphs.map(\.line) == [5, 9])
        #expect(text("").paragraphs.isEmpty)
    }

    @Test func otherLineBreaksAndSpacesAreNoChange() {
        #expect(text("One  two.\n\nThree.").marks == text("One\ntwo. \r\n\n\nThree.\n").marks)
    }

    @Test func whatIsNewChangedOrGoneIsFound() {
        let before = text("A.\n\nB.\n\nC.\n").marks
        #expect(text("A.\n\nB.\n\nC.\n").changes(since: before) == ([], 0))
        #expect(text("A.\n\nB changed.\n\nC.\n").changes(since: before) == ([6], 1))
        #expect(text("C.\n\nA.\n").changes(since: before) == ([], 1))
        #expect(text("A.\n\nA.\n\nB.\n\nC.\n").changes(since: before) == ([6], 0))
    }
}
