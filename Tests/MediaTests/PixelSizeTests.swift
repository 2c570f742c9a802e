import Testing

@testable import Media

/// A page leaves room for a picture as large as a browser shows it.
@Suite struct PixelSizeTests {
    @Test func theSizeOfEachFormatIsRead() throws {
        let jpeg: [UInt8] =
            [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 11, 8, 0, 6, 0, 8, 1, 1, 17, 0]
        #expect(size(jpeg) == [8, 6])
        let gif = Array("GIF89a".utf8) + [8, 1, 6, 0, 0, 0, 0]
        #expect(size(gif) == [264, 6])
        let png =
            [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13] + Array("IHDR".utf8)
            + [0, 0, 0, 8, 0, 0, 1, 6]
        #expect(size(png) == [8, 262])
        func webP(_ chunk: String, _ rest: [UInt8]) -> [UInt8] {
            Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP\(chunk)".utf8) + [0, 0, 0, 0] + rest
        }
        #expect(size(webP("VP8X", [0, 0, 0, 0, 7, 0, 0, 5, 1, 0])) == [8, 262])
        #expect(size(webP("VP8L", [0x2F, 7, 0x40, 1, 0])) == [8, 6])
        #expect(size(webP("VP8 ", [0, 0, 0, 0x9D, 1, 0x2A, 8, 0x40, 6, 0])) == [8, 6])
    }

    @Test func aPictureThatLiesOnItsSideIsAsWideAsItIsShown() throws {
        let exif = Array("Exif\0\0".utf8) + Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 1]
        let tag: [UInt8] = [1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
        let segment = exif + tag
        let head: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(segment.count + 2)]
        let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 0, 6, 0, 8, 1, 1, 17, 0]
        #expect(size(head + segment + frame) == [6, 8])
    }

    @Test(arguments: [
        ("width=\"30\" height=\"20px\" viewBox=\"0 0 9 9\"", [30, 20]),
        ("viewBox='0 0 300 100.4'", [300, 100]), ("viewBox=\"0,0,3,4\" width=\"100%\"", [3, 4]),
        ("width=\"10cm\" height=\"5cm\"", []), ("viewBox=\"0 0 0 9\"", []),
    ])
    func aDrawingStatesItsSizeOrItsView(attributes: String, expected: [Int]) {
        #expect(size(Array("<svg \(attributes)><path/></svg>".utf8)) == expected)
    }

    @Test(arguments: [[], [0xFF, 0xD8, 0xFF], [0xFF, 0xD8, 0xFF, 0xC0, 0, 1], Array("text".utf8)])
    func aBrokenFileHasNone(bytes: [UInt8]) {
        #expect(size(bytes).isEmpty)
    }

    private func size(_ bytes: [UInt8]) -> [Int] {
        PixelSize(of: bytes).map { [$0.width, $0.height] } ?? []
    }
}
