import Diagnostics
import Testing

@testable import Scaffolding

/// Tables with the columns of well-known data sets, in which every record is invented.
@Suite struct RealShapeTests {
    private func propose(_ text: String) throws -> SiteProposal {
        var log = DiagnosticLog()
        let read = try Spreadsheet(Array(text.utf8), file: "table.csv", log: &log)
        #expect(log.diagnostics.isEmpty)
        return try SiteProposal(try #require(read), published: .all)
    }

    private func roles(_ proposal: SiteProposal) -> [String] {
        proposal.columns.compactMap { column in column.role.map { "\(column.name): \($0.name)" } }
    }

    private static let ged = """
        id,relid,year,code_status,type_of_violence,conflict_new_id,conflict_name,side_a,side_b,number_of_sources,source_article,source_date,where_prec,where_coordinates,where_description,adm_1,latitude,longitude,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low
        900001,SMP-1,2017,Clear,1,259,Sampleland: Government,Government,Group X,2,"Invented,2017-08-02",2017-08-02,1,Northfield town,market,North,36.34,43.13,Sampleland,645,Middle East,1,1,2017-07-31 00:00:00.000,2017-07-31 00:00:00.000,9,4,0,2,15,16,13
        900002,SMP-2,2017,Clear,3,259,Sampleland: Government,Government,Civilians,1,"Invented,2017-08-03",2017-08-03,2,Eastham town,Eastham,East,36.5,43.2,Sampleland,645,Middle East,1,2,2017-08-01 00:00:00.000,2017-08-03 00:00:00.000,0,0,30,0,30,34,28
        """

    @Test func inTheColumnsOfUCDPCodesAndCiviliansAreAskedAbout() throws {
        let proposal = try propose(Self.ged)
        #expect(
            roles(proposal) == [
                "id: id", "where_prec: location.precision", "where_coordinates: place",
                "adm_1: governorate", "latitude: latitude", "longitude: longitude",
                "country: country", "date_start: date", "date_end: date.end",
                "deaths_civilians: killed",
            ]
        )
        let place = try #require(proposal.columns.first { $0.name == "where_prec" })
        #expect(place.question?.hasPrefix("Are these the codes of UCDP GED?") == true)
        #expect(place.values.first { $0.cell == "3" }?.meaning == "region")
        let killed = try #require(proposal.columns.first { $0.name == "deaths_civilians" })
        #expect(killed.question?.hasPrefix("“deaths_unknown” counts people who may") == true)
        let precision = try #require(proposal.columns.first { $0.name == "date_prec" })
        #expect(precision.warnings.first?.hasPrefix("its codes say how exact each date is") == true)
    }

    @Test func coordinatesInOneColumnAreNoPlace() throws {
        let proposal = try propose(
            "id,date,where_coordinates,killed\nA,2020-01-05,\"35.95, 39.01\",1\nB,2020-01-06,\"35.96, 39.02\",2"
        )
        #expect(proposal.columns[2].role == nil)
    }

    private static let acled = """
        event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,inter1,civilian_targeting,iso,region,country,admin1,admin2,location,latitude,longitude,geo_precision,source,notes,fatalities,timestamp
        SMP1,05 January 2020,2020,1,Political violence,Explosions/Remote violence,Air/drone strike,Forces,1,Civilian targeting,887,Middle East,Sampleland,North,Northfield,Northfield,15.9,43.8,1,Invented,Invented.,3,1611783721
        SMP2,06 January 2020,2020,2,Political violence,Battles,Armed clash,Group X,2,,887,Middle East,Sampleland,East,Eastham,Eastham,15.1,44.2,2,Invented,Invented.,0,1611783722
        """

