import Output

/// Signs a report's manifest, and checks such signatures.
///
/// The manifest names every file by its digest, so a signature over it answers for all of them.
enum Signature {
    /// The purpose that ssh-keygen writes into a signature; a signature for another does not count.
    static let purpose = "recount"

    /// Signs the manifest of a report; the signature lies beside it then.
    static func sign(
        _ report: LocalReport,
        as signing: PublishingSettings.Signing
    ) throws(PublishError) {
        let signature: [UInt8]
        let name: String
        switch signing.kind {
        case .ssh:
            name = "manifest.json.sig"
            signature = try ExternalProgram("ssh-keygen")
                .runSuccessfully(
                    ["-Y", "sign", "-n", purpose, "-f", signing.key],
                    input: .bytes(report.bytes),
                    doing: "sign the manifest with \(signing.key)",
                    limit: .seconds(300)
                )
        case .minisign:
            name = "manifest.json.minisig"
            signature = try minisign(report, signing.key)
        }
        try LocalFile.write(signature, to: report.folder + "/" + name)
    }

    /// minisign reads and writes files only, and asks for its password on the terminal.
    private static func minisign(
        _ report: LocalReport,
        _ key: String
    ) throws(PublishError) -> [UInt8] {
        let scratch = try ScratchFolder()
        let file = scratch.path + "/manifest.json"
        try LocalFile.write(report.bytes, to: file)
        _ = try ExternalProgram("minisign")
            .runSuccessfully(
                ["-S", "-s", key, "-m", file, "-x", file + ".minisig"],
                input: .terminal,
                doing: "sign the manifest with \(key)",
                limit: .seconds(300)
            )
        guard let signature = LocalFile.read(file + ".minisig") else {
            throw .report(reason: "minisign wrote no signature")
        }
        return signature
    }

    /// Checks a signature; the line to show, or why it does not hold.
    static func check(
        _ manifest: [UInt8],
        signature: [UInt8],
        named name: String,
        signers: String?
    ) throws(PublishError) -> Finding {
        let scratch = try ScratchFolder()
        let file = scratch.path + "/manifest.json"
        let beside = scratch.path + "/" + name
        try LocalFile.write(manifest, to: file)
        try LocalFile.write(signature, to: beside)
        let finding =
            name.hasSuffix(".minisig")
            ? try checkMinisign(file, beside, signers) : try checkSSH(manifest, beside, signers)
        withExtendedLifetime(scratch) {}
        return finding
    }

    /// The result of checking a signature.
    enum Finding: Equatable, Sendable {
        /// It was made with a key that the reader trusts.
        case trusted(by: String)
        /// It matches the manifest, but no trusted keys were given.
        case intact(key: String)
        /// It does not match, or was made with another key.
        case bad(String)
    }

    private static func checkSSH(
        _ manifest: [UInt8],
        _ signature: String,
        _ signers: String?
    ) throws(PublishError) -> Finding {
        let program = try ExternalProgram("ssh-keygen")
        let doing = "check the signature"
        guard let signers else {
            let result = try program.run(
                ["-Y", "check-novalidate", "-n", purpose, "-s", signature],
                input: .bytes(manifest),
                doing: doing
            )
            return result.code == 0
                ? .intact(key: text(result.output)) : .bad("it does not match the manifest")
        }
        let found = try program.run(
            ["-Y", "find-principals", "-s", signature, "-f", signers],
            input: .bytes(manifest),
            doing: doing
        )
        let principals = text(found.output).split(whereSeparator: \.isNewline)
        guard found.code == 0, let principal = principals.first else {
            return .bad("it was made by nobody in “\(signers)”")
        }
        let result = try program.run(
            [
                "-Y", "verify", "-f", signers, "-I", String(principal), "-n", purpose, "-s",
                signature,
            ],
            input: .bytes(manifest),
            doing: doing
        )
        return result.code == 0
            ? .trusted(by: String(principal)) : .bad("it does not match the manifest")
    }

    private static func checkMinisign(
        _ manifest: String,
        _ signature: String,
        _ signers: String?
    ) throws(PublishError) -> Finding {
        guard let signers else { return .bad("a minisign signature needs a public key: --signers") }
        let result = try ExternalProgram("minisign")
            .run(
                ["-V", "-p", signers, "-m", manifest, "-x", signature],
                doing: "check the signature"
            )
        return result.code == 0
            ? .trusted(by: "the key in “\(signers)”")
            : .bad("it does not match the manifest, or “\(signers)” is not its key")
    }

    private static func text(_ bytes: [UInt8]) -> String {
        var text = String(decoding: bytes, as: UTF8.self)
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}
