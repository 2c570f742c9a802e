import Foundation
import TestSupport
import Testing

/// A publication or a release that is killed: readers see the old report or the new one, and the next run finishes
/// and leaves nothing behind.
@Suite(.serialized, .enabled("needs Linux and a C compiler") { Injection.library != nil })
struct KilledPublicationTests {
    private static let calls = [
        "write", "close", "fsync", "mkdirat", "linkat", "openat", "open", "read", "rename",
        "renameat2",
        "renameat", "unlink", "unlinkat", "posix_spawn", "waitpid",
    ]

    private static func site(
        _ kind: PublishedSite.Kind,
        _ command: PublishedSite.Command
    ) throws -> PublishedSite? {
        if kind == .rsync, !SSHHost.canRun, !Package.isCI { return nil }
        return try PublishedSite(kind, command)
    }

    /// Which call of a kind is tried next: with `RECOUNT_THOROUGH` nearly every one.
    private static func next(_ number: Int, _ kind: PublishedSite.Kind) -> Int {
        if !Package.isThorough { return number * (kind == .rsync ? 6 : 3) }
        return number < 40 ? number + 1 : number + 7
    }

    @Test(arguments: [
        (PublishedSite.Kind.folder, PublishedSite.Command.publish), (.folder, .release),
        (.rsync, .publish),
    ])
    func atAnyCallOfTheSystem(_ kind: PublishedSite.Kind, _ command: PublishedSite.Command) throws {
        if kind == .rsync, Package.isFast { return }
        guard let site = try Self.site(kind, command) else { return }
        #expect(site.before != site.after)
        var kills = 0
        for call in Self.calls {
            var number = 1
            while number < 400 {
                let name = "\(call) \(number)"
                let ending = try site.run(
                    environment: Injection.environment("\(call):\(number):KILL")
                )
                if ending.status == 0 {
                    #expect(try site.state() == site.after, "\(name)")
                    try site.restore()
                    break
                }
                kills += 1
                #expect(ending.status == SIGKILL, "\(name): \(ending)")
                try expectWholeAndFinished(site, name)
                number = Self.next(number, kind)
            }
        }
        #expect(kills > (Package.isThorough ? 100 : 15), "\(kills)")
    }

    @Test(arguments: [
        (PublishedSite.Kind.folder, PublishedSite.Command.publish, 80), (.folder, .release, 60),
        (.rsync, .publish, 60),
    ])
    func atAnyMoment(
        _ kind: PublishedSite.Kind,
        _ command: PublishedSite.Command,
        _ times: Int
    ) throws {
        guard !Package.isFast, let site = try Self.site(kind, command) else { return }
        let start = ContinuousClock.now
        #expect(try site.run().status == 0)
        let took = (ContinuousClock.now - start) / .seconds(1)
        try site.restore()
        var kills = 0
        let wanted = (Package.isThorough ? times : times / 10) / 2
        // A run that ends before its kill counts for nothing: a busy machine makes the runs unlike each other.
        for turn in 0..<(wanted * 10) where kills < wanted {
            let moment = took * Double.random(in: 0.02...0.8)
            if try site.runAndKill(after: moment).status != 0 { kills += 1 }
            try expectWholeAndFinished(site, "kill \(turn), after \(moment) s")
        }
        #expect(kills == wanted)
    }

    /// Readers see one of both reports; the next run publishes the new one and clears everything away.
    private func expectWholeAndFinished(_ site: PublishedSite, _ name: String) throws {
        let left = try site.state()
        #expect(left.host == site.before.host || left.host == site.after.host, "\(name): host")
        #expect(
            left.output == site.before.output || left.output == site.after.output,
            "\(name): output"
        )
        #expect(
            left.releases == site.before.releases || left.releases == site.after.releases,
            "\(name): releases"
        )
        let again = try site.run()
        #expect(again.status == 0, "\(name): \(again)")
        let end = try site.state()
        #expect(end.host == site.after.host, "\(name): \(end.host.keys.sorted())")
        #expect(end.output == site.after.output, "\(name)")
        #expect(end.releases == site.after.releases, "\(name)")
        #expect(try site.leftovers() == [], "\(name)")
        try site.restore()
    }

    /// The programs that a publication runs can be killed as well: it says so, and nothing changes for readers.
    @Test(arguments: ["rsync", "ssh"])
    func aProgramThatIsKilledIsNamed(_ program: String) throws {
        guard !Package.isFast, let site = try Self.site(.rsync, .publish) else { return }
        var kills = 0
        for call in ["read", "write", "open", "close"] {
            for number in Package.isThorough ? [1, 3, 9, 20, 50] : [1, 9] {
                let ending = try site.run(
                    environment: Injection.environment("\(call):\(number):KILL", in: program)
                )
                if ending.status == 0 {
                    #expect(try site.state() == site.after, "\(call) \(number)")
                    try site.restore()
                    continue
                }
                kills += 1
                #expect(ending.status == 2, "\(call) \(number): \(ending)")
                #expect(
                    ending.errors.contains("ended with code") || ending.errors.contains(program),
                    "\(call) \(number): \(ending)"
                )
                #expect(try site.state().host == site.before.host, "\(call) \(number)")
                try expectWholeAndFinished(site, "\(program): \(call) \(number)")
            }
        }
        #expect(kills > 0)
    }
}
