import Diagnostics
import Records
import Testing

@testable import Report

/// A text that the screen rules out contains nothing that reading it in full would find.
@Suite struct TextScreenTests {
    private static let languages = [
        ProseLanguages.english, ProseLanguages.arabic, ProseLanguages.french,
        ProseLanguages.spanish,
    ]

    /// Words that reach every branch of the screen in any language.
    private static let words = [
        "no", "No", "not", "one", "Twelve", "TWENTY", "tw\u{AD}elve", "\u{200F}no", "“none”",
        "killed", "KI\u{200D}LLED", "civils", "tués", "tue\u{301}s", "TUE\u{301}S", "zéro",
        "niños", "nin\u{303}os", "veintiún", "قُتل", "قـتل", "والقتلى", "للأطفال", "وثلاثة", "لا",
        "أحد", "عشر", "١٢", "१२", "12", "¹²", "\u{610}", "\u{64B}", "و", "وال", "İ", "ﬁ", "中", "𝟙",
        "-", "’", ".", ";", "…", "a", "the", "water",
    ]

    private struct Numbers {
        var state: UInt64 = 48

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    private func text(_ numbers: inout Numbers) -> String {
        (0...numbers.next(4))
            .map { _ in
                let word = Self.words[numbers.next(Self.words.count)]
                return word + [" ", " ", " ", "", "\u{A0}", "\n", "-"][numbers.next(7)]
            }
            .joined()
    }

    @Test(arguments: languages) func nothingIsLost(_ language: Language) {
        let own = PhraseTable<Void>([("water", ())])
        let reader = NumeralReader(language: language, casualtyWords: own)
        var numbers = Numbers()
        var kept = 0
        for _ in 0..<6000 {
            let text = text(&numbers)
            let tokens = reader.tokens(of: text)
            let numerals = reader.numerals(in: text, tokens: tokens)
            #expect(reader.numerals(in: text) == numerals, "\(text)")
            guard !reader.mayStateHarm(text) else { continue }
            kept += 1
            let isHarm = tokens.indices.contains { reader.isCasualtyWord(tokens, at: $0) }
            #expect(numerals.isEmpty || !isHarm, "\(text)")
        }
        #expect(kept > 1500)
    }

    @Test func mostSentencesAreKeptBack() {
        let reader = NumeralReader(language: ProseLanguages.english)
        #expect(!reader.mayStateHarm("The house was destroyed by one bomb."))
        #expect(!reader.mayStateHarm("There were no civilians."))
        #expect(reader.mayStateHarm("No civilians were there."))
        #expect(!reader.mayStateHarm("“People were killed,” the neighbours said — and wounded…"))
        #expect(reader.mayStateHarm("“People were killed,” 12 neighbours said."))
    }

    @Test(
        arguments: [
            // Two spellings of one word in Unicode.
            ("12 tue\u{301}s", ["tués"], true), ("12 tués", ["tue\u{301}s"], true),
            ("12 tues", ["tués"], false),
            // Written on the word: "and the relatives".
            ("12 والأقارب", ["أقارب"], true), ("12 أقارب", ["والأقارب"], false),
        ] as [(String, [String], Bool)]
    )
    func spellingsOfOneWordAreOneWord(_ text: String, _ words: [String], _ isHarm: Bool) {
        let found = ProseSample.shared.diagnostics(text, unbound: true, casualtyWords: words)
        #expect(found.isEmpty != isHarm)
    }

    @Test func theGreekQuestionMarkEndsASentence() {
        let found = ProseSample.shared.diagnostics("killed\u{37E} 12 houses", unbound: true)
        #expect(found == [])
    }

    @Test(
        arguments: [
            "a\nb\r\nc\rd\u{B}e\u{C}f\u{85}g\u{2028}h\u{2029}i", "", "\n", "\r\n\r\n", "a\r",
            "é\u{A0}\u{2027}\u{2030}\u{E2}x\n\u{301}y",
        ]
    )
    func linesEndWhereACharacterIsANewline(_ body: String) {
        var article = Article(path: "a.md", file: "content/a.md")
        article.body = body
        article.bodyFirstLine = 5
        let lines = BodyLines(article)
        let expected = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        #expect(expected.indices.map { lines[$0 + 5] } == expected.map(Optional.some))
        #expect(lines[4] == nil)
        #expect(lines[5 + expected.count] == nil)
    }
}
