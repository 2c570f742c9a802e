import Records
import Testing

/// Facts that are shown more coarsely than they are read.
@Suite struct CoarseningTests {
    private static let fields = [
        "name: time", "name: latitude", "name: longitude", "name: location_precision",
        "name: grading", "name: coarsen, public: false",
    ]
    private static let rows = """
        S1,2017-08-22,21:00,35.9512345,39.0098765,exact,fair,
        S2,2017-08-23,21:30,35.9512345,-0.0049,exact,single source,
        S3,2017-08-24,22:00,35.9512345,39.0098765,exact,fair,"coordinates: 3; date: month; time: omit"
        """

    @Test func pointsAreNoFinerThanTheirPrecision() throws {
        let precisions = ["exact", "within-100m", "neighbourhood", "city", "region", "", "town"]
        let rows = precisions.enumerated()
            .map { number, precision in
                let point =
                    precision.isEmpty ? "-35.5123456,0.25" : "-35.95123456789,0.00499999999"
                return "S\(number),2017-08-22,\(point),\(precision)"
            }
            .joined(separator: "\n")
        let site = DecodingSite.strikes(
            ["name: latitude", "name: longitude", "name: location_precision"],
            rows
        )
        let content = try site.read().content
        let points = content?.dataset.strikes
            .map {
                "\($0.place.coordinate?.latitudeText ?? "") \($0.place.coordinate?.longitudeText ?? "")"
            }
        #expect(
            points == [
                "-35.951235 0.005000", "-35.9512 0.0050", "-35.951 0.005", "-35.95 0.00",
                "-36.0 0.0", "-35.5123456 0.25", "-35.95 0.00",
            ]
        )
        #expect(content?.privateValues.count == 12)
    }

    @Test func onlyWhatWasKnownIsSaidToBeCoarse() throws {
        let site = DecodingSite.strikes(
            Self.fields,
            """
            S1,2017-08,,35.9512345,39.0098765,exact,fair,"date: month; time: omit"
            S2,2017-08-23,,35.95,39.01,exact,fair,"coordinates: 2; date: month; time: omit"
            S3,2017-08-24,22:00,,,,fair,"coordinates: omit; time: omit"
            """
        )
        let stated = try #require(try site.read().content).dataset.coarsenings
        var (second, third) = (Coarsening(), Coarsening())
        second.date = .month
        third.omitted = [.time]
        #expect(stated == ["S2": second, "S3": third])
    }

    @Test func theDigitsThatAreCutOffArePrivateValues() throws {
        let site = DecodingSite.strikes(
            ["name: latitude", "name: longitude", "name: location_precision"],
            "S1,2017-08-22,-35.95123456789,0.00499999999,city"
        )
        let content = try site.read().content
        #expect(content?.privateValues.map(\.text) == ["-35.95123456789", "0.00499999999"])
        #expect(content?.privateValues.allSatisfy { $0.reason == .coarsened } == true)
    }

    @Test func aPointThatAnotherStrikeShowsIsNotPrivate() throws {
        let site = DecodingSite.strikes(
            ["name: latitude", "name: longitude", "name: location_precision"],
            "S1,2017-08-22,35.9512345,39.25,city\nS2,2017-08-23,35.9512345,39.0098765,"
        )
        let content = try site.read().content
        #expect(content?.privateValues.isEmpty == true)
    }

    @Test func aStrikeIsAsCoarseAsItsGradingOrItsOwnRowSays() throws {
        let site = DecodingSite.strikes(Self.fields, Self.rows)
            .replacing(
                "content/site.yaml",
                "single source: {label: One source}",
                "single source: {label: One source, coarsen: {coordinates: {decimals: 2}, date: year}}"
            )
        let read = try site.read()
        let dataset = try #require(read.content?.dataset, "\(read.messages)")
        #expect(read.messages == "")
        let facts = ["S1", "S2", "S3"]
            .map { id -> String in
                let strike = dataset.strikes.first { $0.id == id }
                let point = strike?.place.coordinate
                return [
                    strike?.date.iso, strike?.time, point?.latitudeText, point?.longitudeText,
                    strike?.place.precision.rawValue,
                ]
                .compactMap(\.self).joined(separator: " ")
            }
        #expect(
            facts == [
                "2017-08-22 21:00 35.951235 39.009877 exact", "2017 21:30 35.95 0.00 city",
                "2017-08  35.951 39.010 neighbourhood",
            ]
        )
        #expect(dataset.coarsenings.keys.sorted() == ["S2", "S3"])
    }

    @Test func aColumnIsCoarseForAllStrikesAndNoMessagePrintsIt() throws {
        var site = DecodingSite.strikes(
            [
                "name: latitude, coarsen: {decimals: 1}", "name: longitude",
                "name: time, coarsen: omit", "name: killed",
            ],
            "S1,2017-08-22,35.9512345,39.0098765,21:00,few\nS2,2017-08-22,north,39.0098765,21:00,1"
        )
        site.add(
            "victims",
            ["name: strike_id", "name: age, coarsen: group", "name: age_group"],
            "S1,7,\nS1,40,\nS1,60s,\nS1,,child\nS1,teens,"
        )
        let read = try site.read()
        let dataset = try #require(read.content?.dataset)
        #expect(dataset.strikes.map { $0.place.coordinate?.longitudeText } == ["39.0", nil])
        #expect(dataset.strikes.map(\.time) == ["", ""])
        #expect(dataset.victims.map(\.age) == ["", "", "", "", ""])
        #expect(dataset.victims.map(\.ageGroup) == ["child", "adult", "adult", "child", ""])
        #expect(read.messages.contains("few"))
        for text in ["35.9512345", "north", "21:00"] { #expect(!read.messages.contains(text)) }
    }

    @Test func aStrikeIsShownAtThePointOfItsDistrictOrCity() throws {
        var site = DecodingSite.strikes(
            [
                "name: district", "name: city", "name: latitude", "name: longitude",
                "name: location_precision", "name: coarsen, public: false",
            ],
            """
            S1,2017-08-22,Old Town,Raqqa,35.9512345,39.0098765,exact,coordinates: district
            S2,2017-08-23,,Raqqa,35.9512346,39.0098764,,coordinates: district
            S3,2017-08-24,Mill,Raqqa,35.9512347,39.0098763,region,coordinates: city
            S4,2017-08-25,Mill,Raqqa,,,,coordinates: city
            """
        )
        let points = """
            points:
              "Old Town, Raqqa": {latitude: 35.951, longitude: 39.012}
              Raqqa: {latitude: 35.95, longitude: 39.01}

            """
        site = site.replacing("content/site.yaml", "title:", points + "title:")
        let read = try site.read()
        #expect(read.messages == "")
        let places = read.content?.dataset.strikes
            .map { strike in
                "\(strike.place.coordinate?.latitudeText ?? "none") \(strike.place.precision.rawValue)"
            }
        #expect(
            places == ["35.951 neighbourhood", "35.95 city", "36.0 region", "none unstated"]
        )
        #expect(read.content?.privateValues.count == 6)
    }

    @Test func aPlaceWithoutAPointIsReportedAndNoPointIsShown() throws {
        let read =
            try DecodingSite.strikes(
                [
                    "name: city", "name: latitude", "name: longitude",
                    "name: coarsen, public: false",
                ],
                "S1,2017-08-22,Raqqa,35.9512345,39.0098765,coordinates: city"
            )
            .read()
        #expect(read.messages.contains("the settings state none for “Raqqa”"))
        #expect(!read.messages.contains("35.95123"))
        #expect(read.content?.dataset.strikes.first?.place.coordinate == nil)
    }

    @Test func aPersonsOwnRowSaysHowCoarseThePersonIs() throws {
        var site = DecodingSite.strikes([], "S1,2017-08-22")
        site.add(
            "victims",
            [
                "name: strike_id", "name: name", "name: age", "name: age_group", "name: family",
                "name: note", "name: coarsen, public: false",
            ],
            "S1,Adam Bell,41,,Bell,A baker,age: group; note: omit\nS1,Nora Till,40,,Till,A nurse,"
        )
        let read = try site.read()
        let people = read.content?.dataset.victims
            .map { "\($0.name) \($0.age) \($0.ageGroup) \($0.family) \($0.note)" }
        #expect(people == ["Adam Bell  adult Bell ", "Nora Till 40  Till A nurse"])
        #expect(read.content?.dataset.reducedPeople.ageGroups == 1)
        #expect(read.content?.privateValues.map(\.text) == ["A baker"])
    }

    @Test func messagesOfOtherRowsDoNotQuoteWhatAGradingCoarsens() throws {
        let site =
            DecodingSite.strikes(
                ["name: place", "name: killed", "name: grading"],
                "S1,2017-08-22,A mill,4,single source\nS2,2017-08-22,A mill,4,fair"
            )
            .replacing(
                "content/site.yaml",
                "single source: {label: One source}",
                "single source: {label: One source, coarsen: {date: month}}"
            )
        #expect(!(try site.read()).messages.contains("2017-08-22"))
    }

    @Test func datesAreCoarsenedByTheirFirstAndLastDay() {
        func date(_ from: String, _ to: String) -> StrikeDate {
            .range(CalendarDate(iso: from) ?? .earliest, CalendarDate(iso: to) ?? .earliest)
        }
        #expect(date("2017-08-30", "2017-09-02").coarsened(to: .month).iso == "2017-08/2017-09")
        #expect(date("2017-08-01", "2017-08-02").coarsened(to: .month).iso == "2017-08")
        #expect(date("2017-08-30", "2017-09-02").coarsened(to: .year).iso == "2017")
        #expect(StrikeDate.year(.earliest).coarsened(to: .month) == .year(.earliest))
    }
}
