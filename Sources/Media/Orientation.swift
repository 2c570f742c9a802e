// Cameras write how a picture was held among many other facts. Without it a picture lies on its side, so this
// one tag is read, and written again alone.

/// How a picture is turned before it is shown: a number from 1 to 8, as Exif counts them.
struct Orientation: Hashable {
    let number: Int

    /// Reads the tag from a TIFF structure; `nil` for an upright picture, and for what cannot be read: Exif
    /// that a program has damaged is removed with the rest.
    init?(exif bytes: [UInt8], _ range: Range<Int>) {
        guard let number = try? Orientation.read(bytes, range), (2...8).contains(number) else {
            return nil
        }
        self.number = number
    }

    /// A TIFF structure with this tag and nothing else.
    var exif: [UInt8] {
        Array("MM\0*".utf8) + .big(8, 4) + .big(1, 2)
            + .big(0x0112, 2) + .big(3, 2) + .big(1, 4) + .big(number, 2) + .big(0, 2)
            + .big(0, 4)
    }

    private static func read(_ bytes: [UInt8], _ range: Range<Int>) throws(MediaFlaw) -> Int? {
        var cursor = ByteCursor(bytes, range)
        let isBig = cursor.begins(with: "MM\0*")
        guard isBig || cursor.begins(with: "II*\0") else { return nil }
        _ = try cursor.skip(4)
        let directory = try isBig ? cursor.big(4) : cursor.little(4)
        guard directory >= 8, directory < range.count else { return nil }
        cursor = ByteCursor(bytes, range.lowerBound + directory..<range.upperBound)
        let count = try isBig ? cursor.big(2) : cursor.little(2)
        for _ in 0..<count {
            let tag = try isBig ? cursor.big(2) : cursor.little(2)
            _ = try cursor.skip(6)
            let value = try isBig ? cursor.big(2) : cursor.little(2)
            _ = try cursor.skip(2)
            if tag == 0x0112 { return value }
        }
        return nil
    }
}
