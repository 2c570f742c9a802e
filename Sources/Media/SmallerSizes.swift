// A picture is often several times as wide as the place where a page shows it, and a phone would load all of it. ffmpeg
// makes smaller sizes of the pixels alone; this room adds what the picture says of its colours and its orientation.

/// The smaller sizes of a picture, and how they are made.
public struct SmallerSizes: Sendable {
    /// The widths that pages offer to browsers, in pixels: for a column of a gallery, for the text, and for a phone and the
    /// text on screens of many pixels.
    public static let widths = [480, 800, 1280, 1920]
    /// The program that makes them, which is also the name of its package.
    public static let program = "ffmpeg"

    /// The sizes as a browser shows them, the smallest first.
    public let sizes: [PixelSize]
    private let picture: [UInt8]
    private let kind: MediaKind
    private let appearance: PictureAppearance
    private let coding: PixelCoding
    /// The size of the picture as a browser shows it.
    private let whole: PixelSize

    /// How much narrower than the picture a size must be to be worth a file: by a fifth.
    private static let gain = (4, 5)
    /// How many pixels are scaled, for the memory that it takes, and how many with transparency, which take more.
    private static let mostPixels = (opaque: 100_000_000, transparent: 25_000_000)

    /// Finds out which sizes a picture gets; `nil` for one that is small enough or moves, and for other files.
    ///
    /// - Parameter picture: a picture without its metadata.
    public init?(of picture: [UInt8]) {
        guard let kind = MediaKind(start: picture), let whole = PixelSize(of: picture) else {
            return nil
        }
        sizes = SmallerSizes.widths
            .filter { $0 * SmallerSizes.gain.1 <= whole.width * SmallerSizes.gain.0 }
            .map { width in
                let height = (whole.height * width + whole.width / 2) / whole.width
                return PixelSize(width: width, height: max(1, height))
            }
        guard !sizes.isEmpty,
            let appearance = try? PictureAppearance(of: picture, kind),
            let coding = try? PixelCoding(of: picture, kind)
        else { return nil }
        self.picture = picture
        self.kind = kind
        self.whole = whole
        self.appearance = appearance
        self.coding = coding
    }

    /// All that the results depend on besides the picture and the program.
    public var method: String {
        let names = sizes.map { "\($0.width)" }
        return (["1"] + arguments(from: "picture", to: names)).joined(separator: " ")
    }

    /// The pictures in ``sizes``, without metadata; empty for one that would be larger than the picture itself.
    public func make(on bench: any MediaBench) throws(MediaFlaw) -> [[UInt8]] {
        let most =
            coding.isTransparent
            ? SmallerSizes.mostPixels.transparent : SmallerSizes.mostPixels.opaque
        guard whole.width <= most / whole.height else {
            throw .failed("it has more than \(most / 1_000_000) million pixels")
        }
        let before = bench.path("picture." + coding.ending)
        let places = sizes.map { bench.path("\($0.width).\(coding.ending)") }
        try bench.put(picture, at: before)
        _ = try bench.run(SmallerSizes.program, arguments(from: before, to: places))
        var made: [[UInt8]] = []
        for (size, place) in zip(sizes, places) {
            let result = try appearance.applied(to: bench.take(place))
            guard PixelSize(of: result) == size else {
                throw .failed("\(SmallerSizes.program) made a picture of another size")
            }
            made.append(result.count < picture.count ? result : [])
        }
        return made
    }

    private func arguments(from before: String, to places: [String]) -> [String] {
        // What is broken is not guessed. The picture is not turned: its orientation is copied instead.
        var arguments = [
            "-nostdin", "-v", "error", "-y", "-protocol_whitelist", "file", "-threads", "1",
            "-filter_complex_threads", "1", "-xerror", "-err_detect", "explode", "-noautorotate",
            "-f", coding.reader, "-i", before, "-filter_complex", graph,
        ]
        for (number, place) in places.enumerated() {
            arguments += [
                "-map", "[out\(number)]", "-frames:v", "1", "-map_metadata", "-1", "-threads", "1",
                "-fflags", "+bitexact", "-flags:v", "+bitexact",
            ]
            arguments += coding.encoder + ["-f", "image2", "-update", "1", place]
        }
        return arguments
    }

    /// The picture is decoded once and scaled for each size.
    private var graph: String {
        let scaling = "flags=lanczos+accurate_rnd+full_chroma_int+full_chroma_inp+bitexact"
        let count = sizes.count
        var start = "[0:v]"
        var end = "setsar=1,format=\(coding.format)"
        if coding.isTransparent {
            // Colours of pixels that nobody sees must not run into their neighbours.
            start += "scale=\(scaling),format=gbrap16le,premultiply=inplace=1,"
            end = "unpremultiply=inplace=1,scale=\(scaling)," + end
        }
        let branches = (0..<count).map { "[in\($0)]" }.joined()
        let chains = sizes.enumerated()
            .map { number, size in
                let (width, height) =
                    appearance.isTurned ? (size.height, size.width) : (size.width, size.height)
                return "[in\(number)]scale=\(width):\(height):\(scaling),\(end)[out\(number)]"
            }
        return ([start + "split=\(count)" + branches] + chains).joined(separator: ";")
    }
}

/// How ffmpeg reads and writes pictures such as one.
private struct PixelCoding {
    /// The ending of files.
    let ending: String
    /// The part of ffmpeg that reads them, so that it does not guess what a file is.
    let reader: String
    /// How ffmpeg calls the form of the pixels.
    let format: String
    let encoder: [String]
    var isTransparent = false

    init?(of picture: [UInt8], _ kind: MediaKind) throws(MediaFlaw) {
        switch kind {
        case .jpeg:
            (ending, reader, format) = ("jpg", "jpeg_pipe", "yuvj420p")
            encoder = ["-c:v", "mjpeg", "-huffman", "optimal", "-q:v", "4"]
        case .png:
            (ending, reader) = ("png", "png_pipe")
            encoder = ["-c:v", "png", "-compression_level", "9", "-pred", "mixed"]
            // The head states whether the pixels are grey, coloured or transparent.
            let type = picture.count > 25 ? picture[25] : 0
            let chunks = try PNGChunk.all(picture)
            isTransparent = type > 3 || chunks.contains { $0.name == "tRNS" }
            format = isTransparent ? "rgba" : type == 0 ? "gray" : "rgb24"
        case .webp:
            (ending, reader) = ("webp", "webp_pipe")
            let chunks = try WebPChunk.all(of: picture)
            if let exact = chunks.first(where: { $0.name == "VP8L" }) {
                // The bit behind the width and the height.
                let flags = exact.content.lowerBound + 4
                isTransparent = flags < picture.count && picture[flags] & 0x10 != 0
                format = "bgra"
                encoder = ["-c:v", "libwebp", "-lossless", "1"]
            } else {
                isTransparent = chunks.contains { $0.name == "ALPH" }
                format = isTransparent ? "yuva420p" : "yuv420p"
                encoder = ["-c:v", "libwebp", "-quality", "80"]
            }
        case .gif, .svg, .text, .tiff, .heif, .avif, .pdf, .isoMedia, .matroska, .mp3, .ogg,
            .flac, .wav, .zip, .compound, .rar, .gzip, .sevenZip:
            return nil
        }
    }
}
