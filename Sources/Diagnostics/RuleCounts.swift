/// How often each rule was broken, in total and in each file.
struct RuleCounts {
    /// A rule in a file.
    struct Place: Hashable {
        let file: String
        let rule: String

        init(_ diagnostic: Diagnostic) {
            file = diagnostic.location.file
            rule = diagnostic.rule
        }
    }

    /// A rule, the number of times that it was broken, and the files in which it was, in the order of the list.
    struct RuleCount {
        let rule: String
        var count = 0
        var files: [String] = []
    }

    /// The number of mistakes of a rule in a file.
    private(set) var perFile: [Place: Int] = [:]
    /// The rules, the most frequent last, because a terminal shows the end; ties in the order of their names.
    let rules: [RuleCount]

    /// Counts the mistakes of a list.
    init(_ diagnostics: [Diagnostic]) {
        var counts: [String: RuleCount] = [:]
        for diagnostic in diagnostics {
            let place = Place(diagnostic)
            perFile[place, default: 0] += 1
            counts[place.rule, default: RuleCount(rule: place.rule)].count += 1
            if perFile[place] == 1 { counts[place.rule]?.files.append(place.file) }
        }
        rules = counts.values.sorted { ($0.count, $0.rule) < ($1.count, $1.rule) }
    }
}
