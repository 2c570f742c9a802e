import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Signatures by the real programs.
@Suite(.enabled(if: Tools.run("ssh-keygen", "minisign"))) struct SignatureTests {
    @Test func aSignatureOfSSHIsCheckedAgainstSigners() throws {
        let sandbox = try Sandbox()
        let keygen = try #require(Tools.path("ssh-keygen"))
        for name in ["author", "other"] {
            try Tools.run(
                keygen,
                ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", "\(sandbox.path)/\(name)"]
            )
        }
        for name in ["author", "other"] {
            let key = sandbox.text(name + ".pub") ?? ""
            try sandbox.put("\(name)@example.org \(key)", at: "\(name).signers")
        }
        let report = try sandbox.report(["index.html": "one"])
        let place = PublishingSettings.Place.folder(path: sandbox.path + "/stick")
        let key = sandbox.path + "/author"
        try publish(report, to: place, signing: .init(kind: .ssh, key: key))
        #expect(sandbox.files("stick") == ["index.html", "manifest.json", "manifest.json.sig"])

        let good = try verify(place, signers: sandbox.path + "/author.signers")
        #expect(good.signature == "good, by author@example.org")
        #expect(good.isGood(allowingExtra: false))
        let strange = try verify(place, signers: sandbox.path + "/other.signers")
        #expect(!strange.isGood(allowingExtra: false))
        #expect(strange.signature?.hasPrefix("bad: it was made by nobody in") == true)
        let unsaid = try verify(place)
        #expect(unsaid.isGood(allowingExtra: false))
        #expect(unsaid.signature?.contains("SHA256:") == true)

        // A forged manifest that fits itself does not fit the signature.
        let forged = try sandbox.report(["index.html": "two"], at: "Forged")
        for name in ["index.html", "manifest.json"] {
            try sandbox.put(sandbox.text("Forged/" + name) ?? "", at: "stick/" + name)
        }
        #expect(forged.manifest.files.count == 1)
        let caught = try verify(place, signers: sandbox.path + "/author.signers")
        #expect(caught.comparison.isWhole)
        #expect(caught.signature == "bad: it does not match the manifest")
        #expect(!caught.isGood(allowingExtra: false))
    }

    @Test func aSignatureOfMinisignIsCheckedAgainstAKey() throws {
        let sandbox = try Sandbox()
        let minisign = try #require(Tools.path("minisign"))
        let (secret, open) = (sandbox.path + "/key", sandbox.path + "/key.pub")
        try Tools.run(minisign, ["-G", "-W", "-p", open, "-s", secret])
        try Tools.run(minisign, ["-G", "-W", "-p", open + "2", "-s", secret + "2"])
        let report = try sandbox.report(["index.html": "one"])
        let place = PublishingSettings.Place.folder(path: sandbox.path + "/stick")
        try publish(report, to: place, signing: .init(kind: .minisign, key: secret))
        #expect(try verify(place, signers: open).isGood(allowingExtra: false))
        #expect(try !verify(place, signers: open + "2").isGood(allowingExtra: false))
        #expect(
            try verify(place).signature
                == "not checked: a minisign signature needs a public key: --signers"
        )
    }

    @Test func aMissingSignatureIsReportedWhenSignersAreNamed() throws {
        let sandbox = try Sandbox()
        try sandbox.report(["index.html": "one"])
        let verification = try Verification(ofFolder: sandbox.path + "/Output", signers: "x")
        #expect(verification.signature == "there is none")
        #expect(!verification.isGood(allowingExtra: false))
    }
}
