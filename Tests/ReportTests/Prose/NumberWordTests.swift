import Testing

@testable import Report

/// Number words are read to the end, and what cannot be read is not taken for another number.
@Suite struct NumberWordTests {
    /// What a text of a bound link states: its numbers, and `?` when one cannot be read.
    private func stated(_ text: String, _ language: Language) -> [String] {
        let readers = ScriptReaders(language, others: [:], casualtyWords: PhraseTable([]))
        let bound = BoundText(text, readers: readers)
        return bound.flaw != nil ? ["?"] : bound.numerals.map { $0.value.map(String.init) ?? "?" }
    }

    @Test(
        arguments: [
            ("three dozen", ["36"]), ("a dozen", ["12"]), ("half a dozen", ["6"]),
            ("a score", ["20"]), ("three score", ["60"]), ("threescore", ["60"]),
            ("three score and ten", ["70"]),
            ("four score and seven", ["87"]), ("a baker’s dozen", ["13"]),
            ("two thousand and forty-one", ["2041"]), ("Two Thousand Forty One", ["2041"]),
            ("two-thousand-and-forty-one", ["2041"]), ("twelve hundred", ["1200"]),
            ("nineteen hundred and four", ["1904"]), ("a hundred", ["100"]),
            ("a hundred and five people", ["105"]), ("one hundred five", ["105"]),
            ("three billion", ["3000000000"]), ("two thousand million", ["2000000000"]),
            (
                "one million, two hundred and thirty-four thousand, five hundred and sixty-seven",
                ["1234567"]
            ),
            ("a hundred thousand and two", ["100002"]), ("2 million 300 thousand", ["2300000"]),
            ("3 dozen", ["36"]), ("3 hundred and five", ["305"]), ("2 lakh", ["200000"]),
            ("half a million", ["500000"]), ("one hundred and two thousand", ["102000"]),
            // Ranges
            ("between three and five", ["3", "5"]), ("three to five", ["3", "5"]),
            ("between one hundred and five hundred", ["100", "500"]),
            ("between one hundred and five and one hundred and ten", ["105", "110"]),
            ("between one hundred and five thousand", ["100", "5000"]),
            ("between a thousand and two hundred and three thousand", ["?"]),
            ("between a thousand and one hundred and five thousand", ["?"]),
            ("between a hundred and one thousand", ["100", "1000"]),
            ("between about a hundred and two hundred and five", ["100", "205"]),
            ("between 1,000 and one hundred and five thousand", ["1000", "105000"]),
            ("between a hundred and fifty and a hundred and fifty-two", ["150", "152"]),
            ("between forty and eight hundred and ninety-three", ["40", "893"]),
            ("two hundred and three hundred", ["200", "300"]), ("nine and ten", ["9", "10"]),
            ("three dozen and three billion", ["36", "3000000000"]),
            ("one hundred–five hundred", ["100", "500"]), ("twenty or thirty", ["20", "30"]),
            ("1,000 and five", ["1000", "5"]),
            // Not numbers
            ("several people", []), ("many of them", []), ("the one that was hit", []),
            ("the first half of the year", []), ("a third strike", []), ("in the 3rd week", []),
            // What cannot be read
            ("dozens", ["?"]), ("scores of people", ["?"]), ("hundreds", ["?"]),
            ("tens of thousands", ["?"]), ("half of them", ["?"]), ("two thirds", ["?"]),
            ("one third of them", ["?"]), ("a couple of people", ["?"]), ("several hundred", ["?"]),
            ("a few dozen", ["?"]), ("two hundreds", ["?"]), ("three dozens", ["?"]),
            ("two hundred hundred", ["?"]), ("three fifty", ["?"]), ("twenty twelve", ["?"]),
            ("five seven", ["?"]), ("twenty-odd", ["?"]), ("hundred-odd", ["?"]), ("3 k", ["3000"]),
            ("3bn", ["?"]), ("3 bn", ["3000000000"]), ("Killed77", ["?"]), ("seventyeight", ["?"]),
            ("threehundred", ["?"]), ("onehundredandone", ["?"]), ("K. and M. were killed", []),
            ("someone, often", []), ("1.6 million", ["?"]),
            ("one thousand twelve hundred", ["?"]),
            ("nine hundred ninety nine trillion trillion", ["?"]), ("seventy per cent", ["?"]),
        ] as [(String, [String])]
    )
    func englishIsRead(_ text: String, _ expected: [String]) {
        #expect(stated(text, ShippedLanguageTests.english) == expected)
    }

