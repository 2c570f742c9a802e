// Reads numbers that are written in words, or in digits and words: "two hundred and forty-one", "3 million",
// "ثلاثة وثلاثون", "ألفان وخمسمئة". Which words there are, which of them multiply, what stands between them
// and whether units or tens come first is stated in the files of words, so that another language needs no
// code. A phrase that begins like a number and is none has no value; it is never half read.

/// The numbers that begin at the tokens of a text.
struct NumberPhrases {
    private let vocabulary: NumeralVocabulary
    private let tokens: [TextToken]
    /// Whether a word that otherwise only multiplies is a number by itself: "[a score](figure:…)".
    let readsBareScales: Bool

    /// A number as far as it has been read.
    private struct Reading {
        var number: PartialNumber?
        var end: Int
    }

    init(vocabulary: NumeralVocabulary, tokens: [TextToken], readsBareScales: Bool) {
        self.vocabulary = vocabulary
        self.tokens = tokens
        self.readsBareScales = readsBareScales
    }

    /// The number that begins at a token.
    ///
    /// It is the longest one, except after "between", where a greater number must follow as the other end of
    /// the range: "between one hundred and five hundred". It has no value if there is more than one such
    /// range: "between one hundred and five and twenty thousand".
    func number(at start: Int) -> FoundNumber? {
        guard let first = first(at: start) else { return nil }
        var readings: [Reading] = []
        var reading = first
        while true {
            if !isMultiplied(reading) { readings.append(reading) }
            guard let next = next(reading) else { break }
            reading = next
        }
        if readings.isEmpty {
            // "two hundred hundred": the first word that multiplies what it cannot is part of the number.
            let end = scale(at: reading.end)?.end ?? reading.end
            return found(Reading(number: nil, end: end), start)
        }
        if tokens[start].number == nil, isAfterBetween(start) {
            let lows = readings.filter(isLowerEnd)
            if lows.count > 1, let last = readings.last {
                return found(Reading(number: nil, end: last.end), start)
            }
            if let low = lows.first { return found(low, start) }
        }
        return readings.last.flatMap { found($0, start) }
    }

    private func found(_ reading: Reading, _ start: Int) -> FoundNumber? {
        let digits = tokens[start].number
        if digits == nil, reading.end == first(at: start)?.end,
            vocabulary.numbers.match(tokens, at: start) == nil,
            vocabulary.parts.match(tokens, at: start) != nil
        {
            return nil
        }
        return FoundNumber(
            value: reading.number?.value,
            tokens: start..<reading.end,
            isWord: digits == nil,
            isYearLike: digits?.isFourPlainDigits == true && reading.end == start + 1,
            isFirst: start == 0,
            hasParticle: word(at: start).map { joint(at: start, cut: $0.cut) != false } ?? false
        )
    }

    // MARK: Steps

    private func first(at start: Int) -> Reading? {
        guard start < tokens.count else { return nil }
        if let digits = tokens[start].number {
            return Reading(number: digits.value.map(PartialNumber.init(digits:)), end: start + 1)
        }
        if let word = word(at: start) {
            return Reading(
                number: PartialNumber(word: word.value, order: vocabulary.order),
                end: word.end
            )
        }
        // An abbreviation such as "k" is no number by itself.
        guard readsBareScales, tokens[start].text.utf8.count > 2,
            let scale = vocabulary.scales.match(tokens, at: start)
        else { return nil }
        let one = PartialNumber(word: 1, order: vocabulary.order)
        return Reading(number: one.multiplied(by: scale.value), end: scale.end)
    }

