/// How witnesses and others reach the authors; texts that are empty are not stated.
public struct Contact: Sendable, Hashable {
    /// An e-mail address.
    public var email = ""
    /// The host of an onion service, with or without a path.
    public var onion = ""
    /// A name, number or address for Signal.
    public var signal = ""
    /// A telephone number.
    public var phone = ""
    /// A postal address; several lines.
    public var post = ""
    /// The web address of a public key.
    public var key = ""
    /// The fingerprint of the key: groups of four hexadecimal digits.
    public var fingerprint = ""
    /// What to consider before writing; empty for the usual advice.
    public var notice = ""

    /// States nothing.
    public init() {}
}
