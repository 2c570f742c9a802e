/// Something that can be counted over a selection of strikes, as it is declared: the measures that
/// every site has, and those that a site declares besides, have the same form.
///
/// One object for each measure, because every figure refers to one. The ``MeasureList`` of the
/// site holds all of them.
public final class Measure: Hashable, Sendable {
    /// The name that authors write, such as `children_killed`.
    public let name: String
    /// What it counts, in one line without a full stop.
    public let meaning: String
    /// What readers see, by language tag; the label under the empty tag serves all other languages.
    ///
    /// Most built-in measures have none: their words are in the words files, under their names.
    public let labels: [String: String]
    /// The labels in the form that a number needs, by language tag and CLDR plural category (`one`, `few`, `other`).
    public let forms: [String: [String: String]]
    /// What is added up.
    public let counted: Counted
    /// What one of it is, as a key: `people`, `strikes`.
    public let unit: String
    /// The unit in words, by language tag; the one under the empty tag serves all other languages.
    public let units: [String: String]
    /// The name of the measure of which it is a part, and which it cannot exceed; `nil` for a whole.
    public let partOf: String?
    /// Whether no person is counted in it and in another such part of the same whole, so that all of
    /// them together cannot exceed the whole either.
    public let isExclusive: Bool
    /// The counts that one statement gives together with it; `nil` for what is not shared.
    public let group: OverlapGroup?
    /// Its position among the measures of the site, from 0; −1 while it belongs to no list.
    public let position: Int
    /// Whether the site declares it, besides those that every site has.
    public let isDeclared: Bool

    /// What a measure adds up.
    public enum Counted: Hashable, Sendable {
        /// Counts as published, which may be unknown or ranges, from the columns of its roles.
        case columns
        /// The strikes themselves.
        case strikes
        /// The people listed.
        case people
        /// The sources.
        case sources
        /// The claims.
        case claims
    }

    /// Declares a measure of a site whose counts stand in columns; a ``MeasureList`` gives it its
    /// position, and the group of the measure of which it is a part.
    public convenience init(
        _ name: String,
        _ meaning: String,
        labels: [String: String],
        forms: [String: [String: String]] = [:],
        unit: String = "people",
        units: [String: String] = [:],
        partOf: String? = nil,
        isExclusive: Bool = false
    ) {
        self.init(
            at: -1,
            name,
            meaning,
            labels: labels,
            forms: forms,
            unit: unit,
            units: units,
            partOf: partOf,
            isExclusive: isExclusive,
            isDeclared: true
        )
    }

    /// Declares a measure with everything that a list settles.
    init(
        at position: Int,
        _ name: String,
        _ meaning: String,
        labels: [String: String] = [:],
        forms: [String: [String: String]] = [:],
        counted: Counted = .columns,
        unit: String = "people",
        units: [String: String] = [:],
        partOf: String? = nil,
        isExclusive: Bool = false,
        group: OverlapGroup? = nil,
        isDeclared: Bool = false
    ) {
        self.name = name
        self.meaning = meaning
        self.labels = labels
        self.forms = forms
        self.counted = counted
        self.unit = unit
        self.units = units
        self.partOf = partOf
        self.isExclusive = isExclusive
        self.group = group
        self.position = position
        self.isDeclared = isDeclared
    }

    /// The same declaration with its position and group.
    func placed(at position: Int, group: OverlapGroup?) -> Measure {
        Measure(
            at: position,
            name,
            meaning,
            labels: labels,
            forms: forms,
            counted: counted,
            unit: unit,
            units: units,
            partOf: partOf,
            isExclusive: isExclusive,
            group: group,
            isDeclared: isDeclared
        )
    }

    /// The same declaration as a part of nothing.
    public var whole: Measure {
        Measure(name, meaning, labels: labels, forms: forms, unit: unit, units: units)
    }

    /// What it counts, within a sentence.
    public var meaningInSentence: String { meaning.prefix(1).lowercased() + meaning.dropFirst() }

    /// Whether it sums counts from columns, which may be unknown or ranges.
    public var holdsCounts: Bool { counted == .columns }

    /// Whether it counts the records that are selected, so that there are none where none is recorded.
    public var isOfRecords: Bool { self == .strikes || self == .people }

    /// Whether it counts what a belligerent admits, so that unknown means that it admits nothing.
    public var isConceded: Bool { group == .conceded }

    /// Whether claims state it in columns of their own.
    ///
    /// What a belligerent admits is a claim itself, and of the parts that every site has, a claim says which it counts.
    public var isClaimed: Bool { holdsCounts && !isConceded && (isDeclared || partOf == nil) }

    /// The people of a part, in a message beside the name of the whole: `children` of
    /// `children_killed`, among the killed.
    public var partName: String {
        var part = Substring(name)
        if let partOf, part.hasSuffix("_" + partOf) { part = part.dropLast(partOf.count + 1) }
        return String(part.map { $0 == "_" ? " " : $0 })
    }

    /// Whether two declarations say the same and stand at the same position.
    public static func == (left: Measure, right: Measure) -> Bool {
        left === right
            || left.position == right.position && left.name == right.name
                && left.meaning == right.meaning && left.labels == right.labels
                && left.forms == right.forms && left.units == right.units
                && left.counted == right.counted && left.unit == right.unit
                && left.partOf == right.partOf && left.isExclusive == right.isExclusive
                && left.group == right.group
                && left.isDeclared == right.isDeclared
    }

    /// Hashes the position, which is unique within a list.
    public func hash(into hasher: inout Hasher) { hasher.combine(position) }
}
