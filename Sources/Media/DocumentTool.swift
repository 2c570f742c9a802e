// PDF documents: qpdf takes a document apart into a list of objects in JSON and files of its streams, and puts it
// together again from what we leave of them, without anything that nothing refers to any more.

import Text

/// The way of a document through qpdf.
enum DocumentTool {
    static func clean(_ bytes: [UInt8], on bench: any MediaBench) throws(MediaFlaw) -> [UInt8] {
        let before = bench.path("before.pdf")
        let after = bench.path("after.pdf")
        let list = bench.path("list.json")
        let streams = bench.path("stream")
        try bench.put(bytes, at: before)
        let objects = try objects(of: before, ["file", "--json-stream-prefix=" + streams], bench)
        for (_, content) in objects {
            guard let stream = content["stream"], let path = stream["datafile"]?.asString,
                path.hasPrefix(streams)
            else { continue }
            if let data = try changed(try bench.take(path), of: stream["dict"]) {
                try bench.put(data, at: path)
            }
        }
        let header =
            #"{"jsonversion":2,"pdfversion":"1.7","pushedinheritedpageresources":false,"#
            + #""calledgetallpages":false,"maxobjectid":\#(objects.count + 1)}"#
        var text = #"{"qpdf":[\#(header),{"#
        for (index, object) in objects.enumerated() {
            if index > 0 { text += "," }
            try text +=
                "\(JSONString.quoted(object.name)):\(DocumentObjects.cleaned(object.content))"
        }
        text += "}]}"
        try bench.put(Array(text.utf8), at: list)
        _ = try bench.run(
            "qpdf",
            [
                "--warning-exit-0", "--json-input", list, "--deterministic-id",
                "--object-streams=generate", after,
            ]
        )
        // What was written is read again: nothing may be left to remove.
        for (_, content) in try Self.objects(of: after, ["none"], bench) {
            let left = DocumentObjects.left(in: content)
            guard left.isEmpty else { throw .remaining(left.sorted(), after: "qpdf") }
        }
        return try bench.take(after)
    }

    private static func objects(
        of document: String,
        _ data: [String],
        _ bench: any MediaBench
    ) throws(MediaFlaw) -> [(name: String, content: JSONNode)] {
        let printed = try bench.run(
            "qpdf",
            ["--warning-exit-0", "--json-output", "--decode-level=generalized"]
                + ["--json-stream-data=" + data[0]] + data.dropFirst() + [document, "-"]
        )
        let listing = try MediaFlaw.listing(printed, of: "qpdf")
        guard let parts = listing["qpdf"]?.asArray, parts.count == 2,
            case .object(let members) = parts[1].value
        else { throw .damaged("qpdf finds no objects in it", at: 0) }
        return members.map { ($0.key, $0.value) }
    }

    /// The data of a stream without metadata of its own; `nil` when it stays as it is.
    private static func changed(
        _ data: [UInt8],
        of dictionary: JSONNode?
    ) throws(MediaFlaw) -> [UInt8]? {
        let filter = dictionary?["/Filter"]
        let filters =
            filter?.asArray?.compactMap(\.asString) ?? [filter?.asString].compactMap(\.self)
        if filters == ["/DCTDecode"] { return try JPEGFilter.clean(data) }
        if filters == ["/JPXDecode"], hasNotes(data) {
            throw MediaFlaw(
                .metadata,
                "contains a JPEG 2000 picture with metadata",
                "Export the document again with pictures in JPEG or PNG."
            )
        }
        let plain = ColourProfile.withoutNames(in: data)
        return filters.isEmpty && plain != data ? plain : nil
    }

    /// Whether a JPEG 2000 picture has boxes of text, XML or other data.
    private static func hasNotes(_ data: [UInt8]) -> Bool {
        var cursor = ByteCursor(data)
        while let size = try? cursor.big(4), let type = try? cursor.big(4) {
            if [0x7575_6964, 0x786D_6C20, 0x7569_6E66, 0x6A70_3269].contains(type) { return true }
            guard size >= 8, (try? cursor.skip(size - 8)) != nil else { return false }
        }
        return false
    }
}
