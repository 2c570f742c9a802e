/// Numbers with the words around them, as people write counts and ages: “6 à 8”, “at least 4”, “late 40s”.
public struct WordedNumbers: Sendable {
    /// The digits of each number, in ASCII.
    public private(set) var numbers: [String] = []
    /// The texts around the numbers in small letters, one more than there are numbers.
    public private(set) var words = [""]

    /// Divides a text; `separators` are left out of the words, as white space is.
    public init(_ text: String, without separators: String) {
        var wasDigit = false
        for character in text.lowercased() {
            if let digit = character.wholeNumberValue, (0...9).contains(digit) {
                if wasDigit {
                    numbers[numbers.count - 1] += String(digit)
                } else {
                    numbers.append(String(digit))
                    words.append("")
                }
                wasDigit = true
            } else {
                words[words.count - 1].append(character)
                wasDigit = false
            }
        }
        words = words.map { word in
            word.split { $0.isWhitespace || separators.contains($0) }.joined(separator: " ")
        }
    }
}
