import Testing

@testable import Text

@Suite struct EightBytesTests {
    /// Every byte at every place of texts of several lengths, among bytes that are near it.
    @Test func aByteIsFoundAtEveryPlaceAndNoOtherIs() {
        for byte in UInt8.min...UInt8.max {
            for count in [1, 2, 7, 8, 9, 16, 19] {
                for place in 0..<count {
                    for filler: UInt8 in [0x20, 0x7F, 0x80, 0xFF, 0x23] where filler != byte {
                        var text = [UInt8](repeating: filler, count: count)
                        text[place] = byte
                        #expect(text.any { $0.hold(0x26, ignoring: 1) } == (byte | 1 == 0x27))
                        #expect(text.any { $0.hold(0x22) } == (byte == 0x22))
                        #expect(text.any { $0.holdLess(than: 0x20) } == (byte < 0x20))
                    }
                }
            }
        }
    }
}

extension [UInt8] {
    fileprivate func any(_ test: (EightBytes) -> Bool) -> Bool {
        withUnsafeBufferPointer { EightBytes.any(of: $0, test) }
    }
}
