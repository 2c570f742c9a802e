// Spreadsheet programs still save CSV files in the code page of the computer. An author who learns which one it is can
// convert the file; nothing is converted by a guess.

import Text

/// The code page that a file seems to be written in.
enum LegacyEncoding {
    case arabic
    case cyrillic
    case western

    /// How many bytes that are not UTF-8 a guess needs.
    private static let least = 8
    /// The letters that every second letter of Arabic is one of: ا ل ي م ن و ر ه ت ب.
    private static let frequent: Set<UInt8> = [
        0xC7, 0xE1, 0xED, 0xE3, 0xE4, 0xE6, 0xD1, 0xE5, 0xCA, 0xC8,
    ]

    /// `nil` when the bytes are mostly UTF-8, or too few to tell.
    init?(_ bytes: [UInt8], _ invalid: [Range<Int>]) {
        var high = 0
        var pairs = 0
        var letters = 0
        var arabic = 0
        var wasHigh = false
        for byte in bytes.prefix(1 << 20) {
            let isHigh = byte >= 0x80
            if isHigh {
                high += 1
                if wasHigh { pairs += 1 }
                if byte >= 0xC0 { letters += 1 }
                if LegacyEncoding.frequent.contains(byte) { arabic += 1 }
            }
            wasHigh = isHigh
        }
        let wrong = invalid.reduce(0) { $0 + ($1.lowerBound < 1 << 20 ? $1.count : 0) }
        guard high >= LegacyEncoding.least, wrong * 10 >= high * 9 else { return nil }
        if pairs * 4 < high {
            self = .western
        } else if arabic * 100 > high * 45 {
            self = .arabic
        } else if letters * 10 > high * 9 {
            self = .cyrillic
        } else {
            return nil
        }
    }

    /// What to do, to follow another sentence.
    var advice: String {
        let (name, script) =
            switch self {
            case .arabic: ("1256", "Arabic")
            case .cyrillic: ("1251", "Cyrillic")
            case .western: ("1252", "Western European")
            }
        return
            " It seems to be in Windows-\(name) (\(script)); `iconv -f WINDOWS-\(name) -t UTF-8` converts it."
    }
}
