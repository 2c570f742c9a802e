import Diagnostics

/// Gathers the runs of plain text of a document while it is read.
struct ProseCollector {
    private(set) var runs: [ProseRun] = []
    private var text = ""
    private var segments: [ProseRun.Segment] = []
    private var place = ProseRun.Place.paragraph
    /// Greater than 0 inside links and images, whose words belong to no run.
    private var suspensions = 0

    /// Whether text belongs to a run at all.
    var isOpen: Bool { suspensions == 0 }

    mutating func begin(_ place: ProseRun.Place) {
        flush()
        self.place = place
    }

    /// Records where a stretch of the text that is added next begins: how many of its bytes come before
    /// the stretch, and its place in the file.
    mutating func mark(_ offset: Int, _ location: SourceLocation) {
        guard isOpen else { return }
        let offset = text.utf8.count + offset
        segments.append(ProseRun.Segment(offset: offset, location: location))
    }

    /// Adds text.
    mutating func add(_ piece: String) {
        guard isOpen else { return }
        if text.isEmpty { text = piece } else { text += piece }
    }

    /// Adds a space that stands for a line break.
    mutating func addBreak(_ location: SourceLocation) {
        guard isOpen, !text.isEmpty else { return }
        mark(0, location)
        add(" ")
    }

    /// Ends a run: what follows is not the same stretch of text.
    mutating func flush() {
        defer {
            text = ""
            segments = []
        }
        guard let first = segments.first, text.utf8.contains(where: { $0 > 0x20 }) else { return }
        runs.append(
            ProseRun(text: text, place: place, location: first.location, segments: segments)
        )
    }

    mutating func suspend() {
        flush()
        suspensions += 1
    }

    mutating func resume() {
        suspensions -= 1
    }
}
