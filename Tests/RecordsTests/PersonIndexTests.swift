import Diagnostics
import Records
import Testing

/// Selections of people: what is not recorded is in neither a selection nor its opposite.
@Suite struct PersonIndexTests {
    private let dataset = Dataset(
        codebook: Self.codebook,
        methodology: Sample.methodology,
        strikes: [
            Sample.strike("S1", "2017-06-08") { $0.place.name = "North" },
            Sample.strike("S2", grading: "weak") { $0.date = .month(Sample.date("2017-07")) },
        ],
        victims: [
            person("A", "S1", age: "7", sex: "female"),
            person("B", "S1", age: "40s", sex: "male") { $0.extras = ["Farmers"] },
            person("C", "S2", age: "4 months", sex: "unknown"),
            person("D", "", age: "80 plus", sex: "female") {
                $0.date = Sample.date("2017-08-02")
                $0.place = "River"
            },
            person("E", "", age: "15–20", sex: "") { $0.date = Sample.date("2017") },
            person("F", "", age: "unborn", sex: "") { $0.status = "injured" },
            person("G", "S2", age: "", sex: "male") { $0.ageGroup = "child" },
            person("H", "S2", age: "15–20", sex: "male") { $0.ageGroup = "adult" },
        ]
    )

    private static func person(
        _ name: String,
        _ strike: String,
        age: String,
        sex: String,
        _ change: (inout Victim) -> Void = { _ in }
    ) -> Victim {
        var victim = Victim(strikeID: strike)
        victim.name = name
        victim.age = age
        victim.sex = sex
        victim.status = "killed"
        victim.extras = [""]
        change(&victim)
        return victim
    }

    private static let codebook: Codebook = {
        var codebook = Sample.codebook
        let location = SourceLocation(file: "content/datapackage.yaml")
        var people = Resource(kind: .victims, path: "data/victims.csv", location: location)
        for role in [Role.strikeID, .name, .age, .sex, .status, .date, .place] {
            var field = CodebookField(name: role.name, location: location)
            field.role = role
            field.isPublic = true
            people.fields.append(field)
        }
        var own = CodebookField(name: "community", location: location)
        own.isPublic = true
        people.fields.append(own)
        people.fields.append(CodebookField(name: "phone", location: location))
        codebook.resources.append(people)
        return codebook
    }()

    private var people: SelectionReading.Side? {
        var settings = SiteSettings()
        settings.ageBands = AgeBands([5, 18, 60])
        settings.selections = [
            NamedSelection(name: "girls", text: "sex=female&age=0..17", location: Self.place),
            NamedSelection(name: "sure", text: "grading=counted", location: Self.place),
        ]
        let index = StrikeIndex(dataset)
        return SelectionReading(dataset, settings: settings, index: index).people
    }

    private static let place = SourceLocation(file: "content/site.yaml")

    private func names(_ set: StrikeSet) -> String {
        set.positions.map { dataset.victims[$0].name }.joined()
    }

    @Test(arguments: [
        ("", "ABCGHDEF", ""),
        ("sex=female", "AD", "CEF"), ("sex!=female", "BGH", "CEF"), ("sex=", "CEF", ""),
        ("sex=unknown", "CEF", ""), ("sex=female,", "ACDEF", ""), ("sex!=", "ABGHD", ""),
        ("sex=Female&age=0..17", "A", "CEF"),
        ("age=0..17", "ACG", "EF"), ("age=18..", "BHD", "EF"), ("age!=0..17", "BHD", "EF"),
        ("age=40..49", "B", "F"), ("age=45", "", "BF"), ("age=..4,5..7", "AC", "GF"),
        ("age=", "BGHDEF", ""), ("age=,7", "ABGHDEF", ""), ("age=15..17,18..20", "HE", "GF"),
        ("age_band=0..4", "C", "GF"), ("age_band=60..", "D", "F"), ("age_band=", "GEF", ""),
        ("age_band!=18..59", "ACGD", "EF"),
        ("month=2017-06", "AB", "EF"), ("month=2017-07", "CGH", "EF"), ("month=", "EF", ""),
        ("year=2017", "ABCGHDE", "F"), ("year=2016", "", "F"),
        ("date=2017-07-01..", "CGHD", "EF"), ("date!=2017-06", "CGHD", "EF"),
        ("day=2017-08-02", "D", "EF"),
        ("place=North", "AB", "CGHEF"), ("place=River", "D", "CGHEF"),
        ("strike=S1", "AB", ""), ("strike=", "DEF", ""), ("strike!=S1", "CGHDEF", ""),
        ("grading=counted", "AB", ""), ("grading!=counted", "CGHDEF", ""), ("sure", "AB", ""),
        ("girls", "A", "CEF"), ("status=injured", "F", ""),
        ("community=Farmers", "B", "ACGHDEF"),
    ])
    func aSelectionFindsItsPeopleAndThoseWhoMayBelong(
        text: String,
        within: String,
        beside: String
    ) throws {
        let people = try #require(people)
        let selection = try people.parser.parse(text)
        #expect(names(people.index.records(selection)) == within)
        #expect(names(people.index.undecided(selection)) == beside)
    }

    @Test func anOppositeSharesNobodyAndLeavesTheSameOpen() throws {
        let people = try #require(people)
        for text in ["sex=female", "age=0..17", "month=2017-06", "age_band=5..17", "place=River"] {
            let one = try people.parser.parse(text)
            let other = try people.parser.parse(text.replacing("=", with: "!="))
            #expect(people.index.records(one).isDisjoint(with: people.index.records(other)))
            #expect(names(people.index.undecided(one)) == names(people.index.undecided(other)))
        }
    }

    @Test func everyFieldDividesAllPeopleIntoRows() throws {
        let people = try #require(people)
        let all = people.index.records(.all)
        for name in people.catalog.grouping {
            let field = try #require(people.catalog.field(name))
            var count = 0
            for value in people.index.values(of: field, in: all) {
                let text = name + "=" + QueryText.encoded(value)
                count += people.index.records(try people.parser.parse(text)).count
            }
            #expect(count == 8, "\(name)")
        }
    }

    @Test func privateColumnsAndUnstatedBandsAreNoFields() throws {
        let names = try #require(people).catalog.names
        #expect(!names.contains("phone"))
        #expect(!names.contains("cause"))
        let index = StrikeIndex(dataset)
        let plain = SelectionReading(dataset, settings: SiteSettings(), index: index).people
        #expect(plain?.catalog.field("age_band") == nil)
    }

    @Test func anAgeBandIsSpelledAsItsAges() throws {
        let parser = try #require(people).parser
        let band = try parser.parse("age_band=5..17")
        #expect(band == (try parser.parse("age=5..17")))
        #expect(band.query == "age=5..17")
        #expect(band.slug == "age-5..17")
        #expect(AgeBands([18, 5]) == nil)
        #expect(AgeBands([5, 18])?.names == ["0..4", "5..17", "18.."])
    }
}
