import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A program on this machine that does part of the work.
///
/// It is started without a shell, so that no name,
/// path or host is read as a command, and stopped if it takes too long.
struct ExternalProgram: Sendable {
    /// The name, which messages show.
    let name: String
    private let path: String

    /// Finds a program by its name.
    init(_ name: String) throws(PublishError) {
        guard let path = ExternalProgram.find(name) else { throw .missing(program: name) }
        self.name = name
        self.path = path
    }

    /// What a program printed.
    struct Result {
        let code: Int32
        let output: [UInt8]
        let errors: [UInt8]
    }

    /// Where the standard input of a program comes from.
    enum Input {
        case nothing
        case bytes([UInt8])
        /// The terminal, for a program that asks for a passphrase there.
        case terminal
    }

    /// Runs the program and waits for it; the caller evaluates its exit code.
    ///
    /// Its input and output go through unnamed files instead of pipes, so that nothing can block, and no process
    /// receives a signal when the other side ends early.
    func run(
        _ arguments: [String],
        input: Input = .nothing,
        doing: String,
        limit: Duration = .seconds(120)
    ) throws(PublishError) -> Result {
        let output = try scratch()
        let errors = try scratch()
        var source: Scratch?
        if case .bytes(let bytes) = input {
            let file = try scratch()
            guard file.fill(bytes) else { throw noStart(errno) }
            source = file
        }
        let child = try spawn(arguments, input, source, output, errors)
        guard let code = ExternalProgram.wait(child, limit) else {
            throw .tookTooLong(doing: doing, program: name)
        }
        guard let printed = output.contents(), let complaints = errors.contents() else {
            throw .file(
                reason: "what \(name) printed cannot be read: \(SystemError.reason(errno))"
            )
        }
        return Result(code: code, output: printed, errors: complaints)
    }

    /// Runs the program; any exit code but 0 is an error.
    func runSuccessfully(
        _ arguments: [String],
        input: Input = .nothing,
        doing: String,
        limit: Duration = .seconds(120)
    ) throws(PublishError) -> [UInt8] {
        let result = try run(arguments, input: input, doing: doing, limit: limit)
        guard result.code == 0 else { throw failure(doing, result) }
        return result.output
    }

    /// The error that a result stands for, with the last lines that the program printed.
    func failure(_ doing: String, _ result: Result) -> PublishError {
        let lines = String(decoding: result.errors, as: UTF8.self)
            .split(whereSeparator: \.isNewline)
            .suffix(4)
            .map { TargetTexts.shortened(String($0), to: 300) }
        return .failed(
            doing: doing,
            program: name,
            code: result.code,
            detail: lines.joined(separator: "\n")
        )
    }

    private static func find(_ name: String) -> String? {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return folders.split(separator: ":").map { "\($0)/\(name)" }
            .first { access($0, X_OK) == 0 }
    }

    private func scratch() throws(PublishError) -> Scratch {
        guard let file = Scratch() else { throw noStart(errno) }
        return file
    }

    private func noStart(_ code: CInt) -> PublishError {
        .notStarted(program: name, reason: SystemError.reason(code))
    }

    private func spawn(
        _ arguments: [String],
        _ input: Input,
        _ source: Scratch?,
        _ output: Scratch,
        _ errors: Scratch
    ) throws(PublishError) -> pid_t {
        #if canImport(Glibc)
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        #else
        var actions: posix_spawn_file_actions_t?
        var attributes: posix_spawnattr_t?
        #endif
        // Some threads block signals, and Recount ignores two. A program must inherit neither, because it could not
        // be stopped then.
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        var ignored = sigset_t()
        sigemptyset(&ignored)
        sigaddset(&ignored, SIGPIPE)
        sigaddset(&ignored, SIGXFSZ)
        posix_spawnattr_setsigdefault(&attributes, &ignored)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
        )
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        switch input {
        case .nothing: posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        case .bytes: if let source { posix_spawn_file_actions_adddup2(&actions, source.number, 0) }
        case .terminal: break
        }
        posix_spawn_file_actions_adddup2(&actions, output.number, 1)
        posix_spawn_file_actions_adddup2(&actions, errors.number, 2)

        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var child = pid_t()
        let code = posix_spawn(&child, path, &actions, &attributes, words, environ)
        guard code == 0 else { throw noStart(code) }
        return child
    }

    /// Waits for a child; its exit code, or `nil` when it had to be stopped.
    private static func wait(_ child: pid_t, _ limit: Duration) -> Int32? {
        let end = ContinuousClock.now + limit
        var pause: UInt32 = 500
        var status: CInt = 0
        while true {
            let found = waitpid(child, &status, WNOHANG)
            if found == child { return exitCode(status) }
            if found < 0, errno != EINTR { return 127 }
            if ContinuousClock.now > end { break }
            usleep(pause)
            pause = min(20_000, pause * 3 / 2)
        }
        kill(child, SIGTERM)
        for _ in 0..<100 {
            if waitpid(child, &status, WNOHANG) == child { return nil }
            usleep(20_000)
        }
        kill(child, SIGKILL)
        waitpid(child, &status, 0)
        return nil
    }

    /// The exit code, or 128 plus the number of the signal, as in shells.
    private static func exitCode(_ status: CInt) -> Int32 {
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}

/// An open file without a name, which is deleted when the last process closes it.
private final class Scratch {
    let number: CInt

    init?() {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        number = Scratch.unnamed(in: folder) ?? Scratch.deleted(in: folder)
        if number < 0 { return nil }
    }

    /// A file that never has a name, so that nothing stays if the program is killed; `nil` where there are none.
    private static func unnamed(in folder: String) -> CInt? {
        #if os(Linux)
        // O_TMPFILE of open(2), a macro that Swift does not import.
        let flags = O_RDWR | O_CLOEXEC | O_DIRECTORY | 0o20_000_000
        let number = open(folder, flags, 0o600)
        return number < 0 ? nil : number
        #else
        return nil
        #endif
    }

    /// A file whose name is deleted at once; -1, with `errno` set, when there can be none.
    private static func deleted(in folder: String) -> CInt {
        var name = Array((folder + "/recount-XXXXXX").utf8CString)
        let number = name.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { mkstemp($0) } ?? -1
        }
        if number < 0 { return -1 }
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        name.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { unlink(base) }
        }
        return number
    }

    deinit { close(number) }

    /// Writes the input of a program, and returns to the start.
    func fill(_ bytes: [UInt8]) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { write(number, $0 + done, bytes.count - done) } ?? -1
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return lseek(number, 0, SEEK_SET) == 0
    }

    /// All that was written; `nil`, with `errno` set, when it cannot be read.
    func contents() -> [UInt8]? {
        var status = stat()
        guard fstat(number, &status) == 0 else { return nil }
        let size = Int(status.st_size)
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = 0
            while count < size {
                let read = pread(
                    number,
                    buffer.baseAddress.map { $0 + count },
                    size - count,
                    off_t(count)
                )
                if read < 0, errno == EINTR { continue }
                if read < 0 { isWhole = false }
                if read <= 0 { break }
                count += read
            }
        }
        return isWhole ? bytes : nil
    }
}
