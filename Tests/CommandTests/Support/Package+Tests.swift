import TestSupport

extension Package {
    /// This folder of tests.
    static let tests = root + "/Tests/CommandTests"
}
