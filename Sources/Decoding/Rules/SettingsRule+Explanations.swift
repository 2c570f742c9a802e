// What the rules in SettingsRule.swift mean, each with an example of wrong and right.

import Diagnostics

extension SettingsRule {
    /// The rule in words.
    public var explanation: Explanation {
        switch self {
        case .settingsMissing:
            return Explanation(
                "A site has settings in content/site.yaml; at least its title.",
                wrong: "(content/site.yaml is missing or empty)",
                right: """
                    title: "Raqqa 2017: the record"
                    """
            )
        case .codebookMissing:
            return Explanation(
                "A site has a codebook, content/datapackage.yaml or .json, that describes "
                    + "its tables: nothing that is not described there is published.",
                wrong: "(content/datapackage.yaml is missing)",
                right: """
                    resources:
                      - {name: strikes, path: data/strikes.csv, schema: {…}}
                    """
            )
        case .dateInvalid:
            return Explanation(
                "Dates of the settings are days, months or years of the calendar.",
                wrong: "period: {from: 6 June 2017}",
                right: "period: {from: 2017-06-06}"
            )
        case .periodOrder:
            return Explanation(
                "The period ends after it begins.",
                wrong: "period: {from: 2017-10-17, to: 2017-06-06}",
                right: "period: {from: 2017-06-06, to: 2017-10-17}"
            )
        case .languageInvalid:
            return Explanation(
                "A language is named by its BCP 47 tag.",
                wrong: "language: English",
                right: "language: en"
            )
        case .urlInvalid:
            return Explanation(
                "The address of the site begins with http:// or https:// and has no query.",
                wrong: "url: example.org",
                right: "url: https://example.org"
            )
        case .measureUnknown:
            return Explanation(
                "The headline shows measures that there are.",
                wrong: "headline: [strikes, deaths]",
                right: "headline: [strikes, killed]"
            )
        case .summaryUnknown:
            return Explanation(
                "A summary table needs a public column to sum up by.",
                wrong: "summaries: [distrikt]",
                right: "summaries: [district]"
            )
        case .factUnknown:
            return Explanation(
                "The military is asked for the date, time, location, weapon and target of "
                    + "each strike.",
                wrong: "disclosures: [date, place]",
                right: "disclosures: [date, location]"
            )
        case .keyRepeated:
            return Explanation(
                "Gradings and assessments are told apart by more than capitals, spaces and "
                    + "hyphens.",
                wrong: """
                    gradings:
                      not credible: {}
                      not-credible: {}
                    """,
                right: """
                    gradings:
                      not-credible: {}
                    """
            )
        case .wordsOfPrivateColumn:
            return Explanation(
                "The labels of gradings and assessments are published, so their column must be "
                    + "public; else no strike has a grading, and none enters a total.",
                wrong: """
                    - {name: grading, public: false}      # in the codebook
                    gradings: {fair: {counted: true}}     # in site.yaml
                    """,
                right: """
                    - {name: grading, public: true}
                    gradings: {fair: {counted: true}}
                    """
            )
        case .nothingCounted:
            return Explanation(
                "Headline totals add up the strikes of the counted gradings; without one "
                    + "they are empty.",
                wrong: """
                    gradings:
                      fair: {label: Fair}
                    """,
                right: """
                    gradings:
                      fair: {label: Fair, counted: true}
                    """
            )
        case .basemap:
            return Explanation(
                "The base map is a GeoJSON file below content/.",
                wrong: "basemap: media/rivers.json    # the file is rivers.geojson",
                right: "basemap: media/rivers.geojson"
            )
        case .menuEntry:
            return Explanation(
                "An entry of the menu leads to a page, or opens a list of entries.",
                wrong: "- {label: Overview}",
                right: "- {label: Overview, to: overview.md}"
            )
        }
    }
}
