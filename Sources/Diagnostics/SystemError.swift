#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The errors of the operating system in words for people who know their own site and not the system.
public enum SystemError {
    /// An error number (`errno`) as a clause without a full stop, such as “the disk is full”.
    public static func reason(_ code: CInt) -> String {
        switch code {
        case EACCES, EPERM: "you have no permission"
        case ENOSPC: "the disk is full"
        case EDQUOT: "your share of the disk is used up"
        case EFBIG: "the file would exceed a limit on the size of files"
        case EIO: "the disk reports an input/output error"
        case EROFS: "the disk is read-only"
        case ENAMETOOLONG: "the name is too long"
        case EMFILE, ENFILE: "too many files are open"
        case ENOMEM: "there is not enough memory"
        case ENOENT: "it does not exist"
        case ENOTDIR: "a file stands where a folder is needed"
        case EXDEV: "it lies on another disk than the rest of the folder"
        case EBUSY: "it is in use, perhaps as the place where a disk is mounted"
        default: String(cString: strerror(code)).lowercased()
        }
    }
}
