import Foundation
import Output
import Synchronization
import TestSupport
import Testing

@testable import Publishing

/// Publishing to a real SSH server with a real rsync.
@Suite(.serialized, .enabled(if: Tools.run("sshd", "ssh", "ssh-keygen", "rsync")))
struct RsyncTests {
    /// A report whose pages all carry the same stamp.
    static func pages(_ stamp: Int) -> [String: String] {
        let filling = String(repeating: "x", count: 2_000)
        var pages = ["assets/style.css": "body {}"]
        for name in ["index.html", "claims.html", "strikes/CS1.html", "strikes/CS 2's.html"] {
            pages[name] = "begin \(stamp) \(filling) \(stamp) end"
        }
        return pages
    }

    @Test func aReportArrivesAndLaterOnesReplaceIt() throws {
        let server = try SSHServer()
        let place = server.place()
        let target = PublishingSettings.Place.rsync(place)
        var files = ["index.html": "one", "strikes/CS1.html": "CS1", "strikes/CS2.html": "CS2"]
        let first = try server.sandbox.report(files)
        try server.sandbox.put("private", at: "Output/notes.txt")
        #expect(try publish(first, to: target) == [])
        #expect(
            server.sandbox.files("www of raqqa/current")
                == ["index.html", "manifest.json", "strikes/CS1.html", "strikes/CS2.html"]
        )
        #expect(
            try verify(target).lines == [
                "verified 4 of 4 files are as the manifest of recount test says; 0 missing, 0 changed, "
                    + "0 extra"
            ]
        )

        // Equal size and time, other bytes; one page withdrawn.
        files["index.html"] = "two"
        files["strikes/CS2.html"] = nil
        let when = try server.sandbox.modified("www of raqqa/current/index.html")
        let second = try server.sandbox.report(files)
        try server.sandbox.touch("Output/index.html", when)
        #expect(try publish(second, to: target) == [])
        #expect(server.sandbox.text("www of raqqa/current/index.html") == "two")
        #expect(server.sandbox.text("www of raqqa/current/strikes/CS2.html") == nil)
        let releases = try server.sandbox.names("www of raqqa/releases")
        #expect(releases.count == 2)
        #expect(releases.first?.hasPrefix("000001-") == true)
        #expect(
            try server.sandbox.inode("www of raqqa/releases/\(releases[0])/strikes/CS1.html")
                == server.sandbox.inode("www of raqqa/releases/\(releases[1])/strikes/CS1.html"),
            "an unchanged file is linked"
        )

        // And back, and forth.
        let publication = Publication(to: .init(name: "live", place: target))
        let turned = try publication.rollBack(to: nil)
        #expect(turned.from == releases[1] && turned.to == releases[0])
        #expect(server.sandbox.text("www of raqqa/current/index.html") == "one")
        #expect(try verify(target).isGood(allowingExtra: false))
        #expect(try publication.rollBack(to: releases[1]).to == releases[1])
        #expect(server.sandbox.text("www of raqqa/current/index.html") == "two")
        #expect(
            message { _ = try publication.rollBack(to: "../../etc") }.contains("has no release")
        )
        #expect(
            try publication.rollBack(to: nil).to == releases[0]
        )
        #expect(
            message { _ = try publication.rollBack(to: nil) }
                == "“127.0.0.1:\(place.path)” cannot be used: there is no release before "
                + "\(releases[0])."
        )
    }

    @Test func releasesWithWithheldRecordsAreRemovedAndNobodyGoesBackToThem() throws {
        let server = try SSHServer()
        let place = PublishingSettings.Place.rsync(server.place())
        let publication = Publication(to: .init(name: "live", place: place))
        let first = try server.sandbox.report(["index.html": "SECRET"])
        try publish(first, to: place)
        let second = try server.sandbox.report(["index.html": "SECRET again"])
        try publish(second, to: place)
        let purge = Purge([
            .init(digest: Digest(of: first.bytes).description, records: ["S1"]),
            .init(digest: Digest(of: second.bytes).description, records: ["S1"]),
        ])
        #expect(throws: PublishError.self) { try publication.rollBack(to: nil, purge: purge) }
        #expect(server.sandbox.text("www of raqqa/current/index.html") == "SECRET again")
        let forced = try publication.rollBack(to: nil, purge: purge, despite: ["S1"])
        #expect(forced.from.hasPrefix("000002-"))

        let third = try server.sandbox.report(["index.html": "nobody"])
        let plan = try publication.plan(third)
        #expect(try publication.run(third, over: plan, signing: nil, purging: purge) == [])
        let left = try server.sandbox.names("www of raqqa/releases")
        #expect(left.count == 1)
        #expect(left.first?.hasPrefix("000003-") == true)
        #expect(server.sandbox.text("www of raqqa/current/index.html") == "nobody")
    }

    @Test func onlySoManyReleasesAreKept() throws {
        let server = try SSHServer()
        let place = PublishingSettings.Place.rsync(server.place("www", keep: 3))
        for number in 1...6 {
            try publish(try server.sandbox.report(RsyncTests.pages(number)), to: place)
        }
        let releases = try server.sandbox.names("www/releases")
        #expect(releases.map { $0.prefix(6) } == ["000004", "000005", "000006"])
        #expect(try verify(place).isGood(allowingExtra: false))
    }

    @Test func verifyTellsWhatSomebodyDidOnTheHost() throws {
        let server = try SSHServer()
        let place = PublishingSettings.Place.rsync(server.place("www"))
        try publish(try server.sandbox.report(RsyncTests.pages(1)), to: place)
        try server.sandbox.put("begin 2", at: "www/current/index.html")
        try server.sandbox.put("planted", at: "www/current/new/page.html")
        try FileManager.default.removeItem(atPath: server.sandbox.path + "/www/current/claims.html")
        #expect(
            try verify(place).lines == [
                "missing  claims.html", "changed  index.html", "extra    new/page.html",
                "verified 4 of 6 files are as the manifest of recount test says; 1 missing, "
                    + "1 changed, 1 extra",
            ]
        )
        // The next publication is whole although the bases that it links to are not.
        try publish(try server.sandbox.report(RsyncTests.pages(1), killed: (4, 9)), to: place)
        #expect(try verify(place).isGood(allowingExtra: false))
    }

    @Test func aFolderOfSomebodyElsesIsLeftAlone() throws {
        let server = try SSHServer()
        try server.sandbox.put("mine", at: "www/current/index.html")
        let place = server.place("www")
        let report = try server.sandbox.report(["index.html": "new"])
        #expect(
            message { try publish(report, to: .rsync(place)) } == """
                “127.0.0.1:\(place.path)” cannot be used: “current” in it is not a link to a release \
                that Recount made; choose another folder, or move it away.
                """
        )
        #expect(server.sandbox.text("www/current/index.html") == "mine")
    }

    @Test func aHostThatDoesNotAnswerIsNamed() throws {
        let server = try SSHServer()
        var place = server.place("www")
        place.port = Tools.freePort()
        place.configuration = "/dev/null"
        let text = message { _ = try RsyncHost(place: place).published() }
        #expect(
            text.hasPrefix("Cannot look at 127.0.0.1:\(place.path): ssh ended with code 255:\n"),
            "\(text)"
        )
    }

    /// A reader looks at the site without a pause while it is published a hundred times.
    @Test(.unlessItHangs)
    func aReaderSeesTheOldOrTheNewReportDuringAHundredPublications() async throws {
        let server = try SSHServer()
        let place = server.place("www", keep: 5)
        try publish(try server.sandbox.report(RsyncTests.pages(0)), to: .rsync(place))
        let reader = Reader(site: place.path + "/current")
        let thread = Thread { reader.run() }
        thread.start()
        defer { reader.stop() }
        for number in 1...100 {
            #if compiler(>=6.2)
            if number % 8 == 0 {
                let report = try server.sandbox.report(RsyncTests.pages(number), at: "Killed")
                await RsyncTests.publishAndDie(report.folder, place)
                continue
            }
            #endif
            let report = try server.sandbox.report(RsyncTests.pages(number))
            #expect(try publish(report, to: .rsync(place)) == [])
        }
        let seen = reader.stop()
        #expect(seen.mixed == [])
        #expect(seen.polls > 500)
        #expect(seen.stamps.count > 20, "the reader saw many of the reports")
        #expect(try verify(.rsync(place)).isGood(allowingExtra: false))
        let left = try server.sandbox.names("www/releases")
        #expect(left.count == 5, "what was killed is cleared away: \(left)")
    }

    #if compiler(>=6.2)
    /// Publishes in a process that is killed on the way.
    private static func publishAndDie(
        _ folder: String,
        _ place: PublishingSettings.RsyncPlace
    ) async {
        let (host, path, port) = (place.host, place.path, place.port ?? 22)
        let configuration = place.configuration ?? ""
        let delay = UInt32.random(in: 10_000..<500_000)
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [
                folder = folder as String, host = host as String, path = path as String,
                port = port as Int, configuration = configuration as String,
                delay = delay as UInt32,
            ] in
            Thread.detachNewThread {
                usleep(delay)
                raise(SIGKILL)
            }
            let place = PublishingSettings.RsyncPlace(
                host: host,
                path: path,
                port: port,
                configuration: configuration
            )
            try publish(try LocalReport(folder: folder), to: .rsync(place))
            raise(SIGKILL)
        }
    }
    #endif
}

