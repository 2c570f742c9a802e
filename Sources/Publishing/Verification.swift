import Output
import Text

/// Compares every byte of a published report with its manifest, for any reader with a copy.
public struct Verification: Sendable {
    /// The result for each file.
    public let comparison: HostComparison
    /// The result for the signature of the manifest, in words; `nil` if there is none.
    public let signature: String?
    /// Whether the signature meets what the reader demanded.
    public let isSignatureGood: Bool
    /// How many files the manifest lists.
    public let fileCount: Int
    /// The program that wrote the manifest.
    public let generator: String

    /// Reads all files that a target serves and compares them.
    public init(
        of target: PublishingSettings.Target,
        against manifest: [UInt8]? = nil,
        signers: String?
    ) throws(PublishError) {
        try self.init(target.host, target.name, manifest, signers)
    }

    /// Compares a copy in a folder.
    public init(
        ofFolder path: String,
        against manifest: [UInt8]? = nil,
        signers: String?
    ) throws(PublishError) {
        try self.init(FolderHost(path: path), path, manifest, signers)
    }

    private init(
        _ host: any Host,
        _ name: String,
        _ trusted: [UInt8]?,
        _ signers: String?
    ) throws(PublishError) {
        let there = try host.bytes(of: Manifest.path)
        guard let bytes = trusted ?? there else {
            throw .unsuitable(target: name, reason: "it holds no manifest.json")
        }
        let manifest: Manifest
        do { manifest = try ManifestReader.read(bytes, requiringIntact: true) } catch {
            throw .unsuitable(
                target: name,
                reason: "its manifest.json cannot be used: \(error.reason)"
            )
        }
        var found = try host.survey()
        for own in Manifest.signatures + [RcloneHost.pending] { found[own] = nil }
        var expected = manifest.files
        expected[Manifest.path] = Manifest.File(size: bytes.count, digest: Digest(of: bytes))
        comparison = HostComparison(expected: expected, found: found)
        fileCount = expected.count
        generator = manifest.statement.generator
        (signature, isSignatureGood) = try Verification.signature(host, bytes, signers)
    }

    private static func signature(
        _ host: any Host,
        _ manifest: [UInt8],
        _ signers: String?
    ) throws(PublishError) -> (String?, Bool) {
        for name in Manifest.signatures {
            guard let bytes = try host.bytes(of: name) else { continue }
            let finding = try Signature.check(
                manifest,
                signature: bytes,
                named: name,
                signers: signers
            )
            switch finding {
            case .trusted(let signer): return ("good, by \(signer)", true)
            case .intact(let key):
                return ("fits (\(key)); say whose it must be with --signers", true)
            case .bad(let reason):
                let isAsked = signers != nil || !name.hasSuffix(".minisig")
                return ("\(isAsked ? "bad" : "not checked"): \(reason)", !isAsked)
            }
        }
        return signers == nil ? (nil, true) : ("there is none", false)
    }
}
