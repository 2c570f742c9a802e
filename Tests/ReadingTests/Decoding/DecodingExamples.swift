import Decoding

/// For each rule of decoding a site that breaks it.
enum DecodingExamples {
    private static let book = "content/datapackage.yaml"
    private static let settings = "content/site.yaml"
    private static let plain = DecodingSite.plain
    private static let counts = [
        "name: killed_min, type: integer", "name: killed_max, type: integer",
    ]

    private static func strikes(_ field: String, _ cell: String) -> DecodingSite {
        DecodingSite.strikes([field], "S1,2017-08-22,\(cell)")
    }

    static func site(_ rule: CodebookRule) -> DecodingSite {
        switch rule {
        case .resourceUnknown:
            return plain.replacing(book, "resources:\n", "resources:\n  - {name: victim}\n")
        case .resourceRepeated:
            var site = plain
            site.add("strikes", ["name: id", "name: date"], "S1,2017-08-22")
            return site
        case .resourcePath:
            return plain.replacing(book, "path: data/strikes.csv", "path: ../data/strikes.ods")
        case .resourceMissing:
            return plain.replacing(book, "path: data/strikes.csv", "path: data/strike.csv")
        case .dataFileUndescribed:
            return plain.with("content/data/victims.csv", "strike_id\nS1\n")
        case .dialectNotRead:
            return plain.replacing(
                book,
                "    schema:",
                "    encoding: latin-1\n    dialect: {delimiter: \"||\", quoteChar: \"'\", header: false}\n"
                    + "    schema:"
            )
        case .fieldRepeated:
            return plain.replacing(
                book,
                "        - {name: date",
                "        - {name: id}\n        - {name: date"
            )
        case .typeUnknown: return strikes("name: floors, type: intger", "3")
        case .formatNotRead:
            return plain.replacing(
                book,
                "{name: date,",
                "{name: date, type: date, format: \"%d/%m/%y\","
            )
        case .roleUnknown: return strikes("name: low, role: kiled.min", "3")
        case .roleRepeated:
            return DecodingSite.strikes(
                ["name: low, role: killed.min", "name: least, role: killed.min"],
                "S1,2017-08-22,3,3"
            )
        case .roleConflict:
            return DecodingSite.strikes(
                ["name: killed", "name: killed_min", "name: injured_max", "name: latitude"],
                "S1,2017-08-22,3,3,4,35.95"
            )
        case .roleRequired: return plain.replacing(book, "{name: id,", "{name: id, role: place,")
        case .rolePrivate: return strikes("name: left_out, public: false", "double")
        case .propertyUnknown: return strikes("name: damage, publik: true", "none")
        case .constraintInvalid:
            return DecodingSite.strikes(
                [
                    "name: a, type: integer, constraints: {minimum: none}",
                    "name: b, constraints: {pattern: \"[a\"}", "name: c, constraints: {maximum: 3}",
                ],
                "S1,2017-08-22,3,a,c"
            )
        case .keyUnknown:
            return DecodingSite.strikes([], "S1,2017-08-22", schema: "primaryKey: ident")
                .replacing(
                    book,
                    "      fields:",
                    "      foreignKeys: [{fields: id, reference: {resource: strike, fields: id}}]\n"
                        + "      fields:"
                )
        case .columnUndescribed:
            return plain.with("content/data/strikes.csv", "id,date,witness\nS1,2017-08-22,Jane\n")
        case .columnMissing:
            return plain.with("content/data/strikes.csv", "id,dat\nS1,2017-08-22\n")
        }
    }

