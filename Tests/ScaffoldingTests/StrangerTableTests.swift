import Diagnostics
import Records
import Testing

@testable import Scaffolding

/// Tables as strangers bring them: what they say is not turned into something else.
@Suite struct StrangerTableTests {
    private func propose(_ text: String, file: String = "table.csv") throws -> SiteProposal {
        var log = DiagnosticLog()
        let read = try Spreadsheet(Array(text.utf8), file: file, log: &log)
        return try SiteProposal(try #require(read), published: .all)
    }

    private func column(_ name: String, _ cells: [String]) throws -> ProposedColumn {
        let rows = cells.enumerated().map { "A-\($0),2020-01-0\($0 + 1),\"\($1)\"" }
        let proposal = try propose((["id,date,\(name)"] + rows).joined(separator: "\n"))
        return proposal.columns[2]
    }

    @Test(arguments: [
        ("n_sources", ["0", "4"]), ("year", ["2017", "2018"]),
        ("period_to", ["2017-06-10", "2017-07-01"]),
        ("extra", ["1, 2", "3, 4"]), ("c", ["", ""]),
    ])
    func numbersAndDatesAreNotSaidToBePoints(name: String, cells: [String]) throws {
        #expect(!(try column(name, cells).reason.contains("latitude")))
    }

    @Test(arguments: [
        ("inj", ["3", "4"], Role.count(.injured)), ("adm_1", ["Raqqa", "Hama"], .governorate),
        ("ADM2", ["Raqqa", "Hama"], .district), ("Admin 1", ["Raqqa", "Hama"], .governorate),
        ("Nombre de morts", ["3", "4"], .count(.killed)),
    ])
    func shortAndLinkedNamesAreKnown(name: String, cells: [String], role: Role) throws {
        #expect(try column(name, cells).role == role)
    }

    @Test(arguments: ["35.95, 39.01", "35°57′N 39°0′E"])
    func aPointInOneColumnIsNamed(cell: String) throws {
        #expect(
            try column("xy", [cell, cell]).reason
                == "its cells hold latitude and longitude together; give each a column of its own"
        )
    }

    @Test(arguments: ["actor1", "assoc_actor_2", "side_b"])
    func aPartyOfAnEventIsNotSaidToHaveStruck(name: String) throws {
        let column = try column(name, ["Farmers", "Forces"])
        #expect(column.role == nil)
        #expect(column.reason.hasPrefix("it names one party of an event"))
    }

    @Test(arguments: [
        ("killedAndInjured", ["3", "4"]), ("_submission_time", ["2021-03-05", "2021-03-06"]),
        ("Date reported", ["2021-03-05", "2021-03-06"]), ("Accuracy", ["High", "Low"]),
        ("device_id", ["ee:1", "ee:2"]), ("population", ["70012", "80013"]),
    ])
    func whatIsSomethingElseTakesNoRole(name: String, cells: [String]) throws {
        #expect(try column(name, cells).role == nil)
    }

    @Test(arguments: [
        "Имя свидетеля", "Телефон", "Адрес дома", "Ім’я свідка", "Свідки", "Дослідник", "Tanık adı",
        "Telefon numarası", "Zeugin", "Testemunhas", "Endereço", "שם העד", "מספר טלפון",
        "شماره تلفن", "آدرس", "نشانی",
    ])
    func contactsInOtherLanguagesStayPrivate(name: String) throws {
        let column = try column(name, ["A. Example", "B. Example"])
        #expect(column.isPersonal)
        #expect(!column.isPublic)
    }

    @Test func theDayOfAMonthIsNoDate() throws {
        let proposal = try propose("id,day,month,year\nA-1,5,6,2017\nA-2,7,6,2017")
        #expect(proposal.columns[1].role == nil)
        #expect(proposal.columns[1].reason.hasSuffix("a date states the year too"))
    }

    @Test func devicesStayPrivateAndNameNoPages() throws {
        let proposal = try propose("device_id,date,killed\nD-1,2020-01-05,1\nD-2,2020-01-06,2")
        #expect(proposal.columns[0].role == nil)
        #expect(!proposal.columns[0].isPublic)
        #expect(proposal.addsID)
    }

