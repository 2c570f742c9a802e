// Claims and sources speak of strikes, and a table of them has dates and numbers too. Read as strikes, every claim
// about the same deaths would be counted again.

import Records

/// What shows that a table lists what was said about strikes, and not the strikes.
public struct RowsOfStrikes: Sendable {
    /// What the table is, such as "has several rows for one strike".
    let finding: String
    /// What shows it, such as "“S1” stands in rows 2 and 3 of “strike_id”, beside “claimant”".
    let evidence: String
    /// The table of a site that such rows belong to.
    let resource: String
    /// What to do if the finding is wrong; empty where it cannot be.
    let doubt: String

    /// `nil` when the rows may be strikes.
    init?(_ columns: [ProposedColumn]) {
        let claimant = columns.first(where: RowsOfStrikes.namesClaimant)
        let source = columns.first(where: RowsOfStrikes.namesSource)
        guard let said = claimant ?? source else { return nil }
        resource = claimant == nil ? "sources" : "claims"
        if let strikes = columns.first(where: RowsOfStrikes.refersToStrikes),
            let repeated = strikes.facts.repeated
        {
            finding = "has several rows for one strike"
            evidence =
                "“\(repeated.value)” stands in rows \(repeated.rows.0) and \(repeated.rows.1) of “\(strikes.name)”, "
                + "beside “\(said.name)”"
            doubt = ""
            return
        }
        guard !columns.contains(where: RowsOfStrikes.describesStrikes) else { return nil }
        let second = RowsOfStrikes.second(columns, of: said, isClaim: claimant != nil)
        let isCertain = claimant.map(RowsOfStrikes.saysWhoClaims) ?? false
        guard second != nil || isCertain else { return nil }
        finding = "seems to list \(resource), not strikes"
        let found = second.map { "the columns “\(said.name)” and “\($0.name)”" }
        evidence =
            "it has \(found ?? "the column “\(said.name)”"), and none that says where something was struck"
        doubt = " If each row is a strike, name the column of its places “place”."
    }

    private static let claimants: Set<String> = [
        "claimant", "claimants", "claim", "claims", "claimed", "claimer", "statement", "statements",
        "spokesperson", "spokesman", "spokeswoman", "speaker", "declarant", "revendication",
        "declaration", "communique", "declarante", "declaracion", "comunicado", "portavoz",
        "مدعي", "مدعيه", "ادعاء", "بيان", "تصريح", "متحدث",
    ]
    private static let claiming: Set<String> = [
        "claimant", "claimants", "claim", "claims", "claimed", "claimer", "declarant", "declarante",
        "مدعي",
    ]
    private static let publishers: Set<String> = [
        "publisher", "outlet", "newspaper", "media", "journal", "editeur", "periodico", "medio",
        "ناشر", "صحيفه",
    ]
    private static let titles: Set<String> = [
        "title", "headline", "titre", "titulo", "titular", "عنوان", "archived", "archive",
        "publisher", "outlet", "newspaper", "editeur", "ناشر",
    ]
    private static let claimed: Set<String> = [
        "position", "scope", "statement", "quote", "citation", "cita", "موقف", "اقتباس",
    ]
    private static let placed: Set<Role> = [
        .place, .district, .city, .governorate, .latitude, .longitude, .strikeType, .target,
    ]

    private static func words(_ column: ProposedColumn) -> HeaderWords { HeaderWords(column.name) }

    /// Whether its cells are texts that could name somebody.
    private static func holdsTexts(_ column: ProposedColumn) -> Bool {
        column.facts.mostly { $0 == .text || $0 == .url }
    }

    private static func namesClaimant(_ column: ProposedColumn) -> Bool {
        let found = words(column)
        return holdsTexts(column) && !found.has(.fighters)
            && (found.words.contains(where: claimants.contains)
                || ["according_to", "said_by", "selon", "segun", "reported_by"]
                    .contains(found.snake))
    }

    private static func namesSource(_ column: ProposedColumn) -> Bool {
        let found = words(column)
        return holdsTexts(column)
            && (found.has(.source) || found.has(.url)
                || found.words.contains(where: publishers.contains))
    }

    /// Whether a column says nothing but who claims.
    private static func saysWhoClaims(_ column: ProposedColumn) -> Bool {
        let found = words(column).words.filter { !["who", "by", "par", "por"].contains($0) }
        return found.allSatisfy(claiming.contains) && !found.isEmpty
    }

    /// Whether a column names the strike of its row, and not every strike once.
    private static func refersToStrikes(_ column: ProposedColumn) -> Bool {
        let found = words(column)
        guard found.has(.strike), column.role != .id, column.facts.repeated != nil else {
            return false
        }
        if found.has(.id) { return true }
        return found.strange == 0 && !found.has(.kind) && !found.has(.date)
            && column.facts.order.allSatisfy { text in
                CellShape(text) == .text && !text.contains(" ")
                    && text.contains(where: \.isNumber)
            }
    }

    private static func describesStrikes(_ column: ProposedColumn) -> Bool {
        let found = words(column)
        let isPlace =
            found.has(.place) || found.has(.district) || found.has(.city)
            || found.has(.governorate) || found.has(.coordinates)
        if isPlace { return true }
        guard let role = column.role else { return false }
        return placed.contains(role) || role.anyLanguage == Role.place.anyLanguage
    }

    /// A second column that a table of strikes would hardly have.
    private static func second(
        _ columns: [ProposedColumn],
        of said: ProposedColumn,
        isClaim: Bool
    ) -> ProposedColumn? {
        let others = columns.filter { $0.name != said.name && $0.facts.known > 0 }
        if isClaim {
            return others.first { column in
                namesSource(column) || words(column).words.contains(where: claimed.contains)
            }
        }
        let counts = others.contains { column in
            guard let role = column.role else { return false }
            if case .count = ExpectedCells(role) { return true }
            return false
        }
        return counts
            ? nil
            : others.first { column in
                holdsTexts(column) && words(column).words.contains(where: titles.contains)
            }
    }
}
