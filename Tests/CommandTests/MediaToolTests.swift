import Foundation
import Output
import TestSupport
import Testing

/// Documents, recordings and pictures of many formats lose their metadata in programs that know them.
@Suite struct MediaToolTests {
    /// A small site that publishes all of its media.
    private static func site(_ media: [String: String] = [:]) throws -> SiteFolder {
        let site = try SiteFolder.small()
        let settings = try site.read("content/site.yaml")
        try site.write("content/site.yaml", settings + "media: {publish: [\"media/**\"]}\n")
        for (name, text) in media { try site.write("content/media/" + name, text) }
        return site
    }

    /// Files in which every field that a program writes holds a mark, judged by the programs that made them.
    @Test(
        Needs.installed("exiftool", "-ver"),
        Needs.installed("qpdf", "--version"),
        Needs.installed("ffmpeg", "-version"),
        Needs.module("PIL")
    )
    func filesOfManyFormatsLoseTheirMetadata() throws {
        let site = try Self.site()
        let media = site.path + "/content/media"
        let made = try Python.run("Tests/CommandTests/Media/make.py", [media])
        #expect(made.status == 0, "\(made.errors)")
        let count = try Tree.read(media).count
        #expect(count >= 14)
        let temporary = try Sandbox(["tmp/x": ""])
        let environment = ["TMPDIR": temporary.path + "/tmp"]
        var outputs: [[String: Data]] = []
        for round in 0..<2 {
            let ending = try site.build(environment: environment)
            #expect(ending.status == 0, "\(ending.output)\(ending.errors)")
            outputs.append(try Tree.read(site.path + "/Output/media"))
            if round == 0 { try site.delete("Output") }
        }
        #expect(outputs[0].count == count)
        // The same input gives the same bytes, and the temporary copies are gone.
        #expect(outputs[0] == outputs[1])
        #expect(try Tree.read(temporary.path + "/tmp").keys.sorted() == ["x"])
        let judged = try Python.run(
            "Tests/CommandTests/Media/judge.py",
            [media, site.path + "/Output/media"]
        )
        #expect(judged.status == 0, "\(judged.errors)")
        #expect(judged.output == "")
    }

    @Test func withoutTheProgramAFileIsRefusedAndTheMessageNamesIt() throws {
        let site = try Self.site(["a.pdf": "%PDF-1.4", "a.mp3": "ID3", "a.tif": "II*\0"])
        let ending = try site.build(environment: ["PATH": "/nowhere"])
        #expect(ending.status == 1)
        for part in [
            "Install qpdf, with which Recount removes it (apt install qpdf).",
            "Install ffmpeg, with which Recount removes it (apt install ffmpeg).",
            "Install exiftool, with which Recount removes it (apt install libimage-exiftool-perl).",
        ] { #expect(ending.errors.contains(part), "\(ending.errors)") }
        #expect(!FileManager.default.fileExists(atPath: site.output))
    }

    @Test(
        Needs.installed("qpdf", "--version"),
        arguments: [
            (
                "/Annots [<< /Type /Annot /Subtype /Redact /Rect [0 0 9 9] >>]",
                "marks for redaction that are not applied"
            ),
            (
                "/Annots [<< /Subtype /Widget /Rect [0 0 9 9] /V << /Type /Sig /ByteRange [0 1 2 3] >> >>]",
                "is signed"
            ),
        ]
    )
    func documentsThatWouldLieAreRefused(page: String, message: String) throws {
        let site = try Self.site(["a.pdf": Self.document(page)])
        let ending = try site.build()
        #expect(ending.status == 1)
        #expect(ending.errors.contains(message), "\(ending.errors)")
    }

    @Test(Needs.installed("qpdf", "--version"))
    func aDamagedDocumentIsRefusedWithoutQuotingIt() throws {
        let site = try Self.site(["a.pdf": "%PDF-1.4\nCANARY"])
        let ending = try site.build()
        #expect(ending.status == 1)
        #expect(ending.errors.contains("“a.pdf” cannot be published: qpdf cannot read or write it"))
        #expect(!ending.errors.contains("CANARY") && !ending.errors.contains("/tmp/recount-"))
    }

    @Test(Needs.installed("qpdf", "--version"))
    func aDocumentStatesThePagesSizeAndDigestOfWhatIsPublished() throws {
        let site = try SiteFolder.small()
        try site.write("content/media/a.pdf", Self.document(""))
        try site.write("content/data/media.csv", "id,article,file,alt\nD1,note,a.pdf,\n")
        try site.write("content/note.md", "---\ntitle: Note\n---\nText.\n")
        let codebook = try site.read("content/datapackage.yaml")
        let fields = ["id", "article", "file", "alt"].map { "{name: \($0), public: true}" }
        try site.write(
            "content/datapackage.yaml",
            codebook + "  - name: media\n    path: data/media.csv\n"
                + "    schema: {fields: [\(fields.joined(separator: ", "))]}\n"
        )
        let ending = try site.build()
        #expect(ending.status == 0, "\(ending.errors)")
        let published = try Data(contentsOf: URL(filePath: site.output + "/media/a.pdf"))
        let page = try String(
            contentsOf: URL(filePath: site.output + "/note.html"),
            encoding: .utf8
        )
        for part in [
            "<br>1 page\n", "<br>1 kB\n",
            " | 1 pages | \(Digest(of: [UInt8](published)))",
        ] {
            #expect(page.contains(part), "\(part)")
        }
    }

    private static func document(_ page: String) -> String {
        """
        %PDF-1.4
        1 0 obj
        << /Type /Catalog /Pages 2 0 R >>
        endobj
        2 0 obj
        << /Type /Pages /Kids [3 0 R] /Count 1 >>
        endobj
        3 0 obj
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] \(page) >>
        endobj
        trailer
        << /Root 1 0 R /Size 4 >>
        %%EOF
        """
    }
}
