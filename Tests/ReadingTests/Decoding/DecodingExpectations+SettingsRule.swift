/// What is told about the examples of ``SettingsRule``, letter for letter.
extension DecodingExpectations {
    static let settings: [String: String] = [
        "settings-missing": #"""
        content/site.yaml: error: the site has no settings
             Write at least its title: title: "…".
             [settings-missing]

        """#,
        "codebook-missing": #"""
        content/datapackage.yaml: error: the site has no codebook
             Describe the tables and their columns in it, as a Data Package.
             [codebook-missing]

        """#,
        "setting-date-invalid": #"""
        content/site.yaml:2:16: error: “6 June 2017” is not a date
             period: {from: 6 June 2017, to: 2017-10-17}
                            ^^^^^^^^^^^
             Write it as 2017-06-21, 2017-06 or 2017.
             [setting-date-invalid]

        """#,
        "period-order": #"""
        content/site.yaml:2:32: error: the period ends on 2017-01-01, before it begins on 2017-06-06
             period: {from: 2017-06-06, to: 2017-01-01}
                                            ^^^^^^^^^^
             Did you swap the two?
             [period-order]

        """#,
        "language-invalid": #"""
        content/site.yaml:1:11: error: “English” is not the tag of a language
             language: English
                       ^^^^^^^
             Write it as BCP 47 does: en, ar, pt-BR.
             [language-invalid]

        """#,
        "site-url-invalid": #"""
        content/site.yaml:1:6: error: “example.org” is not the address of a site
             url: example.org
                  ^^^^^^^^^^^
             Write it as https://example.org or https://example.org/report.
             [site-url-invalid]

        """#,
        "headline-measure-unknown": #"""
        content/site.yaml:1:21: error: “kiled” is not a measure
             headline: [strikes, kiled]
                                 ^^^^^
             Did you mean “killed”?
             [headline-measure-unknown]

        """#,
        "summary-unknown": #"""
        content/site.yaml:1:20: error: there is no field “distrikt” to sum up by
             summaries: [month, distrikt]
                                ^^^^^^^^
             Did you mean “district”?
             [summary-unknown]

        """#,
        "disclosure-fact-unknown": #"""
        content/site.yaml:1:21: error: “locatoin” is not a fact that the military is asked for
             disclosures: [date, locatoin]
                                 ^^^^^^^^
             Did you mean “location”?
             [disclosure-fact-unknown]

        """#,
        "grading-repeated": #"""
        content/site.yaml:4:3: warning: no grading is counted, so all headline totals are empty
               Fair: {}
               ^^^^
             Write counted: true at those whose strikes enter totals.
             [nothing-counted]

        content/site.yaml:5:3: error: “fair” differs from another of gradings only in capitals or hyphens
               fair: {label: Fair, counted: true}
               ^^^^
             Delete one of the two.
             [grading-repeated]

        """#,
        "nothing-counted": #"""
        content/site.yaml:4:3: warning: no grading is counted, so all headline totals are empty
               fair: {label: Fair}
               ^^^^
             Write counted: true at those whose strikes enter totals.
             [nothing-counted]

        """#,
        "words-of-private-column": #"""
        content/site.yaml:3:1: error: the labels of “gradings” would be published, but the column “verified by” that they belong to is private
             gradings:
             ^^^^^^^^
             If the column may be published, write public: true in the codebook; else delete “gradings” here.
             [words-of-private-column]

        """#,
        "basemap-not-read": #"""
        content/site.yaml:1:10: error: there is no file “media/rivers.json” in content/
             basemap: media/rivers.json
                      ^^^^^^^^^^^^^^^^^
             Did you mean “media/rivers.geojson”?
             [basemap-not-read]

        """#,
        "menu-entry": #"""
        content/site.yaml:1:16: error: the menu’s entry “Overview” leads nowhere
             menu: [{label: Overview}]
                            ^^^^^^^^
             Give it “to”, or “items” below it.
             [menu-entry]

        """#,
    ]
}
