// Video and audio: ffmpeg copies the streams of pictures and sound into a new container, unchanged, and leaves the rest
// behind: titles, places, dates, chapters, covers, subtitles and tracks of data such as the positions of a drone.

import Text

/// The way of a recording through ffmpeg.
enum RecordingTool {
    static func clean(
        _ bytes: [UInt8],
        kind: MediaKind,
        ending: String,
        on bench: any MediaBench
    ) throws(MediaFlaw) -> [UInt8] {
        let before = bench.path("before." + ending)
        let after = bench.path("after." + ending)
        try bench.put(bytes, at: before)
        // The reader is named, so that a play list cannot pass as a recording and name other files.
        let reader = reader(of: kind)
        let isSound = soundOnly.contains(ending)
        _ = try bench.run(
            "ffmpeg",
            ["-nostdin", "-v", "error", "-y", "-protocol_whitelist", "file", "-f", reader]
                + ["-i", before]
                + (isSound ? ["-map", "0:a"] : ["-map", "0:V?", "-map", "0:a?"])
                + ["-map_metadata", "-1", "-map_chapters", "-1", "-c", "copy"]
                // Neither the program's version nor random numbers.
                + ["-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"]
                + ["-f", writers[ending] ?? ending, after]
        )
        let listed = try bench.run(
            "ffprobe",
            ["-v", "error", "-protocol_whitelist", "file", "-f", reader, "-of", "json"]
                + ["-show_streams", "-show_format", "-show_chapters", after]
        )
        let left = try names(in: MediaFlaw.listing(listed, of: "ffprobe"))
        guard left.isEmpty else { throw .remaining(left, after: "ffmpeg") }
        return try bench.take(after)
    }

    /// What a listing names besides streams of pictures and sound.
    private static func names(in listing: JSONNode) -> [String] {
        var left: [String] = []
        let streams = listing["streams"]?.asArray ?? []
        for stream in streams {
            let kind = stream["codec_type"]?.asString ?? "unknown"
            if kind != "video", kind != "audio" { left.append("a stream of \(kind)") }
            if stream["disposition"]?["attached_pic"]?.asInteger != 0 { left.append("a cover") }
        }
        if listing["chapters"]?.asArray?.isEmpty != true { left.append("chapters") }
        for tags in streams.map({ $0["tags"] }) + [listing["format"]?["tags"]] {
            guard case .object(let members) = tags?.value else { continue }
            for member in members where !isPlain(member.key.lowercased(), member.value.asString) {
                left.append(member.key)
            }
        }
        return left
    }

    /// Whether every file of this kind that ffmpeg writes says this.
    private static func isPlain(_ name: String, _ value: String?) -> Bool {
        switch name {
        case "major_brand", "minor_version", "compatible_brands", "language", "duration": true
        case "handler_name": value == "VideoHandler" || value == "SoundHandler"
        case "vendor_id": value == "[0][0][0][0]" || value == "FFMP"
        case "encoder": value == "Lavf"
        case _: false
        }
    }

    private static let soundOnly: Set<String> = [
        "m4a", "mka", "mp3", "ogg", "oga", "opus", "flac", "wav",
    ]

    /// Names of ffmpeg's writers, where the ending of the file is not the name.
    private static let writers = [
        "m4v": "mp4", "m4a": "ipod", "mkv": "matroska", "mka": "matroska", "oga": "ogg",
        "ogv": "ogg",
    ]

    private static func reader(of kind: MediaKind) -> String {
        kind == .isoMedia ? "mov" : kind.rawValue
    }
}
