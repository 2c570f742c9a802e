import Testing

@testable import Text

/// Which texts a reader takes for one.
@Suite struct LookAlikeTests {
    @Test(arguments: [
        ("Old Town", "old town"),
        ("Old Town", " Old\u{A0}\u{2003} Town\u{200F}"),
        ("Old Town", "\u{41E}ld T\u{43E}wn"),
        ("MOCKBA", "МОСКВА"),
        ("Dar'iya", "Dar’iya"),
        ("al-Badu", "al\u{2011}Badu"),
        ("\u{639}\u{644}\u{64A}", "\u{639}\u{644}\u{6CC}"),
        ("\u{639}\u{644}\u{64A}", "\u{639}\u{644}\u{649}"),
        ("\u{639}\u{644}\u{64A}", "\u{FECB}\u{FEE0}\u{FEF2}"),
        ("\u{643}\u{641}\u{631}", "\u{6A9}\u{641}\u{640}\u{631}"),
        ("\u{645}\u{62F}\u{631}\u{633}\u{629}", "\u{645}\u{62F}\u{631}\u{633}\u{647}"),
        ("\u{623}\u{62D}\u{645}\u{62F}", "\u{627}\u{62D}\u{645}\u{62F}"),
        ("\u{633}\u{644}\u{627}\u{645}", "\u{633}\u{FEFC}\u{645}"),
        ("Ａ1", "a1"),
    ])
    func textsThatLookAlikeAreSeenAsOne(_ text: String, _ other: String) {
        #expect(LookAlike.seen(text) == LookAlike.seen(other))
        let (one, two) = (LookAlike.hashes(text), LookAlike.hashes(other))
        #expect(one.seen == two.seen)
        #expect(one.exact != two.exact)
        #expect(LookAlike.difference(text, other).hasSuffix("."))
    }

    @Test(arguments: [
        ("Old Town", "OldTown"), ("Old Town", "Old Towns"), ("North", "South"), ("A-1", "A-2"),
        ("\u{639}\u{644}\u{64A}", "\u{639}\u{644}"), ("Raqqa", "Raqqah"), ("", "a"), ("11", "ll"),
    ])
    func otherTextsAreNot(_ text: String, _ other: String) {
        #expect(LookAlike.seen(text) != LookAlike.seen(other))
        #expect(LookAlike.hashes(text).seen != LookAlike.hashes(other).seen)
    }

    @Test func bothWaysOfSeeingAgree() {
        let texts = ["Old Town", "old  town ", "МОСКВА", "\u{FEFB}x", "", " ", "é", "日本", "😀 a"]
        for text in texts {
            for other in texts {
                #expect(
                    (LookAlike.seen(text) == LookAlike.seen(other))
                        == (LookAlike.hashes(text).seen == LookAlike.hashes(other).seen),
                    "\(text), \(other)"
                )
            }
        }
    }

    @Test func aDifferenceNamesWhatCannotBeSeen() {
        #expect(LookAlike.difference("Old Town", "old town") == "They differ only in capitals.")
        #expect(LookAlike.difference("Old Town", "Old\u{A0}Town") == "They differ only in spaces.")
        #expect(
            LookAlike.difference("T\u{43E}wn", "Town")
                == "They differ in “о” (U+043E) and “o” (U+006F)."
        )
        #expect(
            LookAlike.difference("a\u{200B}b", "ab") == "They differ in U+200B and “b” (U+0062)."
        )
    }
}
