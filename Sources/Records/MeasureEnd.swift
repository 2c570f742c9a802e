/// A measure, or one end of it.
public struct MeasureEnd: Hashable, Sendable {
    /// The measure.
    public var measure: Measure
    /// The end, or `nil` for both.
    public var end: End?

    /// One end of a range.
    public enum End: String, CaseIterable, Sendable {
        /// The sum of minima.
        case min
        /// The sum of maxima.
        case max
    }

    /// Makes a measure or one end of it.
    public init(_ measure: Measure, _ end: End? = nil) {
        self.measure = measure
        self.end = end
    }

    /// Reads `killed`, `killed.min` or `killed.max`.
    public init?(_ text: some StringProtocol, in measures: MeasureList) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            let measure = parts[0] == Measure.people.name ? .people : measures[parts[0]]
        else { return nil }
        self.measure = measure
        if parts.count == 2 {
            guard let end = End(rawValue: String(parts[1])) else { return nil }
            self.end = end
        }
    }

    /// As an author writes it.
    public var text: String {
        end.map { "\(measure.name).\($0.rawValue)" } ?? measure.name
    }
}
