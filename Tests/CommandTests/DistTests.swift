import Foundation
import TestSupport
import Testing

/// The packages that `make dist` makes, on a system that has only what they say they need.
@Suite(
    .enabled(
        if: Package.isCI || Dist.folder != nil,
        "needs packages of this very commit, which make dist makes (RECOUNT_DIST names their folder)"
    )
)
struct DistTests {
    @Test func theSumsAreThoseOfTheFiles() throws {
        let dist = try Dist()
        let ending = try Program.run(["sha256sum", "--check", "SHA256SUMS"], in: dist.folder)
        #expect(ending.output == "\(dist.package): OK\n\(dist.tarball): OK\n")
        #expect(ending.status == 0, "\(ending.errors)")
    }

    @Test func thePackageAndTheTarballHoldTheSame() throws {
        let dist = try Dist()
        let package = try SiteFolder()
        let tarball = try SiteFolder()
        try dist.extractPackage(to: package.path)
        try dist.extractTarball(to: tarball.path)
        var installed = try Tree.read(package.path + "/usr")
        let unpacked = try Tree.read(tarball.path)
        installed["share/doc/recount/changelog.gz"] = nil
        installed["share/lintian/overrides/recount"] = nil
        installed["share/zsh/site-functions/_recount"] =
            installed.removeValue(forKey: "share/zsh/vendor-completions/_recount")
        #expect(installed.removeValue(forKey: "share/man/man1/recount.1.gz") != nil)
        for (name, data) in installed {
            #expect(unpacked[name] == data, "\(name)")
        }
        #expect(Set(unpacked.keys).subtracting(installed.keys) == ["share/man/man1/recount.1"])
    }

