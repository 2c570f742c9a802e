import Testing

extension Trait where Self == TimeLimitTrait {
    /// Ends a test that hangs.
    ///
    /// The time of a test is counted from when it is queued, and all tests are queued at once: a shorter limit would
    /// fail a test that waits for its turn on a machine of two cores.
    public static var unlessItHangs: Self { .timeLimit(.minutes(60)) }
}
