import Foundation
import TestSupport

/// Changes seeds at random, the same way for the same number, and reads what comes of them.
///
/// A reader that ends the process leaves its input in a file, named by ``place(of:)``, from which it can be read
/// again.
struct Fuzzer {
    /// What is read, such as "csv"; the seeds are in `Seeds/<name>`.
    let name: String
    /// Texts that mean something to the reader.
    let words: [String]
    /// Reads the bytes; returns why the outcome is wrong, or `nil`.
    let read: (_ bytes: [UInt8]) -> String?

    /// The largest input.
    static let largest = 1 << 16

    /// The number that decides all changes: `RECOUNT_FUZZ_SEED`, or always the same.
    static let number =
        ProcessInfo.processInfo.environment["RECOUNT_FUZZ_SEED"]
        .flatMap(UInt64.init) ?? 1
    /// How long each reader is tried: `RECOUNT_FUZZ_TIME` in seconds; without it, by a number of inputs.
    static let time = ProcessInfo.processInfo.environment["RECOUNT_FUZZ_TIME"].flatMap(Double.init)

    /// Where the last input of a reader is kept while it is read.
    static func place(of name: String) -> URL {
        FileManager.default.temporaryDirectory.appending(path: "recount-fuzz-\(name)")
    }

    /// The seeds, in the order of their names.
    func seeds() throws -> [[UInt8]] {
        let folder = Package.root + "/Tests/FuzzTests/Seeds/" + name
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .compactMap {
                FileManager.default.contents(atPath: folder + "/" + $0).map { [UInt8]($0) }
            }
    }

    /// Tries seeds and changed seeds; returns how many inputs were read, and what went wrong.
    func run(inputs: Int) throws -> (count: Int, faults: [String]) {
        let seeds = try seeds()
        var generator = Dice(state: Fuzzer.number &* 0x9E37_79B9_7F4A_7C15)
        var faults: [String] = []
        var count = 0
        let start = ContinuousClock.now
        let place = Fuzzer.place(of: name)
        func isOver() -> Bool {
            if let time = Fuzzer.time { return ContinuousClock.now - start > .seconds(time) }
            // A machine that is very busy tries fewer.
            return count >= inputs || ContinuousClock.now - start > .seconds(10)
        }
        while !isOver(), faults.count < 5 {
            let input = count < seeds.count ? seeds[count] : mutated(seeds, &generator)
            try Data(input).write(to: place)
            let began = ThreadTime.now
            if let fault = read(input) { faults.append("\(fault): \(excerpt(input))") }
            // A debugging build is slow; what hangs takes longer than this.
            let took = ThreadTime.now - began
            if took > 20 { faults.append("took \(took) s: \(excerpt(input))") }
            count += 1
        }
        if faults.isEmpty { try? FileManager.default.removeItem(at: place) }
        return (count, faults)
    }

    private func excerpt(_ input: [UInt8]) -> String {
        String(decoding: input.prefix(300), as: UTF8.self).debugDescription
            + " (\(input.count) bytes, seed \(Fuzzer.number))"
    }

    private func mutated(_ seeds: [[UInt8]], _ dice: inout Dice) -> [UInt8] {
        var bytes = seeds[dice.below(seeds.count)]
        for _ in 0...dice.below(6) { change(&bytes, seeds, &dice) }
        return Array(bytes.prefix(Fuzzer.largest))
    }

    private func change(_ bytes: inout [UInt8], _ seeds: [[UInt8]], _ dice: inout Dice) {
        let place = dice.below(bytes.count + 1)
        let end = min(bytes.count, place + 1 + dice.below(dice.below(4) == 0 ? 200 : 8))
        switch dice.below(9) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(dice.below(8))
        case 1 where place < bytes.count: bytes[place] = UInt8(dice.below(256))
        case 2: bytes.removeSubrange(place..<end)
        case 3:
            let copy = bytes[place..<end]
            let times = 1 + dice.below(dice.below(8) == 0 ? 2_000 : 4)
            var copies: [UInt8] = []
            while copies.count < Fuzzer.largest / 2, copies.count < copy.count * times {
                copies += copy
            }
            bytes.insert(contentsOf: copies, at: place)
        case 4:
            let other = seeds[dice.below(seeds.count)]
            let start = dice.below(other.count + 1)
            bytes.insert(contentsOf: other[start...].prefix(1 + dice.below(300)), at: place)
        case 5: bytes.removeSubrange(place...)
        case 6:
            bytes.insert(
                contentsOf: [0, 0xFF, 0xC3, 0xE2, 0xEF, 0xED, 0xF4][dice.below(7)...]
                    .prefix(1 + dice.below(3)),
                at: place
            )
        default:
            guard !words.isEmpty else { return }
            bytes.insert(contentsOf: words[dice.below(words.count)].utf8, at: place)
        }
    }
}

/// Random numbers that are the same for the same state (SplitMix64).
struct Dice {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `limit` − 1; 0 if `limit` is 0.
    mutating func below(_ limit: Int) -> Int {
        limit < 1 ? 0 : Int(next() % UInt64(limit))
    }
}
