#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the file system states of one file of a report, by which a later build can tell without reading it that nobody
/// has changed it since.
///
/// It is the ``FileTrace`` of one file: no program can set the time at which its entry was changed.
public struct FileStamp: Hashable, Sendable {
    private let number: UInt64
    private let length: Int64
    private let written: Int64
    private let changed: Int64

    /// The size in bytes.
    public var size: Int { Int(length) }

    /// How many bytes ``write(to:)`` writes.
    public static let byteCount = 32

    /// The stamp of a file; `nil` for anything else.
    init?(_ status: stat) {
        guard status.isFile else { return nil }
        #if canImport(Glibc)
        let (written, changed) = (status.st_mtim, status.st_ctim)
        #else
        let (written, changed) = (status.st_mtimespec, status.st_ctimespec)
        #endif
        number = UInt64(truncatingIfNeeded: status.st_ino)
        length = Int64(status.st_size)
        self.written = FileStamp.nanoseconds(written)
        self.changed = FileStamp.nanoseconds(changed)
    }

    /// Reads what ``write(to:)`` has written; `nil` if it is too short.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == FileStamp.byteCount else { return nil }
        number = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        length = bytes.loadUnaligned(fromByteOffset: 8, as: Int64.self)
        written = bytes.loadUnaligned(fromByteOffset: 16, as: Int64.self)
        changed = bytes.loadUnaligned(fromByteOffset: 24, as: Int64.self)
    }

    /// Appends the stamp to bytes that this machine keeps.
    public func write(to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
        for part in [length, written, changed] {
            withUnsafeBytes(of: part) { bytes.append(contentsOf: $0) }
        }
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

extension StagedOutput {
    /// Stages a file of the old report without reading it, if it is there as its stamp says; returns whether it was.
    ///
    /// `digest` is that of its bytes.
    public func keep(
        _ path: String,
        _ stamp: FileStamp,
        _ digest: Digest
    ) throws(OutputError) -> Bool {
        guard let old, old.manifest.files[path] != nil, let status = old.folder.status(path),
            FileStamp(status) == stamp
        else { return false }
        let known = Manifest.File(size: stamp.size, digest: digest)
        try add(path) { file throws(OutputError) in
            try StagedFile(path: file.path, old: old.folder, staged: file.staged).keepUnread()
            return Staged(change: .unchanged, file: known)
        }
        return true
    }
}
