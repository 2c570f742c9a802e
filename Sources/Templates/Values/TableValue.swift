// Values whose names are not known when the program is compiled: interface words, custom front matter,
// extra columns.

/// Named values, sorted by name.
public struct TableValue: Sendable {
    private let storage: Storage

    /// Makes a table from its entries.
    public init(_ names: [String: Value]) {
        storage = Storage(names)
    }

    /// The value of a name; `nil` when the table does not have it.
    public subscript(name: String) -> Value? {
        value(name, expectedAt: 0)
    }

    /// Whether the table has no entries.
    public var isEmpty: Bool { storage.names.isEmpty }

    /// The value of a name; `hint` is its likely position, in a table with all declared names.
    func value(_ name: String, expectedAt hint: Int) -> Value? {
        let names = storage.names
        if hint < names.count, names[hint] == name { return storage.values[hint] }
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle] < name { low = middle + 1 } else { high = middle }
        }
        return low < names.count && names[low] == name ? storage.values[low] : nil
    }

    private final class Storage: Sendable {
        let names: [String]
        let values: [Value]

        init(_ entries: [String: Value]) {
            let sorted = entries.sorted { $0.key < $1.key }
            names = sorted.map(\.key)
            values = sorted.map(\.value)
        }
    }
}
