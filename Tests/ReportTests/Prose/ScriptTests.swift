import Testing

@testable import Report

/// The words of a text whose language is not stated are known by its letters.
@Suite struct ScriptTests {
    private func messages(
        _ body: String,
        stated: String = "",
        unbound: Bool = false
    ) -> [String] {
        ProseSample.shared
            .diagnostics(
                body,
                ShippedLanguageTests.english,
                unbound: unbound,
                languages: ShippedLanguageTests.languages
            ) { $0.language = stated }
            .map(\.message)
    }

    @Test func anArabicArticleInAnEnglishReportIsRead() {
        let right = "قُتل [سبعة وسبعون](figure:killed?id=EXACT) شخصًا و[١٬٦٠٠](figure:killed?id=BIG)."
        #expect(messages(right) == [])
        #expect(
            messages("قُتل [ثلاثة وثلاثون](figure:killed?id=EXACT) شخصًا.") == [
                "the text says ثلاثة وثلاثون, but the records say 77"
            ]
        )
        #expect(
            messages("قُتل [عشرات](figure:killed?id=EXACT) الأشخاص.") == [
                "“عشرات” is not an exact number, and the records say 77"
            ]
        )
    }

    @Test func itsUnboundNumbersAreFoundAsWell() {
        #expect(
            messages("قُتل ثلاثة وثلاثون مدنياً.", unbound: true) == [
                "“ثلاثة وثلاثون” beside “مدنياً” is bound to no record"
            ]
        )
        // An English article that quotes a sentence stays an English article.
        let quote = "They said in a statement to the press: “قُتل ثلاثة وثلاثون مدنياً”."
        #expect(messages(quote, unbound: true) == [])
    }

    @Test func aLinkInTheLettersOfAnotherLanguageIsReadInThatLanguage() {
        #expect(
            messages("It says [ثلاثة وثلاثون](figure:killed?id=EXACT).", stated: "en") == [
                "the text says ثلاثة وثلاثون, but the records say 77"
            ]
        )
        #expect(messages("قال [seventy-seven](figure:killed?id=EXACT) شخصًا وآخرون كثيرون.") == [])
        #expect(
            messages("قال [three قتلى](figure:killed?id=EXACT) شخصًا وآخرون كثيرون.") == [
                "the text says three, but the records say 77"
            ]
        )
    }

    @Test func mostLettersDecide() {
        #expect(Script.most(in: "Raqqa 12, “الرقة”") == .latin)
        #expect(Script.most(in: "الرقة والمدينة (Raqqa)") == .arabic)
        #expect(Script.most(in: "12 – ٣٤") == nil)
        #expect(Script.most(in: "Київ") == .cyrillic)
        #expect(Script.all(in: "aб٣ج") == [.latin, .cyrillic, .arabic])
    }
}
