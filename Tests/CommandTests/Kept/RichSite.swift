// A site with every kind of table and text, small enough to be built in a moment.

import Foundation

/// Makes sites for tests of builds that take over files.
enum RichSite {
    /// How a site differs from others.
    enum Form: String, CaseIterable, Sendable {
        /// With the default templates.
        case usual
        /// With templates that print every field, and pages of people.
        case everyField
        /// The same, but for the fields of the report as a whole, whose changes would hide those of others.
        case everyFieldOfPages
        /// With a private column, rows that are left out, and a release.
        case released

        var printsEveryField: Bool { self == .everyField || self == .everyFieldOfPages }
    }

    static func make(_ form: Form) throws -> SiteFolder {
        let site = try SiteFolder()
        try site.write("content/site.yaml", settings(form))
        try site.write("content/datapackage.yaml", codebook)
        try site.write("content/data/strikes.csv", strikes(form))
        try site.write("content/data/victims.csv", victims(form))
        try site.write("content/data/sources.csv", sources(form))
        try site.write("content/data/claims.csv", claims)
        try site.write("content/data/disclosures.csv", disclosures)
        try site.write("content/index.md", landing)
        try site.write(
            "content/method.md",
            "---\ntitle: Method\n---\n\nThe list: [A03](strike:A03).\n"
        )
        try site.write("content/strikes/A05.md", account)
        if form.printsEveryField {
            let templates = EveryField.templates(withSite: form == .everyField)
            for (name, text) in templates { try site.write("templates/" + name, text) }
        } else {
            try site.write("templates/partials/own.html", "<p>Own</p>\n")
        }
        return site
    }

    private static func settings(_ form: Form) -> String {
        """
        title: {en: "A made site", ar: "موقع"}
        languages: [en, ar]
        url: "https://example.org/made"
        gradings:
          confirmed: {label: {en: Confirmed, ar: "مؤكد"}, counted: true, means: "Several sources agree."}
          weak: {label: {en: Weak, ar: "ضعيف"}, counted: false, means: "There is one source."}
        summaries: [month, district, grading]
        \(form.printsEveryField ? "person_pages: true\n" : "")
        """
    }

    private static let columns: [(ofStrikes: String, role: String)] = [
        ("id", "id"), ("date", "date"), ("date_end", "date.end"), ("time", "time"),
        ("place", "place"), ("place_ar", "place.ar"), ("district", "district"), ("city", "city"),
        ("governorate", "governorate"), ("country", "country"), ("lat", "latitude"),
        ("lon", "longitude"), ("near", "location.precision"), ("belligerent", "belligerent"),
        ("attribution", "attribution"), ("kind", "strike_type"), ("status", "strike_status"),
        ("grading", "grading"), ("verdict", "military_assessment"), ("target", "target"),
        ("killed", "killed"), ("injured", "injured"), ("children", "children_killed"),
        ("conceded", "conceded_killed"), ("part_of", "part_of"),
        ("with_killed", "killed.shared_with"), ("with_conceded", "conceded.shared_with"),
        ("summary", "summary"), ("summary_ar", "summary.ar"), ("page", "url"),
        ("published", "first_published"), ("updated", "last_updated"),
        ("former", "previous_ids"), ("named", "named_victims"), ("left_out", "left_out"),
    ]

    private static func fields(_ columns: [(String, String)]) -> String {
        columns.map { "        - {name: \($0), type: string, public: true, role: \($1)}\n" }
            .joined()
    }

    private static let codebook = """
        resources:
          - name: strikes
            path: data/strikes.csv
            schema:
              fields:
        \(fields(columns))        - {name: weapon, type: string, public: true}
                - {name: contact, type: string}
          - name: victims
            path: data/victims.csv
            schema:
              fields:
        \(fields([
            ("id", "id"), ("strike_id", "strike_id"), ("name", "name"), ("name_ar", "name.ar"),
            ("age", "age"), ("sex", "sex"), ("status", "status"), ("family", "family"),
            ("note", "note"), ("page", "url"),
        ]))        - {name: work, type: string, public: true}
          - name: sources
            path: data/sources.csv
            schema:
              fields:
        \(fields([
            ("id", "id"), ("strike_id", "strike_id"), ("title", "title"), ("url", "url"),
            ("kind", "kind"),
        ]))  - name: claims
            path: data/claims.csv
            schema:
              fields:
        \(fields([
            ("id", "id"), ("claimant", "claimant"), ("date", "date"), ("scope", "scope"),
            ("killed", "killed"), ("position", "position"),
        ]))  - name: disclosures
            path: data/disclosures.csv
            schema:
              fields:
        \(fields([("strike_id", "strike_id"), ("fact", "fact"), ("value", "value")]))
        """

