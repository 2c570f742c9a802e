import Drawing
import Templates
import Text

extension Language {
    /// The direction of drawings on a page in this language.
    var direction: TextDirection { isRightToLeft ? .rtl : .ltr }
}

extension HTML {
    /// A drawing, which is already escaped.
    init(_ drawing: SVG) {
        self.init(unsafeHTML: drawing.markup)
    }
}
