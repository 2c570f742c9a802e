// The downloads of a large report are larger than everything that it is made from. Nothing needs a whole one in memory.

/// Takes the next piece of a file.
public typealias TakePiece = ([UInt8]) throws -> Void

/// What a file of a report holds.
public enum RenderedFile: Sendable {
    /// All its bytes.
    case whole([UInt8])
    /// Passes on one piece after the other; a piece of a table ends where a row ends.
    case inPieces(@Sendable (TakePiece) throws -> Void)

    /// All its bytes.
    func bytes() throws -> [UInt8] {
        switch self {
        case .whole(let bytes): return bytes
        case .inPieces(let pieces):
            var bytes: [UInt8] = []
            try pieces { bytes += $0 }
            return bytes
        }
    }
}
