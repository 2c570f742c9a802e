import Foundation
import Privacy
import Testing

@Suite struct LeakSearchTests {
    private func found(_ value: String, in text: [UInt8]) -> Bool {
        var values = ValueCollection()
        values.add(value, id: 7)
        return LeakSearch(values).hits(in: text).contains { $0.id == 7 }
    }

    private func found(_ value: String, in text: String) -> Bool {
        found(value, in: Array(text.utf8))
    }

    @Test(arguments: ["Ali Hasan", "0770 123 4567", "Kestrel-40917", "علي حسن", "Zoë Brontë"])
    func aValueIsFoundInEverySpelling(_ value: String) throws {
        let entities = value.unicodeScalars.map { "&#\($0.value);" }.joined()
        let hex = value.unicodeScalars.map { "&#x\(String($0.value, radix: 16));" }.joined()
        let json = value.utf16.map { "\\u" + String(format: "%04x", $0) }.joined()
        let percent = value.utf8.map { String(format: "%%%02X", $0) }.joined()
        let spellings = [
            value, value.uppercased(), value.lowercased(), entities, hex, json, percent,
            value.decomposedStringWithCanonicalMapping,
            value.precomposedStringWithCanonicalMapping,
            value.replacingOccurrences(of: " ", with: "\u{A0}"),
            value.replacingOccurrences(of: " ", with: "-"),
            value.replacingOccurrences(of: " ", with: "%20"),
            value.utf8.map { String(format: "%02x", $0) }.joined(),
            value.utf8.map { String(format: "%02X", $0) }.joined(),
        ]
        for spelling in spellings {
            #expect(found(value, in: "<p title=\"\(spelling)\">x</p>"), "\(spelling)")
            #expect(found(value, in: spelling), "\(spelling)")
        }
        for offset in 0..<3 {
            let text = String(repeating: "?", count: offset) + value + " and more"
            let base64 = Data(text.utf8).base64EncodedString()
            #expect(found(value, in: "data:text/plain;base64,\(base64)"), "offset \(offset)")
        }
        for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
            let wide = try #require("x \(value) y".data(using: encoding))
            #expect(found(value, in: Array(wide)), "\(encoding)")
        }
    }

    @Test func arabicSpellingsOfOneNameAreOne() {
        #expect(found("أحمد إبراهيم", in: "<p>احمد ابراهيم</p>"))
        #expect(found("فاطمة علي", in: "فاطمه علی"))
        #expect(found("محمد حسين", in: "مُحَمَّد حسـين"))
    }

    @Test func aPartOfALongerWordIsNoLeak() {
        #expect(!found("Ali Hasan", in: "Khali Hasanabad"))
        #expect(!found("Hama", in: "Hamas said"))
        #expect(!found("7301234", in: "M17301234 5"))
        #expect(found("Ali Hasan", in: "(Ali\n  Hasan)"))
    }

    @Test func aLongValueIsFoundInsideAWord() {
        #expect(found("Kestrel40917", in: "xKestrel40917y"))
        #expect(found("07701234567", in: "tel:+9647701234567"))
        #expect(found("Ali Hasan", in: "media/AliHasan.jpg"))
        #expect(found("Ali Hasan", in: "media/ali_hasan.jpg"))
    }

    @Test func anExactPointIsFoundToFewerDigits() {
        #expect(found("36.3399127", in: "36.339912"))
        #expect(found("36.3399127", in: "36.3399127"))
        #expect(!found("36.3399127", in: "36.34"))
        #expect(!found("36.3399127", in: "36.3398"))
    }

    @Test(arguments: [
        ("abc", ValueCollection.Omission.short), ("2017", .number), ("123456", .number),
        ("2017-06-08", .number), ("8.6.2017", .number), ("14:30", .number),
    ])
    func whatIsEverywhereIsNotSearchedFor(_ value: String, _ reason: ValueCollection.Omission) {
        var values = ValueCollection()
        values.add(value, id: 0)
        #expect(values.searched == 0)
        #expect(values.omitted(reason) == 1)
    }

    @Test func manyValuesWithOnePrefixAreToldApart() {
        var values = ValueCollection()
        for number in 0..<20_000 { values.add("Canary token \(100_000 + number)", id: number) }
        let text = "<p>Canary token 104242, and canary token 99</p>"
        #expect(LeakSearch(values).hits(in: Array(text.utf8)).map(\.id) == [4_242])
    }

    @Test func insideALongerWordOnlyShortNamesAreFound() {
        var values = ValueCollection()
        for (number, value) in ["Kestrelmarsh", "Kestrel 40917", "Karim of Kestrelmarshes"]
            .enumerated()
        {
            values.add(value, id: number)
        }
        let text = "<p>xKestrelmarshy, xKestrel 40917y and xKarim of Kestrelmarshesy</p>"
        #expect(Set(LeakSearch(values).hits(in: Array(text.utf8)).map(\.id)) == [0, 1])
    }

    @Test(arguments: [
        "0301234567", "0301 234-567", "030 1234567", "(030) 123 45 67", "030/1234567",
        "+49 30 1234567",
        "+49 (0)30 123 4567", "0049301234567", "030.123.45.67", "030&nbsp;1234567", "٠٣٠ ١٢٣٤٥٦٧",
    ])
    func aNumberIsFoundHoweverItsDigitsAreGrouped(_ text: String) {
        for value in ["0301234567", "0301 234 567", "030-1234567"] {
            #expect(found(value, in: "<td>\(text)</td>"), "\(value)")
        }
    }

    @Test func aNumberWithTheCodeOfItsCountryIsFoundWithoutIt() {
        #expect(found("+964 770 555 0123", in: "call 0770 5550123."))
        #expect(found("+964 770 555 0123", in: "call 07705550123."))
        #expect(found("7301001", in: "<b>7,301,001</b>"))
    }

    @Test func numbersOfAListOrADateAreNoNumber() {
        #expect(!found("20170608", in: "2017-06-08 and 08.06.2017"))
        #expect(!found("35950123", in: "at 35.950123 north"))
        #expect(!found("0301234567", in: "<td>030</td><td>1234567</td>"))
        #expect(!found("0301234567", in: "3,01,23,4567 and 30,1234567"))
        #expect(!found("0301234567", in: "M10 0 301 234 567 12 13 14"))
        #expect(!found("0301234567", in: "030\n1234567"))
    }

    @Test(arguments: [
        "<p>Ma<b>ri</b>am Example</p>", "<b>Mariam</b> <i class=\"x\">Example</i>",
        "<td>Mariam</td><td>Example</td>", "<span>M</span><span>ariam</span> Ex<wbr>ample",
        "Mariam\n<a href=\"x.html\">Example</a>", "<bdi>Mariam</bdi><bdi> Example</bdi>",
        "<i>Mari<b>am Ex</b>ample</i>", "Mariam<br>Example",
    ])
    func tagsDoNotHideAName(_ text: String) { #expect(found("Mariam Example", in: text)) }

    @Test func aTagThatEndsAWordIsNoPartOfIt() {
        #expect(!found("Mariam Example", in: "<td>Mari</td><td>am Example</td>"))
        #expect(!found("Mariam Example", in: "<p>Mariam</p><p>of Example</p>"))
        #expect(found("class example", in: "<p class=\"example\">"))
    }

    @Test func theLastNameMayStandFirst() {
        #expect(found("Mariam Example", in: "Example, Mariam"))
        #expect(found("Mariam al-Hasan Example", in: "EXAMPLE Mariam al-Hasan"))
        #expect(found("مريم الحسن", in: "الحسن، مريم"))
        #expect(found("Mariam Example", in: "media/example_mariam.jpg"))
        #expect(!found("near the mill", in: "mill near the"))
        #expect(!found("Mill Street 4711", in: "4711 Mill Street"))
    }

    @Test(arguments: [
        "وأحمد الحسن", "بأحمد الحسن", "لأحمد الحسن", "كأحمد الحسن", "ولأحمد الحسن", "فاحمد الحسن",
    ])
    func arabicLettersThatAreJoinedToANameDoNotHideIt(_ text: String) {
        #expect(found("أحمد الحسن", in: "<p>قال \(text) ذلك</p>"))
        #expect(found("احمد الحسن", in: text.unicodeScalars.map { "&#\($0.value);" }.joined()))
    }

    @Test func anArabicArticleIsWrittenWithoutItsAlefAfterLam() {
        #expect(found("أحمد", in: "بأحمد"))
        #expect(found("محمد", in: "بمحمد"))
        #expect(found("الحسن", in: "للحسن"))
        #expect(found("احمد", in: "للاحمد"))
        #expect(!found("سلام", in: "إسلام"))
        #expect(!found("أحمد", in: "الأحمدي"))
    }

    @Test(arguments: [60, 64, 76]) func base64MayBeBrokenIntoLines(_ width: Int) {
        for ending in ["\n", "\r\n", "\n  "] {
            for offset in 0..<70 {
                let text = String(repeating: "~", count: offset) + "Mariam Example of nowhere"
                let data = Array(
                    Data((text + String(repeating: ".", count: 40)).utf8).base64EncodedString()
                )
                let lines = stride(from: 0, to: data.count, by: width)
                    .map { String(data[$0..<min($0 + width, data.count)]) }
                #expect(
                    found(
                        "Mariam Example",
                        in: "x\n\n" + lines.joined(separator: ending) + "\n\ny"
                    ),
                    "\(offset)"
                )
            }
        }
    }

    @Test func aLineThatIsKnownIsSearchedWithTheOnesBesideIt() {
        var values = ValueCollection()
        values.add("Mariam of Old Example", id: 1)
        values.add("Saba Nowhere", id: 2)
        let search = LeakSearch(values)
        let lines = [
            "<p>a line that ends with Mariam", "<b class=\"x\">of Old</b> <!-- x -->",
            "Example and more of it",
        ]
        for line in lines { #expect(search.hits(in: Array((line + "\n").utf8)).isEmpty) }
        // The lines are known now, and hold a value together.
        let whole = lines.joined(separator: "\n")
        #expect(search.hits(in: Array(whole.utf8)).map(\.id) == [1])
        #expect(search.hits(in: Array(whole.utf8)).map(\.offset) == [25])
        let other =
            "here we met old Saba\n" + "<hr class=\"a long rule\">\n" + "Nowhere near the town, x\n"
        for line in other.split(separator: "\n") {
            #expect(search.hits(in: Array((line + "\n").utf8)).isEmpty)
        }
        #expect(search.hits(in: Array(other.utf8)).map(\.id) == [2])
    }

    @Test func twoLongNumbersAreNotTakenForEachOther() {
        var values = ValueCollection()
        values.add("0000000001000000000", id: 1)
        let search = LeakSearch(values)
        for number in 0..<2_000 {
            _ = search.hits(
                in: Array(
                    "n \(number * 7_919)0\(number)000000000 and 20000000000000000\(number)\n".utf8
                )
            )
        }
        #expect(search.hits(in: Array("see 0000000001000000000 there\n".utf8)).map(\.id) == [1])
    }

    @Test func aWordThatSentencesUseIsNoName() {
        var values = ValueCollection()
        for (number, value) in [
            "Brother", "his wife", "Rose", "Amal", "wife of Mahmoud", "saw them",
        ]
        .enumerated() {
            values.add(value, id: number)
        }
        let texts = [
            "The brother of a man, his car and a wife.",
            "They met amal/rose at https://example.org/amal rose-garden.",
            "He saw the street.",
        ]
        for text in texts {
            let bytes = Array(text.utf8)
            bytes.withUnsafeBufferPointer { values.exempt(wordsOf: $0, isProse: true) }
        }
        values.exemptCommonPhrases()
        #expect(values.omitted(.commonWord) == 2)
        let found = LeakSearch(values)
            .hits(in: Array("Brother, his wife, Rose, Amal, saw them".utf8))
        #expect(found.map(\.id) == [2, 3, 5])
    }
}
