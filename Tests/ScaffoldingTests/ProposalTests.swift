import Diagnostics
import Testing

@testable import Scaffolding

/// A proposal for a table as text.
private func propose(
    _ text: String,
    file: String = "strikes.csv",
    publishing: PublicColumns = .none
) throws -> SiteProposal {
    var log = DiagnosticLog()
    let spreadsheet = try #require(try Spreadsheet(Array(text.utf8), file: file, log: &log))
    #expect(log.diagnostics.isEmpty)
    return try SiteProposal(spreadsheet, published: publishing)
}

extension SiteProposal {
    /// The roles by column; "–" for none.
    fileprivate var roles: [String] { columns.map { "\($0.name): \($0.role?.name ?? "–")" } }

    fileprivate func column(_ name: String) -> ProposedColumn? {
        columns.first { $0.name == name }
    }

    fileprivate func text(_ path: String) -> String {
        let file = site.files.first { $0.path == path }
        return String(decoding: file?.bytes ?? [], as: UTF8.self)
    }
}

@Suite struct ProposalTests {
    @Test func englishNamesAreUnderstood() throws {
        let proposal = try propose(
            """
            Ref,Incident date,Last day until,Town,Lat,Long,Civilians killed (low),Civilians killed (high),Kids killed,Wounded,Perpetrator,Confidence level,Fighters killed,Witness phone,Coalition assessment,Deaths admitted
            A-1,2017-06-06,2017-06-07,X,35.9,39.1,1,2,0,3,Army,high,9,077,credible,1
            """
        )
        #expect(
            proposal.roles == [
                "Ref: id", "Incident date: date", "Last day until: date.end", "Town: city",
                "Lat: latitude", "Long: longitude", "Civilians killed (low): killed.min",
                "Civilians killed (high): killed.max", "Kids killed: children_killed",
                "Wounded: injured", "Perpetrator: belligerent", "Confidence level: grading",
                "Fighters killed: –", "Witness phone: –",
                "Coalition assessment: military_assessment", "Deaths admitted: conceded_killed",
            ]
        )
        #expect(
            proposal.column("Fighters killed")?.reason
                == "it speaks of fighters; the report counts civilians"
        )
        #expect(
            proposal.column("Witness phone")?.reason
                == "it seems to hold contacts or witnesses: keep it private"
        )
    }

    @Test func numberedColumnsOfSourcesAreOneTable() throws {
        let text = """
            id,date,killed,source_1_url,source_1_name,source_2_url,source_2_name,source_2_contact,source_1_contact,phase 1
            A1,2017-06-06,3,https://a.example/1,A,,,,Rana,x
            A2,2017-06-07,1,https://a.example/2,A,https://b.example/2,B,077,,y
            """
        let proposal = try propose(
            text,
            publishing: .columns([
                "id", "date", "killed", "source_1_url", "source_2_url", "source_1_name",
            ])
        )
        let codebook = proposal.text("content/datapackage.yaml")
        let sources = try #require(codebook.split(separator: "  - name: sources\n").last)
        #expect(
            sources == """
                    path: data/strikes.csv
                    schema:
                      fields:
                        - name: item
                          role: id
                          public: true
                        - name: "parent.id"
                          role: strike_id
                          public: true
                        - name: "url"
                          repeat: "source_{n}_url"
                          role: url
                          public: true
                        - name: "publisher"
                          repeat: "source_{n}_name"
                          role: publisher
                          public: false
                        - name: "source_contact"
                          repeat: "source_{n}_contact"
                          role: none
                          public: false

                """
        )
        #expect(!codebook.contains("name: \"source_1_url\""), "a column is described once")
        #expect(codebook.contains("name: \"phase 1\""))
        #expect(proposal.steps.contains { $0.contains("source_{n}_url, are read as one table") })
    }

    @Test func oneNumberedColumnStaysAColumn() throws {
        let proposal = try propose(
            "id,date,killed,source_1_url\nA1,2017-06-06,3,https://a.example\n"
        )
        let codebook = proposal.text("content/datapackage.yaml")
        #expect(!codebook.contains("repeat:") && codebook.contains("source_1_url"))
    }

    @Test func frenchNamesAreUnderstood() throws {
        let proposal = try propose(
            """
            N°;Date de l'attaque;Lieu;Quartier;Ville;Latitude;Longitude;Nb morts (min);Nb morts (max);dont enfants;dont femmes;Blessés;Auteur présumé;Type d'attaque;Fiabilité;Témoin;Remarques;Lien
            F1;03/06/2019;Marché;A;B;35.9;39.1;3;8;1;;4;X;frappe;confirmé;tel;note;https://example.org/
            """
        )
        #expect(
            proposal.roles == [
                "N°: id", "Date de l'attaque: date", "Lieu: place", "Quartier: district",
                "Ville: city", "Latitude: latitude", "Longitude: longitude",
                "Nb morts (min): killed.min", "Nb morts (max): killed.max",
                "dont enfants: children_killed", "dont femmes: –", "Blessés: injured",
                "Auteur présumé: belligerent", "Type d'attaque: strike_type",
                "Fiabilité: grading", "Témoin: –", "Remarques: –", "Lien: url",
            ]
        )
        #expect(proposal.language == "fr")
        #expect(proposal.text("content/datapackage.yaml").contains("dialect: {delimiter: \";\"}"))
        #expect(proposal.text("content/site.yaml").contains("\nlanguage: fr\n"))
    }

    @Test func spanishNamesAreUnderstood() throws {
        let proposal = try propose(
            """
            Código,Fecha,Municipio,Departamento,Lugar,Muertos,Niños muertos,Heridos,Responsable,Nombre de la víctima,Teléfono,Descripción,Fuente
            H1,2003-02-01,A,B,C,3,1,2,X,Persona,077,Algo,Diario
            """
        )
        #expect(
            proposal.roles == [
                "Código: id", "Fecha: date", "Municipio: city", "Departamento: governorate",
                "Lugar: place", "Muertos: killed", "Niños muertos: children_killed",
                "Heridos: injured", "Responsable: belligerent", "Nombre de la víctima: –",
                "Teléfono: –", "Descripción: summary", "Fuente: –",
            ]
        )
        #expect(proposal.language == "es")
    }

    @Test func arabicNamesAreUnderstood() throws {
        let proposal = try propose(
            """
            رقم الحادثة,التاريخ,المحافظة,المدينة,الحي,الموقع,خط العرض,خط الطول,الحد الأدنى للقتلى,الحد الأقصى للقتلى,عدد الأطفال,عدد الجرحى,الجهة المسؤولة,نوع الهجوم,درجة الموثوقية,اسم الشاهد,ملاحظات
            1,2018-03-04,أ,ب,ج,سوق,36.1,37.1,2,3,1,4,س,غارة,مؤكد,شخص,نص
            """,
            publishing: PublicColumns("درجة الموثوقية")
        )
        #expect(
            proposal.columns.map { $0.role?.name ?? "–" } == [
                "id", "date", "governorate", "city", "district", "place", "latitude",
                "longitude", "killed.min", "killed.max", "children_killed", "injured",
                "belligerent", "strike_type", "grading", "–", "–",
            ]
        )
        #expect(proposal.language == "ar")
        #expect(proposal.text("content/site.yaml").contains("\nlanguage: ar\n"))
        #expect(
            proposal.text("content/site.yaml")
                .contains("\"مؤكد\": {label: \"مؤكد\", counted: true, means: \"\"}")
        )
    }

    @Test func nothingIsPublicUntilTheAuthorSaysSo() throws {
        let table = "id,date,killed,phone\nA,2020-01-01,1,077\n"
        let closed = try propose(table)
        #expect(closed.columns.allSatisfy { !$0.isPublic })
        #expect(!closed.text("content/datapackage.yaml").contains("public: true\n"))
        let open = try propose(table, publishing: PublicColumns("id, date"))
        #expect(open.columns.map(\.isPublic) == [true, true, false, false])
        let all = try propose(table, publishing: PublicColumns("all"))
        #expect(all.columns.map(\.isPublic) == [true, true, true, false])
    }

    @Test(arguments: [
        "Vérifié par", "Verified by", "Confirmé par", "Verificado por", "تم التحقق من قبل",
        "Checked by", "Enquêteur", "Saisi par",
    ])
    func whoVerifiedIsNoGrading(_ name: String) throws {
        let proposal = try propose("id,date,killed,\(name)\nA,2020-01-01,1,SECRET PERSON\n")
        #expect(proposal.column(name)?.role == nil)
        for file in proposal.site.files where !file.path.hasPrefix("content/data/") {
            #expect(!String(decoding: file.bytes, as: UTF8.self).contains("SECRET"))
        }
    }

    @Test func noCellOfAPrivateColumnOfWordsLeavesTheTable() throws {
        let table = """
            id,date,killed,grading,military assessment,notes,witness,phone,place,lieu,zzz,attribution
            A,2020-01-05,1,SECRET1,SECRET2,SECRET3,SECRET4,SECRET5,SECRET6,SECRET7,SECRET8,SECRET9
            """
        let closed = try propose(table)
        for file in closed.site.files where !file.path.hasPrefix("content/data/") {
            #expect(!String(decoding: file.bytes, as: UTF8.self).contains("SECRET"))
        }
        #expect(!closed.text("content/site.yaml").contains("2020-01-05"))
        #expect(
            closed.text("content/site.yaml")
                .contains("“grading” seems to say it. Once it is public, list its\n")
        )
        #expect(
            closed.text("content/datapackage.yaml")
                .contains(
                    "# no role: it seems to hold contacts or witnesses: keep it private; "
                        + "texts of up to 7 characters\n"
                )
        )
        let open = try propose(table, publishing: PublicColumns("grading,date"))
        #expect(
            open.text("content/site.yaml")
                .contains(
                    "\ngradings:\n  \"secret1\": {label: \"SECRET1\", counted: false, means: \"\"}\n"
                )
        )
        #expect(open.text("content/site.yaml").contains("\nperiod: {from: 2020-01-05"))
        #expect(!open.text("content/site.yaml").contains("SECRET2"))
    }

    @Test func aColumnThatIsNotThereIsRefusedByName() throws {
        var log = DiagnosticLog()
        let spreadsheet = try #require(
            try Spreadsheet(Array("id,date\nA,2020\n".utf8), file: "a.csv", log: &log)
        )
        #expect {
            try SiteProposal(spreadsheet, published: PublicColumns("id,dat"))
        } throws: { error in
            "\(error)" == "the table has no column “dat”. Did you mean “date”?"
        }
    }

    @Test(arguments: [
        (["2017-06-21", "2017-07-01"], "date", nil, nil),
        (["21/06/2017", "01/07/2017"], "date", "%d/%m/%Y", nil),
        (["06/21/2017", "07/01/2017"], "date", "%m/%d/%Y", nil),
        (["21.06.2017", "30.07.2017"], "date", "%d.%m.%Y", nil),
        (["2017/06/21", "2017/07/01"], "date", "%Y/%m/%d", nil),
        (["21 June 2017", "1 Jul 2017"], "date", "%d %B %Y", nil),
        (["June 21, 2017", "July 1, 2017"], "date", "%B %d, %Y", nil),
        (["2017-06-21T13:30", "2017-06-22 10:00"], "datetime", nil, nil),
        (["2017-06-21", "2017-06"], "string", nil, nil),
        (["2017-06", "2017"], "string", nil, nil),
        (
            ["01/02/2017", "03/04/2017"], "date", "%d/%m/%Y",
            "no date tells whether the day or the month stands first; the day is assumed (01/02/2017)"
        ),
        (
            ["21/06/2017", "06/21/2017"], "date", "%d/%m/%Y",
            "some dates have the day first and some the month; the build names those it cannot read"
        ),
        (
            ["21/06/17", "22/06/17"], "string", nil,
            "its years have two digits, which do not say the century; write them as 2017-06-21"
        ),
        (
            ["2017-06-21", "2017-06-22", "21/06/2017", "mars 2024"], "date", "%d/%m/%Y",
            "one of its cells is written another way; the build names it"
        ),
        (["2017-06-21", "2017-06-22T10:30", "21/06/2017"], "date", "%d/%m/%Y", nil),
    ])
    func theFormOfDatesIsThatOfTheWholeColumn(
        _ dates: [String],
        _ type: String,
        _ format: String?,
        _ doubt: String?
    ) throws {
        let rows = dates.enumerated().map { "R\($0),\"\($1)\"" }.joined(separator: "\n")
        let column = try #require(try propose("id,date\n\(rows)\n").column("date"))
        #expect(column.type == type)
        #expect(column.format == format)
        #expect(column.warnings == [doubt].compactMap(\.self))
    }

    @Test func wordsForCountsStandForUnknownAndAreReported() throws {
        let proposal = try propose(
            "id,date,killed,injured\nA,2020-01-01,Dozens,?\nB,2020-01-02,2-5,10+\nC,2020-01-03,3,\n"
        )
        let killed = try #require(proposal.column("killed"))
        #expect(killed.type == "string")
        #expect(
            killed.warnings == [
                "“Dozens” is no number and stands for unknown until you say otherwise under values"
            ]
        )
        let codebook = proposal.text("content/datapackage.yaml")
        #expect(codebook.contains("          values: {\"Dozens\": \"\"}\n"))
        #expect(codebook.contains("      missingValues: [\"\", \"?\"]\n"))
    }

    @Test func whatIsNotUniqueCannotBeTheIDAndOneIsAdded() throws {
        let proposal = try propose(
            "code,date,killed\nA,2020-01-01,1\n,,\nA,2020-01-02,\"2, or 3\"\n"
        )
        #expect(proposal.addsID)
        #expect(
            proposal.column("code")?.reason
                == "its name says id, but “A” stands in rows 2 and 4"
        )
        #expect(
            proposal.text("content/data/strikes.csv")
                == "id,code,date,killed\nR1,A,2020-01-01,1\nR2,A,2020-01-02,\"2, or 3\"\n"
        )
    }

    @Test(arguments: ["N°", "No", "Nr", "Nº", "#", "No.", "رقم", "№"])
    func theSignForNumberNamesTheRecords(_ name: String) throws {
        #expect(try propose("\(name),date\n1,2020-01-01\n2,2020-01-01\n").roles[0] == "\(name): id")
        let repeated = try propose("\(name),date\n1,2020-01-01\n1,2020-01-01\n")
        #expect(
            repeated.steps == [
                "“\(name)” cannot name the records: “1” stands in rows 2 and 3. So the copy of your "
                    + "table has a new first column of ids. Keep them: they are the addresses of "
                    + "pages. To use your own, correct that and begin again.",
                "From now on edit content/data/strikes.csv, a copy of your table: strikes.csv is not "
                    + "read again.",
                "No column was recognised as the number killed. Give it role: killed, or killed.min "
                    + "and killed.max.",
            ]
        )
    }

    @Test func aTableBelowATitleIsRecognizedByItsOwnDelimiter() throws {
        var log = DiagnosticLog()
        let table = "Strikes of 2020\n\nid;date;killed\nA;2020-01-01;1\n"
        let read = try #require(try Spreadsheet(Array(table.utf8), file: "a.csv", log: &log))
        #expect(log.diagnostics.isEmpty)
        #expect(read.columnCount == 3)
        #expect(
            read.notes == ["rows 1–2 hold a title, notes or groups above the names of the columns"]
        )
    }

    @Test func columnsWithoutKnownNamesAreKnownByTheirCells() throws {
        let proposal = try propose(
            """
            zzz,when it was,a1,a2
            K-1,2020-01-05,35.95,39.01
            K-2,2020-01-06,35.96,139.02
            """
        )
        #expect(
            proposal.roles == [
                "zzz: id", "when it was: date", "a1: latitude", "a2: longitude",
            ]
        )
    }

    @Test func aMaximumAloneHoldsNoRole() throws {
        let proposal = try propose("id,date,killed max\nA,2020-01-01,4\n")
        #expect(proposal.column("killed max")?.role == nil)
        #expect(
            proposal.column("killed max")?.reason
                == "it holds a greatest number, and no column the least"
        )
    }

    @Test func aColumnBesideItsMaximumIsTheMinimum() throws {
        let proposal = try propose("id,date,killed,killed max\nA,2020-01-01,2,4\n")
        #expect(
            proposal.columns.map { $0.role?.name ?? "–" } == [
                "id", "date", "killed.min", "killed.max",
            ]
        )
    }

    @Test func everyWordOfTheVocabularyIsWrittenAsNamesAreRead() {
        for entry in HeaderWords.entries {
            #expect(
                HeaderWords(entry.stem).words == [entry.stem],
                "\(entry.meaning) \(entry.language)"
            )
        }
    }

    @Test(arguments: [
        "a \"b\"", "tab\there", "line\nend", "back\\slash", "mark \u{202E}", "العربية",
    ])
    func textsSurviveTheCodebook(_ text: String) throws {
        let name = text.filter { $0 != "\n" }
        let quoted = name.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"")
        let proposal = try propose("id,date,\"\(quoted)\"\nA,2020-01-01,1\n")
        #expect(proposal.columns.last?.name == name)
        #expect(
            proposal.text("content/datapackage.yaml")
                .contains("        - name: \(YAMLText.quoted(name))\n")
        )
    }

    @Test func aKindOfFileThatIsNotReadIsRefused() {
        var log = DiagnosticLog()
        #expect(throws: SpreadsheetError.kind("strikes.ods")) {
            try Spreadsheet([], file: "strikes.ods", log: &log)
        }
        #expect(throws: SpreadsheetError.noRows("a.csv")) {
            try Spreadsheet(Array("id,date\n".utf8), file: "a.csv", log: &log)
        }
    }

    @Test func aTableThatIsBrokenIsNotBegunWith() throws {
        var log = DiagnosticLog()
        let broken = try Spreadsheet(Array("id,,id\n1,2,3\n".utf8), file: "a.csv", log: &log)
        #expect(broken == nil)
        #expect(
            log.sorted.map { "\($0.location): \($0.message)" } == [
                "a.csv:1:4: column 2 has no name",
                "a.csv:1:5: two columns are named “id”: column 1 and column 3",
            ]
        )
    }
}
