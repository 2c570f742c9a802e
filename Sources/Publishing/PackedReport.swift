import Diagnostics
import Output
import Text

/// A whole report as one ZIP file, to be sent, mirrored or kept; it opens without a network.
public struct PackedReport: Sendable {
    /// The folder in the ZIP file that holds the report.
    public static let folder = "report"

    /// The bytes of the ZIP file; the same report gives the same bytes.
    public let bytes: [UInt8]
    /// The number of files of the report, with its manifest and signatures.
    public let files: Int

    /// How large the file is, such as "12.3 MB".
    public var size: String { Bytes.text(bytes.count) }

    /// Packs the files that the manifest lists; throws if one is missing or is not as the manifest says, or if the
    /// report was not searched for private values.
    public init(_ report: LocalReport) throws(PublishError) {
        try report.requireSearch()
        let published = report.published.sorted { $0.key < $1.key }
        let (folder, size) = (report.folder, 256)
        var writer = ZipWriter()
        // A few hundred files at a time, so that no more than these are held uncompressed.
        for start in stride(from: 0, to: published.count, by: size) {
            let part = Array(published[start..<min(start + size, published.count)])
            let entries = ParallelMap.map(part) { name, file -> ZipWriter.Entry? in
                guard let bytes = LocalFile.read(folder + "/" + name),
                    bytes.count == file.size, Digest(of: bytes) == file.digest
                else { return nil }
                return ZipWriter.Entry(name: PackedReport.folder + "/" + name, bytes: bytes)
            }
            for (entry, (name, _)) in zip(entries, part) {
                guard let entry else {
                    throw .report(
                        reason: "“\(name)” was changed after the report was built; build again"
                    )
                }
                writer.add(entry)
            }
        }
        files = published.count
        bytes = writer.finished()
    }

    /// Writes the ZIP file, whole or not at all.
    public func write(to path: String) throws(PublishError) { try LocalFile.write(bytes, to: path) }
}
