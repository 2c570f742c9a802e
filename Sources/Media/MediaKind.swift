// What becomes of a file depends on its kind, which its name states and its first bytes must confirm: a host and a
// browser go by the name, and a reader's program may go by the bytes.

import Text

/// A kind of file that authors publish.
enum MediaKind: String, CaseIterable {
    case jpeg, png, gif, webp, svg, text
    case tiff, heif, avif, pdf, isoMedia, matroska, mp3, ogg, flac, wav, zip, compound, rar, gzip,
        sevenZip

    /// The kind by a name's ending, in lower case; `nil` for one that is not known.
    init?(ending: String) {
        guard let kind = MediaKind.endings.first(where: { $0.value.contains(ending) }) else {
            return nil
        }
        self = kind.key
    }

    /// The kind by the first bytes of a file; `nil` for text and for what is not known.
    init?(start bytes: [UInt8]) {
        guard let kind = MediaKind.allCases.first(where: { $0.isBegun(by: bytes) }) else {
            return nil
        }
        self = kind
    }

    private static let endings: [MediaKind: [String]] = [
        .jpeg: ["jpg", "jpeg", "jpe", "jfif"], .png: ["png", "apng"], .gif: ["gif"],
        .webp: ["webp"], .svg: ["svg"],
        .text: [
            "txt", "csv", "tsv", "md", "json", "geojson", "topojson", "vtt", "srt", "bib", "ris",
        ],
        .tiff: ["tif", "tiff"], .heif: ["heic", "heif"], .avif: ["avif"], .pdf: ["pdf"],
        .isoMedia: ["mp4", "m4v", "m4a", "mov", "3gp"], .matroska: ["webm", "mkv", "mka"],
        .mp3: ["mp3"], .ogg: ["ogg", "oga", "ogv", "opus"], .flac: ["flac"], .wav: ["wav"],
        .zip: [
            "zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "kmz",
        ], .compound: ["doc", "xls", "ppt"], .rar: ["rar"], .gzip: ["gz", "tgz"],
        .sevenZip: ["7z"],
    ]

    /// Endings of files that a browser runs or shows as a page.
    static let pages: Set<String> = [
        "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "js", "mjs", "xml", "xsl", "xslt",
        "svgz",
        "swf", "php", "wasm", "hta",
    ]

    /// What the kind is called in messages.
    var name: String {
        switch self {
        case .jpeg: "a JPEG picture"
        case .png: "a PNG picture"
        case .gif: "a GIF picture"
        case .webp: "a WebP picture"
        case .svg: "an SVG drawing"
        case .text: "text in UTF-8"
        case .tiff: "a TIFF picture"
        case .heif: "a HEIF picture"
        case .avif: "an AVIF picture"
        case .pdf: "a PDF document"
        case .isoMedia: "an MP4 or QuickTime recording"
        case .matroska: "a WebM or Matroska recording"
        case .mp3: "an MP3 recording"
        case .ogg: "an Ogg recording"
        case .flac: "a FLAC recording"
        case .wav: "a WAV recording"
        case .zip: "a ZIP archive or an office document"
        case .compound: "an office document"
        case .rar: "a RAR archive"
        case .gzip: "a gzip archive"
        case .sevenZip: "a 7-Zip archive"
        }
    }

    /// Whether the metadata of such files is removed.
    var isCleaned: Bool {
        switch self {
        case .jpeg, .png, .gif, .webp, .svg: true
        case .text, .tiff, .heif, .avif, .pdf, .isoMedia, .matroska, .mp3, .ogg, .flac, .wav, .zip,
            .compound, .rar, .gzip, .sevenZip:
            false
        }
    }

    private func isBegun(by bytes: [UInt8]) -> Bool {
        switch self {
        case .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
        case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        case .gif: bytes.has("GIF87a", at: 0) || bytes.has("GIF89a", at: 0)
        case .webp: bytes.has("RIFF", at: 0) && bytes.has("WEBP", at: 8)
        case .wav: bytes.has("RIFF", at: 0) && bytes.has("WAVE", at: 8)
        case .svg: MediaKind.isDrawing(bytes)
        case .text: false
        case .tiff: bytes.has("II*\0", at: 0) || bytes.has("MM\0*", at: 0)
        case .avif: bytes.has("ftypavi", at: 4)
        case .heif:
            bytes.has("ftyphe", at: 4) || bytes.has("ftypmif1", at: 4)
                || bytes.has("ftypmsf1", at: 4)
        case .isoMedia:
            bytes.has("ftyp", at: 4) || bytes.has("moov", at: 4) || bytes.has("wide", at: 4)
        case .pdf: bytes.has("%PDF-", at: 0)
        case .matroska: bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3])
        case .mp3:
            bytes.has("ID3", at: 0)
                || bytes.count > 1 && bytes[0] == 0xFF && bytes[1] & 0xE6 == 0xE2
        case .ogg: bytes.has("OggS", at: 0)
        case .flac: bytes.has("fLaC", at: 0)
        case .zip: bytes.has("PK\u{3}\u{4}", at: 0) || bytes.has("PK\u{5}\u{6}", at: 0)
        case .compound: bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
        case .rar: bytes.has("Rar!", at: 0)
        case .gzip: bytes.starts(with: [0x1F, 0x8B])
        case .sevenZip: bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF])
        }
    }

    /// Whether a text begins with the element “svg”, after what may stand before it.
    private static func isDrawing(_ bytes: [UInt8]) -> Bool {
        var text = bytes.prefix(1024)[...]
        if text.starts(with: Byte.mark) { text = text.dropFirst(3) }
        while true {
            text = text.drop { [9, 10, 13, 32].contains($0) }
            guard text.first == UInt8(ascii: "<") else { return false }
            let word = String(decoding: text.prefix(9), as: UTF8.self)
            if word.hasPrefix("<svg") { return true }
            let end: [UInt8] =
                word.hasPrefix("<?")
                ? Array("?>".utf8)
                : word.hasPrefix("<!--")
                    ? Array("-->".utf8) : word.hasPrefix("<!DOCTYPE") ? Array(">".utf8) : []
            guard !end.isEmpty,
                let place = text.indices.first(where: { text[$0...].starts(with: end) })
            else { return false }
            text = text[(place + end.count)...]
        }
    }
}
