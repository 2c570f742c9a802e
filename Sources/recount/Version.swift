/// The version of the program, which pages and manifests name.
enum Version {
    /// The number alone.
    static let number = "0.1.0"
    /// As `--version` prints it and pages name it.
    static let text = "recount \(number)"
}
