/// The version of the program.
package enum Version {
    /// The number alone.
    package static let number = "0.1.0"
    /// The name and version in pages and manifests; the same for every build of one version.
    package static let text = "recount \(number)"
}
