import Drawing
import Templates
import Text

extension Language {
    /// The direction of a page in this language, and of its drawings.
    var direction: TextDirection { isRightToLeft ? .rtl : .ltr }
}

extension HTML {
    /// A drawing, which is already escaped.
    init(_ drawing: SVG) {
        self.init(unsafeHTML: drawing.markup)
    }
}
