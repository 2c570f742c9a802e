import Foundation
import Output
import TestSupport
import Testing

/// Pages offer their pictures in smaller sizes, which are made once and are files of the report like all others.
@Suite(.serialized) struct SmallerPicturesTests {
    /// A site that shows a picture of 1300 pixels on the page of a strike and in an article.
    private struct Site {
        let folder: SiteFolder
        /// What the site's machine remembers, and where ffmpeg is asked for.
        let environment: [String: String]
        /// A line for each picture that ffmpeg worked on.
        let calls: String

        init(picture: Bool = true) throws {
            folder = try SiteFolder.small()
            calls = folder.path + "-calls"
            let programs = folder.path + "-programs"
            environment = [
                "XDG_STATE_HOME": folder.path + "-state",
                "PATH": programs + ":/usr/local/bin:/usr/bin:/bin",
            ]
            try installFfmpeg()
            guard picture else { return }
            let made = try Python.evaluate(
                """
                import sys
                from PIL import Image
                ground = Image.radial_gradient("L").resize((1300, 800)).convert("RGB")
                grain = Image.effect_noise((1300, 800), 90).convert("RGB")
                Image.blend(ground, grain, 0.2).save(sys.argv[1])
                """,
                folder.path + "/yard.jpg"
            )
            #expect(made == "")
            let yard = try Data(contentsOf: URL(filePath: folder.path + "/yard.jpg"))
            try folder.write("content/media/the yard.jpg", yard)
            try folder.delete("yard.jpg")
            try folder.write(
                "content/data/media.csv",
                "id,strike_id,file,alt\nP1,A1,the yard.jpg,A yard\n"
            )
            let fields = ["id", "strike_id", "file", "alt"].map { "{name: \($0), public: true}" }
            try folder.write(
                "content/datapackage.yaml",
                folder.read("content/datapackage.yaml")
                    + "  - name: media\n    path: data/media.csv\n    schema: {fields: [\(fields.joined(separator: ", "))]}\n"
            )
            try folder.write(
                "content/note.md",
                "---\ntitle: Note\n---\n![The yard](<media/the yard.jpg>)\n"
            )
        }

