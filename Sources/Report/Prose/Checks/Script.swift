// An article need not state its language, and an English report may quote an Arabic sentence. Which words to
// look for in a text is then known from its letters.

import Text

/// The script of a text's letters, as far as languages are told apart by it.
enum Script: Hashable, Sendable {
    case latin, greek, cyrillic, armenian, hebrew, arabic, ethiopic, georgian, hangul, eastAsian
    /// A script of South or Southeast Asia, by the block of 128 code points that contains it.
    case indic(UInt32)

    /// The script of a scalar; `nil` when it is no letter of a script that is known here.
    init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: self = .latin
        case 0..<0xAA: return nil
        case 0xAA...0x24F where scalar.kind == .letter: self = .latin
        case 0x1E00...0x1EFF: self = .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F: self = .cyrillic
        case 0x531...0x58F: self = .armenian
        case 0x5D0...0x5F4: self = .hebrew
        case 0x620...0x6FF where scalar.kind == .letter: self = .arabic
        case 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: self = .arabic
        case 0x900...0xFFF: self = .indic(scalar.value / 128)
        case 0x1000...0x109F, 0x1780...0x17FF: self = .indic(scalar.value / 128)
        case 0x10A0...0x10FF: self = .georgian
        case 0x1200...0x139F: self = .ethiopic
        case 0x1100...0x11FF, 0xAC00...0xD7A3: self = .hangul
        case 0x3040...0x30FF, 0x3400...0x9FFF, 0x20000...0x3FFFF: self = .eastAsian
        default: return nil
        }
    }

    /// Whether many of its letters look like those of the other such scripts.
    var hasLookAlikes: Bool { [.latin, .greek, .cyrillic, .armenian].contains(self) }

    /// The script of most letters of a text; `nil` for a text without letters.
    static func most(in text: String) -> Script? {
        var count = ScriptCount()
        count.add(text)
        return count.most
    }

    /// The scripts of a text's letters.
    static func all(in text: String) -> Set<Script> {
        Set(text.unicodeScalars.lazy.compactMap(Script.init))
    }
}

/// How many letters of each script texts have.
struct ScriptCount {
    private var latin = 0
    private var others: [Script: Int] = [:]

    /// Adds the letters of a text.
    mutating func add(_ text: String) {
        // Without a branch, so that the compiler counts many bytes at once.
        let (letters, all) = text.withBytes { bytes in
            var letters = 0
            var all: UInt8 = 0
            for byte in bytes {
                letters &+= byte.isLetter ? 1 : 0
                all |= byte
            }
            return (letters, all)
        }
        latin += letters
        if all < 0x80 { return }
        for scalar in text.unicodeScalars where !scalar.isASCII {
            switch Script(scalar) {
            case nil: continue
            case .latin: latin += 1
            case .some(let script): others[script, default: 0] += 1
            }
        }
    }

    /// The script of most letters; Latin before others with as many, so that every run agrees.
    var most: Script? {
        let most = others.values.max() ?? 0
        if latin >= most { return latin > 0 ? .latin : nil }
        return others.filter { $0.value == most }.keys.min { "\($0)" < "\($1)" }
    }
}
