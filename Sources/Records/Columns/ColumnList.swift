// The columns of each kind of record as lists that are created once and looked up by role.

import Diagnostics

/// A kind of record whose facts are declared as columns.
public protocol ColumnRecord: Sendable {
    /// The columns on a site with some measures, in the order in which the guides list them.
    static func columns(of measures: MeasureList) -> ColumnList<Self>

    /// Makes an empty record for a row.
    init(row: Int, location: () -> SourceLocation)

    /// The row in its file, from 0.
    var row: Int { get }
    /// The public columns that have no role, in the codebook's order; empty where a cell is.
    var extras: [String] { get set }

    /// Reduces what has been read of a protected record to what may be shown of it; `years` reads an age.
    mutating func protect(_ protection: Protection, years: (_ age: String) -> ClosedRange<Int>?)
}

extension ColumnRecord {
    /// Most records have nothing that must be reduced: columns that are not kept are not read.
    public mutating func protect(
        _ protection: Protection,
        years: (_ age: String) -> ClosedRange<Int>?
    ) {}
}

/// All columns of a kind of record.
public struct ColumnList<Record: Sendable>: Sendable {
    /// The columns, in the order of their declaration.
    public let all: [Column<Record>]
    /// The same without access to their values.
    public let shapes: ColumnShapes

    init(_ columns: [Column<Record>]) {
        all = columns
        shapes = ColumnShapes(columns.map(\.shape))
    }

    /// The column that holds a role.
    public subscript(role: Role) -> Column<Record>? { shapes.place(of: role).map { all[$0] } }
}

/// The columns of a kind of record without access to their values.
public struct ColumnShapes: Sendable {
    /// The columns, in the order of their declaration.
    public let all: [ColumnShape]
    private let places: [Role: Int]

    init(_ shapes: [ColumnShape]) {
        all = shapes
        places = Dictionary(
            shapes.enumerated().map { ($1.role, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The column that holds a role.
    public subscript(role: Role) -> ColumnShape? { place(of: role).map { all[$0] } }

    func place(of role: Role) -> Int? { places[role.declared] }

    /// The role with a name that the codebook uses; `nil` when the kind of record has none of that name.
    public func role(named name: String) -> Role? { role(spelled: name) { $0 } }

    /// The role that a column name stands for by itself; `nil` when it is no standard name.
    public func role(standardColumn name: String) -> Role? {
        role(spelled: name, Role.standardColumn)
    }

    /// The role whose name, written in some way, is a text.
    private func role(spelled text: String, _ written: (String) -> String) -> Role? {
        for shape in all {
            let name = written(shape.role.name)
            switch shape.role.part {
            case .whole, .least, .most, .language:
                if name == text { return shape.role }
            case .anyLanguage:
                let tag = text.dropFirst(name.count - 1)
                if text.hasPrefix(name.dropLast()), ColumnShapes.isLanguage(tag) {
                    return shape.role.language(String(tag))
                }
            }
        }
        return nil
    }

    private static func isLanguage(_ text: Substring) -> Bool {
        (2...8).contains(text.utf8.count)
            && text.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }
    }
}

extension ResourceKind {
    /// The columns of the records of this kind on a site with some measures.
    public func columns(of measures: MeasureList) -> ColumnShapes {
        switch self {
        case .strikes: Strike.columns(of: measures).shapes
        case .victims: Victim.columns(of: measures).shapes
        case .sources: Source.columns(of: measures).shapes
        case .claims: Claim.columns(of: measures).shapes
        case .disclosures: Disclosure.columns(of: measures).shapes
        case .corrections: Correction.columns(of: measures).shapes
        case .media: Medium.columns(of: measures).shapes
        }
    }

    /// Whether its records have no names of their own, and are known by their strike.
    public var isNamedByStrike: Bool { columns(of: .builtIn)[.strikeID]?.isNaming == true }
}
