import Foundation
import Synchronization
import Testing

@testable import Text

@Suite struct AheadTests {
    @Test func aValueIsMadeBeforeItIsAskedForAndOnce() throws {
        let made = Mutex(0)
        let ahead = Threads.Ahead {
            made.withLock { $0 += 1 }
            return pthread_self()
        }
        for _ in 0..<1000 where made.withLock({ $0 }) == 0 { usleep(1000) }
        #expect(made.withLock { $0 } == 1)
        let thread = try #require(ahead.take())
        #expect(pthread_equal(thread, pthread_self()) == 0)
        #expect(ahead.take() == nil)
        #expect(made.withLock { $0 } == 1)
    }

    @Test func aValueThatIsBeingMadeIsWaitedFor() {
        for number in 0..<50 {
            let ahead = Threads.Ahead {
                usleep(UInt32(number * 20))
                return number
            }
            #expect(ahead.take() == number)
        }
    }

    @Test func aValueThatNobodyAsksForIsMadeAndForgotten() {
        let made = Mutex(0)
        for _ in 0..<20 { _ = Threads.Ahead { made.withLock { $0 += 1 } } }
        for _ in 0..<1000 where made.withLock({ $0 }) < 20 { usleep(1000) }
        #expect(made.withLock { $0 } == 20)
    }
}