/// Somebody who reads pages of a site without a pause, as a web server does: it resolves the link
/// once for an answer, and reads.
final class Reader: Sendable {
    struct Seen: Sendable {
        var polls = 0
        var mixed: [String] = []
        var stamps: Set<String> = []
        var isStopped = false
    }

    private let site: String
    private let seen = Mutex(Seen())

    init(site: String) { self.site = site }

    func run() {
        while !seen.withLock({ $0.isStopped }) {
            poll()
            usleep(1_000)
        }
    }

    @discardableResult
    func stop() -> Seen {
        seen.withLock {
            $0.isStopped = true
            return $0
        }
    }

    private func poll() {
        let root = realpath(site, nil)
        defer { free(root) }
        let folder = root.map { String(cString: $0) } ?? site
        var stamps: Set<String> = []
        for name in RsyncTests.pages(0).keys where name.hasSuffix(".html") {
            for place in [folder, site] {
                let bytes = FileManager.default.contents(atPath: place + "/" + name)
                let words = String(decoding: bytes ?? Data(), as: UTF8.self).split(separator: " ")
                let isWhole =
                    words.count == 5 && words.first == "begin" && words.last == "end"
                    && words[1] == words[3]
                guard isWhole else {
                    seen.withLock { $0.mixed.append("\(name): \(words.prefix(2))") }
                    continue
                }
                // Through the link, the next page may be of the next report; within one folder not.
                if place == folder { stamps.insert(String(words[1])) }
            }
        }
        seen.withLock { [stamps] seen in
            seen.polls += 1
            seen.stamps.formUnion(stamps)
            if stamps.count > 1 { seen.mixed.append("\(stamps.sorted())") }
        }
    }
}

extension Sandbox {
    /// When a file was last changed.
    func modified(_ name: String) throws -> Date {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
        return attributes[.modificationDate] as? Date ?? .distantPast
    }

    /// Says that a file was last changed at some time.
    func touch(_ name: String, _ date: Date) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: date],
            ofItemAtPath: path + "/" + name
        )
    }

    /// The number of a file on its disk.
    func inode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
        return (attributes[.systemFileNumber] as? Int) ?? 0
    }
}
