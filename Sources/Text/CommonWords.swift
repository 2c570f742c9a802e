// Words that people write into cells instead of a fact. Import and checks share them, so that what one takes for
// "unknown" the other does not take for a name.

/// Words that stand for no fact, as keys in small letters.
package enum CommonWords {
    /// Whether a text says that nothing is known.
    package static func isUnknown(_ text: String) -> Bool {
        text.utf8.count <= 40 && unknown.contains(text.lowercased())
    }

    /// Whether a text among numbers may mean zero as well as unknown.
    package static func mayBeZero(_ text: String) -> Bool {
        text.utf8.count <= 40 && nothing.contains(text.lowercased())
    }

    /// Whether a text stands where a name was to be written.
    package static func isFiller(_ name: String) -> Bool {
        let isBlanked = name.utf8.count > 1 && name.utf8.allSatisfy(isBlank)
        if name.utf8.count > longest { return isBlanked }
        let key = name.lowercased()
        // "Na" and "Nan" are names; "NA" and "NaN" are not.
        let mayBeName =
            key.count < 4 && name.allSatisfy(\.isLetter) && name.last?.isLowercase == true
        if mayBeName { return false }
        return isBlanked || unknown.contains(key) || fillers.contains(key)
    }

    /// Whether a byte stands for a letter that is left out.
    private static func isBlank(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "*"), UInt8(ascii: "."),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// The most bytes that any of the words has; a capital may have one byte more for each letter.
    private static let longest = 2 * (unknown.union(fillers).map(\.utf8.count).max() ?? 0)

    private static let unknown: Set<String> = [
        "?", "??", "???", "-", "--", "---", "–", "—", ".", "..", "...", "…", "n/a", "na", "n.a.",
        "n.a", "#n/a",
        "n.k.", "n.k", "n/k", "nk", "n/d", "n.d.", "nd", "nc", "s/d", "null", "nan", "tbc", "tbd",
        "unknown", "unk", "unk.", "not known", "not stated", "not available", "not recorded",
        "not reported",
        "no data", "no figure", "unclear", "unspecified", "undetermined", "inconnu", "inconnue",
        "non connu", "non précisé", "non precise", "non renseigné", "desconocido", "desconocida",
        "sin datos", "sin información", "no se sabe", "غير معروف", "غير معروفة", "غير محدد",
        "غير متوفر",
        "مجهول", "مجهولة",
    ]

    /// "None" is a count of zero to one author and the lack of a report to another.
    private static let nothing: Set<String> = [
        "none", "nil", "no", "zero", "nobody", "no one", "none reported", "none known",
        "no casualties",
        "no deaths", "none killed", "nada", "ninguno", "ninguna", "nadie", "cero", "aucun",
        "aucune",
        "néant", "neant", "zéro", "لا يوجد", "لا أحد", "لا احد", "لا شيء", "صفر",
    ]

    private static let fillers: Set<String> = [
        "none", "nil", "nobody", "no one", "tk", "tk tk", "tktk", "john doe", "jane doe",
        "joe bloggs", "n.n.", "nn", "no name", "noname",
        "name unknown", "unknown name", "unknown male", "unknown female", "unknown man",
        "unknown woman",
        "unknown child", "unknown person", "unidentified", "unidentified male",
        "unidentified female",
        "unidentified man", "unidentified woman", "unidentified person", "unnamed", "name withheld",
        "name not known", "not named", "anonymous", "anon", "anon.", "test", "lorem ipsum", "name",
        "full name",
        "firstname lastname", "first last", "same as above", "ditto", "monsieur x", "fulano",
        "fulano de tal",
        "sans nom", "sin nombre", "non identifié", "no identificado", "مجهول الهوية",
        "مجهولة الهوية",
        "مجهول الاسم", "غير معروف الهوية", "فلان", "بدون اسم",
    ]
}
