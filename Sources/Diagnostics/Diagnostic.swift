/// One mistake of an author's, as a value: where, what, which rule, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
    /// The public name of the rule that is broken.
    public var rule: String
    /// Whether it stops the build.
    public var severity: Severity
    /// Where the mistake is.
    public var location: SourceLocation
    /// What is wrong, naming the value; a clause without a full stop.
    public var message: String
    /// The text around the mistake, with what is wrong in it marked.
    public var excerpt: Excerpt?
    /// What to do about it; whole sentences.
    public var suggestion: String?
    /// Whether it can be judged only when every row of the records has been read.
    public var needsAllRows: Bool

    /// Makes a diagnostic for a rule, which decides its severity.
    public init(
        _ rule: some Rule,
        at location: SourceLocation,
        _ message: String,
        excerpt: Excerpt? = nil,
        suggestion: String? = nil,
        needsAllRows: Bool? = nil
    ) {
        self.rule = rule.rawValue
        self.severity = rule.severity
        self.location = location
        self.message = message
        self.excerpt = excerpt
        self.suggestion = suggestion
        self.needsAllRows = needsAllRows ?? rule.needsAllRows
    }
}

extension Diagnostic {
    /// Takes the author's words out, because they may tell who somebody is; the rule and the place remain.
    public mutating func conceal() {
        message = "a protected record breaks this rule"
        excerpt = nil
        suggestion =
            "What the record says is not printed; “recount explain \(rule)” describes the rule."
    }
}

extension Diagnostic: Comparable {
    /// Orders by place, then rule, then message, so that a run's list does not depend on threads.
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        if left.location != right.location { return left.location < right.location }
        return (left.rule, left.message) < (right.rule, right.message)
    }
}

/// One line of an author's file, and the part of it that is wrong.
public struct Excerpt: Hashable, Sendable {
    /// The line, without its end.
    public var text: String
    /// The number of characters before the marked part.
    public var start: Int
    /// How many characters are marked; at least 1.
    public var length: Int

    /// Marks `length` characters of `text` after the first `start`.
    public init(_ text: String, start: Int, length: Int) {
        self.text = text
        self.start = max(0, start)
        self.length = max(1, length)
    }
}
