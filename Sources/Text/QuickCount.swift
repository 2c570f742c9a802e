// Finding the characters of a text means looking up how every scalar combines with the next, which costs more than
// reading a whole file of words. In most texts no scalar combines with another.

extension String {
    /// The number of characters (extended grapheme clusters), if every scalar is one; `nil` where that is not certain.
    ///
    /// Certain are ASCII, Latin, Greek, Cyrillic, Hebrew and Arabic letters, punctuation and Chinese characters;
    /// neither marks that combine nor line breaks are among them (Unicode Standard Annex 29).
    package var quickCharacterCount: Int? {
        var count = 0
        for scalar in unicodeScalars {
            guard scalar.standsAlone else { return nil }
            count += 1
        }
        return count
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is a character of its own between all others of which the same is true.
    fileprivate var standsAlone: Bool {
        switch value {
        case 0x20..<0x7F, 0xA1...0xAC, 0xAE...0x2FF, 0x370...0x377, 0x384...0x482, 0x48A...0x52F,
            0x5D0...0x5EA, 0x606...0x60F, 0x61B, 0x61F...0x64A, 0x660...0x66F, 0x671...0x6D3,
            0x2010...0x2027, 0x2030...0x205E, 0x4E00...0x9FFF:
            true
        default: false
        }
    }
}
