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

    /// Adds text; each stretch begins at an offset of it, in bytes, and a place of the file.
    mutating func add(_ piece: String, _ stretches: [(offset: Int, location: SourceLocation)]) {
        guard isOpen else { return }
        let start = text.utf8.count
        for (offset, location) in stretches {
            segments.append(ProseRun.Segment(offset: start + offset, location: location))
        }
        text += piece
    }

    /// Adds a space that stands for a line break.
    mutating func addBreak(_ location: SourceLocation) {
        guard isOpen, !text.isEmpty else { return }
        add(" ", [(0, location)])
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
