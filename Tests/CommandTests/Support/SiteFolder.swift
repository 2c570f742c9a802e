import Foundation
import TestSupport

/// A site of a test's own, which may be spoilt; gone when the test ends.
final class SiteFolder {
    let path: String
    var output: String { path + "/Output" }
    private let sandbox: Sandbox?

    /// A folder that outlives the test.
    init(lending path: String) {
        self.path = path
        sandbox = nil
    }

    /// An empty folder; its name can hold what makes paths difficult.
    init(named name: String = "site") throws {
        let sandbox = try Sandbox()
        self.sandbox = sandbox
        path = sandbox.path + "/" + name
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// The report of this package.
    static func example(named name: String = "site") throws -> SiteFolder {
        let site = try SiteFolder(named: name)
        try site.add(Package.root + "/content", at: "content")
        try site.add(Package.root + "/templates", at: "templates")
        return site
    }

    /// A small site with the tests' own plain templates.
    static func plain(_ input: String? = nil) throws -> SiteFolder {
        let site = try SiteFolder()
        try site.add(Package.tests + "/Sites/theme", at: "templates")
        if let input { try site.add(input, at: "") }
        return site
    }

    /// The sites with mistakes, which lie over a small one without.
    static let cases = MessageCases(beside: Package.tests + "/InvalidSiteTests.swift")

    /// The small site below those with mistakes, or one of these by name.
    static func small(_ name: String = "base") throws -> SiteFolder {
        try small(cases.named(name))
    }

    static func small(_ message: MessageCase) throws -> SiteFolder {
        let site = try plain()
        for file in message.files { try file.write(below: site.path) }
        return site
    }

    /// Copies a folder over what is there.
    func add(_ folder: String, at place: String) throws {
        for (name, data) in try Tree.read(folder) {
            try write(place.isEmpty ? name : place + "/" + name, data)
        }
    }

    func write(_ name: String, _ text: String) throws {
        try write(name, Data(text.utf8))
    }

    func write(_ name: String, _ data: Data) throws {
        let url = URL(filePath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try data.write(to: url)
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
    }

    func delete(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path + "/" + name)
    }

    /// Writes a file otherwise; the old text must stand in it once.
    func replace(_ old: String, _ new: String, in name: String) throws {
        let text = try read(name)
        let parts = text.components(separatedBy: old)
        guard parts.count == 2 else { throw Missing(text: old, times: parts.count - 1, name: name) }
        try write(name, parts.joined(separator: new))
    }

    struct Missing: Error {
        let text: String
        let times: Int
        let name: String
    }

    @discardableResult
    func build(_ options: String..., environment: [String: String] = [:]) throws -> Ending {
        try Program.run(
            [Package.program, "build", path] + options,
            in: path,
            environment: environment
        )
    }

    func check() throws -> Ending {
        try Program.recount("check", path, "--all")
    }
}
