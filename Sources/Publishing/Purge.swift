// A host that keeps earlier releases keeps what was withheld later, too. Which of its folders hold it follows from the
// digests of the manifests, which the site records with each release.

/// Which earlier releases a host must not keep, and nobody may go back to.
public struct Purge: Sendable, Equatable {
    /// A release that the site has recorded.
    public struct Recorded: Sendable, Equatable {
        /// The SHA-256 of its manifest in hexadecimal.
        public let digest: String
        /// The records in it that must not be shown again; empty when it may stay.
        public let records: Set<String>

        /// Describes a release.
        public init(digest: String, records: Set<String>) {
            self.digest = digest
            self.records = records
        }
    }

    private let recorded: [Recorded]

    /// Takes the releases that the site has recorded.
    public init(_ recorded: [Recorded] = []) {
        self.recorded = recorded.filter { !$0.digest.isEmpty }
    }

    /// Whether every release may stay.
    public var isEmpty: Bool { recorded.allSatisfy { $0.records.isEmpty } }

    /// The records in each folder of a host that must not be shown again; folders that may stay are left out.
    ///
    /// A folder that no recorded release names, such as that of a build with other templates, is judged by its
    /// neighbours: it may stay when a release without these records was published before it and after the last
    /// release with them.
    func exposed(_ folders: [ReleaseFolder]) -> [(folder: ReleaseFolder, records: Set<String>)] {
        if isEmpty { return [] }
        let all = recorded.reduce(into: Set<String>()) { $0.formUnion($1.records) }
        func records(_ folder: ReleaseFolder) -> Set<String>? {
            recorded.last { $0.digest.hasPrefix(folder.digest) }?.records
        }
        let last = folders.filter { records($0)?.isEmpty == false }.map(\.number).max() ?? 0
        let firstSafe =
            folders.filter { $0.number > last && records($0)?.isEmpty == true }.map(\.number).min()
            ?? .max
        return folders.compactMap { folder in
            let held = records(folder) ?? (folder.number < firstSafe ? all : [])
            return held.isEmpty ? nil : (folder, held)
        }
    }
}
