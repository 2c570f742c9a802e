// Making pictures smaller takes half a second for each, so this machine remembers what came of it. It keeps digests only:
// the pictures are in the report, and no copy of one stays anywhere else when its author withdraws it.

import Output
import Synchronization

/// The digests of the smaller sizes that were made of a site's pictures.
final class KnownPictures: Sendable {
    private typealias Entries = [Digest: [Digest?]]

    private let state = MachineState()
    private let name: String
    /// `nil` until they are read.
    private let entries = Mutex<Entries?>(nil)

    /// Prepares the search for a site's pictures.
    init(site: String) {
        name = "pictures/\(MachineState.name(of: site)).txt"
    }

    /// What came of a piece of work; `nil` when it is not known, and `nil` within for a size that is left out.
    subscript(work: Digest) -> [Digest?]? { entries.withLock { read(&$0)[work] } }

    /// Remembers these pieces of work and no others.
    func keep(_ used: [Digest: [Digest?]]) {
        entries.withLock { entries in
            if read(&entries) == used { return }
            entries = used
            write(used)
        }
    }

    /// Forgets a piece of work.
    func forget(_ work: Digest) {
        entries.withLock { entries in
            var left = read(&entries)
            left[work] = nil
            entries = left
            write(left)
        }
    }

    /// One line for each piece of work: its digest and those of the sizes, or a hyphen.
    private func write(_ entries: Entries) {
        let lines = entries.map { work, sizes in
            ([work.description] + sizes.map { $0?.description ?? "-" }).joined(separator: " ")
                + "\n"
        }
        state.keep(Array(lines.sorted().joined().utf8), as: name)
    }

    /// A line that is not as it was written is passed over.
    private func read(_ entries: inout Entries?) -> Entries {
        if let entries { return entries }
        var found: Entries = [:]
        for line in String(decoding: state.bytes(name) ?? [], as: UTF8.self).split(separator: "\n")
        {
            let words = line.split(separator: " ", omittingEmptySubsequences: false)
            let sizes = words.dropFirst().map { Digest(hex: $0) }
            guard let work = words.first.flatMap({ Digest(hex: $0) }),
                zip(words.dropFirst(), sizes).allSatisfy({ $0 == "-" || $1 != nil })
            else { continue }
            found[work] = sizes
        }
        entries = found
        return found
    }
}
