// What a machine has published and trusts is not part of a site: a site comes from others, and may not say
// of itself that it is trusted. So it is kept in the user's own folder for such things (XDG Base Directory).

import Foundation
import Output

/// Small files that this machine keeps between commands.
package struct MachineState: Sendable {
    /// The folder; `nil` when the user has none.
    private let folder: String?

    /// Uses the folder `recount` in `XDG_STATE_HOME`, or in `~/.local/state`.
    package init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        if let base = environment["XDG_STATE_HOME"], base.hasPrefix("/") {
            folder = base + "/recount"
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            folder = home + "/.local/state/recount"
        } else {
            folder = nil
        }
    }

    /// What stands for a folder, such as a site's, in names: a digest of its place on this machine.
    package static func name(of folder: String) -> String {
        let place = URL(filePath: folder).standardized.resolvingSymlinksInPath().path
        return String(Digest(of: Array(place.utf8)).description.prefix(16))
    }

    /// What was kept under a name; `nil` when there is nothing.
    package func bytes(_ name: String) -> [UInt8]? {
        folder.flatMap { FileManager.default.contents(atPath: $0 + "/" + name) }.map { Array($0) }
    }

    /// Keeps bytes under a name, readable by the user only; what cannot be kept is asked for again.
    package func keep(_ bytes: [UInt8], as name: String) {
        guard let folder else { return }
        let file = URL(filePath: folder + "/" + name)
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try? Data(bytes).write(to: file, options: .atomic)
    }
}
