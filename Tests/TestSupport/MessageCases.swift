import Foundation

/// The cases of one room: the folder `Messages` beside the file of its tests.
public struct MessageCases: Sendable {
    private let folder: URL

    /// The name of the case to whose files all other cases are added, if there is one.
    static let base = "base"

    /// The folder beside a file of tests, which passes `#filePath`.
    public init(_ name: String = "Messages", beside file: String) {
        folder = URL(filePath: file).deletingLastPathComponent().appending(path: name)
    }

    /// Every case, sorted by name, the base among them.
    ///
    /// Throws when one of them cannot be read.
    public func all() throws -> [MessageCase] {
        let places = try FileManager.default
            .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        if let other = places.first(where: { $0.pathExtension != "txt" }) {
            throw CaseFault("\(other.path) is not a case")
        }
        let base = places.first { $0.lastPathComponent == MessageCases.base + ".txt" }
        let below = try base.map { try MessageCase($0, over: []).files } ?? []
        return try places.map { try MessageCase($0, over: below) }
    }

    /// One case by its name.
    ///
    /// Throws when there is none.
    public func named(_ name: String) throws -> MessageCase {
        guard let message = try all().first(where: { $0.name == name }) else {
            throw CaseFault("there is no case \(name) in \(folder.path)")
        }
        return message
    }

    /// The rules in the expected messages, including those that no case is named after.
    public func rules() throws -> Set<String> {
        var rules: Set<String> = []
        for expected in try all().compactMap(\.expected) {
            for match in expected.matches(of: #/(?m)^ +\[([a-z0-9-]+)\]$/#) {
                rules.insert(String(match.1))
            }
        }
        return rules
    }
}
