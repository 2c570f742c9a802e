/// The bytes that readers look for, by name, and the classes of ASCII that several formats share.
package enum Byte {
    @inlinable package static var tab: UInt8 { UInt8(ascii: "\t") }
    @inlinable package static var lineFeed: UInt8 { UInt8(ascii: "\n") }
    @inlinable package static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
    @inlinable package static var space: UInt8 { UInt8(ascii: " ") }
    @inlinable package static var quote: UInt8 { UInt8(ascii: "\"") }
    @inlinable package static var comma: UInt8 { UInt8(ascii: ",") }
    @inlinable package static var backslash: UInt8 { UInt8(ascii: "\\") }
    /// The UTF-8 byte order mark, which some programs write before a text.
    package static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// The digits of hexadecimal numbers, in lower case.
    package static let hexDigits = Array("0123456789abcdef".utf8)
}
