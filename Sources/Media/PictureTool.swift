// TIFF, HEIC and AVIF pictures: exiftool removes what it knows of, and lists what is left. What is left must be on a
// list of what a picture needs to be shown.

import Text

/// The way of a picture through exiftool.
enum PictureTool {
    static func clean(
        _ bytes: [UInt8],
        ending: String,
        on bench: any MediaBench
    ) throws(MediaFlaw) -> [UInt8] {
        let before = bench.path("before." + ending)
        let after = bench.path("after." + ending)
        try bench.put(bytes, at: before)
        // An empty name for the configuration: the user's own one is a program.
        _ = try bench.run(
            "exiftool",
            [
                "-config", "", "-q", "-all=", "-CommonIFD0=", "-IFD0:UserComment=",
                "--icc_profile:all", "-o", after, before,
            ]
        )
        let cleaned = ColourProfile.withoutNames(in: try bench.take(after))
        try bench.put(cleaned, at: after)
        let listed = try bench.run(
            "exiftool",
            ["-config", "", "-json", "-G1", "-a", "-u", "-s", "-n", after]
        )
        let left = try names(in: MediaFlaw.listing(listed, of: "exiftool"))
        guard left.isEmpty else { throw .remaining(left, after: "exiftool") }
        return cleaned
    }

    /// The tags of a listing that a picture does not need.
    private static func names(in listing: JSONNode) -> [String] {
        guard case .object(let members) = listing.asArray?.first?.value else {
            return ["unknown"]
        }
        return members.map(\.key)
            .filter { key in
                let parts = key.split(separator: ":", maxSplits: 1)
                guard parts.count == 2 else { return key != "SourceFile" }
                let group = String(parts[0])
                let tag = String(parts[1])
                if group == "ExifTool" { return tag == "Error" }
                if group.hasPrefix("ICC") || groups.contains(group) { return false }
                return !(group.hasPrefix("IFD") && layout.contains(tag))
            }
    }

    /// What exiftool says of a file, and of the boxes of HEIC and AVIF that hold the picture.
    private static let groups: Set<String> = ["System", "File", "Composite", "Meta", "QuickTime"]

    /// The tags of TIFF that say how its pixels lie and how they are shown.
    private static let layout: Set<String> = [
        "SubfileType", "OldSubfileType", "ImageWidth", "ImageHeight", "BitsPerSample",
        "Compression", "PhotometricInterpretation", "Thresholding", "FillOrder", "StripOffsets",
        "Orientation", "SamplesPerPixel", "RowsPerStrip", "StripByteCounts", "MinSampleValue",
        "MaxSampleValue", "XResolution", "YResolution", "PlanarConfiguration", "XPosition",
        "YPosition", "GrayResponseUnit", "GrayResponseCurve", "T4Options", "T6Options",
        "ResolutionUnit", "PageNumber", "TransferFunction", "Predictor", "WhitePoint",
        "PrimaryChromaticities", "ColorMap", "HalftoneHints", "TileWidth", "TileLength",
        "TileOffsets", "TileByteCounts", "BadFaxLines", "CleanFaxData", "ConsecutiveBadFaxLines",
        "InkSet", "DotRange", "ExtraSamples", "SampleFormat", "JPEGTables",
        "YCbCrCoefficients", "YCbCrSubSampling", "YCbCrPositioning", "ReferenceBlackWhite",
    ]
}
