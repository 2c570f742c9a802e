// What the rules in ArticleRule.swift mean, each with an example of wrong and right.

import Diagnostics

extension ArticleRule {
    /// The rule in words.
    public var explanation: Explanation {
        switch self {
        case .titleMissing:
            return Explanation(
                "Every article has a title: menus, lists and search results show it.",
                wrong: """
                    ---
                    date: 2026-11-22
                    ---
                    """,
                right: """
                    ---
                    title: Overview
                    date: 2026-11-22
                    ---
                    """
            )
        case .slugInvalid:
            return Explanation(
                "A slug names a page: small letters, digits and hyphens, which every host "
                    + "and disk can hold.",
                wrong: "slug: How we counted",
                right: "slug: how-we-counted"
            )
        case .dateInvalid:
            return Explanation(
                "An article’s date is a day, month or year of the calendar.",
                wrong: "date: 22.11.2026",
                right: "date: 2026-11-22"
            )
        case .customValue:
            return Explanation(
                "Keys of the author’s own hold a text, true or false, or a list of texts; "
                    + "templates get nothing nested.",
                wrong: "photo: {by: Reuters, year: 2017}",
                right: """
                    photo_by: Reuters
                    photo_year: 2017
                    """
            )
        case .narrativeWithoutStrike:
            return Explanation(
                "A narrative is named after its strike, strikes/<id>.md; without the strike "
                    + "nobody could find it.",
                wrong: "strikes/CS1O33.md",
                right: "strikes/CS1033.md"
            )
        }
    }
}
