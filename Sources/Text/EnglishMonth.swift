/// The English names of the months, as dates in words and formats of spreadsheets write them.
package enum EnglishMonth {
    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]

    /// The month of a name, in full or by its first three letters, in small letters or not.
    package static func number(_ name: some StringProtocol) -> Int? {
        let name = name.lowercased()
        return names.firstIndex { $0 == name || $0.prefix(3) == name }.map { $0 + 1 }
    }

    /// The name of a month from 1 to 12 with a capital, in full or three letters of it.
    package static func name(_ month: Int, isShort: Bool) -> String {
        guard names.indices.contains(month - 1) else { return String(month) }
        let name = names[month - 1].prefix(1).uppercased() + names[month - 1].dropFirst()
        return isShort ? String(name.prefix(3)) : name
    }
}
