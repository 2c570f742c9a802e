import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Building
@testable import Decoding
@testable import Originals

/// Sites that hold only what they change of the program's templates.
@Suite struct TemplatesTests {
    /// The report of this package without its templates.
    private static func bare() throws -> SiteFolder {
        let site = try SiteFolder()
        try site.add(Package.root + "/content", at: "content")
        return site
    }

    /// A small site without templates.
    private static func small() throws -> SiteFolder {
        let site = try SiteFolder.small()
        try site.delete("templates")
        return site
    }

    private static func run(_ site: SiteFolder, _ arguments: String...) throws -> Ending {
        try Program.run([Package.program, "templates"] + arguments, in: site.path)
    }

    @Test func aSiteWithoutTemplatesIsTheSameReport() throws {
        let site = try Self.bare()
        #expect(try site.build().status == 0)
        var made = try Tree.read(site.output)
        var expected = try Tree.read(try Example.site().output)
        // The manifest names the files of the site.
        made["manifest.json"] = nil
        expected["manifest.json"] = nil
        #expect(Tree.differences(made, expected) == [])
    }

    @Test func aTemplateTakesThePlaceOfTheProgramsAndAllOthersStay() throws {
        let site = try Self.small()
        try site.write("templates/404.html", "<p>{{ site.title }}: nothing here</p>\n")
        try site.write("templates/assets/extra.css", "p {}\n")
        #expect(try site.build().errors == "")
        #expect(try site.read("Output/404.html") == "<p>A small site: nothing here</p>\n")
        #expect(try site.read("Output/data.html").contains("<link rel=\"stylesheet\""))
        #expect(try site.read("Output/assets/extra.css") == "p {}\n")
        let style = try site.read("Output/assets/style.css")
        #expect(style == (try SiteFolder(lending: Package.root).read("templates/assets/style.css")))
        let manifest = try site.read("Output/manifest.json")
        #expect(manifest.contains("templates/404.html"))
        #expect(!manifest.contains("templates/data.html"))
    }

    @Test func anAssetOfTheProgramIsPublishedOnlyIfATemplateUsesIt() throws {
        let site = try Self.small()
        try site.write(
            "templates/base.html",
            "<!doctype html><title>x</title>{% block main %}{% endblock %}"
        )
        _ = try site.build()
        #expect(!FileManager.default.fileExists(atPath: site.output + "/assets"))
    }

    @Test func wordsAreLaidOverKeyByKey() throws {
        let site = try Self.small()
        try site.write(
            "templates/words/en.yaml",
            "words:\n  title_claims: \"What is said\"\n  overview: \"At a glance\"\n"
        )
        #expect(try site.build().errors == "")
        let page = try site.read("Output/claims.html")
        #expect(page.contains("What is said") && page.contains("At a glance"))
        try site.write("templates/words/en.yaml", "# Nothing yet.\nwords:\n")
        #expect(try site.build().errors == "")
        #expect(try !site.read("Output/claims.html").contains("What is said"))
    }

    @Test func aMistakeInATemplateOfTheProgramNamesIt() throws {
        let site = try Self.small()
        try site.write("templates/partials/macros.html", "")
        let ending = try site.check()
        #expect(ending.status == 1)
        #expect(ending.errors.contains("\nthe program’s templates/index.html:"))
    }

    // MARK: - The command

