/// File names that Windows keeps for devices, with any extension and in upper or lower case (Microsoft,
/// "Naming Files, Paths, and Namespaces").
package enum ReservedName {
    /// The part of a file's name before its first dot when it is a device's name, such as "COM1"; otherwise
    /// `nil`.
    package static func device(in name: Substring) -> Substring? {
        let stem = name.utf8.prefix { $0 != UInt8(ascii: ".") }
        guard stem.count == 3 || stem.count == 4 else { return nil }
        let lower = Substring(stem).lowercased()
        let isReserved =
            ["con", "prn", "aux", "nul"].contains(lower)
            || (lower.utf8.count == 4 && (lower.hasPrefix("com") || lower.hasPrefix("lpt"))
                && lower.utf8.last.map { (0x31...0x39).contains($0) } == true)
        return isReserved ? Substring(stem) : nil
    }
}
