// What every page and download is written into.

import Testing

@testable import Text

@Suite struct ByteTextTests {
    @Test func whatIsAppendedStandsThereInOrder() {
        var text = ByteText(capacity: 0)
        text.append("naïve ")
        text.append(UInt8(ascii: "<"))
        text.append("&amp;" as StaticString)
        text.append(Array("0123456789".utf8), 3..<5)
        text.append(UInt8(ascii: " "), then: UInt8(ascii: " "), times: 2)
        text.append("")
        #expect(text.text() == "naïve <&amp;34   ")
        #expect(text.bytes == Array("naïve <&amp;34   ".utf8))
        #expect(text.count == 18)
    }

    @Test(arguments: [0, 7, 10, 99, 100, 1_234_567, -1, -10, Int.max, Int.min])
    func numbersAreWrittenAsSwiftWritesThem(number: Int) {
        var text = ByteText()
        text.append(number: number)
        #expect(text.text() == String(number))
    }

    @Test func aTextGrowsFarBeyondItsFirstRoom() {
        var text = ByteText(capacity: 16)
        for _ in 0..<10_000 { text.append("0123456789") }
        #expect(text.text() == String(repeating: "0123456789", count: 10_000))
    }

    @Test func whatIsTakenBackIsGoneAndTheRestStays() {
        var text = ByteText()
        text.append("kept")
        let start = text.count
        text.append("captured")
        #expect(text.text(from: start) == "captured")
        text.truncate(to: start)
        text.append("!")
        #expect(text.text() == "kept!")
        text.truncate(to: 99)
        #expect(text.count == 5)
    }
}
