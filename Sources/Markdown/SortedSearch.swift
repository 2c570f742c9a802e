// Places are kept as sorted lists, and a hostile text has many of them.
extension RandomAccessCollection where Index == Int {
    /// The last element whose key is at most `key`, in a collection sorted by that key.
    func last(atOrBefore key: Int, _ keyOf: (Element) -> Int) -> Element? {
        let index = firstIndex(after: key, keyOf)
        return index > startIndex ? self[index - 1] : nil
    }

    /// The index of the first element whose key is greater than `key`; the end when none is.
    func firstIndex(after key: Int, _ keyOf: (Element) -> Int) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if keyOf(self[middle]) <= key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
