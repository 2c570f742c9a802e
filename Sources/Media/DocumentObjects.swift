// What stays of the objects of a PDF document: what its pages show, its bookmarks, links and forms. Comments keep their
// marks on the page and lose who made them and when.

import Text

/// The objects of a document, as qpdf writes them in JSON.
enum DocumentObjects {
    /// An object as JSON, without what says where the document comes from or what runs in a reader's program.
    static func cleaned(_ node: JSONNode) throws(MediaFlaw) -> String {
        switch node.value {
        case .array(let items):
            var texts: [String] = []
            for item in items { texts.append(try cleaned(item)) }
            return "[\(texts.joined(separator: ","))]"
        case .object(let members):
            try refuse(node)
            if isDropped(node) { return "null" }
            var texts: [String] = []
            for member in members where !isDropped(member.key, of: node) {
                texts.append(try "\(JSONString.quoted(member.key)):\(cleaned(member.value))")
            }
            return "{\(texts.joined(separator: ","))}"
        case .string(let text): return JSONString.quoted(text)
        case .number(let text): return text
        case .bool(let truth): return truth ? "true" : "false"
        case .null: return "null"
        }
    }

    /// The names of what should not be there any more.
    static func left(in node: JSONNode) -> Set<String> {
        switch node.value {
        case .array(let items): return items.reduce(into: []) { $0.formUnion(left(in: $1)) }
        case .object(let members):
            if isDropped(node) { return [node["/Subtype"]?.asString ?? "an action"] }
            return members.reduce(into: []) { names, member in
                // The trailer of a document that is written anew has an identifier, computed from its content.
                if isDropped(member.key, of: node), member.key != "/ID" { names.insert(member.key) }
                names.formUnion(left(in: member.value))
            }
        case .string, .number, .bool, .null: return []
        }
    }

    private static func refuse(_ node: JSONNode) throws(MediaFlaw) {
        if node["/ByteRange"] != nil {
            throw MediaFlaw(
                .metadata,
                "is signed, and would not be after its metadata is removed",
                "Export it without the signature, or publish it byte by byte for a reason."
            )
        }
        if node["/Subtype"]?.asString == "/Redact" {
            throw MediaFlaw(
                .metadata,
                "has marks for redaction that are not applied, so that the words under them can be read",
                "Apply the redactions in the program that made them."
            )
        }
    }

    private static func isDropped(_ node: JSONNode) -> Bool {
        if let kind = node["/S"]?.asString, actions.contains(kind),
            node["/Type"]?.asString != "/StructElem"
        {
            return true
        }
        if node["/S"]?.asString == "/URI",
            let address = node["/URI"]?.asString?.dropFirst(2).lowercased()
        {
            return !["http://", "https://", "mailto:"].contains(where: address.hasPrefix)
        }
        guard let kind = node["/Subtype"]?.asString, node["/Rect"] != nil else { return false }
        return annotations.contains(kind)
    }

    private static func isDropped(_ key: String, of node: JSONNode) -> Bool {
        if keys.contains(key) { return true }
        // The trailer; other dictionaries use these names for something else.
        if key == "/Info" || key == "/ID", node["/Root"] != nil { return true }
        guard let kind = node["/Subtype"]?.asString, node["/Rect"] != nil, kind != "/Widget" else {
            return false
        }
        return notes.contains(key) || key == "/Contents" && kind != "/FreeText" && kind != "/Link"
    }

    /// Actions that run, open or send something.
    private static let actions: Set<String> = [
        "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition",
        "/Movie", "/Sound", "/RichMediaExecute", "/Trans", "/SetOCGState",
    ]
    /// Annotations that show nothing on the page, or contain files.
    private static let annotations: Set<String> = [
        "/Text", "/Popup", "/FileAttachment", "/Sound", "/Movie", "/Screen", "/RichMedia", "/3D",
        "/TrapNet", "/Projection",
    ]
    /// Entries of an annotation that say who made it and when.
    private static let notes: Set<String> = [
        "/T", "/M", "/CreationDate", "/NM", "/Subj", "/RC", "/Popup", "/IRT", "/ExData",
    ]
    /// Entries of any dictionary: metadata, private data of programs, scripts, files, small copies of pages.
    private static let keys: Set<String> = [
        "/Metadata", "/PieceInfo", "/LastModified", "/AA", "/OpenAction", "/JavaScript", "/JS",
        "/EmbeddedFiles", "/EmbeddedFile", "/AF", "/EF", "/SpiderInfo", "/IDS", "/URLS", "/Thumb",
        "/Threads", "/Collection", "/Perms", "/DSS", "/Legal", "/XFA", "/OPI", "/Encrypt",
        "/UserProperties",
    ]
}
