#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Lets two folders change places in one step, which POSIX cannot but Linux and macOS can.
enum Exchange {
    #if canImport(Glibc)
    private typealias Renameat2 =
        @convention(c) (
            CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt
        ) -> CInt

    /// `RENAME_EXCHANGE` of Linux's `fs.h`.
    private static let exchangeFlag: CUnsignedInt = 2

    /// Swift's view of the C library has no `renameat2`, so it is looked up by name.
    private static let renameat2: Renameat2? = dlsym(nil, "renameat2")
        .map {
            unsafeBitCast($0, to: Renameat2.self)
        }
    #endif

    /// Exchanges `name` in one open folder with `other` in another; the error number, or 0.
    static func folders(
        _ first: CInt,
        _ name: String,
        _ second: CInt,
        _ other: String
    ) -> CInt {
        #if canImport(Glibc)
        guard let renameat2 else { return ENOSYS }
        return renameat2(first, name, second, other, exchangeFlag) == 0 ? 0 : errno
        #else
        return renameatx_np(first, name, second, other, UInt32(RENAME_SWAP)) == 0 ? 0 : errno
        #endif
    }
}
