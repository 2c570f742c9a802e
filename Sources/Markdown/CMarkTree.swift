import CCMarkGFM
import Synchronization
import Text

/// The C library's tree, freed when this value ends.
struct CMarkTree: ~Copyable {
    let root: OpaquePointer

    deinit {
        cmark_node_free(root)
    }

    /// Parses bytes; `nil` only when memory is short.
    init?(_ bytes: [UInt8], tables: Bool = true) {
        CMarkTree.registered
        guard let parser = cmark_parser_new(CMarkTree.options) else { return nil }
        defer { cmark_parser_free(parser) }
        if tables { CMarkTree.attach("table", to: parser) }
        CMarkTree.attach("tasklist", to: parser)
        let hasTilde = bytes.holds(UInt8(ascii: "~"))
        if hasTilde { CMarkTree.attach("strikethrough", to: parser) }
        bytes.withUnsafeBytes { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                cmark_parser_feed(parser, characters.baseAddress, characters.count)
            }
        }
        let root = hasTilde ? CMarkTree.finishAlone(parser) : cmark_parser_finish(parser)
        guard let root else { return nil }
        self.root = root
    }

    /// Never the option that passes HTML through.
    static let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE

    private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

    private static func attach(_ name: String, to parser: OpaquePointer) {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }

    /// Finishes texts with a tilde one at a time.
    ///
    /// Strikethrough makes the tilde a special character in a table that all parsers of the
    /// process share, for as long as `finish` runs; a text without a tilde cannot notice.
    private static func finishAlone(_ parser: OpaquePointer) -> OpaquePointer? {
        let address = UInt(bitPattern: parser)
        let root = finishing.withLock { _ in
            UInt(bitPattern: cmark_parser_finish(OpaquePointer(bitPattern: address)))
        }
        return OpaquePointer(bitPattern: root)
    }

    private static let finishing = Mutex(())
}

/// A node of the C library's tree; valid as long as the tree.
struct CMarkNode {
    let pointer: OpaquePointer

    /// What a node is, in the terms of the library's source.
    enum Kind {
        case document
        case quote
        case list
        case item
        case taskItem
        case code
        case html
        case paragraph
        case heading
        case rule
        case footnote
        case table
        case tableRow
        case tableCell
        case text
        case softBreak
        case lineBreak
        case inlineCode
        case inlineHTML
        case emphasis
        case strong
        case strikethrough
        case link
        case image
        case footnoteReference
        case unknown
    }

    var kind: Kind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: typeName == "tasklist" ? .taskItem : .item
        case CMARK_NODE_CODE_BLOCK: .code
        case CMARK_NODE_HTML_BLOCK: .html
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_THEMATIC_BREAK: .rule
        case CMARK_NODE_FOOTNOTE_DEFINITION: .footnote
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .inlineCode
        case CMARK_NODE_HTML_INLINE: .inlineHTML
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
        default: extensionKind
        }
    }

    /// The extensions number their nodes when they are registered, so kinds are known by name only.
    private var extensionKind: Kind {
        switch typeName {
        case "table": .table
        case "table_header", "table_row": .tableRow
        case "table_cell": .tableCell
        case "strikethrough": .strikethrough
        default: .unknown
        }
    }

    private var typeName: String { string(cmark_node_get_type_string(pointer)) }

    var literal: String { string(cmark_node_get_literal(pointer)) }
    var url: String { string(cmark_node_get_url(pointer)) }
    var title: String { string(cmark_node_get_title(pointer)) }
    var info: String { string(cmark_node_get_fence_info(pointer)) }
    var line: Int { Int(cmark_node_get_start_line(pointer)) }
    var column: Int { Int(cmark_node_get_start_column(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
    var isDone: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }

    /// The first number of a list; `nil` when it has bullets.
    var listStart: Int? {
        guard cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST else { return nil }
        return Int(cmark_node_get_list_start(pointer))
    }

    /// The marks that close a fence; `nil` when the code is indented, not fenced.
    var fence: [UInt8]? {
        var length: Int32 = 0
        var offset: Int32 = 0
        var character: CChar = 0
        guard cmark_node_get_fenced(pointer, &length, &offset, &character) != 0 else { return nil }
        return [UInt8](repeating: UInt8(bitPattern: character), count: Int(length))
    }

    var alignments: [MarkdownTable.Alignment] {
        let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
        guard let letters = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
        return (0..<count)
            .map { index in
                switch letters[index] {
                case UInt8(ascii: "l"): .left
                case UInt8(ascii: "c"): .center
                case UInt8(ascii: "r"): .right
                default: .none
                }
            }
    }

    /// The nodes inside this one, in order.
    var children: Children { Children(following: cmark_node_first_child(pointer)) }

    struct Children: Sequence, IteratorProtocol {
        var following: OpaquePointer?

        mutating func next() -> CMarkNode? {
            guard let node = following else { return nil }
            following = cmark_node_next(node)
            return CMarkNode(pointer: node)
        }
    }

    private func string(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
