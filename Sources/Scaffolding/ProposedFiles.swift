// The files of a proposed site.

import Decoding
import Originals
import Records

extension SiteProposal {
    /// The site as files: the author's table, codebook, settings and two articles.
    public var site: StarterSite {
        StarterSite(
            files: [
                data,
                StarterFile("content/datapackage.yaml", CodebookText(proposal: self).text),
                StarterFile("content/site.yaml", SettingsText(proposal: self).text),
                StarterFile("content/index.md", index),
                StarterFile("content/how-we-counted.md", methodology),
            ] + StarterSite.gitignore
        )
    }

    private var data: StarterFile {
        guard isCopied else {
            return StarterFile("content/" + dataPath, bytes: spreadsheet.bytes)
        }
        let table = spreadsheet.table
        let blank = Set(spreadsheet.blankRows)
        let names = addsID ? [addedName] + table.columns : table.columns
        var text = names.map(SiteProposal.cell).joined(separator: ",") + "\n"
        let width = String(table.rowCount).utf8.count
        var number = 0
        for row in 0..<table.rowCount where !blank.contains(row) && spreadsheet.isRecord(row) {
            number += 1
            let digits = String(number)
            let id = "R" + String(repeating: "0", count: width - digits.utf8.count) + digits
            let cells = table.columns.indices.map { SiteProposal.cell(table.text(row, $0)) }
            text += ((addsID ? [id] : []) + cells).joined(separator: ",") + "\n"
        }
        return StarterFile("content/" + dataPath, text)
    }

    private static func cell(_ text: String) -> String {
        DelimitedCell.text(text, delimiter: UInt8(ascii: ","))
    }

    private var index: String {
        if kind == .victims { return indexOfPeople }
        return """
            ---
            title: "A report to be named"
            description: "What this report is about, in one sentence."
            order: 0
            ---
            <!-- The landing page. Comments like this one are not published. -->

            These records hold [](figure:strikes) strikes, in which [](figure:killed) civilians were killed.

            Every number that you write as a link to a figure is checked against the records and opens them. Read
            [how we counted](how-we-counted.md).

            """
    }

    private var indexOfPeople: String {
        """
        ---
        title: "A report to be named"
        description: "What this report is about, in one sentence."
        order: 0
        ---
        <!-- The landing page. Comments like this one are not published. -->

        This list holds [](figure:people) people.

        Every number that you write as a link to a figure is checked against the list and opens it. Read
        [how we counted](how-we-counted.md).

        """
    }

    private var methodologyOfPeople: String {
        """
        ---
        title: "How we counted"
        description: "Who is in the list, who is not, and why."
        order: 1
        ---
        Say here where the list comes from, who compiled it, who is missing, and what its dates and places mean.

        Each of the [](figure:people) people is one row of the list. What is not recorded of somebody is counted as not
        recorded, and never guessed. A name that is missing is not a claim that nobody else was harmed.

        """
    }

    private var methodology: String {
        if kind == .victims { return methodologyOfPeople }
        return """
            ---
            title: "How we counted"
            description: "What is in a total, what is left out, and why."
            order: 1
            ---
            Say here where the records come from, who compiled them, what is missing, and what their numbers mean.

            Minimum and maximum travel together: a total is the sum of the least and the sum of the greatest published
            numbers, [](figure:killed) for all [](figure:strikes) strikes. It is not a margin of error. A blank cell
            means unknown; it adds nothing, and is never zero.

            """
    }
}

/// Writes `content/site.yaml`.
struct SettingsText {
    let proposal: SiteProposal

    var text: String {
        [
            """
            # The settings of the report. An unknown key is reported.

            title: "A report to be named"
            description: "What this report is about, in one sentence."

            # The address at which it will be published.
            # url: https://example.org/report

            """,
            language, period,
            """
            authors: ["Your organisation"]
            credit: "What the report is made of, in one line."
            caution: "What a reader must not take it for."

            """,
            proposal.kind == .victims ? ofPeople : ofStrikes,
        ]
        .joined(separator: "\n")
    }