        /// Puts the machine's ffmpeg behind a script that notes its work, and that can claim another version.
        func installFfmpeg(version: String = "") throws {
            let found = try Program.run(["which", "ffmpeg"]).output
            let real = found.split(separator: "\n").first ?? ""
            let script = """
                #!/bin/sh
                if [ "$1" = -version ]; then echo '\(version)'; else echo . >>'\(calls)'; fi
                exec \(real) "$@"
                """
            let path = folder.path + "-programs"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try Data(script.utf8).write(to: URL(filePath: path + "/ffmpeg"))
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755],
                ofItemAtPath: path + "/ffmpeg"
            )
        }

        /// How many pictures ffmpeg has worked on.
        var count: Int {
            let lines = try? String(contentsOfFile: calls, encoding: .utf8)
            return lines?.split(separator: "\n").count ?? 0
        }

        func build(_ options: String...) throws -> Ending {
            try run(["build", folder.path] + options)
        }

        func run(_ arguments: [String]) throws -> Ending {
            try Program.run(
                [Package.program] + arguments,
                in: folder.path,
                environment: environment
            )
        }

        /// The files of the report below `media/`.
        var media: [String: Data] { get throws { try Tree.read(folder.output + "/media") } }

        /// The smaller sizes in the report.
        var sizes: [String] {
            get throws { try media.keys.filter { $0 != "the yard.jpg" }.sorted() }
        }
    }

    @Test(Needs.installed("ffmpeg", "-version"), Needs.module("PIL"))
    func pagesLetTheBrowserChooseAmongTheSizes() throws {
        let site = try Site()
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.output.contains("\npictures made smaller sizes of 1 picture\n"))
        let sizes = try site.sizes
        #expect(sizes.count == 2 && sizes[0].hasPrefix("the yard-480-"), "\(sizes)")
        let set =
            sizes.map { name in
                "../media/\(name.replacing(" ", with: "%20")) \(name.contains("-480-") ? 480 : 800)w, "
            }
            .joined()
        let own =
            " srcset=\"\(set)../media/the%20yard.jpg 1300w\" sizes=\"100vw\" loading=\"lazy\">"
        let strike = try site.folder.read("Output/strikes/A1.html")
        #expect(strike.contains("alt=\"A yard\" width=\"1300\" height=\"800\"" + own), "\(strike)")
        let note = try site.folder.read("Output/note.html")
        #expect(
            note.contains(
                "alt=\"The yard\" width=\"1300\" height=\"800\""
                    + own.replacing("../", with: "")
                    .replacing("100vw", with: "(min-width: 42rem) 38rem, 100vw")
            ),
            "\(note)"
        )
        // The picture itself is there too, and the manifest lists all three.
        let manifest = try site.folder.read("Output/manifest.json")
        for (name, data) in try site.media {
            #expect(manifest.contains("\"media/\(name)\""))
            #expect(manifest.contains("\(Digest(of: [UInt8](data)))"))
        }
    }

    @Test(Needs.installed("ffmpeg", "-version"), Needs.module("PIL"))
    func whatWasMadeIsUsedAgainAndIsTheSameAsMadeAnew() throws {
        let site = try Site()
        #expect(try site.build().status == 0)
        #expect(site.count == 1)
        let first = try Tree.read(site.folder.output)
        let again = try site.build()
        #expect(again.output.contains(": 0 files new, 0 changed,"))
        #expect(!again.output.contains("pictures"))
        #expect(site.count == 1)
        // Also recount check finds what the report holds.
        #expect(try site.run(["check", site.folder.path]).status == 0)
        #expect(site.count == 1)
        // Without both, all is made anew.
        let state = site.environment["XDG_STATE_HOME"] ?? ""
        try FileManager.default.removeItem(atPath: state)
        try site.folder.delete("Output")
        #expect(try site.build().status == 0)
        #expect(site.count == 2)
        #expect(try Tree.read(site.folder.output) == first)
    }

    @Test(Needs.installed("ffmpeg", "-version"), Needs.module("PIL"))
    func anotherPictureOrAnotherProgramMakesThemAnew() throws {
        let site = try Site()
        #expect(try site.build().status == 0)
        let first = try Tree.read(site.folder.output)
        try site.installFfmpeg(version: "ffmpeg version 99")
        #expect(try site.build().output.contains("made smaller sizes of 1 picture"))
        #expect(site.count == 2)
        // The other version made the same bytes, so nothing in the report is new.
        #expect(try Tree.read(site.folder.output) == first)
        var picture = try Data(
            contentsOf: URL(filePath: site.folder.path + "/content/media/the yard.jpg")
        )
        // Another table of quantisation, so that the same codes are another picture.
        let table = try #require(picture.firstRange(of: [0xFF, 0xDB]))
        picture[table.lowerBound + 20] += 9
        try site.folder.write("content/media/the yard.jpg", picture)
        let old = try site.sizes
        #expect(try site.build().status == 0)
        #expect(site.count == 3)
        #expect(try Set(site.sizes).isDisjoint(with: old))
    }

    @Test(Needs.installed("ffmpeg", "-version"), Needs.module("PIL"))
    func aReportIsNotBelievedWithoutWhatTheMachineRemembers() throws {
        let site = try Site()
        #expect(try site.build().status == 0)
        let first = try Tree.read(site.folder.output)
        let name = try #require(try site.sizes.first)
        try site.folder.write("Output/media/" + name, Data("not a picture".utf8))
        #expect(try site.build().status == 0)
        #expect(site.count == 2)
        #expect(try Tree.read(site.folder.output) == first)
        // Digests that are wrong stop one build and are forgotten.
        let state = site.environment["XDG_STATE_HOME"] ?? ""
        let notes = try #require(try Tree.read(state).keys.first { $0.contains("pictures/") })
        let text = try String(contentsOfFile: state + "/" + notes, encoding: .utf8)
        let digest = try #require(text.split(separator: " ").dropFirst().first)
        try text.replacing(digest, with: String(repeating: "0", count: 64))
            .write(toFile: state + "/" + notes, atomically: true, encoding: .utf8)
        let ending = try site.build("--fresh")
        #expect(ending.status == 2)
        #expect(
            ending.errors.contains(
                "the smaller sizes of content/media/the yard.jpg are not those that this machine "
                    + "remembers; build again"
            )
        )
        #expect(try site.build("--fresh").status == 0)
        #expect(try Tree.read(site.folder.output) == first)
    }

    @Test(Needs.installed("ffmpeg", "-version"), Needs.module("PIL"))
    func shardsOfAReportWithPicturesAreOneBuild() throws {
        let site = try Site()
        #expect(try site.build().status == 0)
        let whole = try Tree.read(site.folder.output)
        for number in 1...3 { #expect(try site.build("--shard", "\(number)/3").status == 0) }
        let folders = (1...3).map { site.folder.path + "/Output-\($0)-of-3" }
        let merged = try site.run(["merge"] + folders + ["--output", site.folder.path + "/merged"])
        #expect(merged.status == 0, "\(merged.errors)")
        #expect(Tree.differences(try Tree.read(site.folder.path + "/merged"), whole) == [])
        #expect(site.count == 1)
    }

    @Test(Needs.module("PIL"))
    func withoutTheProgramPicturesAreShownWholeAndTheBuildSaysSo() throws {
        let site = try Site()
        let ending = try site.folder.build(environment: ["PATH": "/nowhere"])
        #expect(ending.status == 0, "\(ending.errors)")
        let line =
            "\npictures 1 picture without smaller sizes: ffmpeg, which makes them, "
            + "is not installed (apt install ffmpeg)\n"
        #expect(ending.output.components(separatedBy: line).count == 2, "\(ending.output)")
        #expect(try site.sizes == [])
        #expect(try !site.folder.read("Output/note.html").contains("srcset"))
    }

    @Test(Needs.installed("ffmpeg", "-version"), Needs.module("PIL"))
    func aSiteCanDoWithoutAndOneWithoutPicturesRunsNoProgram() throws {
        let site = try Site()
        let settings = try site.folder.read("content/site.yaml")
        try site.folder.write("content/site.yaml", settings + "media: {smaller_sizes: false}\n")
        #expect(try !site.build().output.contains("pictures"))
        #expect(try site.sizes == [])
        let plain = try Site(picture: false)
        #expect(try plain.build().status == 0)
        #expect(site.count + plain.count == 0)
        let pictures = (plain.environment["XDG_STATE_HOME"] ?? "") + "/recount/pictures"
        #expect(!FileManager.default.fileExists(atPath: pictures))
    }

    @Test(Needs.installed("ffmpeg", "-version"), Needs.module("PIL"))
    func aBrokenPictureIsNamedAndShownAsItIs() throws {
        let site = try Site()
        let name = "content/media/the yard.jpg"
        var picture = try Data(contentsOf: URL(filePath: site.folder.path + "/" + name))
        let middle = picture.count / 2
        picture.replaceSubrange(middle..<middle + 4000, with: [UInt8](repeating: 0x55, count: 4000))
        try site.folder.write(name, picture)
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(
            ending.output.contains(
                "\npictures no smaller sizes of media/the yard.jpg: ffmpeg cannot read or write it (code "
            ),
            "\(ending.output)"
        )
        #expect(try site.sizes == [])
    }

    @Test(Needs.installed("ffmpeg", "-version"), Needs.module("PIL"))
    func aFileOfTheAuthorsWithTheNameOfASizeIsReported() throws {
        let site = try Site()
        #expect(try site.build().status == 0)
        let name = try #require(try site.sizes.first)
        try site.folder.write("content/media/" + name, try #require(try site.media[name]))
        let settings = try site.folder.read("content/site.yaml")
        try site.folder.write("content/site.yaml", settings + "media: {publish: [\"media/**\"]}\n")
        let ending = try site.build()
        #expect(ending.status == 1)
        #expect(
            ending.errors.contains(
                "the address media/\(name) is already used by a file that Recount makes"
            ),
            "\(ending.errors)"
        )
    }

    @Test(
        Needs.installed("ffmpeg", "-version"),
        Needs.module("PIL"),
        .unlessItHangs
    )
    func aPreviewServesThem() async throws {
        let site = try Site()
        let serving = try Serving(
            site.folder.path,
            "--port",
            "0",
            environment: site.environment
        )
        try await serving.wait(for: "built    ")
        #expect(serving.said.contains("\npictures made smaller sizes of 1 picture\n"))
        let sizes = try site.sizes
        #expect(sizes.count == 2)
        for name in sizes {
            let address = serving.address + "media/" + name.replacing(" ", with: "%20")
            let served = try Python.evaluate(
                """
                import hashlib, sys, urllib.request
                print(hashlib.sha256(urllib.request.urlopen(sys.argv[1]).read()).hexdigest())
                """,
                address
            )
            let written = try #require(try site.media[name])
            #expect(served == "\(Digest(of: [UInt8](written)))\n")
        }
        // An edit of a text makes nothing again, and says nothing again.
        let note = try site.folder.read("content/note.md")
        try site.folder.write("content/note.md", note + "\nMore.\n")
        try await serving.wait(for: "built    ", 2)
        #expect(serving.said.components(separatedBy: "\npictures ").count == 2)
        #expect(site.count == 1)
        #expect(serving.interrupt() == 0)
    }

    /// Its smaller sizes are made of the pixels, whatever the author publishes of the file itself.
    @Test(Needs.installed("ffmpeg", "-version"), Needs.module("PIL"))
    func aPictureThatKeepsItsMetadataHasSizesWithout() throws {
        let site = try Site()
        let name = "content/media/the yard.jpg"
        let picture = try Data(contentsOf: URL(filePath: site.folder.path + "/" + name))
        let remark = Data([0xFF, 0xFE, 0, 8] + Array("CANARY".utf8))
        try site.folder.write(name, picture.prefix(2) + remark + picture.dropFirst(2))
        let settings = try site.folder.read("content/site.yaml")
        let keeping = "{keep_metadata: true, reason: \"Signed\"}"
        try site.folder.write(
            "content/site.yaml",
            settings + "media: {files: {\"the yard.jpg\": \(keeping)}}\n"
        )
        #expect(try site.build().status == 0)
        let marked = try site.media.filter { $0.value.firstRange(of: Data("CANARY".utf8)) != nil }
        #expect(marked.keys.sorted() == ["the yard.jpg"])
        #expect(try site.sizes.count == 2)
    }

    @Test(Needs.installed("ffmpeg", "-version"), Needs.module("PIL"))
    func packedAndPrintedReportsHoldThem() throws {
        let site = try Site()
        #expect(try site.build().status == 0)
        let packed = try site.run(["pack", site.folder.path])
        #expect(packed.status == 0, "\(packed.errors)")
        let zip = try Data(contentsOf: URL(filePath: site.folder.path + "/report.zip"))
        for name in try site.sizes { #expect(zip.firstRange(of: Data(name.utf8)) != nil) }
        // The printed document holds each picture itself, and loads nothing.
        let printed = try site.run(["print", site.folder.path])
        #expect(printed.status == 0, "\(printed.errors)")
        let document = try site.folder.read("report-print.html")
        // It stands on the page of the strike and in the note, and its name has a space.
        #expect(document.components(separatedBy: "<img src=\"data:image/jpeg;base64,").count == 3)
        #expect(!document.contains("srcset") && !document.contains(" sizes="))
    }
}
