import Building
import CBuiltFrom

extension Version {
    /// As `--version` prints it, with the commit and the compiler that the program was built from.
    static let origin = "\(text)\nbuilt from \(String(cString: recount_built_from()))"
}
