// Files in the output folder and files rendered on request are served in the same way.

#if canImport(Glibc)
import Formats
import Glibc
#else
import Darwin
#endif

/// What is served at an address.
enum ServedPlace: Sendable {
    case file(ServedFile)
    case folder
    /// A file that could not be rendered, for this reason.
    case broken(String)
}

/// A file and a tag that identifies its contents.
struct ServedFile: Sendable {
    private enum Contents: Sendable {
        case bytes([UInt8])
        case open(FileDescriptor)
    }

    let size: Int
    /// Changes with the contents; for an open file, also when it is rewritten.
    let tag: String
    private let contents: Contents

    /// Creates a file that was rendered on request.
    init(made bytes: [UInt8]) {
        size = bytes.count
        tag = ServedFile.tag(of: bytes)
        contents = .bytes(bytes)
    }

    /// Creates a file from an open regular file.
    init(open descriptor: FileDescriptor, _ status: stat) {
        tag = FileIdentity(status).word
        size = Int(status.st_size)
        contents = .open(descriptor)
    }

    /// Opens the file at a path; `nil` if it no longer has this identity.
    init?(at path: String, _ identity: FileIdentity) {
        let raw = Self.open(path)
        guard raw >= 0 else { return nil }
        let descriptor = FileDescriptor(owning: raw)
        var status = stat()
        guard fstat(raw, &status) == 0, FileIdentity(status) == identity else { return nil }
        self.init(open: descriptor, status)
    }

    private static func open(_ path: String) -> Int32 {
        #if canImport(Glibc)
        Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        #else
        Darwin.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        #endif
    }

    /// All bytes, or `nil` if fewer can be read than the file had when it was opened.
    func bytes() -> [UInt8]? {
        switch contents {
        case .bytes(let bytes): bytes
        case .open(let descriptor): ServedFile.read(descriptor, size)
        }
    }

    /// A part of the file as the body of a response.
    func body(_ range: Range<Int>) -> Response.Body {
        switch contents {
        case .bytes(let bytes): .bytes(Array(bytes[range]))
        case .open(let descriptor):
            .file(descriptor, from: range.lowerBound, count: range.count)
        }
    }

    /// A tag for bytes; equal bytes have equal tags while this process runs.
    static func tag(of bytes: [UInt8]) -> String {
        var hasher = Hasher()
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        return String(UInt(bitPattern: hasher.finalize()), radix: 36)
    }

    private static func read(_ descriptor: FileDescriptor, _ size: Int) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let rest = UnsafeMutableBufferPointer(rebasing: buffer[count...])
                let more = pread(descriptor.raw, rest.baseAddress, rest.count, off_t(count))
                if more <= 0 { break }
                count += more
            }
        }
        return bytes.count == size ? bytes : nil
    }
}
