import Foundation
import Synchronization
import TestSupport
import Testing

/// Several programs use one site at once: nobody sees a mix of two reports, and nothing is left behind.
@Suite(.serialized) struct TogetherTests {
    private func left(in site: SiteFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: site.path).sorted()
    }

    /// Runs a command several times at once; how each ended.
    private func together(_ count: Int, _ run: @escaping @Sendable () throws -> Ending) -> [Ending?]
    {
        let endings = Mutex<[Ending?]>([])
        DispatchQueue.concurrentPerform(iterations: count) { _ in
            let ending = try? run()
            endings.withLock { $0.append(ending) }
        }
        return endings.withLock { $0 }
    }

    @Test(arguments: [2, 8])
    func buildsAtOnceWriteOneReportOrSayWhyNot(_ count: Int) throws {
        let site = try SiteFolder.small()
        #expect(try site.build().status == 0)
        let report = try Tree.read(site.output)
        let path = site.path
        for turn in 0..<3 {
            try FileManager.default.removeItem(atPath: site.output)
            let endings = together(count) { try Program.recount("build", path) }
            #expect(endings.count == count)
            #expect(endings.contains { $0?.status == 0 }, "turn \(turn): \(endings)")
            for ending in endings where ending?.status != 0 {
                #expect(ending?.status == 2, "turn \(turn): \(String(describing: ending))")
                #expect(
                    ending?.errors.contains("Another build is writing") == true,
                    "turn \(turn): \(String(describing: ending))"
                )
            }
            #expect(try Tree.read(site.output) == report, "turn \(turn)")
            #expect(try left(in: site) == ["Output", "content", "templates"], "turn \(turn)")
        }
    }

    @Test func aBuildDuringAPublicationEndsInOneOfBothReports() throws {
        let published = try PublishedSite(.folder)
        let path = published.site.path
        for _ in 0..<3 {
            let endings = Mutex<[Int32]>([])
            DispatchQueue.concurrentPerform(iterations: 2) { number in
                let status =
                    number == 0
                    ? try? published.publishOnce() : try? Program.recount("build", path).status
                endings.withLock { $0.append(status ?? -1) }
            }
            #expect(endings.withLock { $0.allSatisfy { [0, 2].contains($0) } })
            let seen = try published.state()
            #expect(seen.host == published.before.host || seen.host == published.after.host)
            #expect(try published.run().status == 0)
            #expect(try published.state().host == published.after.host)
            #expect(try published.leftovers() == [])
            try published.restore()
        }
    }
}