    /// A number with the next word; `nil` when the next word is not part of it.
    private func next(_ reading: Reading) -> Reading? {
        if let scale = scale(at: reading.end), !isAdded(scale.value, to: reading) {
            guard let number = reading.number else { return Reading(number: nil, end: scale.end) }
            return number.multiplied(by: scale.value).map { Reading(number: $0, end: scale.end) }
        }
        guard let number = reading.number, !number.isDigits else { return nil }
        var position = reading.end
        // "one thousand, two hundred"
        if number.isClosed, position + 1 < tokens.count, tokens[position].isMark(",،") {
            position += 1
        } else if tokens.isJoint(at: position) {
            position += 1
        }
        var isJoined = false
        if let joiner = vocabulary.joiners.match(tokens, at: position), joiner.cut == 0 {
            position = tokens.isJoint(at: joiner.end) ? joiner.end + 1 : joiner.end
            isJoined = true
        }
        guard position < tokens.count else { return nil }
        if let digits = tokens[position].number?.value {
            // "2 million 300 thousand"
            guard number.isClosed, let scale = scale(at: position + 1) else { return nil }
            return number.adding(digits, times: scale.value)
                .map { Reading(number: $0, end: scale.end) }
        }
        guard let word = word(at: position), let joint = joint(at: position, cut: word.cut) else {
            return nil
        }
        isJoined = isJoined || joint
        if vocabulary.order == .unitsFirst && !isJoined { return nil }
        return number.adding(word.value, isJoined: isJoined)
            .map { Reading(number: $0, end: word.end) }
    }

    /// Whether a hundred after a thousand is added to it, without a word for one: "mille cent".
    private func isAdded(_ scale: Int, to reading: Reading) -> Bool {
        vocabulary.order == .tensAndUnits && scale == 100 && reading.number?.isClosed == true
    }

    // MARK: Words

    /// The number word at a token.
    private func word(at position: Int) -> (end: Int, value: Int, cut: Int)? {
        vocabulary.numbers.match(tokens, at: position)
            ?? vocabulary.parts.match(tokens, at: position)
    }

    /// The word at a token that multiplies the number directly before it.
    private func scale(at position: Int) -> (end: Int, value: Int)? {
        let position = tokens.isJoint(at: position) ? position + 1 : position
        guard position < tokens.count, let scale = vocabulary.scales.match(tokens, at: position),
            joint(at: position, cut: scale.cut) == false,
            tokens[position].followsSpace || tokens[position - 1].number == nil
        else { return nil }
        return (scale.end, scale.value)
    }

    /// Whether the particle that is written on a word joins it to the number before; `nil` when the
    /// particle, such as "with", ends that number.
    private func joint(at position: Int, cut: Int) -> Bool? {
        if cut == 0 { return false }
        let particle = tokens[position].text.utf8.prefix(cut)
        if particle.elementsEqual("ال".utf8) { return false }
        return vocabulary.isJoiner(particle) ? true : nil
    }

    /// Whether the next word multiplies what has been read, so that the number does not end here.
    private func isMultiplied(_ reading: Reading) -> Bool { scale(at: reading.end) != nil }

    /// Whether a token follows "between", with up to two words between them: "between about a hundred and …".
    private func isAfterBetween(_ start: Int) -> Bool {
        for end in stride(from: start, through: max(0, start - 2), by: -1) {
            if vocabulary.between.match(tokens, endingAt: end) != nil { return true }
            guard end > 0, tokens[end - 1].isWord, word(at: end - 1) == nil,
                vocabulary.ranges.match(tokens, at: end - 1) == nil
            else { return false }
        }
        return false
    }

    /// Whether a greater number follows as the other end of a range, and no more numbers after it.
    private func isLowerEnd(_ reading: Reading) -> Bool {
        guard let low = reading.number?.value, let start = joinedNumber(at: reading.end),
            let found = number(at: start), let high = found.value
        else { return false }
        let end = found.tokens.upperBound
        return high > low && joinedNumber(at: end) == nil
            && first(at: tokens.isJoint(at: end) ? end + 1 : end) == nil
    }

    /// The token at which a number begins after "and", or that has the "and" written on it.
    private func joinedNumber(at position: Int) -> Int? {
        guard position < tokens.count else { return nil }
        if let range = vocabulary.ranges.match(tokens, at: position), range.cut == 0 {
            return first(at: range.end) == nil ? nil : range.end
        }
        guard let word = word(at: position), joint(at: position, cut: word.cut) == true else {
            return nil
        }
        return position
    }
}

