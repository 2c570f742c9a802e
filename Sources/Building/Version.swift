/// The version of the program.
package enum Version {
    /// The number alone.
    package static let number = "0.1.0"
    /// As pages and manifests name it: the same for every build of one version.
    package static let text = "recount \(number)"
}
