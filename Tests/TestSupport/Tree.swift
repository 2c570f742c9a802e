import Foundation

/// The files below a folder, by path.
public enum Tree {
    /// The bytes of every file, by its path below the folder.
    public static func read(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            var isFolder: ObjCBool = false
            let path = folder + "/" + name
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            files[name] = try Data(contentsOf: URL(filePath: path))
        }
        return files
    }

    /// What differs between two trees, one line a file.
    public static func differences(_ found: [String: Data], _ expected: [String: Data]) -> [String]
    {
        Set(found.keys).union(expected.keys).sorted()
            .compactMap { name in
                switch (found[name], expected[name]) {
                case (let found?, let expected?):
                    found == expected ? nil : "\(name) differs" + lines(found, expected)
                case (nil, _): "\(name) is not written"
                case (_, nil): "\(name) is not expected"
                }
            }
    }

    private static func lines(_ found: Data, _ expected: Data) -> String {
        let difference = LineDifference(
            expected: String(decoding: expected, as: UTF8.self),
            found: String(decoding: found, as: UTF8.self)
        )
        return " (- expected, + made) in line \(difference.firstLine):\n\(difference.text)"
    }
}
