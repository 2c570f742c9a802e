// The package's folder `templates/` as part of the program, so that a site needs none of its own.

import Decoding

extension Theme {
    /// The templates, words and assets that come with this program.
    public static let own = Theme(
        EmbeddedFiles.templates.map { Theme.File(path: $0.path, bytes: $0.bytes) }
    )
}

/// A file as the build step writes it into the program.
struct OriginalFile {
    let path: String
    let bytes: [UInt8]

    init(_ path: String, _ text: String) {
        self.path = path
        bytes = Array(text.utf8)
    }

    init(_ path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
