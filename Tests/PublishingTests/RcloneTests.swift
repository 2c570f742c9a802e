import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Publishing to a real S3 server with a real rclone.
@Suite(.serialized, .enabled(if: Tools.runStore)) struct RcloneTests {
    @Test func aReportArrivesAndLaterOnesReplaceIt() throws {
        let store = try StoreServer()
        let place = store.place()
        var files = [
            "index.html": "one", "strikes/CS1.html": "CS1", "strikes/CS2.html": "CS2",
            "data/strikes.geojson": "{}", "_headers": "/*", "feed.xml": "<feed/>",
        ]
        #expect(try publish(try store.sandbox.report(files), to: place) == [])
        #expect(try verify(place).isGood(allowingExtra: false))

        // Another program's file is never touched; a withdrawn page goes; equal size arrives.
        try store.sandbox.put("foreign", at: "foreign.txt")
        try store.rclone([
            "copyto", store.sandbox.path + "/foreign.txt", "s3:bucket/report/foreign.txt",
        ])
        let when = try store.sandbox.modified("Output/index.html")
        files["index.html"] = "two"
        files["strikes/CS2.html"] = nil
        let second = try store.sandbox.report(files)
        try store.sandbox.touch("Output/index.html", when)
        #expect(try publish(second, to: place) == [])
        let verification = try verify(place)
        #expect(
            verification.lines == [
                "extra    foreign.txt",
                "verified 6 of 6 files are as the manifest of recount test says; 0 missing, "
                    + "0 changed, 1 extra",
            ]
        )
        #expect(!verification.isGood(allowingExtra: false))
        #expect(verification.isGood(allowingExtra: true))
    }

    @Test func filesHaveTheirTypeAndCaching() throws {
        let store = try StoreServer()
        let place = store.place()
        try publish(
            try store.sandbox.report(["index.html": "<!doctype html>", "data/a.geojson": "{}"]),
            to: place
        )
        let program = try ExternalProgram("rclone")
        let listing = try program.runSuccessfully(
            [
                "--config", store.sandbox.path + "/rclone.conf", "lsf", "-R", "--files-only",
                "--format", "mp", "s3:bucket/report",
            ],
            doing: "list"
        )
        let lines = Set(String(decoding: listing, as: UTF8.self).split(separator: "\n"))
        #expect(
            lines == [
                "text/html; charset=utf-8;index.html", "application/geo+json;data/a.geojson",
                "application/json;manifest.json",
            ]
        )
    }

    @Test func aBucketWithOtherFilesIsLeftAlone() throws {
        let store = try StoreServer()
        try store.sandbox.put("mine", at: "mine.txt")
        try store.rclone(["copyto", store.sandbox.path + "/mine.txt", "s3:bucket/report/mine.txt"])
        let report = try store.sandbox.report(["index.html": "new"])
        #expect(
            message { try publish(report, to: store.place()) } == """
                “s3:bucket/report” cannot be used: it holds files that Recount did not make, such as \
                “mine.txt”; choose an empty folder.
                """
        )
    }

    @Test func damageIsFoundAndRepaired() throws {
        let store = try StoreServer()
        let place = store.place()
        let files = ["index.html": "one", "a.html": "aaa"]
        try publish(try store.sandbox.report(files), to: place)
        try store.sandbox.put("bbb", at: "bad.html")
        try store.rclone(["copyto", store.sandbox.path + "/bad.html", "s3:bucket/report/a.html"])
        #expect(try verify(place).comparison.changed == ["a.html"])
        try publish(try store.sandbox.report(files, killed: (4, 4)), to: place)
        #expect(try verify(place).isGood(allowingExtra: false))
    }

    #if compiler(>=6.2)
    /// The second publication is killed at several moments; the third goes on from whatever is there
    /// and leaves nothing of the second behind.
    @Test(
        .unlessItHangs,
        arguments: [150_000, 600_000, 1_200_000, 2_000_000] as [UInt32]
    )
    func anInterruptedPublicationIsResumed(_ delay: UInt32) async throws {
        let store = try StoreServer()
        let place = store.place()
        var files: [String: String] = ["index.html": "one", "feed.xml": "<a/>"]
        for number in 0..<20 { files["strikes/\(number).html"] = "page \(number)" }
        try publish(try store.sandbox.report(files), to: place)

        var between = files
        for number in 0..<20 { between["between/\(number).html"] = "between \(number)" }
        between["strikes/3.html"] = nil
        let folder = try store.sandbox.report(between, at: "Killed").folder
        let configuration = store.sandbox.path + "/rclone.conf"
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [
                folder = folder as String, configuration = configuration as String,
                delay = delay as UInt32,
            ] in
            Thread.detachNewThread {
                usleep(delay)
                raise(SIGKILL)
            }
            unsetenv("AWS_CA_BUNDLE")
            let place = PublishingSettings.Place.rclone(
                remote: "s3:bucket/report",
                configuration: configuration
            )
            try publish(try LocalReport(folder: folder), to: place)
            raise(SIGKILL)
        }
        // The rclone that the killed process had started ends by itself.
        try await Task.sleep(for: .seconds(1))

        files["index.html"] = "three"
        files["strikes/5.html"] = nil
        try publish(try store.sandbox.report(files), to: place)
        let verification = try verify(place)
        #expect(verification.isGood(allowingExtra: false), "\(verification.lines)")
    }
    #endif

    @Test func aMissingRemoteIsNamed() throws {
        let store = try StoreServer()
        let place = PublishingSettings.Place.rclone(
            remote: "nowhere:bucket",
            configuration: store.sandbox.path + "/rclone.conf"
        )
        let text = message { _ = try verify(place) }
        #expect(
            text.hasPrefix("Cannot look at nowhere:bucket: rclone ended with code 1:"),
            "\(text)"
        )
    }
}
