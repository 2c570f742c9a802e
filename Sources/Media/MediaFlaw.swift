/// Why a file cannot be published as it is.
public struct MediaFlaw: Error, Hashable, Sendable {
    /// The rule that the file breaks.
    public let rule: MediaRule
    /// What is wrong; the name of the file stands before it.
    public let message: String
    /// Where in the file, in bytes from its beginning; `nil` for the whole file.
    public let offset: Int?
    /// What to do about it.
    public let suggestion: String

    init(_ rule: MediaRule, _ message: String, at offset: Int? = nil, _ suggestion: String) {
        self.rule = rule
        self.message = message
        self.offset = offset
        self.suggestion = suggestion
    }

    /// A file that is too large to be read as a whole.
    public static var tooLarge: MediaFlaw {
        MediaFlaw(
            .kind,
            "is larger than \(MediaFile.largest >> 20) MiB",
            "Readers cannot use such a file; make it smaller, or publish it in parts."
        )
    }

    /// A file that a program could not work on.
    public static func failed(_ message: String) -> MediaFlaw {
        MediaFlaw(
            .damaged,
            message,
            "Open it in a program for such files and save it again."
        )
    }

    /// A file that does not follow its format.
    static func damaged(_ message: String, at offset: Int) -> MediaFlaw {
        MediaFlaw(
            .damaged,
            message,
            at: offset,
            "Open it in a program for such files and save it again."
        )
    }
}
