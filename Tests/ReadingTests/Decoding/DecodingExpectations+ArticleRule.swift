/// What is told about the examples of ``ArticleRule``, letter for letter.
extension DecodingExpectations {
    static let articles: [String: String] = [
        "title-missing": #"""
        content/a.md:1:1: error: the article has no title
             Begin the file with
             ---
             title: …
             ---
             [title-missing]

        content/b.md:2:1: error: the article has no title
             Give it one in the front matter: title: …
             [title-missing]

        """#,
        "slug-invalid": #"""
        content/a.md:3:7: error: “How we counted” cannot be the name of a page
             slug: How we counted
                   ^^^^^^^^^^^^^^
             A slug holds small letters a–z, digits and hyphens: how-we-counted.
             [slug-invalid]

        """#,
        "article-date-invalid": #"""
        content/a.md:3:7: error: “22.11.2026” is not a date
             date: 22.11.2026
                   ^^^^^^^^^^
             Write it as 2017-06-21, 2017-06 or 2017.
             [article-date-invalid]

        """#,
        "front-matter-value": #"""
        content/a.md:3:1: error: “photo” holds more than a text, a truth or a list of texts
             photo: {by: Reuters}
             ^^^^^
             Templates get nothing nested: give each value a key of its own.
             [front-matter-value]

        """#,
        "narrative-without-strike": #"""
        content/strikes/SI.md: error: there is no strike “SI” for this narrative
             Did you mean “S1”?
             [narrative-without-strike]

        """#,
    ]
}
