import Diagnostics
import Records
import TestSupport
import Testing

@testable import Report

/// A sentence says what is recorded, in the author's words, and no more.
@Suite struct StrikeSentenceTests {
    /// The sentence about one strike on 3 September 2008.
    private func sentence(
        _ tag: String = "en",
        killed: Count = .exact(2),
        place: String = "Wana",
        city: String = "",
        type: String = "",
        time: String = "",
        values: [String: String] = [:]
    ) throws -> String {
        let language = try #require(ShippedLanguageTests.languages.first { $0.tag == tag })
        let day = try #require(CalendarDate(year: 2008, month: 9, day: 3))
        var strike = Strike(id: "A1", date: .day(day))
        strike.counts[.killed] = killed
        strike.place.name = place
        strike.place.city = city
        strike.type = type
        strike.time = time
        var codebook = Codebook()
        let location = SourceLocation(file: "content/datapackage.yaml")
        var resource = Resource(kind: .strikes, path: "data/strikes.csv", location: location)
        var field = CodebookField(name: "type", location: location)
        field.role = .strikeType
        field.isPublic = true
        field.values = values
        resource.fields = [field]
        codebook.resources = [resource]
        let dataset = Dataset(
            codebook: codebook,
            methodology: Methodology(gradings: []),
            strikes: [strike]
        )
        return StrikeSentence(dataset, 0, in: language).text
    }

