#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The processor time of the calling thread, which other processes on a busy machine do not add to.
public enum ThreadTime {
    /// The time so far, in seconds.
    public static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
