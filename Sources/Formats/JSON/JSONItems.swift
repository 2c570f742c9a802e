// Programming interfaces answer with an object that holds the list: {"Count": 2, "data": {"events": [...]}}. The
// list is found by its path, and where the author names none, all lists are named with their sizes.

import Text

/// A list of objects within a JSON document.
struct JSONItems {
    /// The keys that lead to it, joined by points, such as "data.events".
    let path: String
    let items: [JSONNode]

    /// How many objects deep lists are looked for.
    private static let depth = 6

    /// The lists that hold at least one object, in the order of the file; none within other lists.
    static func all(in root: JSONNode) -> [JSONItems] {
        candidates(root, "", depth)
            .filter { list in
                list.items.contains { if case .object = $0.value { true } else { false } }
            }
    }

    /// The list at a path, whose keys may hold points themselves; `nil` when there is none.
    static func find(_ path: String, in root: JSONNode) -> [JSONNode]? {
        candidates(root, "", depth).first { $0.path == path }?.items
    }

    private static func candidates(_ node: JSONNode, _ path: String, _ depth: Int) -> [JSONItems] {
        switch node.value {
        case .array(let items): return [JSONItems(path: path, items: items)]
        case .object(let members):
            guard depth > 0 else { return [] }
            return members.flatMap { member in
                candidates(
                    member.value,
                    path.isEmpty ? member.key : path + "." + member.key,
                    depth - 1
                )
            }
        case .string, .number, .bool, .null: return []
        }
    }

    /// The path and the size, such as “data.events” (2 objects).
    var description: String {
        "“\(path.shortened())” (\(items.count) \(items.count == 1 ? "object" : "objects"))"
    }
}
