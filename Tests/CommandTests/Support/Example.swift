import Foundation
import TestSupport

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The report of this package, built once for all tests that only read it; gone when they end.
enum Example {
    private static let folder = Result { () throws -> String in
        let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "recount-example-\(ProcessInfo.processInfo.processIdentifier)").path
        atexit { Example.clean() }
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true
        )
        for name in ["content", "templates"] {
            try FileManager.default.copyItem(
                atPath: Package.root + "/" + name,
                toPath: folder + "/" + name
            )
        }
        let ending = try Program.recount("build", folder)
        guard ending.status == 0 else { throw Failure(message: ending.errors) }
        return folder
    }

    /// The built example; what it holds must not be changed.
    static func site() throws -> SiteFolder { SiteFolder(lending: try folder.get()) }

    private static func clean() {
        if case .success(let folder) = folder {
            try? FileManager.default.removeItem(atPath: folder)
        }
    }

    struct Failure: Error {
        let message: String
    }
}
