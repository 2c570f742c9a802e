import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A program on this machine that does part of the work.
///
/// It is started without a shell, so that no name, path or host is read as a command, and stopped if it takes too
/// long.
package struct ExternalProgram: Sendable {
    /// The name, which messages show.
    package let name: String
    private let path: String

    /// Finds a program by its name.
    package init(_ name: String) throws(PublishError) {
        guard let path = ExternalProgram.find(name) else { throw .missing(program: name) }
        self.name = name
        self.path = path
    }

    /// What a program printed.
    package struct Result {
        /// The exit code, or 128 plus the number of the signal that ended it.
        package let code: Int32
        /// What it wrote to its standard output.
        package let output: [UInt8]
        /// What it wrote to its standard error.
        package let errors: [UInt8]
    }

    /// Where the standard input of a program comes from.
    package enum Input {
        case nothing
        case bytes([UInt8])
        /// The terminal, for a program that asks for a passphrase there.
        case terminal
    }

    /// Runs the program and waits for it; the caller evaluates its exit code.
    ///
    /// Its input and output go through unnamed files instead of pipes, so that nothing can block, and no process
    /// receives a signal when the other side ends early.
    package func run(
        _ arguments: [String],
        input: Input = .nothing,
        doing: String,
        limit: Duration = .seconds(120)
    ) throws(PublishError) -> Result {
        let output = try scratch()
        let errors = try scratch()
        var source: ScratchFile?
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

    private func scratch() throws(PublishError) -> ScratchFile {
        guard let file = ScratchFile() else { throw noStart(errno) }
        return file
    }

    private func noStart(_ code: CInt) -> PublishError {
        .notStarted(program: name, reason: SystemError.reason(code))
    }

    private func spawn(
        _ arguments: [String],
        _ input: Input,
        _ source: ScratchFile?,
        _ output: ScratchFile,
        _ errors: ScratchFile
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
