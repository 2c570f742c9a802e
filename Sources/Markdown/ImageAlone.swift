// A picture with a caption is a block and cannot stand in a sentence, so it is asked of a text which of its images stand
// in paragraphs of their own.

extension MarkdownDocument {
    /// The images, by their positions in ``links``, that stand alone in a paragraph of the text or of a quotation.
    public var imagesAlone: Set<Int> {
        var found: Set<Int> = []
        collectImagesAlone(in: blocks, &found)
        return found
    }

    private func collectImagesAlone(in blocks: [Block], _ found: inout Set<Int>) {
        for block in blocks {
            switch block {
            case .paragraph(let content):
                if let index = content.imageAlone(in: self) { found.insert(index) }
            case .quote(let blocks): collectImagesAlone(in: blocks, &found)
            case .heading, .list, .fence, .indentedCode, .rule, .table, .html: continue
            }
        }
    }
}

extension [Inline] {
    /// The image that is all of a paragraph, by its position among the links; `nil` for other paragraphs.
    func imageAlone(in document: MarkdownDocument) -> Int? {
        guard count == 1, case .link(let index, _) = self[0], document.links[index].isImage else {
            return nil
        }
        return index
    }
}
