// Templates with mistakes, and every character that their author reads about them.

/// Templates, of which `page.html` is the page's, and the messages they lead to.
struct Mistake {
    let name: String
    let files: [String: String]
    let messages: String

    init(_ name: String, _ files: [String: String], _ messages: String) {
        self.name = name
        self.files = files
        self.messages = messages
    }
}

enum Mistakes {
    static var all: [Mistake] { syntax + names + types + missing + places + structure }
}
