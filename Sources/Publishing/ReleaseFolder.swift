import Text

/// The name of one publication on a host: a number that counts up and the beginning of the
/// manifest's digest, so that names sort by time without a clock.
struct ReleaseFolder: Sendable, Equatable, CustomStringConvertible {
    /// The number.
    let number: Int
    /// The first twelve digits of the manifest's digest.
    let digest: String

    /// The name of its folder.
    var description: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + "-" + digest
    }

    /// Names a release.
    init(number: Int, digest: String) {
        self.number = number
        self.digest = digest
    }

    /// Reads a name; `nil` for folders that are something else.
    init?(_ name: some StringProtocol) {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, (6...12).contains(parts[0].utf8.count),
            parts[0].utf8.allSatisfy(\.isDigit), let number = Int(parts[0]),
            parts[1].utf8.count == 12,
            parts[1].utf8.allSatisfy({ $0.isDigit || (0x61...0x66).contains($0) })
        else { return nil }
        self.init(number: number, digest: String(parts[1]))
        guard description == name else { return nil }
    }
}

/// What stands on a host of releases.
struct ReleaseListing: Sendable {
    /// Whether the host has anything else where the link `current` must stand.
    var isBlocked = false
    /// The release that readers see.
    var current: ReleaseFolder?
    /// All complete releases, oldest first.
    var releases: [ReleaseFolder] = []
    /// Publications that did not end, oldest first.
    var partial: [ReleaseFolder] = []
    /// The manifest that readers see; `nil` when there is none.
    var manifest: [UInt8]?

    /// The number of the next release.
    var nextNumber: Int { ((releases + partial).map(\.number).max() ?? 0) + 1 }

    /// Prints what this type reads.
    static let script = """
        if [ ! -d "$base" ]; then exit 0; fi
        cd -- "$base"
        if [ -L current ]; then
            printf 'current %s\\n' "$(readlink current)"
        elif [ -e current ]; then
            echo blocked
        fi
        if [ -d releases ]; then
            for folder in releases/*; do
                if [ -d "$folder" ]; then printf 'release %s\\n' "${folder##*/}"; fi
            done
            for folder in releases/.partial-*; do
                if [ -d "$folder" ]; then printf 'partial %s\\n' "${folder##*/.partial-}"; fi
            done
        fi
        if [ -L current ] && [ -f current/manifest.json ]; then
            echo manifest
            cat current/manifest.json
        fi

        """

    /// Reads what the script printed.
    init(_ output: [UInt8]) {
        var rest = output[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let line = String(decoding: rest[..<end], as: UTF8.self)
            rest = rest[(end + 1)...]
            if line == "manifest" {
                manifest = Array(rest)
                break
            }
            read(line)
        }
        releases.sort { $0.number < $1.number }
        partial.sort { $0.number < $1.number }
    }

    private mutating func read(_ line: String) {
        if line == "blocked" { isBlocked = true }
        let parts = line.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let word = parts.first else { return }
        let release = ReleaseFolder(parts[1].split(separator: "/").last ?? "")
        switch word {
        case "current":
            current = release
            if release == nil || !parts[1].hasPrefix("releases/") { isBlocked = true }
        case "release": if let release { releases.append(release) }
        case "partial": if let release { partial.append(release) }
        case _: break
        }
    }
}
