// An edit changes one file, but most of a build's time before its first page is spent on all the others.
// The preview caches their results from build to build. A cached result is used only for the same bytes
// under the same name; modification times play no part, so no result can be stale.

import Diagnostics
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Results by name and input, so that the same input is not processed twice.
public struct Cache<Input: Equatable & Sendable, Output: Sendable>: Sendable {
    private struct Entry: Sendable {
        let input: Input
        let output: Output
        let log: DiagnosticLog
        let version: Int
    }

    private var entries: [ExactText: Entry] = [:]
    private var made = 0
    private let keeps: Bool

    /// Makes an empty cache; one that keeps nothing is for a single build.
    public init(keeps: Bool) {
        self.keeps = keeps
    }

    /// A number for each cached result, by name.
    ///
    /// While it is the same, so is the result; no other result of the cache has it.
    public var versions: [ExactText: Int] { entries.mapValues(\.version) }

    /// The result for an input; its mistakes are reported whether it is computed or cached.
    ///
    /// `make` must depend on the input and the name alone.
    public mutating func output(
        for input: Input,
        named name: String = "",
        log: inout DiagnosticLog,
        make: (inout DiagnosticLog) -> Output
    ) -> Output {
        if let known = recall(input, named: name, log: &log) { return known }
        var own = DiagnosticLog()
        let output = make(&own)
        log.append(own)
        store(output, own, for: input, named: name)
        return output
    }

    /// The cached result for an input, whose mistakes are reported; `nil` when the last input of that name was
    /// different.
    private func recall(_ input: Input, named name: String, log: inout DiagnosticLog) -> Output? {
        guard let entry = entries[ExactText(name)], entry.input == input else { return nil }
        log.append(entry.log)
        return entry.output
    }

    /// Caches the result for an input in place of the last one of that name.
    private mutating func store(
        _ output: Output,
        _ log: DiagnosticLog,
        for input: Input,
        named name: String
    ) {
        if !keeps { return }
        made += 1
        entries[ExactText(name)] = Entry(input: input, output: output, log: log, version: made)
    }

    /// The results for all inputs, computed in parallel and reported in order; other names are discarded.
    ///
    /// `make` must depend on the name and the input alone.
    public mutating func outputs(
        for inputs: [(name: String, input: Input)],
        log: inout DiagnosticLog,
        make: @Sendable (_ name: String, Input, inout DiagnosticLog) -> Output
    ) -> [Output] {
        let known = self
        let made = ParallelMap.map(inputs) { name, input in
            var own = DiagnosticLog()
            if let output = known.recall(input, named: name, log: &own) {
                return (output, own, true)
            }
            return (make(name, input, &own), own, false)
        }
        entries = [:]
        for (item, (output, own, isKnown)) in zip(inputs, made) {
            log.append(own)
            if isKnown {
                entries[ExactText(item.name)] = known.entries[ExactText(item.name)]
            } else {
                store(output, own, for: item.input, named: item.name)
            }
        }
        return made.map(\.0)
    }
}

/// A text that equals another only byte by byte; a `String` also equals its other Unicode forms.
public struct ExactText: Hashable, Sendable {
    /// The text.
    public let text: String

    /// Takes a text.
    public init(_ text: String) {
        self.text = text
    }

    /// Whether two texts have the same bytes.
    public static func == (left: ExactText, right: ExactText) -> Bool {
        let (left, right) = (left.text.utf8, right.text.utf8)
        guard left.count == right.count else { return false }
        let isEqual = left.withContiguousStorageIfAvailable { left in
            right.withContiguousStorageIfAvailable { right in
                guard let first = left.baseAddress, let second = right.baseAddress else {
                    return true
                }
                return memcmp(first, second, left.count) == 0
            }
        }
        return isEqual.flatMap(\.self) ?? left.elementsEqual(right)
    }

    /// Feeds the bytes into a hasher.
    public func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