    @Test func inTheColumnsOfACLEDFatalitiesAndCodesAreAskedAbout() throws {
        let proposal = try propose(Self.acled)
        #expect(
            roles(proposal) == [
                "event_id_cnty: id", "event_date: date", "time_precision: date.precision",
                "event_type: strike_type", "country: country", "admin1: governorate",
                "admin2: district", "location: place", "latitude: latitude", "longitude: longitude",
                "geo_precision: location.precision", "fatalities: killed",
            ]
        )
        #expect(
            proposal.columns.filter { $0.question != nil }.map(\.name)
                == ["time_precision", "geo_precision", "fatalities"]
        )
    }

    @Test func inTheColumnsOfTBIJTotalsAreNotCivilians() throws {
        let proposal = try propose(
            """
            Strike ID,Date,Time,Location,Minimum total people killed,Maximum total people killed,Minimum civilians reported killed,Maximum civilians reported killed
            B1,17/06/2004,22:00,Sample Village,6,8,2,3
            B2,14/05/2005,,Other Village,2,2,0,0
            """
        )
        #expect(
            roles(proposal) == [
                "Strike ID: id", "Date: date", "Time: time", "Location: place",
                "Minimum civilians reported killed: killed.min",
                "Maximum civilians reported killed: killed.max",
            ]
        )
    }

    @Test func ofATableOfTargetsItIsAskedWhoStatedThem() throws {
        let proposal = try propose(
            "IBC code,Start Date,Location,Target,Reported Minimum\nx1,20 Mar 2003,City,market,3"
        )
        #expect(proposal.columns[3].question == RoleGuess.stated)
    }

    @Test(arguments: [
        (
            "index,name_ar_raw,en_name,id,dob,sex,age,source\n1,شخص,Person One,900000001,2010-01-05,M,13,h",
            ["name_ar_raw: name.ar", "en_name: name", "sex: sex", "age: age"]
        ),
        (
            "IBC code,Name or identifying details,Age,Sex,Earliest date\na1,Person One,34,Male,2003-03-20",
            ["Name or identifying details: name", "Age: age", "Sex: sex", "Earliest date: date"]
        ),
        (
            "Last name,First name,Date of birth,Status,Date of death\nOne,Person,05.01.1960,Civilian,26.03.1999",
            ["Last name: name", "Date of death: date"]
        ),
        (
            "id,full_name,date_of_death,outlet,city\n1,Person One,2020-01-05,Paper,Town",
            ["full_name: name", "date_of_death: date", "city: place"]
        ),
    ])
    func aListOfPeopleMakesAReportOfPeople(text: String, expected: [String]) throws {
        let proposal = try propose(text)
        #expect(proposal.kind == .victims)
        let roles = proposal.columns.compactMap { column in
            column.role.map { "\(column.name): \($0.name)" }
        }
        #expect(roles == expected)
    }

    @Test(arguments: [
        (
            "id,strike_id,claimant,date,killed\n1,S1,Ministry,2020-01-05,10\n2,S1,Army,2020-01-06,0",
            "has several rows for one strike: “S1” stands in rows 2 and 3 of “strike_id”, beside “claimant”"
        ),
        (
            "strike_id,url,title\nS1,https://example.org/1,One\nS1,https://example.org/2,Two",
            "has several rows for one strike: “S1” stands in rows 2 and 3 of “strike_id”, beside “url”"
        ),
        (
            "who claims,killed,date,source\nMinistry,10,2020-01-05,Radio\nArmy,0,2020-01-06,Radio",
            "seems to list claims, not strikes: it has the columns “who claims” and “source”, and none that says"
        ),
        (
            "incident,claimed by,killed,date,city\nS1,Ministry,10,2020-01-05,A\nS1,Army,0,2020-01-06,A",
            "“S1” stands in rows 2 and 3 of “incident”, beside “claimed by”"
        ),
        (
            "id,date,according to,quote,killed\n1,2020-01-05,Ministry,We saw ten,10",
            "seems to list claims, not strikes: it has the columns “according to” and “quote”"
        ),
        (
            "الرقم,التاريخ,المدعي,القتلى,المصدر\n1,2020-01-05,وزارة,10,إذاعة\n2,2020-01-06,جيش,0,إذاعة",
            "seems to list claims, not strikes: it has the columns “المدعي” and “المصدر”"
        ),
        (
            "id,date,claimant,killed\n1,2020-01-05,Ministry,10\n2,2020-01-06,Army,0",
            "seems to list claims, not strikes: it has the column “claimant”, and none that says"
        ),
        (
            "id,title,publisher,date,url\n1,One,Paper,2020-01-05,https://example.org/1",
            "seems to list sources, not strikes: it has the columns “publisher” and “title”"
        ),
    ])
    func whatIsNoTableOfStrikesIsSaidToBeNone(text: String, reason: String) {
        let error = #expect(throws: ProposalError.self) { try propose(text) }
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        "id,date,place,killed,claimed by,source\nS1,2020-01-05,A,1,Army,Radio\nS2,2020-01-06,B,2,Army,Radio",
        "id,date,statement,killed\nS1,2020-01-05,A house was hit,1",
        "id,date,killed,source,link\nS1,2020-01-05,1,Radio,https://example.org/1",
        "id,date,attack type,militants claimed killed,killed,source\nS1,2020-01-05,drone,3,1,Radio",
        "id,date,location,title,url\nS1,2020-01-05,A,One,https://example.org/1",
    ])
    func strikesWithClaimsAndSourcesInTheirRowsAreStrikes(text: String) throws {
        #expect(throws: Never.self) { try propose(text) }
    }

    @Test func noneAmongCountsIsAQuestionAndUnknownWordsAreNamed() throws {
        let proposal = try propose(
            "id,date,killed civilians\nA,2020-01-05,none\nB,2020-01-06,n.k.\nC,2020-01-07,3"
        )
        #expect(
            proposal.columns[2].question
                == "Does “none” mean zero (write \"0\" under values) or unknown (leave \"\")? A zero is counted, and "
                + "unknown is not."
        )
        #expect(proposal.steps.contains { $0.hasPrefix("“n.k.” among numbers") })
    }
}
