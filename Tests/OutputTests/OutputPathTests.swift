import TestSupport
import Testing

@testable import Output

@Suite struct OutputPathTests {
    @Test(arguments: [
        ("", "it is empty"),
        ("/etc/passwd", "it starts with a slash"),
        ("../secret.html", "it has the part “..”"),
        ("a/../b.html", "it has the part “..”"),
        ("./a.html", "it has the part “.”"),
        ("a//b.html", "it has an empty part between slashes"),
        ("a/", "it has an empty part between slashes"),
        ("a\\b.html", "it contains “\\”, which Windows refuses"),
        ("what?.html", "it contains “?”, which Windows refuses"),
        ("C:a.html", "it contains “:”, which Windows refuses"),
        ("aux.html", "“aux” is a reserved name on Windows"),
        ("strikes/COM1.html", "“COM1” is a reserved name on Windows"),
        ("a./b.html", "it has a part that ends with a dot or a space, which Windows refuses"),
        ("a ", "it has a part that ends with a dot or a space, which Windows refuses"),
        ("manifest.json", "Recount writes this file itself"),
        ("Manifest.JSON", "Recount writes this file itself"),
        (".git/config", "it belongs to Git"),
        (".GIT", "it belongs to Git"),
    ])
    func refuses(_ path: String, _ reason: String) {
        #expect(
            message { _ = try OutputPath(path) }
                == "“\(path)” cannot be the name of a file in the report: \(reason)."
        )
    }

    @Test func refusesWhatCannotBePrinted() {
        let problem = "cannot be the name of a file in the report"
        #expect(
            message { _ = try OutputPath("a\0b") }
                == "“a\u{FFFD}b” \(problem): it contains a NUL character."
        )
        #expect(
            message { _ = try OutputPath("a\nb") }
                == "“a\u{FFFD}b” \(problem): it contains a control character."
        )
        let long = String(repeating: "a", count: 256)
        #expect(
            message { _ = try OutputPath(long) }
                == "“\(long)” \(problem): it has a part longer than 255 bytes."
        )
    }

    @Test(arguments: [
        "a.html", "strikes/CS1.html", "a/b/c/d.html", ".nojekyll", "console.html", "com.html",
        "com0.html", "الرقة.html", "a b.html", "sub/manifest.json", "...a", ".gitignore",
    ])
    func accepts(_ path: String) throws {
        #expect(try OutputPath(path).text == path)
    }

    @Test func listsTheFoldersOnTheWay() throws {
        #expect(try OutputPath("a/b/c.html").directories == ["a", "a/b"])
        #expect(try OutputPath("c.html").directories == [])
    }

    @Test(arguments: [
        ("strikes/a.html", "strikes/A.html"),
        ("caf\u{E9}.html", "cafe\u{301}.html"),
        ("Straße.html", "STRASSE.html"),
        ("Σίσυφος.html", "σίσυφοσ.html"),
        ("Strikes/a.html", "strikes"),
    ])
    func onePathForTwoFilesIsAnErrorNamingBoth(_ first: String, _ second: String) throws {
        let sandbox = try Sandbox()
        let staged = try sandbox.folder.stage()
        try staged.write(first, [])
        #expect(
            message { try staged.write(second, []) } == """
                “\(second)” and “\(first == "Strikes/a.html" ? "Strikes" : first)” would be one file \
                on systems that ignore case or Unicode form. Rename one of them.
                """
        )
    }

    @Test func twoFoldersThatDifferInCaseAreAnError() throws {
        let sandbox = try Sandbox()
        let staged = try sandbox.folder.stage()
        try staged.write("Strikes/a.html", [])
        #expect(
            message { try staged.write("strikes/b.html", []) } == """
                “strikes/b.html” and “Strikes” would be one file on systems that ignore case or \
                Unicode form. Rename one of them.
                """
        )
    }

    @Test func aPathWrittenTwiceIsAnError() throws {
        let sandbox = try Sandbox()
        let staged = try sandbox.folder.stage()
        try staged.write("a.html", [])
        #expect(
            message { try staged.write("a.html", []) }
                == "Two pages or files would be written to “a.html”."
        )
    }
}
