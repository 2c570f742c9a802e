import Building
import CBuiltFrom

extension Version {
    /// What `--version` prints: the version, the commit and the compiler.
    static let origin = "\(text)\nbuilt from \(String(cString: recount_built_from()))"
}
