// A strike is a large value, and copying a hundred thousand of them counts millions of references. Each run
// of rows writes its records straight into the memory of the array that they become.

/// Room for the records of a table, a slot a row, filled by several threads.
///
/// A run writes only from its own first row on, so no two threads touch the same slot or number.
final class RecordSlots<Record: Sendable>: @unchecked Sendable {
    private let slots: UnsafeMutablePointer<Record>
    private let filled: UnsafeMutablePointer<Int>
    private let runs: Int

    private init(_ slots: UnsafeMutablePointer<Record>, runs: Int) {
        self.slots = slots
        self.runs = runs
        filled = .allocate(capacity: runs)
        filled.initialize(repeating: 0, count: runs)
    }

    deinit { filled.deallocate() }

    /// The records that `fill` adds, in the order of the rows.
    static func records(
        count: Int,
        runLength: Int,
        _ fill: (_ slots: RecordSlots, _ runs: Int) -> Void
    ) -> [Record] {
        [Record](unsafeUninitializedCapacity: count) { buffer, initialized in
            guard let start = buffer.baseAddress, count > 0 else { return }
            let runs = (count + runLength - 1) / runLength
            let slots = RecordSlots(start, runs: runs)
            fill(slots, runs)
            initialized = slots.close(runLength)
        }
    }

    /// Adds a record to those of a run, which begins at a row.
    func add(_ record: consuming Record, _ run: Int, from start: Int) {
        (slots + start + filled[run]).initialize(to: record)
        filled[run] += 1
    }

    /// Moves the records together where rows gave none; how many there are.
    private func close(_ runLength: Int) -> Int {
        var end = 0
        for run in 0..<runs {
            let start = run * runLength
            if start != end {
                (slots + end).moveInitialize(from: slots + start, count: filled[run])
            }
            end += filled[run]
        }
        return end
    }
}
