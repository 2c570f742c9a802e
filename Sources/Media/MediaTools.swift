// Documents, recordings and some pictures have formats that are too large to be read by our own code, and programs
// exist that know them. This room says what such a program must do; where and how it runs is the caller's matter.

import Text

/// The programs of this machine that remove metadata.
public protocol MediaTools: Sendable {
    /// Whether a program of this name is installed.
    func has(_ program: String) -> Bool

    /// The result of work on some bytes; the same work on the same bytes need not be done twice.
    ///
    /// - Parameters:
    ///   - bytes: the content of an author's file.
    ///   - work: what the work depends on besides the bytes.
    ///   - clean: the work, in a folder for temporary files.
    /// - Returns: what is published of the file.
    /// - Throws: why the file cannot be published.
    func result(
        of bytes: [UInt8],
        work: String,
        _ clean: (any MediaBench) throws(MediaFlaw) -> [UInt8]
    ) throws(MediaFlaw) -> [UInt8]
}

/// A folder for the temporary files of one piece of work, and the programs that read and write them.
public protocol MediaBench {
    /// The absolute path of a file in the folder.
    func path(_ name: String) -> String
    /// Writes a file.
    func put(_ bytes: [UInt8], at path: String) throws(MediaFlaw)
    /// Reads a file that a program wrote.
    func take(_ path: String) throws(MediaFlaw) -> [UInt8]
    /// Runs a program and returns what it printed; throws unless it ends well and in time.
    func run(_ program: String, _ arguments: [String]) throws(MediaFlaw) -> [UInt8]
}

/// The programs that this room may ask for.
public enum MediaPrograms {
    /// Their names, sorted.
    public static let all = Set(MediaKind.allCases.compactMap { $0.tool?.program }).sorted()
}

extension MediaKind {
    /// The program that removes the metadata of such a file, and its package; `nil` if there is none.
    var tool: (program: String, package: String)? {
        switch self {
        case .pdf: ("qpdf", "qpdf")
        case .tiff, .heif, .avif: ("exiftool", "libimage-exiftool-perl")
        case .isoMedia, .matroska, .mp3, .ogg, .flac, .wav: ("ffmpeg", "ffmpeg")
        case .jpeg, .png, .gif, .webp, .svg, .text, .zip, .compound, .rar, .gzip, .sevenZip: nil
        }
    }
}

extension MediaFlaw {
    /// A file whose metadata is there after a program should have removed it.
    static func remaining(_ names: [String], after program: String) -> MediaFlaw {
        MediaFlaw(
            .metadata,
            "has metadata that \(program) does not remove (\(names.prefix(4).joined(separator: ", ")))",
            "Export the file again without it, or in another format."
        )
    }

    /// What a program prints as JSON.
    static func listing(_ bytes: [UInt8], of program: String) throws(MediaFlaw) -> JSONNode {
        do throws(JSONMistake) {
            return try JSONParser.parse(IndexedText(SourceText(file: program, bytes: bytes)))
                .document.root
        } catch {
            throw MediaFlaw(
                .damaged,
                "\(program) describes it in a form that Recount cannot read",
                "Save the file again in the program that made it."
            )
        }
    }
}
