import Foundation
import TestSupport
import Testing

/// Texts go to translators and come back, through the program.
@Suite struct TranslationExchangeTests {
    static let folder = Package.tests + "/Sites/languages/two/input"

    func site() throws -> SiteFolder { try SiteFolder.plain(Self.folder) }

    func export(_ site: SiteFolder, _ options: String...) throws -> String {
        let file = site.path + "/ar.po"
        try? FileManager.default.removeItem(atPath: file)
        let ending = try Program.run(
            [Package.program, "translation", "export", "ar", "--site", site.path, "--to", file]
                + options
        )
        #expect(ending.status == 0, "\(ending)")
        return try site.read("ar.po")
    }

    func importing(_ site: SiteFolder, _ text: String) throws -> Ending {
        try site.write("ar.po", text)
        return try Program.recount(
            "translation",
            "import",
            "ar.po",
            "--site",
            ".",
            in: site.path
        )
    }

    /// A PO file with one entry.
    static func file(_ context: String, _ original: String, _ translation: String) -> String {
        """
        msgid ""
        msgstr ""
        "Language: ar\\n"

        msgctxt "\(context)"
        msgid "\(original)"
        msgstr "\(translation)"

        """
    }

    @Test(
        .enabled(if: hasCommand("msgfmt"), "msgfmt (Debian: gettext) is not installed"),
        arguments: ["example", "two"]
    )
    func gettextFindsNoMistakeInAnExport(_ name: String) throws {
        let site = try name == "example" ? SiteFolder.example() : site()
        _ = try export(site)
        let ending = try Program.run(
            ["msgfmt", "--check", "-o", "/dev/null", site.path + "/ar.po"]
        )
        #expect(ending.status == 0 && ending.errors == "", "\(ending)")
    }

    @Test(arguments: ["example", "two"])
    func anExportThatComesBackUnchangedChangesNoFile(_ name: String) throws {
        let site = try name == "example" ? SiteFolder.example() : site()
        let text = try export(site)
        let before = try Tree.read(site.path)
        let ending = try importing(site, text)
        #expect(ending.status == 0 && ending.errors == "", "\(ending)")
        #expect(ending.output == "unchanged  the site has these translations\n")
        #expect(try Tree.read(site.path) == before)
    }

