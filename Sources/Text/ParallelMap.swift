// Texts and tables do not depend on each other: they are read on all cores, and reported in their order.

import Diagnostics
import Synchronization

/// Work on many items at once, with results in the order of the items.
public enum ParallelMap {
    /// The results of `body` for all items; equal to a sequential map, whatever the number of cores.
    public static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item],
        _ body: @Sendable (Item) -> Result
    ) -> [Result] {
        // Small enough that no core waits long for another, large enough for very many short texts.
        let size = min(64, max(1, items.count / 32))
        let chunks = (items.count + size - 1) / size
        guard chunks > 1 else { return items.map(body) }
        let finished = Mutex<[(Int, [Result])]>([])
        Threads.perform(chunks) { chunk in
            let range = chunk * size..<min(items.count, (chunk + 1) * size)
            let results = items[range].map(body)
            finished.withLock { $0.append((chunk, results)) }
        }
        return finished.withLock { $0.sorted { $0.0 < $1.0 }.flatMap(\.1) }
    }

    /// The results of `body` for all items, with the mistakes of each in the order of the items.
    ///
    /// Throws what the first item that fails throws; the mistakes of those before it are reported.
    package static func map<Item: Sendable, Value: Sendable>(
        _ items: [Item],
        _ log: inout DiagnosticLog,
        _ body: @Sendable (Item, inout DiagnosticLog) throws -> Value
    ) throws -> [Value] {
        let results = map(items) { item in
            var own = DiagnosticLog()
            let result = Result { try body(item, &own) }
            return (result, own)
        }
        return try results.map { result, own in
            log.append(own)
            return try result.get()
        }
    }
}
