// Threads of our own. The thread pool of libdispatch on Linux looks at its threads in /proc, and ends the
// program when it cannot: without /proc, or when too many files are open.

import Foundation
import Synchronization

/// Runs work on all cores.
package enum Threads {
    /// The number of cores that this process may use, at least 1.
    package static let available = ProcessInfo.processInfo.activeProcessorCount

    /// Calls `body` with every number from 0 to `count` − 1, in order of starting, on up to `limit` cores;
    /// returns when all calls have returned.
    ///
    /// The calling thread does its part, and everything when the system has no further thread.
    package static func perform(
        _ count: Int,
        limit: Int = available,
        _ body: @Sendable (Int) -> Void
    ) {
        withoutActuallyEscaping(body) { body in
            let work = Work(count: count, body: body)
            var threads: [pthread_t] = []
            while threads.count + 1 < min(limit, count), let thread = start(work) {
                threads.append(thread)
            }
            work.run()
            for thread in threads { pthread_join(thread, nil) }
        }
    }

    /// A value that a thread of its own makes, until somebody asks for it.
    package final class Ahead<Value: Sendable>: Sendable {
        private let value: Slot<Value>
        private let work: Work
        private let thread: Mutex<pthread_t?>

        /// Begins to make a value; if the system has no further thread, it is made when it is asked for.
        package init(_ make: @escaping @Sendable () -> Value) {
            let value = Slot<Value>()
            self.value = value
            work = Work(count: 1) { _ in value.content.withLock { $0 = make() } }
            thread = Mutex(Threads.start(work))
        }

        deinit {
            if let thread = thread.withLock({ $0 }) { pthread_detach(thread) }
        }

        /// The value, once it has been made; `nil` after the first call.
        package func take() -> Value? {
            work.run()
            thread.withLock { thread in
                if let thread { pthread_join(thread, nil) }
                thread = nil
            }
            return value.content.withLock { content in
                defer { content = nil }
                return content
            }
        }
    }

    /// Where a thread puts what it has made.
    private final class Slot<Value: Sendable>: Sendable {
        let content = Mutex<Value?>(nil)
    }

    /// The work that the threads share.
    fileprivate final class Work: Sendable {
        private let next = Atomic<Int>(0)
        private let count: Int
        private let body: @Sendable (Int) -> Void

        init(count: Int, body: @escaping @Sendable (Int) -> Void) {
            self.count = count
            self.body = body
        }

        func run() {
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                guard number < count else { return }
                body(number)
            }
        }
    }

    /// Starts a thread; `nil` if the system has no further one.
    ///
    /// C passes a thread only a pointer, so the work is retained by hand until the thread takes it over. Foundation's
    /// `Thread` needs no pointer, but it neither reports that a thread could not be started nor lets others wait for
    /// its end.
    private static func start(_ work: Work) -> pthread_t? {
        let passed = Unmanaged.passRetained(work)
        let thread = start(passed.toOpaque())
        if thread == nil { passed.release() }
        return thread
    }

    private static func start(_ passed: UnsafeMutableRawPointer) -> pthread_t? {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        // As much as the first thread usually has, so that nested texts have the same limits on all.
        pthread_attr_setstacksize(&attributes, 8 << 20)
        #if canImport(Glibc)
        var thread = pthread_t()
        #else
        var thread: pthread_t?
        #endif
        return pthread_create(&thread, &attributes, runShared, passed) == 0 ? thread : nil
    }
}

/// What a thread does: the work that it is passed.
private func runShared(_ passed: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let passed { Unmanaged<Threads.Work>.fromOpaque(passed).takeRetainedValue().run() }
    return nil
}
