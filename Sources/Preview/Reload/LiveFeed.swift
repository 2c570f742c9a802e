// The events that are sent to open pages. A page states the last build that it has seen, so a page that was
// loading, hidden or disconnected during a build receives the changes that it missed.

import Diagnostics
import Text

/// The current position, recent changes and problems of the preview, as events for open pages.
struct LiveFeed: Sendable {
    /// Distinguishes this run of the preview from an earlier one on the same port.
    private let run: String
    private var build = 0
    private var history: [(build: Int, changed: [String]?)] = []
    private var problems: ProblemList?

    private static let maximumHistory = 64

    init(run: String) {
        self.run = run
    }

    /// The position of a page that is served now.
    var position: String { "\(run).\(build)" }

    /// Records a new report and returns the events for open pages.
    ///
    /// `changed` lists the paths that changed; it is `nil` if any may have changed.
    mutating func show(changed: [String]?, warnings: [Diagnostic]) -> [UInt8] {
        build += 1
        problems = warnings.isEmpty ? nil : ProblemList(warnings: warnings)
        history.append((build, changed))
        if history.count > LiveFeed.maximumHistory { history.removeFirst() }
        return built(changed) + (problems.map { event("problems", $0.json) } ?? [])
    }

    /// Records the problems that prevented a new report, and returns the event for open pages.
    mutating func report(_ found: ProblemList) -> [UInt8] {
        problems = found
        return event("problems", found.json)
    }

    /// The first events for a page: the changes that it has missed, then the current problems.
    func greeting(since: String?) -> [UInt8] {
        var bytes = Array("retry: 300\n\n".utf8)
        switch missed(since: since) {
        case .nothing: break
        case .builds(let changed): bytes += built(changed)
        case .unknown: bytes += built(nil)
        }
        return bytes
            + (problems.map { event("problems", $0.json) } ?? event("fine", Array("{}".utf8)))
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

    /// The event for a new report; `nil` means that anything may have changed.
    private func built(_ changed: [String]?) -> [UInt8] {
        var json = JSONWriter(.compact)
        json.object { object in
            if let changed {
                object.array("changed", changed) { $0.value($1) }
            } else {
                object.null("changed")
            }
            if problems?.isWarningsOnly == true { object.member("hasWarnings", 1) }
        }
        return event("built", json.finished())
    }

    private func event(_ name: String, _ data: [UInt8]) -> [UInt8] {
        Array("event: \(name)\nid: \(position)\ndata: ".utf8) + data + Array("\n\n".utf8)
    }
}
