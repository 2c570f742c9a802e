import Diagnostics

/// All measures of a site: those that every site has, and those that it declares besides.
///
/// Tables, charts, figures, downloads, checks and releases ask it, so that a further measure needs
/// no code. One object, because everything holds it and nothing changes it.
public final class MeasureList: Hashable, Sendable {
    /// The measures in order; each knows its position.
    public let all: [Measure]
    /// The measures whose counts stand in columns, in order.
    public let counts: [Measure]
    /// The measures that a table of totals shows, in order: strikes first, then the counts.
    public let tabled: [Measure]
    /// The measures that the site declares, in order.
    public let declared: [Measure]
    /// The columns of a strike of which these measures are counted.
    let strikeColumns: ColumnList<Strike>
    /// The measures that claims state, in order.
    public let claimed: [Measure]
    /// The columns of a claim that states these measures.
    let claimColumns: ColumnList<Claim>
    /// For each measure of ``counts``, its position and that of its group.
    let countPlaces: [(measure: Int, group: Int?)]

    private let byName: [String: Int]

    /// The measures that every site has.
    public static let builtIn = MeasureList(declared: [])

    /// The built-in measures, and further ones in their order; of two with one name the first holds.
    public init(declared: [Measure]) {
        var all = Measure.builtIn
        var byName: [String: Int] = [:]
        for measure in all { byName[measure.name] = measure.position }
        for measure in declared where byName[measure.name] == nil {
            byName[measure.name] = all.count
            all.append(measure.placed(at: all.count, group: nil))
        }
        for measure in all where measure.isDeclared && measure.partOf != nil {
            let group = MeasureList.group(of: measure, all, byName)
            all[measure.position] = measure.placed(at: measure.position, group: group)
        }
        self.all = all
        self.byName = byName
        counts = all.filter(\.holdsCounts)
        tabled = all.filter { $0.holdsCounts || $0.counted == .strikes }
        self.declared = all.filter(\.isDeclared)
        strikeColumns = Strike.columns(counting: counts)
        claimed = counts.filter(\.isClaimed)
        claimColumns = Claim.columns(counting: claimed)
        countPlaces = counts.map { ($0.position, $0.group?.position) }
    }

    /// The group of the outermost whole that a measure is part of; the whole may be declared after its part.
    private static func group(
        of measure: Measure,
        _ all: [Measure],
        _ byName: [String: Int]
    ) -> OverlapGroup? {
        var outermost = measure
        for _ in all {
            guard let whole = outermost.partOf.flatMap({ byName[$0] }) else { break }
            outermost = all[whole]
        }
        return outermost.group
    }

    /// The measure with a name.
    public subscript(name: some StringProtocol) -> Measure? {
        byName[String(name)].map { all[$0] }
    }

    /// The names in order.
    public var names: [String] { all.map(\.name) }

    /// The measures that are a part of another, each with its whole.
    public var parts: [(part: Measure, whole: Measure)] {
        counts.compactMap { part in
            part.partOf.flatMap { self[$0] }.map { (part, $0) }
        }
    }

    /// The measures of each whole in which no person is counted twice, where there are several.
    public var exclusiveParts: [(parts: [Measure], whole: Measure)] {
        counts.compactMap { whole in
            let parts = counts.filter { $0.isExclusive && $0.partOf == whole.name }
            return parts.count > 1 ? (parts, whole) : nil
        }
    }

    /// The measures of a group, in order.
    public func members(of group: OverlapGroup) -> [Measure] {
        counts.filter { $0.group == group }
    }

    /// What to write instead of a name that no measure has.
    public func advice(for name: some StringProtocol, allowsEnds: Bool) -> String {
        let plain = String(allowsEnds ? name.prefix { $0 != "." } : name[...])
        return Spelling.question(plain, names)
            ?? "The measures are \(names.joined(separator: ", "))"
            + (allowsEnds ? "; .min and .max pick one end." : ".")
    }

    /// Whether two lists have the same measures in the same order.
    public static func == (left: MeasureList, right: MeasureList) -> Bool {
        left === right || left.all == right.all
    }

    /// Feeds the number of measures; sites seldom differ in more.
    public func hash(into hasher: inout Hasher) { hasher.combine(all.count) }
}
