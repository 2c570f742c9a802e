/// A key of JSON objects, escaped once for the many rows that have it.
package struct JSONKey: Sendable {
    let quoted: [UInt8]

    /// Escapes a name.
    package init(_ name: String) { quoted = Array(JSONString.quoted(name).utf8) }
}
