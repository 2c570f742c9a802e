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
}
