import Diagnostics
import Records
import TestSupport
import Testing

@Suite struct SelectionTests {
    private let dataset = Sample.dataset(
        [
            Sample.strike("S1", "2017-06-30", killed: .exact(3), district: "Al Badou"),
            Sample.strike("S2", "2017-08-01", killed: .range(2, 5), grading: "weak"),
            Sample.strike("S3", "2017-08-20", grading: "confirmed", district: "Al Badou") {
                $0.extras = ["heavy"]
                $0.assessment = "non-credible"
            },
            Sample.strike("S4", "2017-09-01") {
                $0.date = .month(Sample.date("2017-09"))
                $0.extras = [""]
            },
            Sample.strike("S5") { $0.date = .year(Sample.date("2017")) },
        ],
        disclosures: [Disclosure(strikeID: "S3", fact: .weapon)]
    )

    private var parser: SelectionParser {
        let catalog = FieldCatalog(codebook: dataset.codebook)
        return SelectionParser(
            catalog: catalog,
            index: StrikeIndex(dataset),
            named: ["badou": Selection([])]
        )
    }

    private func ids(_ text: String) throws -> [String] {
        let index = StrikeIndex(dataset)
        return index.strikes(try parser.parse(text)).positions.map { dataset.strikes[$0].id }
    }

    @Test(arguments: [
        ("", ["S5", "S1", "S2", "S3", "S4"]),
        ("grading=counted", ["S5", "S1", "S3", "S4"]),
        ("grading!=counted", ["S2"]),
        ("grading=weak,Confirmed", ["S2", "S3"]),
        ("month=2017-08", ["S2", "S3"]),
        ("month=", ["S5"]),
        ("day=2017-08-20", ["S3"]),
        ("date=2017", ["S5", "S1", "S2", "S3", "S4"]),
        ("date=2017-06-30..2017-08-01", ["S1", "S2"]),
        ("date=2017-08-02..", ["S3", "S4"]),
        ("date=..2017-06-30", ["S1"]),
        ("date=2017-01-01", []),
        ("date!=2017-08-20", ["S1", "S2", "S4"]),
        ("district=Al+Badou", ["S1", "S3"]),
        ("district=Al%20Badou&grading=fair", ["S1"]),
        ("district=Al++Badou", ["S1", "S3"]),
        ("district=Al\u{A0}Badou", ["S1", "S3"]),
        ("district=", ["S5", "S2", "S4"]),
        ("district!=Al Badou and grading=fair", ["S5", "S4"]),
        ("Damage=heavy", ["S3"]),
        ("disclosed=weapon", ["S3"]),
        ("disclosed!=weapon", ["S5", "S1", "S2", "S4"]),
        ("disclosed=time", []),
        ("id=S4,S1", ["S1", "S4"]),
        ("military_assessment=non_credible", ["S3"]),
    ])
    func aSelectionFindsItsStrikes(text: String, expected: [String]) throws {
        #expect(try ids(text) == expected)
    }

    private let spans = Sample.dataset([
        Sample.strike("D1", "2020-01-05"),
        Sample.strike("M1") { $0.date = .month(Sample.date("2020-01")) },
        Sample.strike("Y1") { $0.date = .year(Sample.date("2020")) },
        Sample.strike("R1") {
            $0.date = .range(Sample.date("2020-01-30"), Sample.date("2020-02-02"))
        },
        Sample.strike("R2") {
            $0.date = .range(Sample.date("2019-12-30"), Sample.date("2020-01-02"))
        },
        Sample.strike("R3") {
            $0.date = .range(Sample.date("2020-03-05"), Sample.date("2020-03-05"))
        },
    ])

    @Test(arguments: [
        ("date=2020-01-05", ["D1"], ["M1", "Y1"]),
        ("date=2020-01-01..2020-01-10", ["D1"], ["R2", "M1", "Y1"]),
        ("date=2020-01", ["M1", "D1"], ["R2", "Y1", "R1"]),
        ("date=2020-02..2020-12", ["R3"], ["Y1", "R1"]),
        ("date=2020-01,2020-02", ["M1", "D1", "R1"], ["R2", "Y1"]),
        ("date=2020", ["M1", "Y1", "D1", "R1", "R3"], ["R2"]),
        ("date!=2020-01", ["R3"], ["R2", "Y1", "R1"]),
        ("date!=2018", ["R2", "M1", "Y1", "D1", "R1", "R3"], []),
        ("year=2020", ["M1", "Y1", "D1", "R1", "R3"], ["R2"]),
        ("year=", ["R2"], []),
        ("month=2020-01", ["M1", "D1"], ["R2", "Y1", "R1"]),
        ("month=", ["R2", "Y1", "R1"], []),
        ("month=,2020-01", ["R2", "M1", "Y1", "D1", "R1"], []),
        ("day=2020-03-05", ["R3"], ["Y1"]),
        ("day=", ["R2", "M1", "Y1", "R1"], []),
        ("day=2020-01-05&id!=Y1", ["D1"], ["M1"]),
    ])
    func aCoarseDateIsBesideASelectionThatIsNarrower(
        text: String,
        within: [String],
        beside: [String]
    ) throws {
        let index = StrikeIndex(spans)
        let catalog = FieldCatalog(codebook: spans.codebook)
        let selection = try SelectionParser(catalog: catalog, index: index).parse(text)
        #expect(index.strikes(selection).positions.map { spans.strikes[$0].id } == within)
        #expect(index.undecided(selection).positions.map { spans.strikes[$0].id } == beside)
        #expect(index.undecided(selection).count == beside.count)
    }

    private static let cases = MessageCases(beside: #filePath)

    @Test(arguments: try cases.all())
    func aMistakeInASelectionSaysWhatIsMeant(_ message: MessageCase) throws {
        let text = try #require(message.texts["selection"])
        var log = DiagnosticLog()
        do throws(SelectionParser.Mistake) {
            _ = try parser.parse(String(text.dropLast()))
        } catch {
            let location = SourceLocation(file: "selection")
            log.report(
                Diagnostic(error.rule, at: location, error.message, suggestion: error.suggestion)
            )
        }
        try message.expect(DiagnosticPrinter().text(log))
    }

    @Test func equalSelectionsHaveOneSpelling() throws {
        let one = try parser.parse("month=2017-08&grading=weak,fair")
        let other = try parser.parse("grading=Fair,weak and month=2017-08")
        #expect(one == other)
        #expect(one.query == "grading=fair,weak&month=2017-08")
        #expect(one.slug == "grading-fair-or-weak.month-2017-08")
        #expect(try parser.parse(one.query) == one)
    }

    @Test func slugsNeverMeet() throws {
        let texts = [
            "", "district=", "district=Al+Badou", "Damage=heavy", "grading=counted",
            "grading!=counted", "grading=weak", "month=", "month=2017-08", "date=2017-08",
            "date=2017-08..", "date=..2017-08", "id=S1", "id=S1,S2", "disclosed=", "disclosed!=",
        ]
        let slugs = try texts.map { try parser.parse($0).slug }
        #expect(Set(slugs).count == texts.count)
        #expect(slugs.allSatisfy { $0.allSatisfy { $0.isASCII && !$0.isUppercase } })
    }
}
