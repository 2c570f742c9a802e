// What open pages are told. A page says up to which build it has seen the report, so one that was
// opened, hidden or cut off while a build finished still learns what changed since.

import Diagnostics
import Text

/// The state of the preview as open pages see it.
struct LiveFeed: Sendable {
    /// Tells this run of the preview from an earlier one on the same port.
    private let run: String
    private var build = 0
    private var history: [(build: Int, changed: [String]?)] = []
    private var trouble: Trouble?

    private static let longestHistory = 64

    init(run: String) {
        self.run = run
    }

    /// Where a page that is served now stands.
    var position: String { "\(run).\(build)" }

    /// Takes note of a new report, and makes the events that tell open pages: the paths that changed,
    /// or `nil` when any may have, and what is doubtful.
    mutating func show(changed: [String]?, warnings: [Diagnostic]) -> [UInt8] {
        build += 1
        trouble = warnings.isEmpty ? nil : Trouble(warnings: warnings)
        history.append((build, changed))
        if history.count > LiveFeed.longestHistory { history.removeFirst() }
        return built(changed) + (trouble.map { event("trouble", $0.json) } ?? [])
    }

    /// Takes note of what keeps the newest report from open pages, and makes the event that tells them.
    mutating func tell(_ found: Trouble) -> [UInt8] {
        trouble = found
        return event("trouble", found.json)
    }

    /// What a page is told first: what it has missed, then how things stand.
    func greeting(since: String?) -> [UInt8] {
        var bytes = Array("retry: 300\n\n".utf8)
        switch missed(since: since) {
        case .nothing: break
        case .builds(let changed): bytes += built(changed)
        case .unknown: bytes += built(nil)
        }
        if let trouble {
            bytes += event("trouble", trouble.json)
        } else {
            bytes += event("fine", Array("{}".utf8))
        }
        return bytes
    }

    private enum Missed {
        case nothing
        case builds([String])
        case unknown
    }

    private func missed(since: String?) -> Missed {
        guard let since, since != position else { return .nothing }
        let parts = since.split(separator: ".")
        guard parts.count == 2, parts[0] == run, let seen = Int(parts[1]),
            (0...build).contains(seen),
            build - seen <= history.count
        else { return .unknown }
        let lists = history.filter { $0.build > seen }.map(\.changed)
        let known = lists.compactMap(\.self)
        return known.count < lists.count ? .unknown : .builds(Set(known.joined()).sorted())
    }

    /// `nil` stands for "anything may have changed".
    private func built(_ changed: [String]?) -> [UInt8] {
        var json = JSONWriter(.compact)
        json.object { object in
            if let changed {
                object.array("changed", changed) { $0.value($1) }
            } else {
                object.null("changed")
            }
            if trouble?.isDoubtOnly == true { object.member("doubtful", 1) }
        }
        return event("built", json.finished())
    }

    private func event(_ name: String, _ data: [UInt8]) -> [UInt8] {
        Array("event: \(name)\nid: \(position)\ndata: ".utf8) + data + Array("\n\n".utf8)
    }
}
