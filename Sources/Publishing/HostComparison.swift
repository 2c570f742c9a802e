import Output

/// The differences between the files in a place and a manifest.
public struct HostComparison: Sendable, Equatable {
    /// Files of the manifest that are not there, sorted.
    public private(set) var missing: [String] = []
    /// Files whose bytes are not those of the manifest, sorted.
    public private(set) var changed: [String] = []
    /// Files that the manifest does not list, sorted.
    public private(set) var extra: [String] = []
    /// How many files were compared and found equal.
    public private(set) var equal = 0

    /// Compares; a file without a digest, on either side, is never equal.
    public init(expected: [String: Manifest.File], found: [String: Manifest.File]) {
        for (path, file) in expected {
            guard let there = found[path] else {
                missing.append(path)
                continue
            }
            // The digest suffices: some places do not state the size.
            if let digest = file.digest, there.digest == digest {
                equal += 1
            } else {
                changed.append(path)
            }
        }
        extra = found.keys.filter { expected[$0] == nil }
        sort()
    }

    /// Whether every file of the manifest is there and none is changed.
    public var isWhole: Bool { missing.isEmpty && changed.isEmpty }

    /// The first difference, for a message; extra files do not count.
    var example: String? {
        if let path = missing.first { return "“\(path)” is missing" }
        if let path = changed.first { return "“\(path)” has other bytes" }
        return nil
    }

    private mutating func sort() {
        missing.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        changed.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        extra.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
