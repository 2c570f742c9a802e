/// The version of the program, which pages and manifests name.
package enum Version {
    /// The number alone.
    package static let number = "0.1.0"
    /// As `--version` prints it and pages name it.
    package static let text = "recount \(number)"
}
