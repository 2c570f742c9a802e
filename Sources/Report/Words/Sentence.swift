extension String {
    /// The text, ended by a full stop unless it is empty or already ends a sentence.
    var asSentence: String {
        guard let end = last(where: { !String.closing.contains($0) }) else { return self }
        return String.ending.contains(end) ? self : self + "."
    }

    private static let closing: Set<Character> = [
        "”", "»", "\"", "’", "'", ")", "]", " ", "\u{200F}", "\u{200E}",
    ]
    private static let ending: Set<Character> = [".", "!", "?", "…", ":", "؟", "۔", "。", "।"]
}