    /// The settings of a list of people.
    private var ofPeople: String {
        let names = proposal.columns.compactMap { $0.isPublic ? $0.role?.name : nil }
        let bands =
            names.contains("age")
            ? "age_bands: [0, 5, 18, 60]" : "# age_bands: [0, 5, 18, 60]"
        return """
            # The ages at which bands of ages begin, once the ages are public.
            \(bands)

            # By what people are counted on the landing page; without it by month, place, sex, age, status and cause, as
            # far as there are public columns. Your own public columns can be named too.
            # summaries: [month, place, sex, age_band]

            """
    }

    private var ofStrikes: String {
        [
            gradings, assessments,
            """
            # The numbers at the top of the landing page.
            headline: [strikes, killed]

            # One summary table for each of these columns, once they are public.
            summaries: [month]\(summaries)

            """,
        ]
        .joined(separator: "\n")
    }

    private var language: String {
        if Theme.own.languages.contains(proposal.language) {
            return "# The language of the interface.\nlanguage: \(proposal.language)\n"
        }
        return """
            # The language of the interface. There are no words for \(proposal.language) yet: translate what
            # `recount templates copy words/\(proposal.language).yaml` writes, and say so here.
            language: en

            """
    }

    private var period: String {
        let column = proposal.columns.first { $0.role == .date && $0.isPublic }
        if proposal.kind == .victims {
            return "# The first and the last day that the report covers, for readers.\n"
                + "# period: {from: 2020-01-01, to: 2020-12-31}\n"
        }
        guard let column, let period = DateGuess(column.facts)?.period else {
            return "# The first and the last day that the report covers.\n"
                + "# period: {from: 2020-01-01, to: 2020-12-31}\n"
        }
        return """
            # The first and the last day that the report covers, as the records have them. A strike outside it is
            # reported as a mistake, so write the days that you mean.
            \(needsComment ? "# " : "")period: {from: \(period.from), to: \(period.to)}

            """
    }

    /// A period that the last day of a range may leave would stop the build.
    private var needsComment: Bool { proposal.columns.contains { $0.role == .dateEnd } }

    private static let countedWords: Set<String> = [
        "confirmed", "fair", "verified", "confirme", "confirmee", "confirmé", "confirmée",
        "vérifié",
        "verifie", "confirmado", "confirmada", "verificado", "verificada", "مؤكد", "موثق",
    ]

    private var gradings: String {
        let column = proposal.columns.first { $0.role == .grading }
        if let column, !column.isPublic {
            return """
                # How well a strike is established. “\(column.name.onOneLine)” seems to say it. Once it is public, list its
                # words here, the best first; `counted: true` lets a strike enter the totals. Without gradings
                # every strike enters them.
                # gradings:
                #   confirmed: {label: Confirmed, counted: true, means: "…"}

                """
        }
        let words = proposal.publicChoices(.grading)
        guard !words.isEmpty else {
            return """
                # How well a strike is established. Without gradings every strike enters the totals.
                # gradings:
                #   confirmed: {label: Confirmed, counted: true, means: "…"}

                """
        }
        let lines = words.map { word in
            let isCounted = SettingsText.countedWords.contains(Key.of(word))
            return "  \(YAMLText.quoted(Key.of(word))): {label: \(YAMLText.quoted(word)), "
                + "counted: \(isCounted), means: \"\"}"
        }
        return """
            # How well a strike is established, in the order of your table: put the best first.
            # DECIDE: `counted: true` lets a strike enter the headline totals; `means` is the definition that
            # readers see.
            gradings:
            \(lines.joined(separator: "\n"))

            """
    }

    private var assessments: String {
        let words = proposal.publicChoices(.militaryAssessment)
        if words.isEmpty { return "" }
        let lines = words.map {
            "  \(YAMLText.quoted(Key.of($0))): {label: \(YAMLText.quoted($0)), means: \"\"}"
        }
        return """
            # What the military found; `means` is the definition that readers see.
            military_assessments:
            \(lines.joined(separator: "\n"))

            """
    }

    private var summaries: String {
        let fields: [Role] = [.district, .city, .governorate, .grading, .militaryAssessment]
        let held = fields.filter { field in proposal.columns.contains { $0.role == field } }
        return held.isEmpty ? "" : "   # and \(held.map(\.name).joined(separator: ", "))"
    }
}
