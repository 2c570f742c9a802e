// A host can replace a page and its manifest together. What a site has published is known elsewhere, though: on the
// machine that published it, in the releases that are kept with the content, and in the report itself.

import Foundation
import Output
import Text

/// The manifests that a site is known to have published.
package struct KnownManifests {
    private let site: String
    private let name: String
    private let state: MachineState

    /// Prepares the search for the manifests of a site and one of its targets.
    package init(site: String, target: String, state: MachineState = MachineState()) {
        self.site = site
        self.state = state
        name = "published/\(MachineState.name(of: site))/\(target).json"
    }

    /// Stores the manifest of a publication to the target.
    package func remember(_ manifest: [UInt8]) { state.keep(manifest, as: name) }

    /// Where the same manifest was found.
    package enum Origin {
        /// It is that of the last publication from this machine.
        case publication
        /// A file in `content/releases`, such as `2026-11-22-3.json`, names its digest.
        case release(String)
        /// It is that of the report in the site's folder.
        case output
        /// It differs from all known ones; the value is the last publication from this machine, if there is one.
        case unknown(expected: [UInt8]?)
        /// There is no known manifest to compare it with.
        case nothingKnown
    }

    /// Where the manifest that a host serves was found.
    package func origin(of manifest: [UInt8]) -> Origin {
        let published = state.bytes(name)
        if published == manifest { return .publication }
        let digest = Digest(of: manifest).description
        let releases = recorded()
        if let release = releases.first(where: { $0.digest == digest }) {
            return .release(release.file)
        }
        let output = FileManager.default.contents(atPath: site + "/Output/" + Manifest.path)
        if let output, Array(output) == manifest { return .output }
        if published == nil, releases.isEmpty { return .nothingKnown }
        return .unknown(expected: published)
    }

    /// The releases with the digests of their manifests, the newest first.
    private func recorded() -> [(file: String, digest: String)] {
        let folder = site + "/content/releases"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().reversed()
            .compactMap { name in
                guard let bytes = FileManager.default.contents(atPath: folder + "/" + name),
                    let digest = KnownManifests.digest(in: Array(bytes), file: name)
                else { return nil }
                return (name, digest)
            }
    }

    private static func digest(in release: [UInt8], file: String) -> String? {
        let text = IndexedText(SourceText(file: file, bytes: release))
        return (try? JSONParser.parse(text))?.document.root["manifest"]?.asString
    }
}