    /// Enough for figures of two pages, or few where each page prints very much.
    private static func count(_ form: Form) -> Int { form.printsEveryField ? 22 : 70 }

    private static func id(_ number: Int) -> String {
        "A" + (number < 10 ? "0" : "") + String(number)
    }

    private static func strikes(_ form: Form) -> String {
        var text = (columns.map(\.ofStrikes) + ["weapon", "contact"]).joined(separator: ",") + "\n"
        var chance = Generator(seed: 7)
        func pick(_ values: [String]) -> String { chance.pick(values, else: "") }
        for number in 1...count(form) {
            let month = Int.random(in: 1...4, using: &chance)
            let day = Int.random(in: 10...25, using: &chance)
            let least = Int.random(in: 0...9, using: &chance)
            let latitude = 350_000 + Int.random(in: 0...120, using: &chance)
            let longitude = 390_000 + Int.random(in: 0...120, using: &chance)
            let isLinked = number % 12 == 0
            text +=
                [
                    id(number), number % 9 == 0 ? "2017-0\(month)" : "2017-0\(month)-\(day)", "",
                    pick(["21:00", "", "around midday"]),
                    pick(["Al Badou", "Market", "Bridge", ""]),
                    pick(["السوق", ""]), pick(["North", "South", "East"]),
                    pick(["Raqqa", "Tabqa"]),
                    "Raqqa", "Syria", "\(Double(latitude) / 10_000)",
                    "\(Double(longitude) / 10_000)", pick(["exact", "neighbourhood"]), "Coalition",
                    pick(["known", "suspected"]), pick(["Airstrike", "Artillery"]),
                    pick(["declared", ""]), pick(["confirmed", "confirmed", "weak"]),
                    pick(["credible", ""]), pick(["a building", ""]),
                    number % 13 == 0
                        ? "" : pick(["\(least)", "\(least)–\(least + 4)", "\(least)+", ""]),
                    pick(["2", "", "0"]), "", pick(["1", "", ""]),
                    isLinked ? id(number - 1) : "", number % 13 == 0 ? id(number - 2) : "",
                    number % 14 == 0 ? id(number - 3) : "", "What happened at \(number).",
                    pick(["ما حدث", ""]), pick(["https://example.org/\(number)", ""]),
                    pick(["2018-01-02", ""]), pick(["2018-02-03", ""]),
                    number == 20 ? "B20" : "", pick(["2", ""]),
                    form == .released && number % 17 == 0 ? "a double" : "",
                    pick(["rocket", "bomb", ""]),
                    form == .released && number % 5 == 0 ? "informant\(number)zulu" : "",
                ]
                .joined(separator: ",") + "\n"
        }
        return text
    }

    private static func victims(_ form: Form) -> String {
        var text = "id,strike_id,name,name_ar,age,sex,status,family,note,page,work\n"
        for number in 1...count(form) + 30 {
            let strike = id(1 + number * 7 % count(form))
            text +=
                "P\(number),\(strike),Name\(number) Family\(number % 8),\(number % 5 == 0 ? "اسم" : ""),\(number % 60),"
                + "\(number % 2 == 0 ? "female" : "male"),\(number % 6 == 0 ? "injured" : "killed"),"
                + "\(number % 3 == 0 ? "Family\(number % 8)" : ""),,,\(number % 4 == 0 ? "nurse" : "")\n"
        }
        return text
    }

    private static func sources(_ form: Form) -> String {
        var text = "id,strike_id,title,url,kind\n"
        for number in 1...20 {
            text +=
                "S\(number),\(id(number)),A page \(number),https://example.org/s\(number),monitor\n"
        }
        return text
    }

    private static let claims = """
        id,claimant,date,scope,killed,position
        C1,The Coalition,2018-01-02,campaign,77,conceded
        C2,A monitor,2018-01-03,A03,3,alleged
        C3,A monitor,2018-01-04,A03;A04,9,alleged

        """

    private static let disclosures = """
        strike_id,fact,value
        A01,date,2017-01-10
        A02,location,Raqqa

        """

    private static let landing = """
        ---
        title: The landing page
        ---

        In all, [](figure:killed) were killed.

        """

    private static let account = """
        ---
        title: An account
        ---

        What a witness said.

        """
}
