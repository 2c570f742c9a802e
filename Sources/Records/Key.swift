/// The form in which words from a short list are compared: gradings, assessments, precisions.
///
/// Spreadsheets spell them differently ("Non-credible", "non_credible", "non credible"): a key is in
/// lower case, with one hyphen for each run of spaces, underscores and hyphens.
public enum Key {
    /// The key of a word.
    public static func of(_ word: some StringProtocol) -> String {
        if word.utf8.allSatisfy({ isPlain($0) }) { return String(word) }
        var key = ""
        var pending = false
        for character in word.lowercased() {
            if character == "_" || character == "-" || character.isWhitespace {
                pending = true
            } else {
                if pending && !key.isEmpty { key.append("-") }
                pending = false
                key.append(character)
            }
        }
        return key
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte)
    }
}
