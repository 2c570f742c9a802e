import CBuiltFrom

/// The version of the program.
enum Version {
    /// The number alone.
    static let number = "0.1.0"
    /// As pages and manifests name it: the same for every build of one version.
    static let text = "recount \(number)"
    /// As `--version` prints it, with the commit and the compiler that the program was built from.
    static let origin = "\(text)\nbuilt from \(String(cString: recount_built_from()))"
}