    @Test func theListTellsWhatIsChanged() throws {
        let site = try Self.small()
        #expect(try Self.run(site).output.hasPrefix("From the program:\n  404.html\n"))
        #expect(try Self.run(site, "copy", "strike.html", "templates/words/en.yaml").status == 0)
        try site.write("templates/words/fr.yaml", "words: {overview: \"Aperçu\"}\n")
        try site.write("templates/404.html", "<p></p>")
        try site.write("templates/essay.html", "<p></p>")
        try site.write("templates/words/es.yml", "")
        try site.replace(
            "<div class=\"strike\">",
            "<div class=\"strike own\">",
            in: "templates/strike.html"
        )
        let ending = try Self.run(site)
        #expect(ending.errors == "" && ending.status == 0)
        #expect(
            ending.output.hasPrefix(
                """
                In place of the program’s:
                  404.html       original not recorded: recount templates accept 404.html
                  strike.html    made from this version’s original
                  words/en.yaml  no difference: delete it, and it follows the program
                  words/fr.yaml  1 word, original not recorded: recount templates accept words/fr.yaml

                The site’s own:
                  essay.html

                Without effect:
                  words/es.yml

                From the program:
                  article.html

                """
            )
        )
    }

    @Test func aCopyIsRefusedWhereThereIsOneAndForOtherNames() throws {
        let site = try Self.small()
        try site.write("templates/404.html", "<p></p>")
        let there = try Self.run(site, "copy", "404.html")
        #expect(there.status == 1)
        #expect(
            there.errors == """
                recount: templates/404.html exists already
                     `recount templates diff 404.html` shows how it differs from the program’s.

                """
        )
        #expect(
            try Self.run(site, "copy", "strik.html").errors == """
                recount: the program has no template “strik.html”
                     Did you mean “strike.html”?

                """
        )
        #expect(
            try Self.run(site, "accept", "strike.html").errors == """
                recount: the site has no templates/strike.html, so it follows the program
                     `recount templates` lists what the site changes.

                """
        )
        #expect(try Tree.read(site.path + "/templates").keys.sorted() == ["404.html"])
    }

    @Test func aLanguageThatTheProgramDoesNotHaveBeginsWithTheEnglishWords() throws {
        let site = try Self.small()
        #expect(
            try Self.run(site, "copy", "words/es.yaml").output == """
                wrote    templates/words/es.yaml, the English words: translate all of them, and the lists above them

                """
        )
        let title = "title: \"A small site\"\n"
        try site.replace(title, title + "language: es\n", in: "content/site.yaml")
        #expect(try site.build().errors == "")
        #expect(try site.read("Output/index.html").contains("<html lang=\"es\""))
    }

    // MARK: - Assets

    @Test func theAddressOfAnAssetIsRightOnEveryPageAndChangesWithItsContent() throws {
        let site = try Self.small()
        try site.write("templates/assets/sign.svg", Self.drawing)
        try site.write(
            "templates/partials/crumbs.html",
            "<img src=\"{{ \"assets/sign.svg\" | asset }}\" alt=\"\">\n"
        )
        try site.write("content/media/a b.svg", Self.drawing)
        try site.write(
            "templates/404.html",
            "<img src=\"{{ \"media/a b.svg\" | asset }}\" alt=\"\">\n"
        )
        #expect(try site.build().errors == "")
        let home = try Self.addresses("assets/[a-z]+[.][a-z]+", in: site.read("Output/index.html"))
        #expect(home.count == 3 && home.allSatisfy { $0.contains("?v=") }, "\(home)")
        let strike = try Self.addresses(
            "[./]*assets/[a-z]+[.][a-z]+",
            in: site.read("Output/strikes/A1.html")
        )
        #expect(strike == home.map { "../" + $0 })
        #expect(try site.read("Output/404.html").contains("src=\"media/a b.svg\""))
        #expect(FileManager.default.fileExists(atPath: site.output + "/media/a b.svg"))

        try site.write("templates/assets/sign.svg", Self.drawing + "\n")
        _ = try site.build()
        let later = try Self.addresses("assets/[a-z]+[.][a-z]+", in: site.read("Output/index.html"))
        #expect(zip(home, later).count(where: { $0 != $1 }) == 1, "\(later)")
    }

    @Test func theSettingsOfTheLookAreShownOnEveryPage() throws {
        let site = try Self.small()
        let title = "title: \"A small site\"\n"
        try site.replace(
            title,
            title + """
                logo: media/logo.svg
                favicon: assets/icon.svg
                accent: "#8a1c1c"
                styles: [assets/extra.css]

                """,
            in: "content/site.yaml"
        )
        try site.write("content/media/logo.svg", Self.drawing)
        try site.write("templates/assets/icon.svg", Self.drawing)
        try site.write("templates/assets/extra.css", "p { background: url(icon.svg) }\n")
        let built = try site.build()
        #expect(built.errors == "")
        let page = try site.read("Output/strikes/A1.html")
        let links = try Self.addresses("[./]*(?:assets|media)/[a-z]+[.][a-z]+", in: page)
            .map { String($0.prefix { $0 != "?" }) }
        #expect(
            links == [
                "../assets/style.css", "../assets/accent.css", "../assets/extra.css",
                "../assets/icon.svg", "../assets/site.js", "../media/logo.svg",
            ]
        )
        #expect(
            try site.read("Output/assets/accent.css") == """
                :root { --accent: #8a1c1c; }
                @media (prefers-color-scheme: dark) { :root { --accent: #b26b6b; } }

                """
        )
        #expect(FileManager.default.fileExists(atPath: site.output + "/media/logo.svg"))
        let printed = site.path + "-print.html"
        #expect(try Program.recount("print", site.path, "--to", printed).status == 0)
        let text = try String(contentsOfFile: printed, encoding: .utf8)
        let style = try #require(text.range(of: "color-scheme: light dark"))
        let accent = try #require(text.range(of: "--accent: #8a1c1c"))
        #expect(style.lowerBound < accent.lowerBound)
    }

    private static let drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>"

    /// The addresses of a form in a page, with what follows them.
    private static func addresses(_ form: String, in page: String) throws -> [String] {
        page.matches(
            of: try Regex("(?:href|src)=\"(\(form)[^\"]*)\"", as: (Substring, Substring).self)
        )
        .map { String($0.1) }
    }

    // MARK: - A later version

    @Test func aLaterVersionSaysWhatWasMadeFromAnOlderOriginal() throws {
        let site = try Self.bare()
        _ = try Self.run(site, "copy", "strike.html", "words/en.yaml")
        try site.replace(
            "<div class=\"strike\">",
            "<div class=\"strike own\">",
            in: "templates/strike.html"
        )
        for (key, text) in [("title_claims", "What is said"), ("overview", "At a glance")] {
            let line = try #require(
                try site.read("templates/words/en.yaml").split(separator: "\n")
                    .first { $0.hasPrefix("#  \(key): ") }
            )
            try site.replace(line + "\n", "  \(key): \"\(text)\"\n", in: "templates/words/en.yaml")
        }
        #expect(try Self.messages(site, .own) == "")
        #expect(try site.build().status == 0)
        #expect(try site.read("Output/claims.html").contains("What is said"))

        // A later version: its strike.html and one of the two words are other ones.
        let later = Theme(
            Theme.own.files.map { file in
                let text = String(decoding: file.bytes, as: UTF8.self)
                    .replacingOccurrences(of: "{% block main %}", with: "{% block main %}<hr>")
                    .replacingOccurrences(
                        of: "title_claims: \"Who says what\"",
                        with: "title_claims: \"Claims\""
                    )
                return Theme.File(path: file.path, bytes: Array(text.utf8))
            }
        )
        #expect(
            try Self.messages(site, later).replacing(#/yaml:[0-9]+:3/#, with: "yaml:LINE:3")
                == Self.expected
        )
        var log = DiagnosticLog()
        let folder = try TemplateFolder(site: site.path, theme: later, log: &log)
        #expect(folder.list.hasPrefix(Self.list))
        let differences = try folder.differences([])
        #expect(differences.contains(Self.programChange), "\(differences)")
        #expect(differences.contains(Self.siteChange), "\(differences)")
        #expect(differences.hasSuffix(Self.wordChanges), "\(differences)")

        #expect(
            try folder.accept("strike.html")
                == "accepted   templates/strike.html as made from this version’s original"
        )
        _ = try folder.accept("words/en.yaml")
        #expect(try Self.messages(site, later) == "")
        // The version before does not know the later one, and says that they differ.
        #expect(try site.check().errors.contains("[template-outdated]"))
    }

    private static func messages(_ site: SiteFolder, _ theme: Theme) throws -> String {
        var build = SiteBuild(site: site.path, drafts: false, folder: nil)
        build.theme = theme
        return DiagnosticPrinter().text(try build.run().log).components(separatedBy: "\n\n")
            .filter { $0.contains("[template-outdated]") }.joined(separator: "\n\n")
    }

    private static let expected = """
        templates/strike.html: warning: this was made from an older original, and the program’s has changed since
             `recount templates diff strike.html` shows what changed. When you have taken over what you want of it: \
        `recount templates accept strike.html`.
             [template-outdated]

        templates/words/en.yaml:LINE:3: warning: the program’s “title_claims” has changed since this was written: it \
        was “Who says what” and is now “Claims”
               title_claims: "What is said"
               ^^^^^^^^^^^^
             `recount templates diff words/en.yaml` shows what changed. When you have taken over what you want of it: \
        `recount templates accept words/en.yaml`.
             [template-outdated]
        """
    private static let list = """
        In place of the program’s:
          strike.html    made from an older original: recount templates diff strike.html
          words/en.yaml  2 words, made from an older original: recount templates diff words/en.yaml

        From the program:
        """
    private static let programChange = """
        -{% block main %}
        +{% block main %}<hr>
         {% set held = site.holds %}

        """
    private static let siteChange = """
        What the site changes:
        --- the original of strike.html
        +++ templates/strike.html
        @@ -3,7 +3,7 @@

        """
    private static let wordChanges = """
        -<div class="strike">
        +<div class="strike own">
         <div class="lede">
         <h1>{{ strike.sentence }}</h1>
         {% if strike.place_local %}

        templates/words/en.yaml
          title_claims
            the program’s was     “Who says what”
            the program’s is now  “Claims”
            the site’s is         “What is said”
          overview
            the program’s is      “Overview”
            the site’s is         “At a glance”

        """
}
