import Testing

@testable import Text

@Suite struct HTMLEscapingTests {
    @Test func whatNeitherHTMLNorXMLAllowsIsReplaced() {
        let bad = "a\u{0}b\u{8}c\u{B}d\u{1F}e\u{7F}f\u{80}g\u{9F}h\u{FFFE}i\u{FFFF}j"
        let good =
            "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f\u{FFFD}g\u{FFFD}h\u{FFFD}i\u{FFFD}j"
        #expect(HTMLEscaping.escaped(bad) == good)
        #expect(HTMLEscaping.escaped(bad + "<", quotes: .commonMark) == good + "&lt;")
    }

    @Test func everyOtherCharacterStays() {
        var text = ""
        for value in UInt32(0)...0x1_0000 where !(0xD800...0xDFFF).contains(value) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            switch value {
            case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0xFFFD, 0x1_0000:
                if !"<>&\"'".unicodeScalars.contains(scalar) { text.unicodeScalars.append(scalar) }
            default:
                #expect(HTMLEscaping.escaped(String(scalar)) == "\u{FFFD}", "\(value)")
            }
        }
        #expect(HTMLEscaping.escaped(text).utf8.elementsEqual(text.utf8))
        #expect(HTMLEscaping.escaped("<>&\"'") == "&lt;&gt;&amp;&#34;&#39;")
    }
}
