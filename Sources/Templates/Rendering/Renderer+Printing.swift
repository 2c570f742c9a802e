// Appends values to the page.

import Text

extension Renderer {
    /// Appends a value, escaped according to its type.
    mutating func print(_ value: Value) {
        switch value {
        case .text(let text), .url(let text):
            if fits(text.utf8.count) { HTMLEscaping.append(text, to: &output) }
        case .integer(let number): output.append(number: number)
        case .html(let html):
            if fits(html.markup.utf8.count) { output.append(html.markup) }
        case .phrase(let phrase):
            fill(phrase, count: nil, [])
        case .none, .boolean, .list, .record, .table: break
        }
    }

    /// Appends a value that begins a link; fails unless it is a checked link.
    mutating func printLink(_ value: Value, _ place: Int) {
        switch value {
        case .url(let url): HTMLEscaping.append(url, to: &output)
        case .none, .boolean, .integer, .text, .html, .phrase, .list, .record, .table:
            fail(place, "a value that is not a checked link stands where a link begins")
        }
    }

    /// Appends a value where only a number is safe; fails for any other value.
    mutating func printNumber(_ value: Value, _ place: Int) {
        guard case .integer(let number) = value else {
            return fail(place, "a value that is not a number stands where only a number may")
        }
        output.append(number: number)
    }

    /// Appends a phrase with its placeholders replaced by arguments.
    mutating func fill(_ filling: Filling) {
        guard case .phrase(let phrase) = value(filling.phrase) else { return }
        var count: Int?
        if let counted = filling.count, case .integer(let number) = value(counted) {
            count = number
        }
        fill(phrase, count: count, filling.arguments)
    }

    private mutating func fill(
        _ phrase: Phrase,
        count: Int?,
        _ arguments: [(name: String, value: Int)]
    ) {
        let form = phrase.form(count: count, formatting: formatting)
        guard fits(form.escaped.count) else { return }
        for index in form.pieces.indices {
            let piece = form.pieces[index]
            output.append(form.escaped, piece.escaped)
            guard piece.placeholder >= 0 else { continue }
            let name = form.placeholders[piece.placeholder]
            if let argument = arguments.first(where: { $0.name == name }) {
                print(value(argument.value))
            } else if name == Phrase.count, let count {
                HTMLEscaping.append(formatting.number(count), to: &output)
            } else {
                HTMLEscaping.append("{\(name)}", to: &output)
            }
        }
    }
}
