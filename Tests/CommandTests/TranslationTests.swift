import Foundation
import TestSupport
import Testing

/// The daily work with a report in two languages, through the program.
@Suite struct TranslationTests {
    private static let folder = Package.tests + "/Sites/languages/two/input"

    private func site() throws -> SiteFolder { try SiteFolder.plain(Self.folder) }

    @Test func whatIsNotTranslatedIsListed() throws {
        let site = try site()
        let ending = try Program.recount("check", site.path, "--languages")
        #expect(ending.status == 0, "\(ending)")
        #expect(
            ending.output == """
                ar  2 of 3 articles translated
                    not translated  content/method.md
                    not marked      content/ar/account.md
                    not marked      content/ar/strikes/A1.md
                    words  not reviewed by a native reader
                    no text  content/site.yaml:3:10
                    no text  content/site.yaml:9:17
                    no text  content/site.yaml:9:30
                    no text  content/site.yaml:14:13
                    no text  content/data/strikes.csv: place.ar in 1 of 2 rows
                    no text  content/data/strikes.csv: labels.ar of ward in 1 of 2 rows

                """
        )
    }

    @Test func wordsThatNobodyReviewedAreNamedOnceByCheckAndByNoBuild() throws {
        let site = try site()
        let note = "words    ar: not reviewed by a native reader\n"
        #expect(try site.check().output.components(separatedBy: note).count == 2)
        #expect(try site.build().output.contains("reviewed") == false)
        try site.write(
            "templates/words/ar.yaml",
            "reviewed: {by: A Reader, on: 2026-11-27}\n"
        )
        #expect(try site.check().output.contains("reviewed") == false)
        let page = try Program.recount("check", site.path, "--languages").output
        #expect(page.contains("    words  reviewed by A Reader on 2026-11-27\n"), "\(page)")
    }

    /// Every sample builds without a message, in full and with the state of each translation recorded.
    @Test(arguments: ["en,ar", "ar,en", "en,ar,fr", "fr"])
    func aNewSiteInSeveralLanguagesHasNoMistake(_ languages: String) throws {
        let sandbox = try Sandbox()
        let folder = sandbox.path + "/site"
        let made = try Program.recount("new", folder, "--languages", languages)
        #expect(made.status == 0, "\(made)")
        let check = try Program.recount("check", folder)
        #expect(check.status == 0 && check.errors == "", "\(check)")
        let page = try Program.recount("check", folder, "--languages").output
        let tags = languages.split(separator: ",")
        for tag in tags.dropFirst() {
            #expect(page.contains("\(tag)  4 of 4 articles translated\n"), "\(page)")
            let text = try String(
                contentsOfFile: folder + "/content/\(tag)/what-happened.md",
                encoding: .utf8
            )
            #expect(text.contains("\ntranslates: \""))
        }
        #expect(!page.contains("not translated") && !page.contains("not marked"), "\(page)")
        #expect(!page.contains("no text  content/site.yaml"), "\(page)")
        #expect(!page.contains("no text  content/datapackage.yaml"), "\(page)")
    }

    @Test func aSampleThatDoesNotExistIsRefused() throws {
        let sandbox = try Sandbox()
        for languages in ["en,xx", "en,en", ""] {
            let folder = sandbox.path + "/site"
            let ending = try Program.recount("new", folder, "--languages", languages)
            #expect(ending.status == 2, "\(ending)")
            #expect(ending.errors.contains("there is no sample in"), "\(ending)")
        }
    }

    @Test func aChangeOfTheOriginalIsFoundUntilItIsTranslated() throws {
        let site = try site()
        func mark() throws -> Ending {
            try Program.recount("translated", "content/ar/account.md", "--site", site.path)
        }
        #expect(try mark().status == 0)
        let marked = try site.read("content/ar/account.md")
        #expect(marked.contains("\ntranslates: \""))
        #expect(try site.check().errors.contains("translation-outdated") == false)
        try site.replace("people were killed", "persons were killed", in: "content/account.md")
        let changed = try site.check()
        #expect(changed.status == 0)
        #expect(changed.errors.contains("translated: content/account.md:6\n"), "\(changed)")
        #expect(try mark().status == 0)
        #expect(try site.check().errors.contains("translation-outdated") == false)
        #expect(try mark().output.hasPrefix("unchanged  content/ar/account.md"))
    }

    @Test func aChangedTitleOfTheOriginalIsFound() throws {
        let site = try site()
        let file = "content/ar/account.md"
        #expect(try Program.recount("translated", file, "--site", site.path).status == 0)
        try site.replace("title: ", "title: New ", in: "content/account.md")
        let changed = try site.check()
        #expect(changed.errors.contains("translated: content/account.md:2\n"), "\(changed)")
        #expect(try Program.recount("translated", file, "--site", site.path).status == 0)
        #expect(try site.check().errors.contains("translation-outdated") == false)
    }

    @Test func severalFilesAreMarkedAtOnceOrNone() throws {
        let site = try site()
        try site.write("content/ar/method.md", "---\ntitle: المنهج\n---\n\nنص.\n")
        let files = ["content/ar/account.md", "content/ar/method.md"]
        func mark(_ files: [String]) throws -> Ending {
            try Program.run([Package.program, "translated", "--site", site.path] + files)
        }
        #expect(try mark(files + ["content/ar/none.md"]).status == 2)
        for file in files { #expect(try !site.read(file).contains("translates:")) }
        let ending = try mark(files)
        #expect(ending.status == 0, "\(ending)")
        for file in files {
            #expect(ending.output.contains("marked     \(file) as the translation of "))
            #expect(try site.read(file).contains("\ntranslates: \""))
        }
    }

    @Test func theListIsPrintedEvenIfThereAreMistakes() throws {
        let site = try site()
        try site.replace("[ثلاثة]", "[أربعة]", in: "content/ar/account.md")
        let ending = try Program.recount("check", site.path, "--languages")
        #expect(ending.status == 1, "\(ending)")
        #expect(ending.output.hasPrefix("ar  2 of 3 articles translated\n"), "\(ending)")
        #expect(ending.errors.contains("figure-contradiction"), "\(ending)")
    }

    @Test func aReleaseIsRefusedWhereATranslationIsNotMarked() throws {
        let site = try site()
        try site.replace("languages:", "require_parity: true\nlanguages:", in: "content/site.yaml")
        let before = try Program.recount("release", site.path).errors
        let message = "content/ar/account.md:2:1: error: the translation does not say"
        #expect(before.contains(message), "\(before)")
        #expect(
            try Program.recount("translated", "content/ar/account.md", "--site", site.path).status
                == 0
        )
        let after = try Program.recount("release", site.path).errors
        #expect(!after.contains("content/ar/account.md"), "\(after)")
        #expect(after.contains("translation-missing"), "\(after)")
    }

    @Test(arguments: [
        ("content/account.md", "content/account.md is in no folder of a language"),
        ("ar/only.md", "content/ar/only.md has no original: content/only.md does not exist."),
        ("ar/acount.md", "there is no article content/ar/acount.md; did you mean"),
    ])
    func aFileThatIsNoTranslationIsRefused(_ file: String, _ message: String) throws {
        let site = try site()
        let ending = try Program.recount("translated", file, "--site", site.path)
        #expect(ending.status == 2, "\(ending)")
        #expect(ending.errors.lowercased().contains(message.lowercased()), "\(ending)")
    }

    @Test func aNumberThatIsChangedInOneLanguageOnlyIsFoundThere() throws {
        let site = try site()
        try site.replace("[ثلاثة]", "[أربعة]", in: "content/ar/account.md")
        let ending = try site.check()
        #expect(ending.status == 1, "\(ending)")
        #expect(ending.errors.contains("content/ar/account.md:5:5: error: "), "\(ending)")
        #expect(!ending.errors.contains("content/account.md"), "\(ending)")
    }

    /// Three countries with three names of June; a date in an article is one under each of them.
    @Test(arguments: [
        ("SY", "٢ حزيران ٢٠١٧"), ("EG", "٢ يونيو ٢٠١٧"), ("TN", "2 جوان 2017"),
        ("AE", "2 يونيو 2017"),
    ])
    func datesAreThoseOfTheCountryOfTheSite(_ country: String, _ date: String) throws {
        let site = try site()
        try site.replace(
            "languages: [en, ar]",
            "languages: [en, ar]\nregions: {ar: \(country)}",
            in: "content/site.yaml"
        )
        try site.replace(
            "أشخاص؛",
            "أشخاص بين ٦ حزيران و٧ يونيو و٨ جوان؛",
            in: "content/ar/account.md"
        )
        let ending = try site.build()
        #expect(ending.status == 0 && !ending.errors.contains("unbound"), "\(ending)")
        let page = try site.read("Output/ar/strikes/A1.html")
        #expect(page.contains(date), "\(page)")
        for other in ["حزيران", "يونيو", "جوان"] where !date.contains(other) {
            #expect(!page.contains(other), "\(other)")
        }
        #expect(try site.read("Output/strikes/A1.html").contains("2 June 2017"))
    }

    @Test func aReleaseIsRefusedWhereParityIsRequired() throws {
        let site = try site()
        try site.replace("(strike:A1)", "(strike:A2)", in: "content/ar/account.md")
        #expect(try site.build().status == 0)
        try site.replace("languages:", "require_parity: true\nlanguages:", in: "content/site.yaml")
        #expect(try site.build().status == 0)
        let ending = try Program.recount("release", site.path)
        #expect(ending.status == 1, "\(ending)")
        #expect(ending.errors.contains("translation-differs"), "\(ending)")
        #expect(ending.errors.contains("require_parity"), "\(ending)")
    }

    @Test func aReleaseIsRefusedWhereAnArticleOrTextIsMissingInALanguage() throws {
        let site = try site()
        try site.replace("languages:", "require_parity: true\nlanguages:", in: "content/site.yaml")
        try site.delete("content/ar/account.md")
        #expect(try site.build().status == 0)
        let ending = try Program.recount("release", site.path)
        #expect(ending.status == 1, "\(ending)")
        #expect(
            ending.errors.contains(
                """
                content/account.md:1:1: error: the article has no translation in “ar”
                     Write content/ar/account.md. The site requires it before a release (require_parity).
                     [translation-missing]
                """
            ),
            "\(ending)"
        )
        #expect(ending.errors.contains("error: the text is not stated in “ar”"), "\(ending)")
        #expect(!FileManager.default.fileExists(atPath: site.path + "/content/releases"))
    }

    @Test func theTranslatedNarrativeOfAWithheldStrikeStaysPrivate() throws {
        let site = try site()
        try site.replace(
            "{name: id,",
            "{name: protection, type: string}\n        - {name: id,",
            in: "content/datapackage.yaml"
        )
        try site.replace("id,date", "protection,id,date", in: "content/data/strikes.csv")
        try site.replace("A1,2017", "withheld,A1,2017", in: "content/data/strikes.csv")
        try site.replace("A2,2017", ",A2,2017", in: "content/data/strikes.csv")
        for file in ["content/account.md", "content/ar/account.md"] {
            try site.replace("strike:A1", "strike:A2", in: file)
        }
        try site.replace("[Three](figure:killed?grading=counted)", "Some", in: "content/account.md")
        try site.replace("[ثلاثة](figure:killed?grading=counted)", "", in: "content/ar/account.md")
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending)")
        for (name, data) in try Tree.read(site.output) {
            let text = String(decoding: data, as: UTF8.self)
            #expect(!text.contains("رواية <a") && !text.contains("One account"), "\(name)")
            #expect(!name.contains("A1"), "\(name)")
        }
        #expect(!ending.errors.contains("رواية"))
    }
}
