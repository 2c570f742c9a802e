/// Which fact of the model a column holds.
///
/// A role is a value and not a text, so that a misspelled name does not compile. The roles that code
/// names are declared beside their columns; those that an author writes are looked up among the columns
/// of a kind of record (``ColumnShapes/role(named:)``).
public struct Role: Sendable, Hashable, CustomStringConvertible {
    /// The name that the codebook uses, such as `killed.min`, `place.ar`; `place.*` stands for one a
    /// language.
    public let name: String
    /// Which part of its fact the column holds.
    public let part: Part
    /// The name of the fact, which its parts share.
    private let fact: String

    /// A part of a fact that several columns may hold.
    public enum Part: Sendable, Hashable {
        /// All of it.
        case whole
        /// The least number of a count.
        case least
        /// The greatest number of a count.
        case most
        /// A text in any language but the record's own, as the documentation lists it.
        case anyLanguage
        /// A text in one language, by its BCP 47 tag.
        case language(String)
    }

    /// The word by which a codebook says that a column has no role, whatever its name.
    public static let noneWord = "none"

    /// Declares the role of a whole fact.
    init(_ fact: String) { self.init(fact, .whole) }

    private init(_ fact: String, _ part: Part) {
        self.fact = fact
        self.part = part
        name =
            switch part {
            case .whole: fact
            case .least: fact + ".min"
            case .most: fact + ".max"
            case .anyLanguage: fact + ".*"
            case .language(let tag): "\(fact).\(tag)"
            }
    }

    /// The role of a measure's counts of people in one column.
    public static func count(_ measure: Measure) -> Role { Role(measure.name) }

    /// The role of the id of the strike that states the counts of a group for both.
    public static func shared(_ group: OverlapGroup) -> Role { Role(group.name + ".shared_with") }

    /// The role of all of the fact.
    public var whole: Role { Role(fact, .whole) }
    /// The role of the least number of the count.
    public var least: Role { Role(fact, .least) }
    /// The role of the greatest number of the count.
    public var most: Role { Role(fact, .most) }
    /// The roles of the text in other languages, as their column is declared.
    public var anyLanguage: Role { Role(fact, .anyLanguage) }
    /// The role of the text in a language, by its BCP 47 tag.
    public func language(_ tag: String) -> Role { Role(fact, .language(tag)) }

    /// The language of a text in another language than the record's own.
    public var language: String? {
        switch part {
        case .language(let tag): tag
        case .whole, .least, .most, .anyLanguage: nil
        }
    }

    /// Whether it is one end of a count.
    public var isEnd: Bool {
        switch part {
        case .least, .most: true
        case .whole, .anyLanguage, .language: false
        }
    }

    /// The role as its column is declared: one stands for all languages.
    var declared: Role {
        switch part {
        case .language: anyLanguage
        case .whole, .least, .most, .anyLanguage: self
        }
    }

    /// The column name that needs no `role`: dots become underscores.
    public var standardColumn: String { Role.standardColumn(name) }

    static func standardColumn(_ name: String) -> String {
        String(name.map { $0 == "." ? "_" : $0 })
    }

    /// The name that the codebook uses.
    public var description: String { name }

    /// Two roles are equal when their names are.
    public static func == (left: Role, right: Role) -> Bool { left.name == right.name }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

// Roles that several kinds of records have; the others are declared beside the columns of their kind.
extension Role {
    /// The record's own name.
    public static let id = Role("id")
    /// When it happened, was said or was published.
    public static let date = Role("date")
    /// The strike that a record belongs to.
    public static let strikeID = Role("strike_id")
    /// The address of the record's page.
    public static let url = Role("url")
    /// Its kind, as a key.
    public static let kind = Role("kind")
    /// Why something is as it is.
    public static let reason = Role("reason")
    /// Where a statement was read.
    public static let sourceURL = Role("source_url")
    /// Why a row is read but not shown.
    public static let leftOut = Role("left_out")
}
