import Markdown

/// Looks at the characters in and directly beside the digits of a bound link.
///
/// Nothing there may be hidden, change a digit, or go on with the number. The joiners of Persian and the marks of
/// Arabic are parts of words, and stay free everywhere else.
struct NumberEdges {
    private let text: String.UnicodeScalarView
    private let link: Range<String.Index>

    /// Why readers may see another number than the link has.
    ///
    /// - Parameters:
    ///   - text: A block's text, in which a footnote's reference is `ShownText.footnoteMark`.
    ///   - link: Where the words of the link are.
    ///   - isLinked: Whether a character is within another link.
    /// - Returns: A clause for the message; `nil` when they see what the link has.
    static func flaw(
        in text: String,
        link: Range<String.Index>,
        isLinked: (String.Index) -> Bool
    ) -> String? {
        let edges = NumberEdges(text: text.unicodeScalars, link: link)
        return edges.hidden() ?? edges.continuation(isLinked)
    }

    /// A character that readers do not see, or that changes a digit, beside a digit of the link.
    private func hidden() -> String? {
        var index = link.lowerBound
        while index < link.upperBound {
            defer { index = text.index(after: index) }
            guard text[index].kind == .digit else { continue }
            let after = text.index(after: index)
            let before = index > text.startIndex ? text.index(before: index) : nil
            for place in [before, after].compactMap(\.self) where place < text.endIndex {
                let scalar = text[place]
                if scalar == ShownText.footnoteMark {
                    return
                        "a reference to a footnote directly beside its number reads like a part of it"
                } else if scalar.hidesOrChanges, !isOwnMark(scalar, beside: text[index]) {
                    return "a character that readers do not see as such (\(scalar.codePoint)) "
                        + "stands in its number or directly beside it"
                }
            }
        }
        return nil
    }

    /// Whether a character is the mark that keeps numbers in order in a text that is written from right to left.
    private func isOwnMark(_ scalar: Unicode.Scalar, beside digit: Unicode.Scalar) -> Bool {
        guard scalar.value == 0x200F || scalar.value == 0x061C else { return false }
        if !digit.isASCII { return digit.isRightToLeft }
        return text.first { $0.kind == .letter }?.isRightToLeft == true
    }

    /// Digits outside the link, directly beside those in it or after a sign such as a slash.
    private func continuation(_ isLinked: (String.Index) -> Bool) -> String? {
        guard let first = text[link].first, let last = text[link].last else { return nil }
        let forward = last.isNumberLike ? steps(from: link.upperBound, by: next) : nil
        let backward = first.isNumberLike ? steps(from: link.lowerBound, by: previous) : nil
        for found in [forward, backward].compactMap(\.self) {
            if found.hasSign, isLinked(found.place) { continue }
            return "the text beside the link goes on with its number"
        }
        return nil
    }

    /// The first digit in a direction, unless a space, a letter or the end of a phrase comes before it.
    private func steps(
        from start: String.Index,
        by step: (String.Index) -> (place: String.Index, next: String.Index)?
    ) -> (place: String.Index, hasSign: Bool)? {
        var position = start
        var hasSign = false
        while let (place, next) = step(position) {
            let scalar = text[place]
            if scalar.isNumberLike { return (place, hasSign) }
            if scalar != ShownText.footnoteMark, !scalar.hidesOrChanges {
                guard scalar.joinsNumbers else { return nil }
                hasSign = true
            }
            position = next
        }
        return nil
    }

    private func next(_ position: String.Index) -> (place: String.Index, next: String.Index)? {
        position < text.endIndex ? (position, text.index(after: position)) : nil
    }

    private func previous(_ position: String.Index) -> (place: String.Index, next: String.Index)? {
        guard position > text.startIndex else { return nil }
        let before = text.index(before: position)
        return (before, before)
    }
}

extension Unicode.Scalar {
    /// Whether it is not seen, or is drawn on the character before it.
    fileprivate var hidesOrChanges: Bool {
        switch value {
        case 0x20, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return false
        // Fillers and the blank of Braille, which look like nothing.
        case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800: return true
        default: break
        }
        switch properties.generalCategory {
        case .format, .control, .lineSeparator, .paragraphSeparator, .nonspacingMark,
            .enclosingMark, .spacingMark, .privateUse, .surrogate, .unassigned:
            return true
        default: return false
        }
    }

    /// Whether it belongs to Hebrew, Arabic or a script beside them, which are written from right to left.
    fileprivate var isRightToLeft: Bool { (0x590...0x8FF).contains(value) }

    /// Whether it is a digit or reads like one: ², ₀, ½, Ⅹ, ⑩, also in mathematical styles.
    fileprivate var isNumberLike: Bool {
        if isASCII { return (0x30...0x39).contains(value) }
        switch properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber: return true
        default: return false
        }
    }

    /// Whether a number can go on after it: not after a bracket, a quotation mark or a long dash.
    fileprivate var joinsNumbers: Bool {
        switch properties.generalCategory {
        case .mathSymbol, .modifierSymbol, .connectorPunctuation, .currencySymbol, .otherSymbol:
            return value != 0xFFFC
        case .dashPunctuation: return value != 0x2014 && value != 0x2015
        case .otherPunctuation: return value != 0x22
        default: return false
        }
    }

    /// The code point as Unicode writes it: U+200B.
    fileprivate var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
