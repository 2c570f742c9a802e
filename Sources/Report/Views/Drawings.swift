import Drawing
import Templates

extension HTML {
    /// A drawing, which is escaped already.
    init(_ drawing: SVG) {
        self.init(unsafeHTML: drawing.markup)
    }
}
