/// Folds spellings of one word to the same text: lower case, and Arabic without vowel signs and with one
/// spelling of alef and of final ya.
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
            case 0x0649: self = .other("\u{064A}")
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

    /// Appends the folded form of a scalar to a word.
    static func fold(_ scalar: Unicode.Scalar, into word: inout [UInt8]) {
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
