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
        ("date=..2017-06-30", ["S5", "S1"]),
        ("district=Al+Badou", ["S1", "S3"]),
        ("district=Al%20Badou&grading=fair", ["S1"]),
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
