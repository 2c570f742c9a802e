import Output

/// The result of a verification as text.
extension Verification {
    /// The lines of the summary, with every difference.
    public var lines: [String] {
        var lines: [String] = []
        for path in comparison.missing {
            lines.append("missing  \(TargetTexts.shortened(path, to: 1_024))")
        }
        for path in comparison.changed {
            lines.append("changed  \(TargetTexts.shortened(path, to: 1_024))")
        }
        for path in comparison.extra {
            lines.append("extra    \(TargetTexts.shortened(path, to: 1_024))")
        }
        lines.append(
            "verified \(comparison.equal) of \(fileCount) files are as the manifest of \(generator) "
                + "says; \(comparison.missing.count) missing, \(comparison.changed.count) changed, "
                + "\(comparison.extra.count) extra"
        )
        if let signature { lines.append("signature \(signature)") }
        return lines
    }

    /// Whether everything matches the manifest.
    public func isGood(allowingExtra: Bool) -> Bool {
        comparison.isWhole && isSignatureGood && (allowingExtra || comparison.extra.isEmpty)
    }

    /// The folder that a path names: itself, or the one that holds the manifest; `nil` when nothing
    /// is there.
    public static func folder(of path: String) -> String? {
        switch LocalFile.kind(path) {
        case .nothing: return nil
        case .folder: return path
        case .file:
            guard let slash = path.lastIndex(of: "/") else { return "." }
            return slash == path.startIndex ? "/" : String(path[..<slash])
        }
    }

    /// The bytes of the manifest that a target serves.
    public static func manifest(
        on target: PublishingSettings.Target
    ) throws(PublishError) -> [UInt8] {
        guard let bytes = try target.host.bytes(of: Manifest.path) else {
            throw .unsuitable(target: target.name, reason: "it holds no manifest.json")
        }
        return bytes
    }

    /// The bytes of a manifest that the reader trusts.
    public static func manifest(at path: String) throws(PublishError) -> [UInt8] {
        guard let bytes = LocalFile.read(path) else {
            throw .file(reason: "the manifest “\(path)” cannot be read")
        }
        return bytes
    }
}