    @Test(
        arguments: [
            ("ثلاثة وثلاثون", ["33"]), ("ثلاثة و ثلاثين", ["33"]), ("ثلاث وثلاثون امرأة", ["33"]),
            ("واحد وعشرون", ["21"]), ("إحدى وعشرين امرأة", ["21"]), ("احدى وعشرون", ["21"]),
            ("واحدة وعشرون", ["21"]), ("أحد عشر", ["11"]), ("إحدى عشرة", ["11"]),
            ("اثنا عشر", ["12"]), ("اثني عشر", ["12"]), ("اثنتا عشرة", ["12"]),
            ("اثنتي عشرة", ["12"]),
            ("ثلاث عشرة", ["13"]), ("ثلاثة عشر", ["13"]), ("ثماني عشرة", ["18"]),
            ("تسعة عشر", ["19"]),
            ("مئة", ["100"]), ("مائة", ["100"]), ("مئه", ["100"]), ("ميه", ["100"]),
            ("مية", ["100"]),
            ("مئتان", ["200"]), ("مائتين", ["200"]), ("مئتا شخص", ["200"]), ("مئتي شخص", ["200"]),
            ("ثلاثمئة", ["300"]), ("ثلاثمائة", ["300"]), ("ثلاث مئة", ["300"]),
            ("ثمانمائة", ["800"]),
            ("مئة وواحد", ["101"]), ("مئة وخمسة وعشرون", ["125"]), ("مئتان واثنا عشر", ["212"]),
            ("ألف", ["1000"]), ("الف", ["1000"]), ("ألفًا", ["1000"]), ("ألفاً", ["1000"]),
            ("ألفان", ["2000"]), ("ألفين", ["2000"]), ("ألفا شخص", ["2000"]),
            ("ألفي شخص", ["2000"]),
            ("ثلاثة آلاف", ["3000"]), ("ثلاثة الاف", ["3000"]), ("عشرون ألفًا", ["20000"]),
            ("عشرين ألفا", ["20000"]), ("ألفان وواحد وأربعون", ["2041"]), ("مئة ألف", ["100000"]),
            ("ألف ومئتان وثلاثة وعشرون", ["1223"]), ("مئتا ألف وثلاثة", ["200003"]),
            ("مئة وثلاثة وعشرون ألفًا وأربعمئة وستة وخمسون", ["123456"]),
            ("مليون", ["1000000"]), ("مليونان", ["2000000"]), ("ثلاثة ملايين", ["3000000"]),
            ("مئة ألف وألف", ["101000"]), ("ثلاثمئة ألف وألفان وخمسة", ["302005"]),
            ("مئة وواحد ألف", ["101000"]), ("مئتان وألف", ["200", "1000"]),
            ("بين مئة ألف ومئتي ألف", ["100000", "200000"]), ("مليون وألف", ["1001000"]),
            ("مليار", ["1000000000"]), ("مليارين", ["2000000000"]),
            ("ألف مليون", ["1000000000"]), ("مليون ومئتي ألف", ["1200000"]),
            ("الثلاثة والعشرون", ["23"]), ("بثلاثة وعشرين", ["23"]), ("وثلاثة وعشرون", ["23"]),
            // Spelling
            ("ثَلَاثَةٌ وَثَلَاثُونَ", ["33"]), ("ثـلاثـة وثلاثـون", ["33"]), ("ثلاثه وثلاثون", ["33"]),
            ("اربعة وأربعون", ["44"]), ("أربعه و اربعين", ["44"]), ("إثنان وعشرون", ["22"]),
            ("ثمانی", ["8"]), ("۳ آلاف", ["3000"]), ("٣ آلاف", ["3000"]), ("٣ ملايين", ["3000000"]),
            // Ranges
            ("بين ثلاثة وخمسة", ["3", "5"]), ("ما بين ثلاثة وخمسة", ["3", "5"]),
            ("بين ثلاثة وعشرين", ["3", "20"]), ("بين ثلاثة وعشرين وثلاثين", ["23", "30"]),
            ("بين مئة وعشرين ومئة وثلاثين", ["120", "130"]), ("بين ألف وألفين", ["1000", "2000"]),
            ("بين واحد وخمسة", ["1", "5"]), ("أحد عشر ألفًا وأحد عشر", ["11011"]),
            ("بين ألفين وثلاثة آلاف", ["2000", "3000"]), ("ثلاثة إلى خمسة", ["3", "5"]),
            ("من عشرين إلى ثلاثين", ["20", "30"]), ("تسعة أو عشرة", ["9", "10"]),
            ("بين خمسة وعشرين وخمسة وثلاثين", ["25", "35"]), ("مئة وألف", ["100", "1000"]),
            // The dual
            ("قتيلان", ["2"]), ("طفلين", ["2"]), ("شخصان اثنان", ["2"]), ("امرأتان", ["2"]),
            // Not numbers
            ("عدة أشخاص", []), ("أحد المدنيين", []), ("إحدى الغارات", []),
            ("في النصف الأول من العام", []),
            // What cannot be read
            ("عشرات", ["?"]), ("عشرات الأشخاص", ["?"]), ("مئات", ["?"]), ("المئات", ["?"]),
            ("آلاف", ["?"]), ("عشرات الآلاف", ["?"]), ("ملايين", ["?"]), ("نصف", ["?"]),
            ("نصفهم ثلث", ["?"]), ("بضعة أشخاص", ["?"]), ("بضع مئات", ["?"]),
            ("عشرون ونيف", ["?"]), ("ثلاثة خمسة", ["?"]), ("٣ ٥", ["?"]), ("ثلاثة عشرون", ["?"]),
            ("٣شخص", ["?"]), ("قتل٣", ["?"]), ("٧٧ في المئة", ["?"]), ("سبعون بالمئة", ["?"]),
            ("ﺛﻼﺛﺔ", ["?"]), ("ثلاثةوعشرون", ["?"]), ("خمسةعشر", ["?"]), ("اثناعشر", ["?"]),
            ("١،٦٠٠", ["?"]), ("١٬٦٠٠", ["1600"]),
        ] as [(String, [String])]
    )
    func arabicIsRead(_ text: String, _ expected: [String]) {
        #expect(stated(text, ShippedLanguageTests.arabic) == expected)
    }