    /// What the loader asks for is in the packages that the control file names, and none is Swift's.
    @Test func swiftIsInTheProgram() throws {
        let dist = try Dist()
        let tarball = try SiteFolder()
        try dist.extractTarball(to: tarball.path)
        let ending = try Program.run(["ldd", tarball.path + "/bin/recount"])
        #expect(ending.status == 0)
        let libraries = ending.output.split(separator: "\n")
            .compactMap { $0.firstMatch(of: #/lib[a-z+-]+/#)?.output }
        #expect(libraries.contains("libc") && libraries.contains("libcrypto"))
        for library in libraries {
            #expect(!library.hasPrefix("libswift") && !library.contains("cmark"), "\(library)")
            #expect(!library.contains("oundation") && library != "libdispatch", "\(library)")
        }
    }

    /// The report is that of the program as the tests built it, byte for byte.
    ///
    /// The root folder of this system holds the installed package and what it depends on: no shell, no
    /// compiler, no locale.
    @Test(Dist.canChangeRoot) func aSystemWithoutSwiftMakesTheSameReport() throws {
        let dist = try Dist()
        let system = try SiteFolder()
        try dist.install(in: system.path)

        let made = try dist.run("new", "/site", in: system.path)
        #expect(made.status == 0, "\(made.errors)")
        let sample = try SiteFolder()
        #expect(try Program.recount("new", sample.path + "/site").status == 0)
        #expect(try Tree.read(system.path + "/site") == Tree.read(sample.path + "/site"))

        try system.add(Package.root + "/content", at: "example/content")
        try system.add(Package.root + "/templates", at: "example/templates")
        for (site, original) in [
            ("/site", sample.path + "/site"), ("/example", try Example.site().path),
        ] {
            let built = try dist.run("build", site, in: system.path)
            #expect(built.status == 0, "\(built.errors)")
            if site == "/site" { #expect(try Program.recount("build", original).status == 0) }
            let report = try Tree.read(system.path + site + "/Output")
            #expect(report["index.html"] != nil)
            #expect(try report == Tree.read(original + "/Output"), "\(site)")
        }
    }

    /// The same with the tarball, unpacked into a home and found on the path.
    @Test func theUnpackedTarballMakesASite() throws {
        let dist = try Dist()
        let home = try SiteFolder()
        try dist.extractTarball(to: home.path)
        let site = home.path + "/site"
        for command in [["new", site], ["build", site]] {
            let path = "PATH=\(home.path)/bin:/usr/bin:/bin"
            let ending = try Program.run(["env", "-i", path, "recount"] + command)
            #expect(ending.status == 0, "\(ending.errors)")
        }
        #expect(try Tree.read(site + "/Output")["index.html"] != nil)
    }

    @Test func theProgramSaysWhatItWasBuiltFrom() throws {
        let dist = try Dist()
        let tarball = try SiteFolder()
        try dist.extractTarball(to: tarball.path)
        let version = try Program.run([tarball.path + "/bin/recount", "--version"])
        let expected =
            #/recount [0-9.]+\nbuilt from commit [0-9a-f]{7,}(\+changes)?, Swift 6[0-9.]+\n/#
        #expect(version.output.wholeMatch(of: expected) != nil, "\(version.output)")
    }

    @Test func theManualHasEveryCommandAndIsWellFormed() throws {
        let dist = try Dist()
        let tarball = try SiteFolder()
        try dist.extractTarball(to: tarball.path)
        let page = try tarball.read("share/man/man1/recount.1")
        let help = try Program.recount("--help").output
        let commands = help.matches(of: #/\n  ([a-z]+) {5,}/#).map(\.output.1)
        #expect(commands.count >= 12)
        for command in commands {
            #expect(page.contains("\n.SS recount \(command)\n"), "\(command)")
        }
        #expect(page.contains("\n\\fB\\-\\-format\\fR \\fIformat\\fR\n"))
    }

    @Test(Needs.program("lintian"))
    func debiansOwnCheckFindsNoMistake() throws {
        let dist = try Dist()
        let ending = try Program.run(
            ["lintian", "--fail-on", "error,warning", dist.package],
            in: dist.folder
        )
        #expect(ending.output == "")
        #expect(ending.status == 0, "\(ending.errors)")
    }
}

/// What `make dist` wrote.
private struct Dist {
    static let folder = Package.environment("RECOUNT_DIST")
    static let canChangeRoot: ConditionTrait = .enabled(
        if: Package.isCI || (try? Program.run(["unshare", "--mount", "true"]))?.status == 0,
        "needs to be root, to run the program in a root folder of its own"
    )

    let folder: String
    /// The names of the two files.
    let package: String
    let tarball: String

    init() throws {
        folder = try #require(Self.folder, "with CI=true, make dist runs before the tests")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        package = try #require(names.first { $0.hasSuffix(".deb") })
        tarball = try #require(names.first { $0.hasSuffix(".tar.gz") })
    }

    func extractTarball(to folder: String) throws {
        try expect(
            ["tar", "-xzf", self.folder + "/" + tarball, "--strip-components=1"],
            in: folder
        )
    }

    func extractPackage(to folder: String) throws {
        try expect(["dpkg-deb", "--extract", self.folder + "/" + package, folder])
    }

    /// Fills a root folder with the package and with the files of the packages that it depends on.
    func install(in root: String) throws {
        let field = try expect(["dpkg-deb", "--field", folder + "/" + package, "Depends"])
        let names = field.split(separator: ",").flatMap { $0.split(separator: "|") }
            .compactMap { $0.firstMatch(of: #/[a-z0-9.+-]+/#).map { String($0.output) } }
        for name in ["bin", "lib", "lib64", "sbin"] {
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/" + name)
            guard let target else { continue }
            try expect(["mkdir", "-p", root + "/usr/" + name])
            try expect(["ln", "-s", target, root + "/" + name])
        }
        for name in names {
            // Of two names for one library, this system has one.
            let files = try Program.run(["dpkg-query", "--listfiles", name])
            guard files.status == 0 else { continue }
            let list = URL(filePath: root + "/list")
            try Data(files.output.replacing("/.\n", with: "").utf8).write(to: list)
            try expect(
                [
                    "sh", "-c",
                    """
                    tar -C / --no-recursion --ignore-failed-read -T list -cf - 2>/dev/null |
                        tar --keep-directory-symlink -xf -
                    """,
                ],
                in: root
            )
            try FileManager.default.removeItem(at: list)
        }
        try extractPackage(to: root)
    }

    /// Runs the installed program as if a folder were the whole disk.
    ///
    /// Besides files a program needs `/proc`, where Swift finds the arguments.
    func run(_ arguments: String..., in root: String) throws -> Ending {
        let script = """
            mkdir -p "$0/proc" && mount -t proc proc "$0/proc" &&
                exec env -i "$(command -v chroot)" "$0" /usr/bin/recount "$@"
            """
        return try Program.run(["unshare", "--mount", "sh", "-c", script, root] + arguments)
    }

    @discardableResult
    private func expect(_ command: [String], in folder: String = "/") throws -> String {
        let ending = try Program.run(command, in: folder)
        try #require(ending.status == 0, "\(command): \(ending.errors)")
        return ending.output
    }
}
