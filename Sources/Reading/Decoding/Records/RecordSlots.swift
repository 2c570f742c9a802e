// A strike is a large value, and copying a hundred thousand of them counts millions of references. Each run
// of rows writes its records into slots of its own, and the slots become the array without a copy.

/// Room for the records of a table, a slot a row, filled by several threads.
///
/// A run writes only from its own first row on, so no two threads touch the same slot or number.
final class RecordSlots<Record: Sendable>: @unchecked Sendable {
    private let slots: UnsafeMutablePointer<Record>
    private let filled: UnsafeMutablePointer<Int>
    private let count: Int
    private let runs: Int

    init(count: Int, runs: Int) {
        self.count = count
        self.runs = runs
        slots = .allocate(capacity: max(1, count))
        filled = .allocate(capacity: runs)
        filled.initialize(repeating: 0, count: runs)
    }

    deinit {
        slots.deallocate()
        filled.deallocate()
    }

    /// Adds a record to those of a run, which begins at a row.
    func add(_ record: consuming Record, _ run: Int, from start: Int) {
        (slots + start + filled[run]).initialize(to: record)
        filled[run] += 1
    }

    /// Moves all records into an array, in the order of the rows.
    func joined(runLength: Int) -> [Record] {
        let total = (0..<runs).reduce(0) { $0 + filled[$1] }
        return [Record](unsafeUninitializedCapacity: total) { buffer, initialized in
            for run in 0..<runs where filled[run] > 0 {
                let target = (buffer.baseAddress ?? slots) + initialized
                target.moveInitialize(from: slots + run * runLength, count: filled[run])
                initialized += filled[run]
                filled[run] = 0
            }
        }
    }
}
