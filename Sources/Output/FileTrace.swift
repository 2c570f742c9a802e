import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the file system tells of files without reading them, in one digest: their names, kinds, rights, numbers,
/// sizes, and when they and their entries were last changed.
///
/// A program can set the time at which a file was written, but not the one at which its entry was changed. Two
/// changes within one tick of the file system's clock have the same time, so a trace proves nothing about a file
/// that was changed just before: see ``isSettled(at:)``.
public struct FileTrace: ~Copyable {
    private let stream = DigestStream()
    private var lastChange = 0
    private var hasWholeSeconds = false

    /// The present time, in nanoseconds since 1970.
    public static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return nanoseconds(time)
    }

    /// A time in milliseconds that is longer than a tick of a file system's clock, which is 10 on Linux at 100 hertz.
    public static let tick = 20
    /// The same for file systems that keep no fractions of seconds, such as FAT, which keeps every second one.
    private static let coarseTick = 3000

    /// Begins a trace of nothing.
    public init() {}

    /// Adds something else that the outcome depends on.
    public func add(_ text: String) {
        var text = text + "\0"
        text.withUTF8 { stream.add(UnsafeRawBufferPointer($0)) }
    }

    /// Adds the file at a path, all links followed; that there is none is also added.
    public mutating func add(file path: String) {
        var status = stat()
        add(path)
        if stat(path, &status) == 0 { add(status) } else { add("none") }
    }

    /// Adds the file of this program and those of its libraries, as Linux lists them; `false` on other systems.
    public mutating func addProgram() -> Bool {
        let number = open("/proc/self/maps", O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { return false }
        let list = Descriptor(number)
        guard let bytes = FileContent.read(list.number) else { return false }
        let paths = bytes.split(separator: UInt8(ascii: "\n"))
            .compactMap { line in
                line.firstIndex(of: UInt8(ascii: "/"))
                    .map { String(decoding: line[$0...], as: UTF8.self) }
            }
        for path in Set(paths).sorted() { add(file: path) }
        return !paths.isEmpty
    }

    /// Adds everything below a folder, no link followed; passes on the stamp of each file with its path in the folder.
    ///
    /// Throws if part of it cannot be listed.
    public mutating func add(
        folder path: String,
        noting note: (_ path: String, _ stamp: FileStamp) -> Void = { _, _ in }
    ) throws(OutputError) {
        let root = try Descriptor.folder(path)
        var pending = [RawPath.here]
        while let folder = pending.popLast() {
            add(folder.description)
            let entries = try root.entries(of: folder).map(\.name.description).sorted()
            let opened = folder == .here ? root : root.folder(folder.description)
            guard let opened else { continue }
            let statuses = ParallelMap.map(entries) { opened.status($0) }
            for (name, status) in zip(entries, statuses) {
                guard let status else { continue }
                add(name)
                if status.isFolder {
                    pending.append(folder.appending(RawPath(name)))
                    continue
                }
                add(status)
                if let stamp = FileStamp(status) {
                    note(folder == .here ? name : folder.description + "/" + name, stamp)
                }
            }
        }
    }

    /// Whether nothing was changed within a tick before a time, in nanoseconds since 1970, or after it.
    public func isSettled(at time: Int) -> Bool {
        FileTrace.isSettled(lastChange, hasWholeSeconds: hasWholeSeconds, at: time)
    }

    static func isSettled(_ lastChange: Int, hasWholeSeconds: Bool, at time: Int) -> Bool {
        lastChange + (hasWholeSeconds ? coarseTick : tick) * 1_000_000 < time
    }

    /// The digest of all that was added; `nil` if the system had no memory for it.
    public func finish() -> Digest? { stream.finish() }

    private mutating func add(_ status: stat) {
        #if canImport(Glibc)
        let (written, changed) = (status.st_mtim, status.st_ctim)
        #else
        let (written, changed) = (status.st_mtimespec, status.st_ctimespec)
        #endif
        let parts: [Int] = [
            Int(truncatingIfNeeded: status.st_dev), Int(truncatingIfNeeded: status.st_ino),
            Int(status.st_mode), Int(status.st_size), written.tv_sec, written.tv_nsec,
            changed.tv_sec, changed.tv_nsec,
        ]
        parts.withUnsafeBytes(stream.add)
        lastChange = max(lastChange, FileTrace.nanoseconds(changed))
        if changed.tv_nsec == 0 { hasWholeSeconds = true }
    }

    private static func nanoseconds(_ time: timespec) -> Int {
        time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
