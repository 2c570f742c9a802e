import Foundation
import TestSupport
import Testing

/// The schemas for editors accept what the program accepts, and find what they can: checked by Python's `jsonschema`.
@Suite(Needs.module("jsonschema")) struct SchemaTests {
    private static let script = "Tests/CommandTests/Schemas/validate.py"

    /// Every file of a name that the repository holds, without those of builds.
    private static func files(_ name: String) throws -> [String] {
        try ["content", "Sources/Scaffolding/Sample", "Tests/CommandTests/Sites"]
            .flatMap { folder in
                try FileManager.default.subpathsOfDirectory(atPath: Package.root + "/" + folder)
                    .filter { ("/" + $0).hasSuffix("/" + name) }
                    .map { Package.root + "/" + folder + "/" + $0 }
            }
    }

    private static func schema(_ name: String, in site: SiteFolder) throws -> String {
        let ending = try Program.run(
            [Package.program, "reference", "--schema", name],
            in: site.path
        )
        try #require(ending.status == 0, "\(ending.errors)")
        try site.write(name + ".json", Data(ending.output.utf8))
        return site.path + "/\(name).json"
    }

    @Test(arguments: [("site", "site.yaml"), ("codebook", "datapackage.yaml")])
    func everyFileOfTheRepositoryIsValid(schema: String, name: String) throws {
        let folder = try SiteFolder()
        let files = try Self.files(name)
        try #require(files.count > 20)
        let ending = try Python.run(Self.script, [Self.schema(schema, in: folder)] + files)
        #expect(ending.status == 0, "\(ending.output.prefix(3000)) \(ending.errors.suffix(1000))")
        #expect(ending.output.hasSuffix("\(files.count) files, 0 mistakes\n"))
    }

    @Test(arguments: [
        ("description: no title", "'title' is a required property"),
        ("title: A\ntilte: B", "'tilte' was unexpected"),
        ("title: [A, B]", "title: "),
        ("title: A\nsearch: perhaps", "search: 'perhaps' is not of type"),
        ("title: A\nwithheld: hidden", "withheld: 'hidden' is not one of"),
        ("title: A\ngradings: {fair: {lable: Fair}}", "'lable' was unexpected"),
        ("title: A\nperiod: {since: 2017}", "'since' was unexpected"),
        ("title: A\nmenu: [{to: data}]", "'label' is a required property"),
        ("title: A\nrecord: incident", "record: "),
        ("title: A\ndisclosures: [date, colour]", "disclosures: "),
        ("title: A\npoints: {Raqqa: {latitude: 35}}", "'longitude' is a required property"),
        ("title: A\nleak_scan: {allow: {value: x}}", "leak_scan/allow: "),
        ("title: A\nmedia: {publsh: [x]}", "'publsh' was unexpected"),
        ("title: A\ntargets: {live: {kind: ftp}}", "'ftp' is not one of"),
        ("title: A\ntargets: {live: {kind: folder, path: x, host: y}}", "'host' was unexpected"),
        ("title: A\nsigning: {kind: ssh}", "'key' is a required property"),
    ])
    func aWrongSettingIsFound(text: String, mistake: String) throws {
        try expect(mistake, in: text, "site")
    }

    @Test(arguments: [
        ("name: x", "'resources' is a required property"),
        ("resources: [{name: strike, path: a.csv, schema: {fields: []}}]", "'strike' is not one"),
        ("resources: [{name: strikes, path: a.ods, schema: {fields: []}}]", "does not match"),
        ("resources: [{name: strikes, path: a.csv}]", "'schema' is a required property"),
        (
            "resources: [{name: strikes, path: a.csv, schema: {fields: [{name: a, role: kiled}]}}]",
            "resources"
        ),
        (
            "resources: [{name: victims, path: a.csv, schema: {fields: [{name: a, role: killed}]}}]",
            "resources"
        ),
        (
            "resources: [{name: strikes, path: a.csv, schema: {fields: [{name: a, type: text}]}}]",
            "resources"
        ),
        (
            "resources: [{name: strikes, path: a.csv, schema: {fields: [{name: a, public: maybe}]}}]",
            "resources"
        ),
        ("resources: []\nmeasures: {journalists: {lable: x}}", "'lable' was unexpected"),
    ])
    func aWrongPropertyIsFound(text: String, mistake: String) throws {
        try expect(mistake, in: text, "codebook")
    }

    @Test func anOwnMeasureIsARoleToo() throws {
        let folder = try SiteFolder()
        let fields = "{name: a, role: journalists}, {name: b, role: name.ar}"
        try folder.write(
            "a.yaml",
            Data(
                """
                measures: {journalists: {label: journalists}}
                resources: [{name: strikes, path: a.CSV, schema: {fields: [\(fields)]}}]
                """
                .utf8
            )
        )
        let arguments = [try Self.schema("codebook", in: folder), folder.path + "/a.yaml"]
        let ending = try Python.run(Self.script, arguments)
        #expect(ending.status == 0, "\(ending.output)")
    }

    private func expect(_ mistake: String, in text: String, _ schema: String) throws {
        let folder = try SiteFolder()
        try folder.write("a.yaml", Data((text + "\n").utf8))
        let arguments = [try Self.schema(schema, in: folder), folder.path + "/a.yaml"]
        let ending = try Python.run(Self.script, arguments)
        #expect(ending.status == 1, "\(ending)")
        #expect(ending.output.contains(mistake), "\(ending.output)")
    }

    @Test func aNewSiteNamesItsSchemasAndDoesNotPublishThem() throws {
        let folder = try SiteFolder()
        let site = folder.path + "/new"
        let made = try Program.run([Package.program, "new", site], in: folder.path)
        try #require(made.status == 0, "\(made.errors)")
        for (name, file) in [("site", "site.yaml"), ("codebook", "datapackage.yaml")] {
            let text = try folder.read("new/content/" + file)
            #expect(
                text.hasPrefix("# yaml-language-server: $schema=../.schema/\(name).json\n"),
                "\(file)"
            )
            let printed = try Self.schema(name, in: folder)
            #expect(
                try folder.read("new/.schema/\(name).json")
                    == String(contentsOfFile: printed, encoding: .utf8)
            )
            let ending = try Python.run(Self.script, [printed, site + "/content/" + file])
            #expect(ending.status == 0, "\(ending.output)")
        }
        let build = try Program.run([Package.program, "build", site], in: folder.path)
        #expect(build.status == 0, "\(build.errors)")
        #expect(try !Tree.read(site + "/Output").keys.contains { $0.contains("schema") })
    }
}