/// A number that is read word by word.
private struct PartialNumber {
    /// The groups that end with a thousand, a million and so on.
    private var total = 0
    /// The group that is being read, below a thousand.
    private var current: Int
    /// What a word added to the current group must be less than.
    private var gap = 0
    /// What the next group must be less than.
    private var room = Int.max
    /// The last closed group, and the room that it had.
    private var last = (group: 0, room: Int.max)
    /// Whether the last word was 1 to 9.
    private var isUnit = false
    /// Whether it is a number of dozens or scores, which nothing multiplies.
    private var isDozens = false
    private let order: NumberOrder
    /// Whether it is written in digits only.
    private(set) var isDigits = false

    /// Its value.
    var value: Int { total + current }
    /// Whether the next word begins a new group.
    var isClosed: Bool { current == 0 && total > 0 }

    /// A number that begins with digits.
    init(digits: Int) {
        current = digits
        order = .tensFirst
        isDigits = true
    }

    /// A number that begins with a word.
    init(word value: Int, order: NumberOrder) {
        current = 0
        self.order = order
        append(value)
    }

    /// Adds a word to the group; one of a thousand or more is a group of its own.
    private mutating func append(_ value: Int) {
        guard value >= 1000 else {
            current += value
            gap = gap(after: value)
            isUnit = (1...9).contains(value)
            return
        }
        last = (value, room)
        total += value
        room = [1_000_000_000, 1_000_000].first { $0 <= value } ?? 1000
        gap = 0
        isUnit = false
    }

    private func gap(after value: Int) -> Int {
        if value >= 100 { return value.isMultiple(of: 100) ? 100 : 0 }
        return value >= 20 && value.isMultiple(of: 10) && order != .unitsFirst ? 10 : 0
    }

    /// The number with one more word; `nil` when the word cannot be part of it.
    func adding(_ value: Int, isJoined: Bool) -> PartialNumber? {
        // "مئة ألف وألف": the last thousand, or two, of a hundred and one or two thousand.
        if isClosed, order == .unitsFirst, isJoined, value == room || value == 2 * room,
            last.group.isMultiple(of: 100 * room)
        {
            var sum = self
            sum.total += value
            sum.last.group += value
            return sum
        }
        let isTens = order == .unitsFirst && isUnit && isJoined && value < 100 && value >= 20
        // "twenty and one" is two numbers.
        if order == .tensFirst, isJoined, gap == 10 { return nil }
        guard value > 0, isClosed ? value < room : value < gap || isTens else { return nil }
        var sum = self
        sum.append(value)
        if isTens { sum.gap = 0 }
        return sum
    }

    /// The number with one more group that is written in digits.
    func adding(_ digits: Int, times scale: Int) -> PartialNumber? {
        var sum = self
        sum.current = digits
        return sum.multiplied(by: scale)
    }

    /// The number with its last group multiplied; `nil` when that makes no number.
    func multiplied(by scale: Int) -> PartialNumber? {
        let isAgain = current == 0 && last.group > 0
        let (product, isTooLarge) = (isAgain ? last.group : current)
            .multipliedReportingOverflow(by: scale)
        guard product > 0, !isTooLarge, product <= 1_000_000_000_000, !isDozens else { return nil }
        var result = self
        result.isDigits = false
        result.isUnit = false
        if scale < 1000 {
            guard !isAgain, current < 100 || isDigits, product < room else { return nil }
            result.current = product
            result.gap = scale
            result.isDozens = scale != 100
            return result
        }
        let room = isAgain ? last.room : room
        guard product < room else { return nil }
        result.total = (isAgain ? total - last.group : total) + product
        result.current = 0
        result.gap = 0
        result.last = (product, room)
        result.room = scale
        return result
    }
}
