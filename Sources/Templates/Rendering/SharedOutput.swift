// What pages have in common is rendered for the first of them and copied into the others.

import Text

/// The output of parts that pages share; each thread has its own, so that none waits for another.
///
/// It belongs to one set of templates and one report: what a record prints may be different in another.
public final class SharedOutput {
    /// The group of the page that is rendered next, a small number from 0; `nil` for a page that shares nothing.
    ///
    /// Only pages in one group share parts.
    public var group: Int?

    /// The output of a part for a record, or for all pages.
    struct Copy {
        let group: Int
        let part: Int
        let key: Int
        let bytes: [UInt8]
        /// The work that it took, which counts for every page.
        let effort: Effort
    }

    /// The parts that all pages of a group share, by the group and by their number.
    ///
    /// Each group has its own, because the pages of one strike in several languages follow each other.
    private var common: [[Copy?]] = []
    /// The parts about a record, each in the place of an earlier one.
    ///
    /// So they need little room; pages that follow each other list the same strikes.
    private var own = [Copy?](repeating: nil, count: 1024)

    /// The memory for cached values, all of it unset.
    ///
    /// To make it for each page costs more than to unset the values that a page has used.
    private var memory: CachedValues?

    /// Makes an empty one.
    public init() {}

    /// Memory for so many cached values.
    func takeMemory(_ count: Int) -> CachedValues {
        let known = memory
        memory = nil
        guard let known, known.values.count == count else { return CachedValues(count) }
        return known
    }

    /// Takes back memory, all of it unset.
    func giveBack(_ unset: CachedValues) { memory = unset }

    /// The output of a part in the current group, if it is known; `key` is -1 for one that all pages share.
    func copy(_ part: Int, _ key: Int, _ group: Int) -> Copy? {
        if key < 0 {
            guard group < common.count, part < common[group].count else { return nil }
            return common[group][part]
        }
        guard let copy = own[place(part, key, group)], copy.group == group, copy.key == key,
            copy.part == part
        else { return nil }
        return copy
    }

    /// Keeps the output of a part.
    func keep(_ copy: Copy) {
        guard copy.key < 0 else {
            own[place(copy.part, copy.key, copy.group)] = copy
            return
        }
        while common.count <= copy.group { common.append([]) }
        while common[copy.group].count <= copy.part { common[copy.group].append(nil) }
        common[copy.group][copy.part] = copy
    }

    private func place(_ part: Int, _ key: Int, _ group: Int) -> Int {
        (key &* 7 &+ part &* 131 &+ group &* 509) & 1023
    }
}

/// Values that depend on the page alone, by their places; templates use some of them many times.
struct CachedValues {
    var values: [Value]
    private var isSet: [Bool]
    private var used: [Int] = []

    init(_ count: Int) {
        values = [Value](repeating: .none, count: count)
        isSet = [Bool](repeating: false, count: count)
    }

    /// Whether there is a value at a place.
    func has(_ place: Int) -> Bool { isSet[place] }

    /// Sets a value that is not set.
    mutating func set(_ value: consuming Value, at place: Int) {
        values[place] = value
        isSet[place] = true
        used.append(place)
    }

    /// Unsets all values.
    mutating func unset() {
        for place in used {
            values[place] = .none
            isSet[place] = false
        }
        used.removeAll(keepingCapacity: true)
    }
}