    @Test(
        arguments: [
            ("quatre-vingt-dix-sept", ["97"]), ("quatre vingt dix sept", ["97"]),
            ("soixante et onze", ["71"]), ("soixante-et-onze", ["71"]), ("soixante-dix", ["70"]),
            ("vingt et un", ["21"]), ("vingt et une personnes", ["21"]), ("vingt-deux", ["22"]),
            ("quatre-vingts", ["80"]), ("quatre-vingt-un", ["81"]), ("nonante-neuf", ["99"]),
            ("deux cents", ["200"]), ("deux cent trois", ["203"]), ("mille deux cents", ["1200"]),
            ("trois mille", ["3000"]), ("deux millions", ["2000000"]), ("3 millions", ["3000000"]),
            ("une douzaine", ["12"]), ("deux douzaines", ["24"]), ("une demi-douzaine", ["6"]),
            ("1\u{202F}234", ["1234"]), ("1 234", ["1234"]), ("aucun civil", ["0"]),
            // Ranges
            ("entre trois et cinq", ["3", "5"]), ("trois à cinq", ["3", "5"]),
            ("entre cent et deux cents", ["100", "200"]),
            // What cannot be read
            ("une vingtaine", ["?"]), ("une centaine de civils", ["?"]), ("des milliers", ["?"]),
            ("des dizaines de morts", ["?"]), ("la moitié", ["?"]), ("vingt pour cent", ["?"]),
            // Not numbers
            ("plusieurs personnes", []), ("la première frappe", []),
        ] as [(String, [String])]
    )
    func frenchIsRead(_ text: String, _ expected: [String]) {
        #expect(stated(text, ShippedLanguageTests.french) == expected)
    }

    @Test func vagueNumbersOutsideLinksAreLeftAlone() {
        func found(_ text: String, _ language: Language) -> [String] {
            ProseSample.shared.diagnostics(text, language, unbound: true).map(\.message)
        }
        let english = "Dozens of people, scores of civilians and half of the dead; a score of dead."
        #expect(found(english, ShippedLanguageTests.english) == [])
        #expect(
            found(
                "قُتل عشرات المدنيين وطفلان وإحدى النساء",
                ShippedLanguageTests.arabic
            )
                == []
        )
        #expect(found("٤٤ في المئة من المدنيين", ShippedLanguageTests.arabic) == [])
        #expect(
            found("two hundred and forty people died", ShippedLanguageTests.english)
                == ["“two hundred and forty” beside “people” is bound to no record"]
        )
    }

    @Test func aLanguageWithoutTheNewWordsIsReadAsBefore() {
        #expect(stated("two hundred", ProseLanguages.english) == ["200"])
        #expect(stated("dozens", ProseLanguages.english) == [])
        #expect(stated("two thousand and forty-one", ProseLanguages.english) == ["2000", "41"])
    }
}
