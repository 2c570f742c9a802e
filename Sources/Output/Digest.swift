import CLibcrypto
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The SHA-256 of some bytes, by which anybody can tell whether a copy is the file that was published.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var third: UInt64 = 0
    private var fourth: UInt64 = 0

    /// The algorithm, looked up once: OpenSSL would look it up by its name for every digest, behind a lock.
    nonisolated(unsafe) fileprivate static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

    /// Computes the digest of bytes in memory.
    public init(of bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { Digest(of: $0) }
    }

    /// Computes the digest of bytes in memory.
    public init(of bytes: UnsafeRawBufferPointer) {
        withUnsafeMutableBytes(of: &self) { digest in
            // One call of a system library that can only fail for want of memory; then the digest
            // stays all zeros, which no file is ever found to have.
            _ = EVP_Digest(
                bytes.baseAddress,
                bytes.count,
                digest.bindMemory(to: UInt8.self).baseAddress,
                nil,
                Digest.algorithm ?? EVP_sha256(),
                nil
            )
        }
    }

    /// Reads 64 hexadecimal digits; `nil` for anything else.
    public init?(hex: some StringProtocol) {
        let digits = Array(hex.utf8)
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        for position in stride(from: 0, to: 64, by: 2) {
            guard let high = Digest.value(digits[position]),
                let low = Digest.value(digits[position + 1])
            else { return nil }
            bytes.append(high << 4 | low)
        }
        withUnsafeMutableBytes(of: &self) { $0.copyBytes(from: bytes) }
    }

    /// How many bytes it has.
    public static let byteCount = 32

    /// Reads its bytes; `nil` for another number of them.
    public init?(bytes: UnsafeRawBufferPointer) {
        if bytes.count != Digest.byteCount { return nil }
        withUnsafeMutableBytes(of: &self) { $0.copyMemory(from: bytes) }
    }

    fileprivate init(finishing context: OpaquePointer) {
        withUnsafeMutableBytes(of: &self) { digest in
            _ = EVP_DigestFinal_ex(
                context,
                digest.bindMemory(to: UInt8.self).baseAddress,
                nil
            )
        }
    }

    /// Appends its bytes to others.
    public func write(to bytes: inout [UInt8]) {
        withUnsafeBytes(of: self) { bytes.append(contentsOf: $0) }
    }

    /// The digest as 64 hexadecimal digits in small letters.
    public var description: String {
        String(unsafeUninitializedCapacity: 64) { text in
            withUnsafeBytes(of: self) { bytes in
                for position in 0..<32 {
                    text[2 * position] = Byte.hexDigits[Int(bytes[position] >> 4)]
                    text[2 * position + 1] = Byte.hexDigits[Int(bytes[position] & 15)]
                }
            }
            return 64
        }
    }

    /// Digits in upper case are refused, so that a digest has one spelling only.
    private static func value(_ digit: UInt8) -> UInt8? {
        (0x41...0x46).contains(digit) ? nil : digit.hexDigitValue
    }
}

extension Digest: Comparable {
    /// An order of digests on this machine, for finding one among many.
    public static func < (left: Digest, right: Digest) -> Bool {
        (left.first, left.second, left.third, left.fourth)
            < (right.first, right.second, right.third, right.fourth)
    }
}

/// A digest that is computed piece by piece, for files larger than memory.
public final class DigestStream {
    private let context: OpaquePointer?

    /// Begins with no bytes.
    public init() {
        context = EVP_MD_CTX_new()
        if let context { EVP_DigestInit_ex(context, Digest.algorithm ?? EVP_sha256(), nil) }
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds the next bytes.
    public func add(_ bytes: UnsafeRawBufferPointer) {
        guard let context, !bytes.isEmpty else { return }
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// Ends the stream; the digest of all bytes, or `nil` when the system had no memory for it.
    public func finish() -> Digest? {
        context.map { Digest(finishing: $0) }
    }
}
