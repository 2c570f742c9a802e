import Dispatch
import Synchronization

/// Work on many items at once, with results in the order of the items.
enum ParallelMap {
    /// The results of `body` for all items; equal to a sequential map, whatever the number of cores.
    static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item],
        _ body: @Sendable (Item) -> Result
    ) -> [Result] {
        let size = 64
        let chunks = (items.count + size - 1) / size
        guard chunks > 1 else { return items.map(body) }
        let finished = Mutex<[(Int, [Result])]>([])
        withoutActuallyEscaping(body) { body in
            DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
                let range = chunk * size..<min(items.count, (chunk + 1) * size)
                let results = items[range].map(body)
                finished.withLock { $0.append((chunk, results)) }
            }
        }
        return finished.withLock { $0.sorted { $0.0 < $1.0 }.flatMap(\.1) }
    }
}
