// Which bytes make up names, numbers and white space in a template.

import Text

extension UInt8 {
    /// Whether a name may begin with this byte.
    var isNameStart: Bool { isLetter || self == UInt8(ascii: "_") }

    /// Whether a name may go on with this byte.
    var isNamePart: Bool { isNameStart || isDigit }
}
