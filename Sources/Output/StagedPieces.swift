#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One file of the staged report that is written in pieces, because it may be larger than memory.
///
/// Nothing is written while the pieces are those of the old file.
public final class StagedPieces {
    private let staged: StagedFile
    private let note: (Result<Staged, OutputError>) -> Void
    private let digest = DigestStream()
    private var size = 0
    /// The old file, as long as it begins with all the pieces.
    private var same: Descriptor?
    /// The new file, once there is one.
    private var file: Descriptor?
    private let isNew: Bool

    /// `note` is called once, with what happened to the file.
    init(_ staged: StagedFile, note: @escaping (Result<Staged, OutputError>) -> Void) {
        self.staged = staged
        self.note = note
        same = staged.openOld()
        isNew = same == nil
    }

    /// Writes the next piece.
    public func append(_ piece: [UInt8]) throws(OutputError) {
        do {
            try piece.withUnsafeBufferPointer { buffer throws(OutputError) in
                try add(UnsafeRawBufferPointer(buffer))
            }
        } catch {
            note(.failure(error))
            throw error
        }
    }

    /// Ends the file.
    public func finish() throws(OutputError) {
        do {
            note(.success(try end()))
        } catch {
            note(.failure(error))
            throw error
        }
    }

    private func end() throws(OutputError) -> Staged {
        let description = Manifest.File(size: size, digest: digest.finish())
        if let former = same, former.status.st_size == off_t(size) {
            try staged.keep(former)
            return Staged(change: .unchanged, file: description)
        }
        guard try open().finish() else { throw staged.refused("write") }
        return Staged(change: isNew ? .new : .changed, file: description)
    }

    private func add(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
        if file == nil, let same, FileContent.continues(same.number, bytes) {
            digest.add(bytes)
            size += bytes.count
            return
        }
        guard FileContent.write(bytes, to: try open().number) else { throw staged.refused("write") }
        digest.add(bytes)
        size += bytes.count
    }

    /// The new file, with all the pieces that it has in common with the old one.
    private func open() throws(OutputError) -> Descriptor {
        if let file { return file }
        let file = try staged.create()
        if let same {
            guard lseek(same.number, 0, SEEK_SET) == 0,
                FileContent.copy(same.number, to: file.number, size: size)
            else { throw staged.refused("write") }
        }
        same = nil
        self.file = file
        return file
    }
}
