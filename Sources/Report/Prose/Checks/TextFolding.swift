/// Folds spellings of one word to the same text: lower case, and Arabic without vowel signs and with one
/// spelling of alef, of ya (also with a hamza, and as Persian keyboards write it), of waw and of final ha.
///
/// The alef that only carries the sign of an accusative is left out: “ألفًا” (a thousand) is “ألف”, but “ألفا”
/// (two thousand) is not.
enum TextFolding {
    /// The folded form of one scalar.
    enum Outcome: Sendable {
        /// It is unchanged.
        case same
        /// It is left out.
        case none
        /// It is replaced by another scalar.
        case other(Unicode.Scalar)
        /// It is replaced by more than one scalar.
        case more

        /// Looks up the folded form of a scalar outside ASCII.
        init(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x0640, 0x064B...0x065F, 0x0670: self = .none
            case 0x0622, 0x0623, 0x0625, 0x0671: self = .other("\u{0627}")
            case 0x0626, 0x0649, 0x06CC: self = .other("\u{064A}")
            case 0x0624: self = .other("\u{0648}")
            case 0x0629, 0x06BE, 0x06C1, 0x06C3, 0x06D5: self = .other("\u{0647}")
            case 0x06A9: self = .other("\u{0643}")
            default:
                let lower = scalar.properties.lowercaseMapping.unicodeScalars
                guard let first = lower.first, lower.count == 1 else {
                    self = .more
                    return
                }
                self = first == scalar ? .same : .other(first)
            }
        }
    }

    private static let alef: Unicode.Scalar = "\u{0627}"
    /// The sign of an accusative, written before or after the alef that carries it.
    private static let accusative: Unicode.Scalar = "\u{064B}"

    /// Appends the folded form of a scalar to a word; `previous` is the scalar before it in the text.
    static func fold(
        _ scalar: Unicode.Scalar,
        after previous: Unicode.Scalar?,
        into word: inout [UInt8]
    ) {
        if scalar == alef, previous == accusative { return }
        if scalar == accusative, previous == alef, word.count > 2 {
            word.removeLast(2)
            return
        }
        guard !scalar.isASCII else {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            word.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            return
        }
        switch ScalarTraits.of(scalar).folding {
        case .same: word.append(contentsOf: UTF8.bytes(of: scalar))
        case .none: break
        case .other(let other): word.append(contentsOf: UTF8.bytes(of: other))
        case .more: word.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    /// The offsets, in bytes, at which a folded word may be cut after an Arabic particle.
    static func cuts(_ word: some Collection<UInt8>) -> [Int] {
        guard let first = word.first, (0xD8...0xDB).contains(first) else { return [] }
        // Every particle is Arabic, so each of its scalars is two bytes.
        let scalars = word.count { $0 & 0xC0 != 0x80 }
        return
            particles.filter { particle in
                scalars > particle.count / 2 + 1 && word.starts(with: particle)
            }
            .map(\.count)
    }

    private static let particles: [[UInt8]] = [
        "ال", "لل", "و", "ف", "ب", "ل", "ك", "وال", "فال", "بال", "كال", "ولل", "وب", "ول", "فب",
    ]
    .map { Array($0.utf8) }

    /// Whether a word consists only of particles that Arabic attaches to the next word.
    static func isParticle(_ word: String) -> Bool {
        ["و", "ف", "ب", "ل", "ك", "ال", "لل", "وال", "فال", "بال", "كال", "وب", "ول", "وك"]
            .contains(word)
    }
}

extension UTF8 {
    fileprivate static func bytes(of scalar: Unicode.Scalar) -> UTF8.EncodedScalar {
        encode(scalar) ?? encodedReplacementCharacter
    }
}
