import Foundation

/// How many threads render at once.
enum WorkerCount {
    /// The number of cores that this process may use.
    static var available: Int { ProcessInfo.processInfo.activeProcessorCount }
}