    @Test func frenchSentencesAgree() throws {
        #expect(
            try sentence("fr", killed: .exact(1))
                == "Un civil a été tué à Wana le 3 septembre 2008."
        )
        #expect(
            try sentence("fr", killed: .range(3, 5), type: "airstrike", time: "21:00")
                == "Entre 3 et 5 civils ont été tués dans une frappe aérienne à Wana "
                + "le 3 septembre 2008 à 21:00."
        )
        #expect(
            try sentence("fr", killed: .noneReported)
                == "Aucune mort de civil n’est signalée à Wana le 3 septembre 2008."
        )
        #expect(
            try sentence("fr", killed: .unknown, place: "Pont de Wana")
                == "Pont de Wana\u{A0}: frappe le 3 septembre 2008\u{202F}; "
                + "pas de chiffre pour les morts."
        )
    }

    /// The words of a site take articles, elision and agreement.
    @Test func frenchWordsOfASiteAreInflected() {
        let filling = NounFilling(
            record: ["one": "incident", "other": "incidents", "gender": "masculine"],
            people: ["one": "personne", "other": "personnes", "gender": "feminine"],
            language: "fr"
        )
        let text = "[The record], [of the record], [this record], [of records], [a record] "
        #expect(
            filling.filled(text + "[of person] [people: tuées|tués] [comptées|comptés]")
                == "L’incident, de l’incident, cet incident, d’incidents, un incident "
                + "de personne tuées comptés"
        )
    }

    @Test func frenchNotesOfMapsAgreeWithTheRecord() throws {
        let words = try String(
            contentsOfFile: Package.root + "/templates/words/fr.yaml",
            encoding: .utf8
        )
        for key in ["map_total_note", "map_square_note"] {
            let note = try #require(words.split(separator: "\n").first { $0.contains(" \(key): ") })
            for (gender, agreed) in [
                ("feminine", "attaques sont trop nombreuses pour être montrées une à une"),
                ("masculine", "attaques sont trop nombreux pour être montrés un à un"),
            ] {
                let filling = NounFilling(
                    record: ["one": "attaque", "other": "attaques", "gender": gender],
                    people: [:],
                    language: "fr"
                )
                #expect(filling.filled(String(note)).contains(agreed))
            }
        }
    }

    @Test func theFirstOfAMonthIsAnOrdinalInFrench() throws {
        let french = ShippedLanguageTests.french
        let first = try #require(CalendarDate(iso: "2020-01-01"))
        let fifth = try #require(CalendarDate(iso: "2020-01-05"))
        #expect(french.adverb(.day(first)) == "le 1er janvier 2020")
        let range = french.adverb(.range(first, fifth))
        #expect(range == "entre le 1er janvier 2020 et le 5 janvier 2020")
        #expect(french.text(first, short: true) == "1er janv. 2020")
    }

    @Test func aBlankCountIsNoHarm() throws {
        #expect(
            try sentence(killed: .unknown)
                == "Strike in Wana on 3 September 2008; no figure for deaths."
        )
        #expect(
            try sentence("ar", killed: .unknown)
                == "غارة في \u{2068}Wana\u{2069} في ٣ أيلول/سبتمبر ٢٠٠٨؛ لا رقم للقتلى."
        )
        #expect(
            try sentence(killed: .unknown, type: "airstrike")
                == "An air strike in Wana on 3 September 2008; no figure for deaths."
        )
        #expect(
            try sentence(killed: .noneReported)
                == "No civilian was reported killed in Wana on 3 September 2008."
        )
    }

    @Test func aNumberThatMayBeZeroIsNoFact() throws {
        #expect(
            try sentence(killed: .range(0, 4))
                == "Up to four civilians were reported killed in Wana on 3 September 2008."
        )
        #expect(
            try sentence(killed: .range(0, 1))
                == "Up to one civilian was reported killed in Wana on 3 September 2008."
        )
        #expect(
            try sentence(killed: .atLeast(0))
                == "Strike in Wana on 3 September 2008; civilians killed: at least 0."
        )
    }

    @Test(arguments: [
        "ied", "AK-47", "ak 47", "Unknown", "n/a", "other", "غير معروف", "Not clear yet.",
    ])
    func aTypeWithoutAWordingStaysOut(_ type: String) throws {
        #expect(
            try sentence(type: type) == "Two civilians were killed in Wana on 3 September 2008."
        )
    }

    @Test func theCodebookMayWordAType() throws {
        #expect(
            try sentence(type: "an IED", values: ["3": "an IED"])
                == "Two civilians were killed by an IED in Wana on 3 September 2008."
        )
        #expect(
            try sentence(type: "an IED") == "Two civilians were killed in Wana on 3 September 2008."
        )
        #expect(
            try sentence(type: "IED", values: ["3": "IED"])
                == "Two civilians were killed in Wana on 3 September 2008."
        )
    }

    @Test(arguments: [
        "Unknown", "UNKNOWN", "n/a", "N/A", "-", "(unknown)", "مجهول", "not  specified",
    ])
    func aPlaceThatNamesNothingStaysOut(_ place: String) throws {
        #expect(try sentence(place: place) == "Two civilians were killed on 3 September 2008.")
        #expect(
            try sentence(place: place, city: "Raqqa")
                == "Two civilians were killed in Raqqa on 3 September 2008."
        )
    }

    @Test func aPlaceStandsAsItIsWritten() throws {
        #expect(
            try sentence(place: "south Waziristan")
                == "Two civilians were killed in south Waziristan on 3 September 2008."
        )
        #expect(
            try sentence(place: "South Waziristan")
                == "Two civilians were killed in South Waziristan on 3 September 2008."
        )
        #expect(
            try sentence(place: "near the old mosque")
                == "Two civilians were killed near the old mosque on 3 September 2008."
        )
        #expect(
            try sentence(place: "Near the old mosque")
                == "Near the old mosque: two civilians were killed on 3 September 2008."
        )
        #expect(
            try sentence(place: "Hama road")
                == "Hama road: two civilians were killed on 3 September 2008."
        )
        #expect(
            try sentence(place: "12 km from Hama", city: "Hama")
                == "12 km from Hama: two civilians were killed on 3 September 2008."
        )
        #expect(
            try sentence("ar", place: "near the old mosque")
                == "قُتل مدنيان \u{2068}near the old mosque\u{2069} في ٣ أيلول/سبتمبر ٢٠٠٨."
        )
    }

    @Test(arguments: ["HAMA ROAD", "Bridge, Hama", "Hama; market", "Hama. Later", "Ḥamā road"])
    func aPlaceThatNoPrepositionFitsStandsFirst(_ place: String) throws {
        #expect(try sentence(place: place).hasPrefix(place + ": two civilians"))
    }

    @Test(arguments: [
        "Broadbridge", "Hama.", "St. Hama".replacing(" ", with: "-"), "Al-Hama", "Ḥamā",
    ])
    func aPlaceWithOnlyPartsOfSuchWordsStandsAfterIn(_ place: String) throws {
        #expect(
            try sentence(place: place)
                == "Two civilians were killed in \(place) on 3 September 2008."
        )
    }

    @Test func aVeryLongPlaceStandsFirst() throws {
        let place = "Hama " + String(repeating: "a", count: 116)
        #expect(try sentence(place: place).hasPrefix(place + ": two civilians"))
        #expect(try sentence(place: String(place.dropLast())).contains("in Hama aaa"))
    }

    @Test func aTimeEntersOnlyWhereItsPrepositionIsCertain() throws {
        #expect(
            try sentence(time: "21:00")
                == "Two civilians were killed in Wana at 21:00 on 3 September 2008."
        )
        #expect(
            try sentence(time: "around midday")
                == "Two civilians were killed in Wana around midday on 3 September 2008."
        )
        for time in ["Night", "Unknown", "2 hours", "21:00–22:00"] {
            #expect(
                try sentence(time: time) == "Two civilians were killed in Wana on 3 September 2008."
            )
        }
    }

    @Test(arguments: [
        (Total([.exact(1)]), "civilian killed", "قتيل مدني"),
        (Total([.exact(2)]), "civilians killed", "قتيلان مدنيان"),
        (Total([.exact(3)]), "civilians killed", "قتلى مدنيين"),
        (Total([.exact(11)]), "civilians killed", "قتيلاً مدنياً"),
        (Total([.exact(100)]), "civilians killed", "قتيل مدني"),
        (Total([.range(0, 1)]), "civilians killed", "قتيل مدني"),
        (Total([.range(1, 5)]), "civilians killed", "قتلى مدنيين"),
        (Total([.atLeast(1)]), "civilian killed", "قتيل مدني"),
        (Total([.unknown]), "civilians killed", "قتلى مدنيون"),
    ])
    func aLabelHasTheFormOfItsNumber(_ total: Total, _ english: String, _ arabic: String) {
        #expect(ShippedLanguageTests.english.noun(.killed, total) == english)
        #expect(ShippedLanguageTests.arabic.noun(.killed, total) == arabic)
    }

    @Test func aWordOfAShortListStandsAsItIsWritten() throws {
        let site = try HistorySite()
        try site.write(
            "content/site.yaml",
            "title: Sample\nlanguage: en\nsummaries: [strike_status]\n"
        )
        try site.write(
            "content/datapackage.yaml",
            """
            resources:
              - name: strikes
                path: data/strikes.csv
                schema:
                  fields:
                    - {name: id, type: string, public: true}
                    - {name: date, type: string, public: true}
                    - {name: strike_status, type: string, public: true}

            """
        )
        try site.write(
            "content/data/strikes.csv",
            "id,date,strike_status\nA1,2008-09-03,Claimed by US-led forces\nA2,2008-09-04,Likely\n"
        )
        try site.delete("content/data/victims.csv")
        try site.delete("content/data/corrections.csv")
        let (report, messages) = try site.plan()
        #expect(!messages.contains("error:"), "\(messages)")
        let pages = try HistorySite.pages(report)
        #expect(
            pages["strikes/A1.html"]?.contains("<bdi>Claimed by US-led forces</bdi></dd>") == true
        )
        #expect(pages["strikes/A2.html"]?.contains("<dd><bdi>likely</bdi></dd>") == true)
        let table = try #require(pages["tables/strike_status.html"])
        #expect(table.contains(">Claimed by US-led forces</bdi></th>"))
    }
}
