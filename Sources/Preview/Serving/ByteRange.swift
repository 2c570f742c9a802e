// Browsers seek in video and audio by requesting a part of a file.

/// The part of a file that a `Range` field requests.
enum ByteRange: Equatable, Sendable {
    /// The whole file: there is no range, or one that is invalid, or several, which a server may ignore.
    case whole
    case part(Range<Int>)
    case unsatisfiable

    init(_ field: String?, size: Int) {
        guard let field, field.hasPrefix("bytes="), let range = ByteRange.parse(field.dropFirst(6))
        else {
            self = .whole
            return
        }
        switch range {
        case (nil, let length?):
            self = length > 0 && size > 0 ? .part(max(0, size - length)..<size) : .unsatisfiable
        case (let first?, let last):
            let end = last.map { min($0, size - 1) + 1 } ?? size
            if let last, last < first {
                self = .whole
            } else {
                self = first < size ? .part(first..<end) : .unsatisfiable
            }
        case (nil, nil): self = .whole
        }
    }

    private static func parse(_ text: Substring) -> (first: Int?, last: Int?)? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        var numbers: [Int?] = []
        for end in ends {
            guard end.utf8.count <= 18, end.utf8.allSatisfy({ (48...57).contains($0) }) else {
                return nil
            }
            numbers.append(Int(end))
        }
        return (numbers[0], numbers[1])
    }
}