    static func site(_ rule: CellRule) -> DecodingSite {
        switch rule {
        case .required:
            return strikes("name: place, constraints: {required: true}", "")
        case .notAllowed:
            return strikes("name: status, constraints: {enum: [declared, likely]}", "likly")
        case .pattern: return strikes("name: code, constraints: {pattern: \"CS[0-9]+\"}", "1024")
        case .length: return strikes("name: country, constraints: {maxLength: 2}", "Syria")
        case .range:
            return strikes(
                "name: floors, type: integer, constraints: {minimum: 1, maximum: 99}",
                "214"
            )
        case .repeated:
            return DecodingSite.strikes(
                ["name: ref, constraints: {unique: true}"],
                "S1,2017-08-22,a\nS2,2017-08-22,a"
            )
        case .type: return strikes("name: floors, type: integer", "two")
        case .countNotANumber: return DecodingSite.strikes(counts, "S1,2017-08-22,012,Dozens")
        case .countTooLarge: return DecodingSite.strikes(counts, "S1,2017-08-22,1,1000000001")
        case .countOrder: return DecodingSite.strikes(counts, "S1,2017-08-22,8,3")
        case .countWithoutMinimum: return DecodingSite.strikes(counts, "S1,2017-08-22,,8")
        case .dateInvalid:
            return DecodingSite.strikes([], "S1,2017-02-30\nS2,22/08/2017\nS3,22/08/17")
        case .dateOrder:
            return DecodingSite.strikes(["name: date_end"], "S1,2017-08-12,2017-08-09")
        case .datePrecision:
            return DecodingSite.strikes(
                ["name: date_precision"],
                "S1,2017-08,day\nS2,2017-08-01,range\nS3,2017,month"
            )
        case .timeInvalid: return strikes("name: time", "25:00")
        case .coordinateInvalid:
            return DecodingSite.strikes(
                ["name: latitude, type: number", "name: longitude, type: number"],
                "S1,2017-08-22,\"35,95\",39°00′ E"
            )
        case .coordinateOutOfRange:
            return coordinates("S6,2017-06-21,35.95,4239.00416")
        case .coordinateIncomplete:
            return DecodingSite.strikes(
                ["name: latitude, type: number", "name: longitude, type: number"],
                "S1,2017-08-22,35.95,"
            )
        case .coordinatesSwapped: return coordinates("S6,2017-06-21,39.00416,35.95")
        case .wordUnknown:
            return DecodingSite.strikes(
                ["name: location_precision", "name: date_precision"],
                "S1,2017-08-22,neighborood,exactly"
            )
        case .gradingUnknown: return strikes("name: grading", "fare")
        case .gradingMissing: return strikes("name: grading", "")
        case .assessmentUnknown: return strikes("name: military_assessment", "creddible")
        case .urlScheme: return strikes("name: url", "javascript:alert(1)")
        case .urlInvalid: return strikes("name: url", "https://a.example https://b.example")
        case .idInvalid:
            return DecodingSite.strikes(
                [],
                "a/b,2017-08-22\n.a,2017-08-22\n,2017-08-22\n\"a\u{200B}b\",2017-08-22"
            )
        }
    }

    private static func coordinates(_ row: String) -> DecodingSite {
        DecodingSite.strikes(
            ["name: latitude, type: number", "name: longitude, type: number"],
            (1...5).map { "S\($0),2017-06-21,35.95\($0),39.00\($0)" }.joined(separator: "\n") + "\n"
                + row
        )
    }

