import Diagnostics
import Testing

@testable import Report

/// Which texts of a link to a figure agree with it.
@Suite struct FigureTextTests {
    /// A text, the strike whose deaths it states with `.min`/`.max` if any, and what is reported.
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let target: String
        let says: String?
        var testDescription: String { "[\(text)](\(target))" }

        init(_ text: String, _ target: String, _ says: String? = nil) {
            self.text = text
            self.target = target
            self.says = says
        }

        var url: String {
            let parts = target.split(separator: ".")
            return "figure:killed\(parts.count > 1 ? "." + parts[1] : "")?id=\(parts[0])"
        }
    }

    @Test(arguments: [
        // A text without a numeral is not checked.
        Case("every strike", "EXACT"), Case("several people", "EXACT"), Case("", "EXACT"),
        Case("", "UNKNOWN"), Case("in the first half of the year: 77", "EXACT"),
        Case("the one that was conceded", "EXACT"), Case("people in one of them", "EXACT"),
        // One numeral is the exact number, regardless of the words around it.
        Case("77", "EXACT"), Case("77 people", "EXACT"), Case("exactly 77 dead", "EXACT"),
        Case("at least 77", "EXACT"), Case("up to 77", "EXACT"), Case("about 77", "EXACT"),
        Case("seventy-seven", "EXACT"), Case("٧٧", "EXACT"),
        Case("۷۷", "EXACT"), Case("seventy\u{AD}-seven", "EXACT"), Case("**77**", "EXACT"),
        Case("7*7*", "EXACT"),
        Case("77.", "EXACT"), Case("(77)", "EXACT"), Case("77,", "EXACT"), Case("“77”", "EXACT"),
        Case("eight", "EIGHT"), Case("Eight", "EIGHT"), Case("EIGHT", "EIGHT"), Case("8", "EIGHT"),
        Case("one", "ONE"), Case("One death", "ONE"), Case("at least one", "ONE"),
        Case("twenty-one", "TWENTYONE"), Case("Twenty-one people", "TWENTYONE"),
        Case("a hundred", "HUNDRED"), Case("one hundred", "HUNDRED"),
        // Thousands, with the language's separator or with non-breaking spaces.
        Case("1,600", "BIG"), Case("1600", "BIG"), Case("1\u{A0}600", "BIG"),
        Case("1\u{202F}600", "BIG"), Case("1\u{2009}600", "BIG"), Case("١٬٦٠٠", "BIG"),
        Case("1٬600", "BIG"), Case("between 1,234,567 and 2,000,000", "BIGRANGE"),
        Case("up to 2 million", "BIGRANGE"), Case("at least 1234567", "BIGRANGE"),
        // Nothing is zero.
        Case("none", "ZERO"), Case("None", "ZERO"), Case("no civilians", "ZERO"),
        Case("nobody", "ZERO"), Case("zero", "ZERO"), Case("0", "ZERO"), Case("not one", "ZERO"),
        // Two numerals are minimum and maximum.
        Case("between 322 and 429", "RANGE"), Case("322–429", "RANGE"), Case("322-429", "RANGE"),
        Case("322 – 429", "RANGE"), Case("322 to 429", "RANGE"), Case("322 and 429", "RANGE"),
        Case("from 322 up to 429", "RANGE"), Case("at least 322, at most 429", "RANGE"),
        Case("322−429", "RANGE"), Case("322/429", "RANGE"), Case("٣٢٢–٤٢٩", "RANGE"),
        Case("between\n322 and\n429", "RANGE"), Case("nine or ten", "SMALL"),
        Case("nine-10", "SMALL"), Case("Nine to ten people", "SMALL"),
        // One numeral for a range is the end that the words around it name.
        Case("at least 322", "RANGE"), Case("At least 322", "RANGE"), Case("over 322", "RANGE"),
        Case("more than 322", "RANGE"), Case("no fewer than 322", "RANGE"), Case("322+", "RANGE"),
        Case("322 or more", "RANGE"), Case("≥ 322", "RANGE"), Case("up to 429", "RANGE"),
        Case("at most 429", "RANGE"), Case("no more than 429", "RANGE"),
        Case("as many as 429 people", "RANGE"), Case("about 322", "RANGE"),
        Case("some 429", "RANGE"), Case("~322", "RANGE"), Case("at least nine", "SMALL"),
        // The link can name the end instead.
        Case("322", "RANGE.min"), Case("at least 322", "RANGE.min"), Case("429", "RANGE.max"),
        Case("up to 429", "RANGE.max"), Case("ten", "SMALL.max"), Case("77", "EXACT.min"),
        Case("77", "EXACT.max"), Case("10", "OPEN.min"),
        // An open end.
        Case("at least 10", "OPEN"), Case("ten or more", "OPEN"), Case("more than ten", "OPEN"),
        // Days, years beside a month, hours, ordinals and ids are not numbers of people.
        Case("77 on 22 August 2017", "EXACT"), Case("77 in August 2017", "EXACT"),
        Case("August 22, 2017: 77", "EXACT"), Case("77 between 27 and 29 September", "EXACT"),
        Case("77 (2017-08-22)", "EXACT"), Case("77 on 22/08/2017", "EXACT"),
        Case("77 on 22.08.2017", "EXACT"), Case("77 at 14:30", "EXACT"),
        Case("77 in CS1621", "EXACT"), Case("CLM-048: 77", "EXACT"),
        Case("77 in the 2nd strike", "EXACT"), Case("77 on the 12th of October", "EXACT"),
        Case("77 in August", "EXACT"), Case("77 from 6 June to 17 October 2017", "EXACT"),
    ])
    func agreesWithTheRecords(_ example: Case) {
        #expect(ProseSample.shared.messages(example.text, example.url) == [])
    }

    @Test(arguments: [
        Case("78", "EXACT", "the text says 78, but the records say 77"),
        Case("at least 76", "EXACT", "the text says at least 76, but the records say 77"),
        Case("between 77 and 78", "EXACT", "the text says 77 and 78, but the records say 77"),
        Case("77 or 78", "EXACT", "the text says 77 and 78, but the records say 77"),
        Case("seven", "EIGHT", "the text says seven, but the records say 8"),
        Case("Nine", "EIGHT", "the text says Nine, but the records say 8"),
        Case("twenty-two", "TWENTYONE", "the text says twenty-two, but the records say 21"),
        Case("twenty", "TWENTYONE", "the text says twenty, but the records say 21"),
        Case("two hundred", "HUNDRED", "the text says two hundred, but the records say 100"),
        Case("one strike", "EXACT", "the text says one, but the records say 77"),
        Case("at least one", "EXACT", "the text says at least one, but the records say 77"),
        Case("One", "EXACT", "the text says One, but the records say 77"),
        Case("none", "EXACT", "the text says none, but the records say 77"),
        Case("No civilians", "EXACT", "the text says No, but the records say 77"),
        Case("zero", "EXACT", "the text says zero, but the records say 77"),
        Case("0", "EXACT", "the text says 0, but the records say 77"),
        Case("8", "ZERO", "the text says 8, but the records say 0"),
        Case("1,601", "BIG", "the text says 1,601, but the records say 1,600"),
        Case(
            "1.600",
            "BIG",
            "“1.600” is not a whole number as the page's language writes it, and the records say 1,600"
        ),
        Case(
            "16,00",
            "BIG",
            "“16,00” is not a whole number as the page's language writes it, and the records say 1,600"
        ),
        Case(
            "1,6",
            "BIG",
            "“1,6” is not a whole number as the page's language writes it, and the records say 1,600"
        ),
        Case(
            "077",
            "EXACT",
            "“077” is not a whole number as the page's language writes it, and the records say 77"
        ),
        Case(
            "7٧",
            "EXACT",
            "“7٧” is not a whole number as the page's language writes it, and the records say 77"
        ),
        Case(
            "77%",
            "EXACT",
            "“77” is a percentage, a sum of money or below zero, and the records say 77"
        ),
        Case(
            "−77",
            "EXACT",
            "“77” is a percentage, a sum of money or below zero, and the records say 77"
        ),
        Case(
            "$77",
            "EXACT",
            "“77” is a percentage, a sum of money or below zero, and the records say 77"
        ),
        Case(
            "99999999999999999999",
            "EXACT",
            "“99999999999999999999” is not a whole number as the page's language writes it, and the records say 77"
        ),
        Case(
            "1 600",
            "BIG",
            "“1 600” is two numbers with nothing between them, and the records say 1,600"
        ),
        Case(
            "between 322 and 492",
            "RANGE",
            "the text says 322 and 492, but the records say 322–429"
        ),
        Case(
            "between 323 and 429",
            "RANGE",
            "the text says 323 and 429, but the records say 322–429"
        ),
        Case(
            "between 429 and 322",
            "RANGE",
            "the text says 429 and 322, but the records say 322–429"
        ),
        Case("322–42", "RANGE", "the text says 322 and 42, but the records say 322–429"),
        Case("322", "RANGE", "the text says 322, but the records say 322–429"),
        Case("429", "RANGE", "the text says 429, but the records say 322–429"),
        Case("up to 322", "RANGE", "the text says up to 322, but the records say 322–429"),
        Case("at least 429", "RANGE", "the text says at least 429, but the records say 322–429"),
        Case(
            "no more than 322",
            "RANGE",
            "the text says no more than 322, but the records say 322–429"
        ),
        Case("about 400", "RANGE", "the text says about 400, but the records say 322–429"),
        Case(
            "up to 322 or at least 429",
            "RANGE",
            "the text says up to 322 and at least 429, but the records say 322–429"
        ),
        Case(
            "40 strikes, 322 to 429",
            "RANGE",
            "the text says 40 and 322 and 429, but the records say 322–429"
        ),
        Case("429", "RANGE.min", "the text says 429, but the records say 322"),
        Case("up to 322", "RANGE.min", "the text says up to 322, but the records say 322"),
        Case("322", "RANGE.max", "the text says 322, but the records say 429"),
        Case("at least 429", "RANGE.max", "the text says at least 429, but the records say 429"),
        Case("322 to 429", "RANGE.max", "the text says 322 and 429, but the records say 429"),
        Case("10", "OPEN", "the text says 10, but the records say at least 10"),
        Case("up to 10", "OPEN", "the text says up to 10, but the records say at least 10"),
        Case("at least 11", "OPEN", "the text says at least 11, but the records say at least 10"),
        Case("10 to 12", "OPEN", "the text says 10 and 12, but the records say at least 10"),
        Case("10", "OPEN.max", "the text says 10, but the records give no number"),
        Case("12", "UNKNOWN", "the text says 12, but the records give no number"),
        Case("none", "UNKNOWN", "the text says none, but the records give no number"),
        Case("2017", "EXACT", "the text says 2017, but the records say 77"),
        Case("78 on 22 August 2017", "EXACT", "the text says 78, but the records say 77"),
        Case("In August 12 people", "EXACT", "the text says 12, but the records say 77"),
        Case("12 may have died", "EXACT", "the text says 12, but the records say 77"),
        Case("12 in August", "EXACT", "the text says 12, but the records say 77"),
        Case("78 at 14:30", "EXACT", "the text says 78, but the records say 77"),
        Case("78 in CS77", "EXACT", "the text says 78, but the records say 77"),
        Case("CLM-048: 78", "EXACT", "the text says 78, but the records say 77"),
    ])
    func contradictsTheRecords(_ example: Case) {
        #expect(
            ProseSample.shared.messages(example.text, example.url)
                == [example.says].compactMap(\.self)
        )
    }

    @Test(arguments: [
        Case("3k", "EXACT", "“3k” has letters or signs attached to the number"),
        Case("77people", "EXACT", "“77people” has letters or signs attached to the number"),
        Case("77-odd", "EXACT", "“77-odd” has letters or signs attached to the number"),
        Case("twenty-odd", "EXACT", "“twenty-odd” has letters or signs attached to the number"),
        Case("killed77", "EXACT", "“killed77” has letters or signs attached to the number"),
        Case("77:78", "EXACT", "“77:78” has letters or signs attached to the number"),
        Case("77\u{20E3}", "EXACT", "“77\u{20E3}” has letters or signs attached to the number"),
        Case("77²", "EXACT", "“²” is not a digit, but reads like one"),
        Case("½", "EXACT", "“½” is not a digit, but reads like one"),
        Case("Ⅻ", "EXACT", "“Ⅻ” is not a digit, but reads like one"),
        Case("三人", "EXACT", "“三人” has a numeral of a script whose numbers are not read"),
        Case("৭৭", "EXACT", "“৭৭” has digits that are not those of the page's language"),
        Case("７７", "EXACT", "“７７” has digits that are not those of the page's language"),
        Case("𝟕𝟕", "EXACT", "“𝟕𝟕” has digits that are not those of the page's language"),
        Case("7\u{200B}7", "EXACT", "“7\u{200B}7” contains characters that readers do not see"),
        Case("7\u{AD}7", "EXACT", "“7\u{AD}7” contains characters that readers do not see"),
        Case("7\u{200F}7", "EXACT", "“7\u{200F}7” contains characters that readers do not see"),
        Case(
            "\u{202E}77\u{202C}",
            "EXACT",
            "the text contains characters that change the order of digits"
        ),
        Case(
            "s\u{435}venty",
            "EXACT",
            "“s\u{435}venty” mixes letters of alphabets that look alike"
        ),
        Case("ｓｅｖｅｎ", "EXACT", "“ｓｅｖｅｎ” is written in characters that only look like its letters"),
        Case("77 per cent", "EXACT", nil),
    ])
    func whatCannotBeReadIsAnError(_ example: Case) {
        let reason =
            example.says ?? "“77” is a percentage, a sum of money or below zero"
        #expect(
            ProseSample.shared.messages(example.text, example.url, ShippedLanguageTests.english)
                == [reason + ", and the records say 77"]
        )
    }

    @Test(arguments: [
        Case("١٬٦٠٠", "BIG"), Case("١,٦٠٠", "BIG"), Case("1,600", "BIG"), Case("١٦٠٠", "BIG"),
        Case("۱٬۶۰۰", "BIG"), Case("ما لا يقل عن ٣٢٢", "RANGE"), Case("ما لا يقلّ عن ٣٢٢", "RANGE"),
        Case("أكثر من ٣٢٢", "RANGE"), Case("٣٢٢ على الأقل", "RANGE"),
        Case("ما لا يزيد على ٤٢٩", "RANGE"), Case("بين ٣٢٢ و٤٢٩", "RANGE"),
        Case("بين 322 و 429", "RANGE"), Case("٣٢٢ إلى ٤٢٩", "RANGE"), Case("٣٢٢–٤٢٩", "RANGE"),
        Case("\u{200F}٣٢٢\u{200F}–\u{200F}٤٢٩", "RANGE"), Case("بين الـ٣٢٢ والـ٤٢٩", "RANGE"),
        Case("ثمانية", "EIGHT"), Case("ثَمَانِيَة", "EIGHT"), Case("ثماني نساء", "EIGHT"),
        Case("وثمانية", "EIGHT"), Case("لا أحد", "ZERO"), Case("تسعة أو عشرة", "SMALL"),
        Case("تسعة إلى عشرة", "SMALL"), Case("٧٧ في ٢٢ آب ٢٠١٧", "EXACT"),
        Case("٧٧ في 12 تشرين الأول 2017", "EXACT"), Case("نحو ٧٧", "EXACT"),
        Case("كل الغارات", "EXACT"), Case("عشرة على الأقل", "OPEN"), Case("", "RANGE"),
    ])
    func agreesInArabic(_ example: Case) {
        let messages = ProseSample.shared.messages(example.text, example.url, ProseLanguages.arabic)
        #expect(messages == [])
    }

    @Test(arguments: [
        Case("٧٨", "EXACT", "the text says ٧٨, but the records say ٧٧"),
        Case("٣٢٢", "RANGE", "the text says ٣٢٢, but the records say ٣٢٢–٤٢٩"),
        Case("بين ٣٢٢ و٤٩٢", "RANGE", "the text says ٣٢٢ and ٤٩٢, but the records say ٣٢٢–٤٢٩"),
        Case("٣٢٣ على الأقل", "RANGE", "the text says ٣٢٣ على الأقل, but the records say ٣٢٢–٤٢٩"),
        Case("سبعة", "EIGHT", "the text says سبعة, but the records say ٨"),
        Case("أحد عشر", "EIGHT", "the text says أحد عشر, but the records say ٨"),
        Case("لا أحد", "EIGHT", "the text says لا أحد, but the records say ٨"),
        Case(
            "١٫٦٠٠",
            "BIG",
            "“١٫٦٠٠” is not a whole number as the page's language writes it, and the records say ١٬٦٠٠"
        ),
        Case("١٢", "UNKNOWN", "the text says ١٢, but the records give no number"),
        Case("و٧٨", "EXACT", "the text says ٧٨, but the records say ٧٧"),
    ])
    func contradictsInArabic(_ example: Case) {
        let messages = ProseSample.shared.messages(example.text, example.url, ProseLanguages.arabic)
        #expect(messages == [example.says].compactMap(\.self))
    }

    @Test(arguments: [
        Case("1 600", "BIG"), Case("1\u{202F}600", "BIG"), Case("1600", "BIG"),
        Case("entre 322 et 429", "RANGE"), Case("au moins 322", "RANGE"),
        Case("jusqu’à 429", "RANGE"), Case("huit", "EIGHT"), Case("au moins neuf", "SMALL"),
        Case("77 le 12 octobre 2017", "EXACT"), Case("77 le 1er juin", "EXACT"),
        Case("aucun civil", "ZERO"), Case("une personne", "ONE"),
        Case("les civils d’un immeuble", "EXACT"),
    ])
    func agreesInFrench(_ example: Case) {
        let messages = ProseSample.shared.messages(example.text, example.url, ProseLanguages.french)
        #expect(messages == [])
    }

    @Test(arguments: [
        Case("1.600", "BIG"), Case("1600", "BIG"), Case("1.234.567–2.000.000", "BIGRANGE"),
        Case("entre 322 y 429", "RANGE"), Case("de 322 a 429", "RANGE"),
        Case("al menos 322", "RANGE"), Case("hasta 429", "RANGE"), Case("ocho", "EIGHT"),
        Case("77 el 12 de octubre de 2017", "EXACT"), Case("nadie", "ZERO"),
    ])
    func agreesInSpanish(_ example: Case) {
        let messages = ProseSample.shared.messages(
            example.text,
            example.url,
            ProseLanguages.spanish
        )
        #expect(messages == [])
    }

    @Test(arguments: [
        Case(
            "1,600",
            "BIG",
            "“1,600” is not a whole number as the page's language writes it, and the records say 1.600"
        ),
        Case("dieciséis", "EIGHT", "the text says dieciséis, but the records say 8"),
        Case("322 personas", "RANGE", "the text says 322, but the records say 322–429"),
    ])
    func contradictsInSpanish(_ example: Case) {
        let messages = ProseSample.shared.messages(
            example.text,
            example.url,
            ProseLanguages.spanish
        )
        #expect(messages == [example.says].compactMap(\.self))
    }

    @Test(arguments: [
        Case(
            "soixante-dix-sept",
            "EIGHT",
            "“soixante-dix-sept” has letters or signs attached to the number, and the records say 8"
        ),
        Case("dix-huit", "EIGHT", "the text says dix-huit, but the records say 8"),
        Case("1.600", "BIG", nil),
    ])
    func contradictsInFrench(_ example: Case) {
        let messages = ProseSample.shared.messages(example.text, example.url, ProseLanguages.french)
        let expected =
            example.says
            ?? "“1.600” is not a whole number as the page's language writes it, and the records say 1\u{202F}600"
        #expect(messages == [expected])
    }
}