    @Test func idsThatOnlyTheirCellsSuggestAreAskedAbout() throws {
        let proposal = try propose("tag,date,killed\nX-1,2020-01-05,1\nX-2,2020-01-06,2")
        #expect(proposal.columns[0].role == .id)
        #expect(
            proposal.columns[0].question?.hasPrefix("Does this column name each record") == true
        )
        let numbers = try propose("zip,date,killed\n10115,2020-01-05,1\n10117,2020-01-06,2")
        #expect(numbers.columns[0].role == nil)
    }

    @Test func decimalCommasAreProposedAsSuch() throws {
        let proposal = try propose(
            "id;date;latitude;longitude\nA-1;2020-01-05;35,95;39,01\nA-2;2020-01-06;35,96;39,02"
        )
        #expect(proposal.columns[2].role == .latitude)
        #expect(CodebookText(proposal: proposal).text.contains("decimalChar: \",\""))
    }

    @Test func recordsOfAListAreNumbered() throws {
        let proposal = try propose(
            #"[{"id":"1","date":"2020-01-05","code_status":"Clear"},{"id":"2","date":"2020-01-06","code_status":"Clear"}]"#,
            file: "table.json"
        )
        #expect(
            proposal.columns[2].reason == "its name says id, but “Clear” stands in rows 1 and 2"
        )
    }

    @Test func codesThatNobodyKnowsAreAskedAbout() throws {
        let column = try column("place precision", ["1", "9"])
        #expect(column.role == nil)
        #expect(column.question == RoleGuess.unread)
    }

    @Test(arguments: ["35.95, 39.01", "POINT (39.01 35.95)"])
    func pointsInOneColumnStayPrivateUnlessNamed(cell: String) throws {
        let column = try column("geom", [cell, cell])
        #expect(!column.isPublic)
        #expect(column.warnings.joined().hasSuffix("so it stays private"))
    }

    @Test func featuresOfGeoJSONAreNoTable() {
        let error = #expect(throws: ProposalError.self) {
            try propose(
                #"[{"type":"Feature","geometry":{"type":"Point","coordinates":[39,35]},"properties":{"id":1}}]"#,
                file: "a.json"
            )
        }
        #expect(error?.description.contains("holds features of GeoJSON") == true)
    }

    @Test func groupsAboveTheNamesStandInTheCopy() throws {
        let proposal = try propose(
            ",,Civilians killed,,Civilians injured,\nid,date,min,max,min,max\nA,2020-01-05,3,4,0,1"
        )
        #expect(
            proposal.columns.compactMap(\.role?.name)
                == ["id", "date", "killed.min", "killed.max", "injured.min", "injured.max"]
        )
        #expect(proposal.isCopied)
    }

    @Test func aRowOfManyStrikesIsAskedAbout() throws {
        let proposal = try propose(
            "Month,Airstrikes,Civilians killed\n2017-01,10,3\n2017-02,12,4"
        )
        #expect(
            proposal.columns[1].question
                == "A row seems to hold up to 12 strikes, and the report counts it as one. Is each row one strike?"
        )
        let named = try propose("id,date,events,killed\nA,2020-01-05,1,3\nB,2020-01-06,1,4")
        #expect(named.columns[2].question == nil)
    }

    @Test(arguments: [
        ("Patients killed", RoleGuess.whom + " " + RoleGuess.part), ("civ_min", RoleGuess.dead),
        ("Deaths", RoleGuess.whom), ("Wounded", RoleGuess.whom),
    ])
    func whatMayCountOnlySomeOrMoreIsAsked(name: String, question: String) throws {
        #expect(try column(name, ["3", "4"]).question == question)
    }

    @Test func theLatestDayIsTheEnd() throws {
        let proposal = try propose(
            "id,Earliest date,Latest date,killed\nA,2020-01-05,2020-01-06,3\nB,2020-01-07,2020-01-07,4"
        )
        #expect(proposal.columns.compactMap(\.role?.name) == ["id", "date", "date.end", "killed"])
    }
}
