// The ground that comes with the program is read when the first map needs it, and then kept.

import Drawing
import Originals

extension Ground {
    /// Land, lakes, rivers and borders from Natural Earth.
    static let own = Ground(GroundFile.bytes)
}
