// Editors complete and check a YAML file by a JSON Schema. It says less than the program checks, and never more: what the
// schema refuses, the program refuses.

import Text

/// The JSON Schema (2020-12) of a file, from the declaration of its keys.
public struct JSONSchema: Sendable {
    private let title: String
    private let shape: YAMLShape
    /// What else holds where the file has no such key.
    private let unless: (key: String, shape: YAMLShape)?

    /// A schema of a file; `unless` adds what holds as long as the file does not have a key.
    public init(
        _ title: String,
        _ shape: YAMLShape,
        unless: (key: String, shape: YAMLShape)? = nil
    ) {
        self.title = title
        self.shape = shape
        self.unless = unless
    }

    /// The schema as a file.
    public var text: String {
        var json = JSONWriter()
        json.object { json in
            json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
            json.member("title", title)
            JSONSchema.members(shape, &json)
            if let unless {
                json.object("if") { json in
                    json.array("required", [unless.key]) { $0.value($1) }
                }
                json.object("else") { JSONSchema.members(unless.shape, &$0) }
            }
        }
        return String(decoding: json.finished(), as: UTF8.self)
    }

    /// A language tag.
    private static let language = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
    private static let scalars = ["string", "number", "boolean", "null"]

    private static func members(_ shape: YAMLShape, _ json: inout JSONWriter) {
        switch shape {
        case .any: break
        case .text: either([.pattern(""), .byLanguage(.pattern(""))], &json)
        case .pattern(let pattern):
            json.array("type", pattern.isEmpty ? scalars : ["string"]) { $0.value($1) }
            if !pattern.isEmpty { json.member("pattern", pattern) }
        case .words(let words):
            // A key without a value counts as one that is not there.
            json.array("enum", words.map(Optional.some) + [nil]) { json, word in
                if let word { json.value(word) } else { json.value(nil as Int?) }
            }
        case .flag: json.array("type", ["boolean", "null"]) { $0.value($1) }
        case .integer: json.array("type", ["integer", "null"]) { $0.value($1) }
        case .list(let item) where isMapping(item):
            json.array("type", ["array", "null"]) { $0.value($1) }
            json.object("items") { members(item, &$0) }
        case .list(let item):
            json.array("anyOf", [true, false]) { json, isList in
                json.object { json in
                    guard isList else {
                        json.object("not") { $0.member("type", "array") }
                        return members(item, &json)
                    }
                    json.member("type", "array")
                    json.object("items") { members(item, &$0) }
                }
            }
        case .mapping(let keys, let isOpen): mapping(keys, isOpen: isOpen, &json)
        case .named(let value):
            json.array("type", ["object", "null"]) { $0.value($1) }
            json.object("additionalProperties") { members(value, &$0) }
        case .byLanguage(let value):
            json.member("type", "object")
            json.object("patternProperties") { json in
                json.object(language) { members(value, &$0) }
            }
            json.member("additionalProperties", false)
        case .either(let shapes): either(shapes, &json)
        case .depending(let shape, let key, let cases):
            members(shape, &json)
            json.array("allOf", cases) { json, item in
                json.object { json in
                    json.object("if") { json in
                        json.object("properties") { json in
                            json.object(key) { $0.member("const", item.value) }
                        }
                        json.array("required", [key]) { $0.value($1) }
                    }
                    json.object("then") { members(item.shape, &$0) }
                }
            }
        }
    }

    private static func either(_ shapes: [YAMLShape], _ json: inout JSONWriter) {
        json.array("anyOf", shapes) { json, shape in json.object { members(shape, &$0) } }
    }

    private static func mapping(_ keys: [YAMLKey], isOpen: Bool, _ json: inout JSONWriter) {
        json.array("type", ["object", "null"]) { $0.value($1) }
        json.object("properties") { json in
            for key in keys {
                json.object(key.name) { json in
                    if !key.meaning.isEmpty { json.member("description", plain(key.meaning)) }
                    members(key.shape, &json)
                }
            }
        }
        if !isOpen { json.member("additionalProperties", false) }
        let required = keys.filter(\.isRequired).names
        if !required.isEmpty { json.array("required", required) { $0.value($1) } }
    }

    /// Whether a value is always a mapping, so that a single one cannot stand for a list.
    private static func isMapping(_ shape: YAMLShape) -> Bool {
        switch shape {
        case .mapping, .named, .byLanguage: true
        case .depending(let shape, _, _): isMapping(shape)
        case .any, .text, .pattern, .words, .flag, .integer, .list, .either: false
        }
    }

    /// Markdown without its links, which lead from a guide to others.
    private static func plain(_ text: String) -> String {
        text.replacing(/\[([^\]]*)\]\([^)]*\)/) { $0.output.1 }
    }
}
