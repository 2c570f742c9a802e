import TestSupport

/// Lines of a file of interface words: an example shows only those that matter, and the rest of the
/// file is as another file has it.
///
/// Each line is `key: value`, or `words:` with indented lines of that kind below it.
struct WordsExcerpt {
    let text: String

    /// A whole file: lines replace those with their key, and new words stand at the end.
    func completed(from whole: String) -> String {
        var lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.isEmpty == true { lines.removeLast() }
        for line in text.split(separator: "\n") where line != "words:" {
            let key = line.prefix { $0 != ":" } + ":"
            if let place = lines.firstIndex(where: { $0.hasPrefix(key) }) {
                lines[place] = line
            } else {
                lines.append(line)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
