// What comes back from translators with mistakes: each is named with its place, and nothing is written.

import Foundation
import TestSupport
import Testing

extension TranslationExchangeTests {
    @Test func nothingIsWrittenIfATranslationBreaks() throws {
        let site = try site()
        let file = try export(site)
            .replacing("](figure:killed?grading=counted) أشخاص", with: "](figure:killed) أشخاص")
            .replacing("msgstr \"عيّنة: لغتان\"", with: "msgstr \"عيّنة\"")
            .replacing(
                "{day} {month} {year}\"\nmsgstr \"{day} {month} {year}",
                with: "{day} {month} {year}\"\nmsgstr \"{day} {moon} {year}"
            )
        let before = try Tree.read(site.path + "/content")
        let ending = try importing(site, file)
        #expect(ending.status == 1 && ending.output == "", "\(ending)")
        #expect(try Tree.read(site.path + "/content") == before)
        #expect(!FileManager.default.fileExists(atPath: site.path + "/templates/words/ar.yaml"))
        let messages = ending.errors.components(separatedBy: "\n")
            .filter { $0.contains(": error: ") }
            .map { $0.split(separator: ":", maxSplits: 2).last.map(String.init) ?? "" }
        #expect(messages.count == 6, "\(ending)")
        #expect(ending.errors.contains("[po-entry]"))
    }

    /// “few” is for 3 to 10 in Arabic, “two” for 2 only.
    @Test func aFormForSeveralNumbersKeepsItsNumber() throws {
        let site = try site()
        let ending = try importing(site, Self.file("words#n_strikes/few", "{n} [records]", "غارات"))
        #expect(ending.status == 1, "\(ending)")
        #expect(ending.errors.contains("words#n_strikes/few: the translation lacks “{n}”"))
        let two = try importing(site, Self.file("words#n_strikes/two", "{n} [records]", "غارتان"))
        #expect(two.status == 0, "\(two)")
    }

    @Test func theMessagesNameThePlaceInTheFile() throws {
        let site = try site()
        let ending = try importing(
            site,
            """
            msgid ""
            msgstr ""
            "Language: ar\\n"

            msgctxt "content/account.md#1"
            msgid ""
            "[Three](figure:killed?grading=counted) people were killed; see [the "
            "method](method.md) and [A1](strike:A1)."
            msgstr ""
            "انظر [المنهج](method.md) "
            "و[A2](strike:A2)، [ثلاثة](figure:killed?grading=counted)."

            msgctxt "words#n_strikes/few"
            msgid "{n} [records]"
            msgstr "{m} غارات"

            msgctxt "content/site.yaml#title"
            msgid "Another title"
            msgstr "عنوان"

            """
        )
        #expect(ending.status == 1, "\(ending)")
        #expect(
            ending.errors == """
                ar.po:19:9: warning: content/site.yaml#title: the site no longer has this text as it was exported
                     msgstr "عنوان"
                             ^^^^^
                     Export the texts again: this translation is not taken in.
                     [po-stale]

                ar.po:9:9: error: content/account.md#1: the translation lacks the link to “strike:A1”
                     msgstr ""
                             ^
                     Link the words that stand for it: […](strike:A1)
                     [po-entry]

                ar.po:11:8: error: content/account.md#1: the original has no link to “strike:A2”
                     "و[A2](strike:A2)، [ثلاثة](figure:killed?grading=counted)."
                            ^^^^^^^^^
                     Copy what stands in the round brackets from the original.
                     [po-entry]

                ar.po:15:9: error: words#n_strikes/few: the translation lacks “{n}”
                     msgstr "{m} غارات"
                             ^^^^^^^^^
                     Keep the names in braces as they are; they are filled in.
                     [po-entry]

                ar.po:15:9: error: words#n_strikes/few: “{m}” does not stand in the original
                     msgstr "{m} غارات"
                             ^^^
                     Keep the names in braces as they are; they are filled in.
                     [po-entry]

                4 errors, 1 warning

                """
        )
    }

    @Test func aFileThatCannotBeReadIsRefusedWithItsPlaces() throws {
        let site = try site()
        let ending = try importing(
            site,
            """
            msgctxt "content/site.yaml#title"
            msgid "Sample"
            msgstr "a "quoted" word"
            msgid_plural "Samples"

            """
        )
        #expect(ending.status == 1, "\(ending)")
        #expect(
            ending.errors == """
                ar.po:1:1: error: the head of the file names no language
                     It begins with an entry msgid "" that holds “Language: ar”.
                     [po-not-read]

                ar.po:3:8: error: a text stands between two quotation marks, with “\\"” for one inside it
                     msgstr "a "quoted" word"
                            ^^^^^^^^^^^^^^^^^
                     Save the file again with the translators’ tool, or correct the line.
                     [po-not-read]

                ar.po:4:1: error: entries with plurals of gettext are not read: Recount has an entry for each form
                     msgid_plural "Samples"
                     ^^^^^^^^^^^^^^^^^^^^^^
                     Save the file again with the translators’ tool, or correct the line.
                     [po-not-read]

                3 errors

                """
        )
    }
}