    @Test func whatTranslatorsFillInMakesACompleteTranslation() throws {
        let site = try site()
        let file = try export(site, "--no-words")
        let text = file.components(separatedBy: "\n\n")
            .map { entry in
                guard entry.hasSuffix("msgstr \"\"") || entry.hasSuffix("msgstr \"\"\n"),
                    let original = entry.components(separatedBy: "\nmsgid ").last?
                        .components(separatedBy: "\nmsgstr ").first
                else { return entry }
                return entry.replacing("msgstr \"\"", with: "msgstr \(original)")
            }
            .joined(separator: "\n\n")
        #expect(text != file)
        let ending = try importing(site, text)
        #expect(ending.status == 0 && ending.errors == "", "\(ending)")
        #expect(
            ending.output == """
                wrote    content/ar/method.md: 2 translations
                wrote    content/site.yaml: 4 translations

                """
        )
        #expect(
            try site.read("content/ar/method.md") == """
                ---
                title: "The method"
                translates: "title=490f137d 9a8114f2"
                ---

                Not translated. Back to [the account](account.md) and [the strikes](strikes/index.html).

                """
        )
        let settings = try site.read("content/site.yaml")
        #expect(settings.contains("caution: {en: \"Only the English states this.\", ar: \"Only"))
        #expect(
            settings.contains(
                "  weak: {label: {en: \"Weak\", ar: \"Weak\"}, means: {en: \"One source.\", ar: \"One source.\"}}\n"
            )
        )
        let page = try Program.recount("check", site.path, "--languages")
        #expect(
            page.output == """
                ar  3 of 3 articles translated
                    not marked      content/ar/account.md
                    not marked      content/ar/strikes/A1.md
                    words  not reviewed by a native reader
                    no text  content/data/strikes.csv: place.ar in 1 of 2 rows
                    no text  content/data/strikes.csv: labels.ar of ward in 1 of 2 rows

                """,
            "\(page)"
        )
        #expect(page.errors == "")
        #expect(try importing(site, try export(site)).output.hasPrefix("unchanged"))
    }

    @Test func aChangedParagraphIsMarkedUntilItIsTranslatedAgain() throws {
        let site = try site()
        let original = "content/account.md"
        try site.write(original, try site.read(original) + "\nA second paragraph.\n")
        let translation = "content/ar/account.md"
        try site.write(
            translation,
            try site.read(translation).replacing("---\n\n", with: "---\n*ملاحظة المترجم.*\n\n")
                + "\nفقرة ثانية.\n"
        )
        #expect(try Program.recount("translated", translation, "--site", site.path).status == 0)
        try site.replace("second", "last", in: original)
        let file = try export(site, "--no-words")
        let entry = """
            #. The original has changed since it was translated.
            #: content/account.md:8
            #, fuzzy
            msgctxt "content/account.md#2"
            msgid "A last paragraph."
            msgstr "فقرة ثانية."
            """
        #expect(file.contains(entry), "\(file)")
        #expect(try importing(site, file).output.hasPrefix("unchanged"))
        #expect(try site.check().errors.contains("[translation-outdated]"))
        let done =
            file.replacing(
                "#, fuzzy\nmsgctxt \"content/account.md#2\"",
                with: "msgctxt \"content/account.md#2\""
            )
            .replacing("فقرة ثانية.", with: "فقرة أخيرة.")
        let ending = try importing(site, done)
        #expect(ending.output == "wrote    content/ar/account.md: 1 translation\n", "\(ending)")
        let text = try site.read(translation)
        #expect(
            text.contains("*ملاحظة المترجم.*") && text.hasSuffix("\n\nفقرة أخيرة.\n"),
            "\(text)"
        )
        #expect(try !site.check().errors.contains("[translation-outdated]"))
    }

    @Test func aTextOfTheSettingsIsAddedAndEveryOtherByteStays() throws {
        let site = try site()
        let settings = """
            # Who we are.
            title:   Plain title   # a note
            description: >-
              A text
              of two lines.
            notice: 'It''s {braced}, # and quoted.'
            languages: [en, ar]
            gradings:
              # The best.
              confirmed:
                label: {en: Confirmed}
                counted: true
                means:
                  en: "Accepted."   # by them
              weak: {label: Weak}

            """
        try site.write("content/site.yaml", settings)
        let file = try export(site, "--no-words")
        #expect(
            file.contains("msgctxt \"content/site.yaml#gradings/weak/label\"\nmsgid \"Weak\"\n")
        )
        var filled = file
        for (original, translation) in [
            ("Plain title", "عنوان"), ("A text of two lines.", "نص"), ("Confirmed", "مؤكد"),
            ("It's {braced}, # and quoted.", "إنه \\\"مقتبس\\\": {x}, # لا"),
            ("Accepted.", "مقبول."),
            ("Weak", "ضعيف"),
        ] {
            filled = filled.replacing(
                "msgid \"\(original)\"\nmsgstr \"\"",
                with: "msgid \"\(original)\"\nmsgstr \"\(translation)\""
            )
        }
        let ending = try importing(site, filled)
        #expect(ending.status == 0 && ending.errors == "", "\(ending)")
        #expect(
            try site.read("content/site.yaml") == """
                # Who we are.
                title:
                  en: Plain title   # a note
                  ar: "عنوان"
                description:
                  en: >-
                    A text
                    of two lines.
                  ar: "نص"
                notice:
                  en: 'It''s {braced}, # and quoted.'
                  ar: "إنه \\"مقتبس\\": {x}, # لا"
                languages: [en, ar]
                gradings:
                  # The best.
                  confirmed:
                    label: {en: Confirmed, ar: "مؤكد"}
                    counted: true
                    means:
                      en: "Accepted."   # by them
                      ar: "مقبول."
                  weak: {label: {en: "Weak", ar: "ضعيف"}}

                """
        )
        #expect(try importing(site, try export(site)).output.hasPrefix("unchanged"))
    }

    @Test func aWordIsLaidOverThatOfTheProgram() throws {
        let site = try site()
        let file = Self.file("words#date_month", "{month} {year}", "{month} من {year}")
        #expect(
            try importing(site, file).output == "wrote    templates/words/ar.yaml: 1 translation\n"
        )
        #expect(
            try site.read("templates/words/ar.yaml")
                == "words:\n  date_month: \"{month} من {year}\"\n"
        )
        let again = Self.file("words#n_strikes/few", "{n} [records]", "{n} من [records]")
        #expect(try importing(site, again).status == 0)
        let words = try site.read("templates/words/ar.yaml")
        #expect(
            words.hasPrefix("words:\n  date_month: \"{month} من {year}\"\n  n_strikes: {zero: ")
        )
        #expect(words.contains("few: \"{n} من [records]\", many: "))
        #expect(try site.check().status == 0)
    }

    @Test func aLanguageThatTheProgramDoesNotHaveBeginsWithoutTranslations() throws {
        let site = try site()
        try site.replace("languages: [en, ar]", "languages: [en, ar, es]", in: "content/site.yaml")
        let file = site.path + "/es.po"
        let export = [
            Package.program, "translation", "export", "es", "--site", site.path, "--to", file,
        ]
        #expect(try Program.run(export).status == 0)
        let text = try site.read("es.po")
        #expect(text.contains("msgctxt \"words#unit_people\"\nmsgid \"people\"\nmsgstr \"\"\n"))
        try site.write(
            "es.po",
            text.replacing(
                "msgid \"people\"\nmsgstr \"\"",
                with: "msgid \"people\"\nmsgstr \"personas\""
            )
        )
        let ending = try Program.recount("translation", "import", file, "--site", site.path)
        #expect(ending.status == 0, "\(ending)")
        let words = try site.read("templates/words/es.yaml")
        #expect(words.contains("language: es\n") && words.contains("unit_people: \"personas\"\n"))
        let again = try Program.run(export)
        #expect(again.status == 2 && again.errors.contains("exists already"), "\(again)")
    }

    @Test func linesThatEndAsOnWindowsStaySo() throws {
        let site = try site()
        for name in ["content/account.md", "content/ar/account.md"] {
            try site.write(name, try site.read(name).replacing("\n", with: "\r\n"))
        }
        #expect(
            try Program.recount("translated", "ar/account.md", "--site", site.path).status == 0
        )
        let marked = try site.read("content/ar/account.md")
        #expect(marked.hasPrefix("---\r\ntitle: الرواية\r\ntranslates: \""), "\(marked)")
        let file = try export(site, "--no-words")
        #expect(
            try importing(site, file.replacing("أشخاص؛", with: "مدنيين؛")).output
                == "wrote    content/ar/account.md: 1 translation\n"
        )
        let text = try site.read("content/ar/account.md")
        #expect(text == marked.replacing("أشخاص؛", with: "مدنيين؛"))
        #expect(try site.check().status == 0)
    }

    @Test func aCommentIsNotTranslated() throws {
        let site = try site()
        try site.write(
            "content/method.md",
            "---\ntitle: Method\n---\n\n<!-- Not published. -->\n\nA text.\n"
        )
        #expect(try !export(site, "--no-words").contains("Not published"))
        let ending = try importing(
            site,
            Self.file("content/method.md#title", "Method", "المنهج")
                + """

                msgctxt "content/method.md#2"
                msgid "A text."
                msgstr "نص."

                """
        )
        #expect(ending.output == "wrote    content/ar/method.md: 2 translations\n", "\(ending)")
        #expect(
            try site.read("content/ar/method.md").hasSuffix("<!-- Not published. -->\n\nنص.\n")
        )
        #expect(try site.check().errors.contains("translation-outdated") == false)
    }

    @Test func aChangedTitleComesBackAsNeedingWork() throws {
        let site = try site()
        let file = "content/ar/account.md"
        #expect(try Program.recount("translated", file, "--site", site.path).status == 0)
        try site.replace("title: The", "title: A new", in: "content/account.md")
        let text = try export(site, "--no-words")
        #expect(
            text.contains(
                "#, fuzzy\nmsgctxt \"content/account.md#title\"\nmsgid \"A new account\""
            ),
            "\(text)"
        )
        let ending = try importing(site, text.replacing("#, fuzzy\n", with: ""))
        #expect(ending.status == 0, "\(ending)")
        #expect(try site.check().errors.contains("translation-outdated") == false)
    }
}

/// Whether a program is on the path.
private func hasCommand(_ name: String) -> Bool {
    (try? Program.run(["sh", "-c", "command -v \(name)"]))?.status == 0
}
