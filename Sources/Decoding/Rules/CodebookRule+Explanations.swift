// What the rules in CodebookRule.swift mean, each with an example of wrong and right.

import Diagnostics
import Formats
import Text

extension CodebookRule {
    /// The rule in words.
    public var explanation: Explanation {
        switch self {
        case .resourceUnknown:
            return Explanation(
                "Only tables with known names are read: strikes, victims, sources, claims, "
                    + "disclosures, corrections. Another table is left alone.",
                wrong: "- name: victim",
                right: "- name: victims"
            )
        case .resourceRepeated:
            return Explanation(
                "Each kind of record has one table, so that a row is never read twice.",
                wrong: """
                    - {name: strikes, path: data/2016.csv}
                    - {name: strikes, path: data/2017.csv}
                    """,
                right: "- {name: strikes, path: data/strikes.csv}"
            )
        case .resourcePath:
            return Explanation(
                "A table is a .csv, .tsv, .json or .xlsx file below content/, named from "
                    + "there with forward slashes.",
                wrong: "path: ../strikes.ods",
                right: "path: data/strikes.csv"
            )
        case .resourceMissing:
            return Explanation(
                "Every table that the codebook describes must be there, and one of them "
                    + "holds the strikes.",
                wrong: "path: data/strike.csv",
                right: "path: data/strikes.csv"
            )
        case .dataFileUndescribed:
            return Explanation(
                "A table below content/data/ that the codebook does not describe is not "
                    + "read, and nothing in it is published.",
                wrong: "(victims.csv lies in data/, but is no resource)",
                right: "- {name: victims, path: data/victims.csv, schema: {…}}"
            )
        case .dialectNotRead:
            return Explanation(
                "Tables are UTF-8, have a header, quote cells with \" and separate them "
                    + "with one ASCII character.",
                wrong: """
                    dialect: {delimiter: "||"}
                    """,
                right: """
                    dialect: {delimiter: ";"}
                    """
            )
        case .fieldRepeated:
            return Explanation(
                "Each column is described once: two descriptions could differ on whether it "
                    + "is public.",
                wrong: """
                    - {name: id}
                    - {name: id, public: true}
                    """,
                right: "- {name: id, public: true}"
            )
        case .typeUnknown:
            return Explanation(
                "A column has one of the types of Table Schema.",
                wrong: "type: text",
                right: "type: string"
            )
        case .formatNotRead:
            return Explanation(
                "Dates are read as the codebook says, with a day, a month and a year of "
                    + "four digits; nothing is guessed.",
                wrong: """
                    {name: day, type: date, format: "%d/%m/%y"}
                    """,
                right: """
                    {name: day, type: date, format: "%d/%m/%Y"}
                    """
            )
        case .roleUnknown:
            return Explanation(
                "A role says which fact of the model a column holds; only known facts have "
                    + "one.",
                wrong: "role: kiled.min",
                right: "role: killed.min"
            )
        case .roleRepeated:
            return Explanation(
                "Only one column can hold a fact.",
                wrong: """
                    - {name: low, role: killed.min}
                    - {name: least, role: killed.min}
                    """,
                right: """
                    - {name: low, role: killed.min}
                    - {name: least}
                    """
            )
        case .roleConflict:
            return Explanation(
                "A count stands in one column or in two, for its least and its greatest "
                    + "number; a latitude needs a longitude; a last day needs a first.",
                wrong: """
                    - {name: killed, public: true}
                    - {name: killed_min, public: true}
                    """,
                right: """
                    - {name: killed_min, public: true}
                    - {name: killed_max, public: true}
                    """
            )
        case .roleRequired:
            return Explanation(
                "Without a name and a date there is no strike, and without its strike no "
                    + "victim: these facts need a column.",
                wrong: "- {name: code, public: true}",
                right: "- {name: code, role: id, public: true}"
            )
        case .rolePrivate:
            return Explanation(
                "Columns that decide which records are shown, how they are joined and what "
                    + "is added up cannot be private: the report would show their effect without "
                    + "its reason.",
                wrong: "- {name: id, type: string}",
                right: "- {name: id, type: string, public: true}"
            )
        case .propertyUnknown:
            return Explanation(
                "A property that is nearly one that is read is probably a slip; all others "
                    + "belong to other tools.",
                wrong: "publik: true",
                right: "public: true"
            )
        case .constraintInvalid:
            return Explanation(
                "A constraint that cannot be checked would be no constraint.",
                wrong: "constraints: {minimum: none}",
                right: "constraints: {minimum: 0}"
            )
        case .keyUnknown:
            return Explanation(
                "Keys name columns that the codebook describes, and tables that are read.",
                wrong: "primaryKey: code    # the column is named id",
                right: "primaryKey: id"
            )
        case .columnUndescribed:
            return Explanation(
                "A column that the codebook does not describe is private: nothing of it is "
                    + "read.",
                wrong: "(the file has a column “damage”, the codebook has not)",
                right: "- {name: damage, type: string, public: true}"
            )
        case .columnMissing:
            return Explanation(
                "Every column that the codebook describes must be in the file; a column "
                    + "that is missing by mistake would make its facts unknown.",
                wrong: "- {name: kiled_min}    # the file has killed_min",
                right: "- {name: killed_min}"
            )
        }
    }
}