    static func site(_ rule: RecordRule) -> DecodingSite {
        switch rule {
        case .idRepeated: return DecodingSite.strikes([], "S1,2017-08-22\nS1,2017-08-23")
        case .idCollision:
            return DecodingSite.strikes(
                [],
                "S1a,2017-08-22\nS1A,2017-08-23\ncaf\u{E9},2017-08-22\ncafe\u{301},2017-08-22"
            )
        case .keyRepeated:
            var site = plain
            site.add(
                "disclosures",
                ["name: strike_id", "name: fact", "name: value"],
                "S1,date,22 August\nS1,date,23 August",
                schema: "primaryKey: [strike_id, fact]"
            )
            return site
        case .referenceUnknown:
            var site = DecodingSite.strikes(
                ["name: part_of"],
                "CS1033,2017-08-22,\nCS1034,2017-08-22,CS99"
            )
            site.add("victims", ["name: strike_id", "name: name"], "CS1O33,Ahmad Ali")
            return site
        case .overlapSelf: return DecodingSite.strikes(["name: part_of"], "S1,2017-08-22,S1")
        case .overlapCycle:
            return DecodingSite.strikes(["name: part_of"], "S1,2017-08-22,S2\nS2,2017-08-22,S1")
        case .partLargerThanWhole:
            return DecodingSite.strikes(
                counts + ["name: part_of"],
                "S1,2017-08-22,3,3,\nS1a,2017-08-22,5,5,S1"
            )
        case .sharedFigureDiffers:
            return DecodingSite.strikes(
                ["name: injured_min", "name: injured_max", "name: injured_shared_with"],
                "S1,2017-08-22,12,24,\nS2,2017-08-22,10,,S1"
            )
        case .partExceedsWhole:
            return DecodingSite.strikes(
                counts + ["name: children_killed_min", "name: children_killed_max"],
                "S1,2017-08-22,5,5,3,7\nS2,2017-08-22,5,9,7,7"
            )
        case .moreNamesThanKilled:
            var site = DecodingSite.strikes(counts, "S1,2017-08-22,1,1")
            site.add("victims", ["name: strike_id", "name: name"], "S1,Ahmad Ali\nS1,Mona Ali")
            return site
        case .namedVictimsDiffer:
            var site = strikes("name: named_victims", "3")
            site.add("victims", ["name: strike_id", "name: name"], "S1,Ahmad Ali\nS1,Mona Ali")
            return site
        case .dateOutsidePeriod: return DecodingSite.strikes([], "S1,2016-06-21\nS2,2017")
        case .ageAgainstGroup:
            var site = plain
            site.add(
                "victims",
                ["name: strike_id", "name: age", "name: age_group"],
                "S1,34,child\nS1,17,adult\nS1,17,child\nS1,60s,adult"
            )
            return site
        case .claimOutsideRange:
            var site = DecodingSite.strikes(
                counts + ["name: conceded_killed"],
                "S1,2017-08-22,9,11,\nS2,2017-08-22,9,11,2\nS3,2017-08-22,9,11,0\nS4,2017-08-22,9,11,12"
            )
            site.add(
                "claims",
                [
                    "name: id", "name: claimant", "name: scope", "name: position",
                    "name: killed_min",
                    "name: killed_max", "name: reason",
                ],
                "C1,CJTF-OIR,S1,conceded,12,13,\nC2,CJTF-OIR,S4,conceded,12,12,Two admissions"
            )
            return site
        case .claimPeriod:
            var site = plain
            site.add(
                "claims",
                ["name: id", "name: period_from", "name: period_to"],
                "C1,2017-10,2017-06"
            )
            return site
        case .duplicateRow:
            var site = plain
            site.add(
                "victims",
                ["name: strike_id", "name: name"],
                "S1,Ahmad Ali\nS1,Ahmad Ali\nS1,Son of Ahmad Ali\nS1,Son of Ahmad Ali"
            )
            return site
        case .updatedBeforePublished:
            return DecodingSite.strikes(
                ["name: first_published", "name: last_updated"],
                "S1,2017-08-22,2024-12-15,2017-08-23"
            )
        case .previousIDTaken:
            return DecodingSite.strikes(
                ["name: previous_ids"],
                "S1,2017-08-22,S0\nS2,2017-08-22,S9; s1\nS3,2017-08-22,S0"
            )
        }
    }

    static func site(_ rule: SettingsRule) -> DecodingSite {
        switch rule {
        case .settingsMissing: return plain.with(settings, nil)
        case .codebookMissing: return plain.with(book, nil)
        case .dateInvalid: return plain.replacing(settings, "from: 2017-06-06", "from: 6 June 2017")
        case .periodOrder: return plain.replacing(settings, "to: 2017-10-17", "to: 2017-01-01")
        case .languageInvalid:
            return plain.replacing(settings, "title:", "language: English\ntitle:")
        case .urlInvalid: return plain.replacing(settings, "title:", "url: example.org\ntitle:")
        case .measureUnknown:
            return plain.replacing(settings, "title:", "headline: [strikes, kiled]\ntitle:")
        case .summaryUnknown:
            return strikes("name: district", "Badou")
                .replacing(settings, "title:", "summaries: [month, distrikt]\ntitle:")
        case .factUnknown:
            return plain.replacing(settings, "title:", "disclosures: [date, locatoin]\ntitle:")
        case .keyRepeated: return plain.replacing(settings, "  fair:", "  Fair: {}\n  fair:")
        case .nothingCounted: return plain.replacing(settings, ", counted: true", "")
        case .wordsOfPrivateColumn:
            return DecodingSite.strikes(
                ["name: verified by, role: grading, public: false"],
                "S1,2017-08-22,A. Person"
            )
        case .basemap:
            return plain.replacing(settings, "title:", "basemap: media/rivers.json\ntitle:")
                .with("content/media/rivers.geojson", "{}")
        case .menuEntry:
            return plain.replacing(settings, "title:", "menu: [{label: Overview}]\ntitle:")
        }
    }

    static func site(_ rule: ArticleRule) -> DecodingSite {
        switch rule {
        case .titleMissing:
            return plain.with("content/a.md", "Text\n")
                .with("content/b.md", "---\ndraft: false\n---\nText\n")
        case .slugInvalid: return article("slug: How we counted")
        case .dateInvalid: return article("date: 22.11.2026")
        case .customValue: return article("photo: {by: Reuters}")
        case .narrativeWithoutStrike: return plain.with("content/strikes/SI.md", "Text\n")
        }
    }

    private static func article(_ line: String) -> DecodingSite {
        plain.with("content/a.md", "---\ntitle: A\n\(line)\n---\nText\n")
    }
}
