/// The work that rendering a page takes.
///
/// It is counted, not timed, so that a page that is rendered on one machine is rendered on all.
struct Effort {
    /// Steps taken so far: a round of a loop and a call of a macro take as many as they have parts.
    var steps = 0
    /// The bytes of texts that were made to be kept: joined, captured or changed.
    var made = 0
    /// How many bytes the output had before the page.
    var start = 0

    /// What was done since an earlier moment of the same page.
    func since(_ earlier: Effort) -> Effort {
        Effort(steps: steps - earlier.steps, made: made - earlier.made)
    }

    /// Whether so much more, with so many bytes of output, is allowed.
    func allows(_ more: Effort, bytes: Int) -> Bool {
        steps + more.steps <= Effort.mostSteps && made + more.made <= Effort.mostBytes
            && bytes - start <= Effort.mostBytes
    }

    /// The most steps; the largest page of a site of 100,000 strikes takes less than a tenth of them.
    static let mostSteps = 5_000_000
    /// The most bytes of a page, and of the texts that are made for it.
    static let mostBytes = 256 << 20
    /// How many bytes are searched or compared in one step.
    static let bytesOfAStep = 256
}
