import Foundation
import TestSupport
import Testing

@testable import Decoding
@testable import Originals
@testable import Scaffolding
@testable import recount

@Suite struct NewTests {
    @Test func theSampleSiteBuildsWithoutMistakesOrWarnings() throws {
        let place = try SiteFolder()
        let site = place.path + "/report"
        let made = try Program.recount("new", site)
        #expect(made.status == 0)
        #expect(made.errors == "")
        #expect(
            made.printed(in: site) == """
                wrote    \(StarterSite.sample.files.count + SchemaFile.allCases.count) files to SITE: three sample records \
                and three articles

                To see it in a browser while you edit it:
                  recount serve SITE

                """
        )
        let built = try Program.recount("build", site)
        #expect(built.status == 0)
        #expect(built.errors == "")
        #expect(built.output.contains("\nrecords  strikes      3 read = 3 shown + 0 left out\n"))
        let page = try String(contentsOfFile: site + "/Output/index.html", encoding: .utf8)
        #expect(page.contains("Sample records: nothing here happened."))
        for file in try Tree.read(site + "/Output") {
            let text = String(decoding: file.value, as: UTF8.self)
            #expect(!text.contains("private: never published"), "\(file.key)")
        }
    }

    @Test func theProgramHoldsTheTemplatesOfThisPackage() throws {
        let held = Theme.own.files.map { ($0.path, Data($0.bytes)) }
        #expect(
            Dictionary(held, uniquingKeysWith: { first, _ in first })
                == (try Tree.read(Package.root + "/templates"))
        )
    }

    @Test func theProgramHoldsTheSampleSite() throws {
        var expected: [String: Data] = [:]
        for (name, data) in try Tree.read(Package.root + "/Sources/Scaffolding/Sample")
        where !name.hasPrefix("languages/") {
            expected[name == "gitignore" ? ".gitignore" : name] = data
        }
        let held = StarterSite.sample.files.map { ($0.path, Data($0.bytes)) }
        #expect(Dictionary(held, uniquingKeysWith: { first, _ in first }) == expected)
        #expect(held.count == expected.count)
    }

    @Test func aFolderThatHoldsSomethingIsLeftAlone() throws {
        let site = try SiteFolder()
        try site.write("notes.txt", "mine")
        let refused = try Program.recount("new", site.path)
        #expect(refused.status == 2)
        #expect(
            refused.printed(in: site.path) == """
                recount: “SITE” is not empty: it holds “notes.txt”. Name a folder that does not \
                exist yet.

                """
        )
        #expect(Array(try Tree.read(site.path).keys) == ["notes.txt"])
        let file = try Program.recount("new", site.path + "/notes.txt")
        #expect(file.status == 2)
        #expect(
            file.printed(in: site.path)
                == "recount: “SITE/notes.txt” is a file. Name a folder that does not exist yet.\n"
        )
    }

    @Test func aFolderWithARepositoryAndNothingElseIsTaken() throws {
        let site = try SiteFolder()
        try site.write(".git/HEAD", "ref: refs/heads/main\n")
        #expect(try Program.recount("new", site.path).status == 0)
        #expect(try site.read(".git/HEAD") == "ref: refs/heads/main\n")
    }

    @Test func aFolderThatCannotBeWrittenLeavesNothingBehind() throws {
        let site = try SiteFolder()
        var template = StarterSite.sample
        template.files = [StarterFile("a/b.txt", "x"), StarterFile("a/b.txt/c", "x")]
        #expect(throws: StartingError.self) { try template.write(to: site.path + "/new") }
        #expect(!FileManager.default.fileExists(atPath: site.path + "/new"))
    }

    // MARK: - From a spreadsheet

    private static let french = """
        N°;Date de l'attaque;Lieu;Quartier;Ville;Latitude;Longitude;Nb morts (min);Nb morts (max);dont enfants;Blessés;Auteur présumé;Type d'attaque;Fiabilité;Témoin (contact);Lien
        F-001;03/06/2019;Marché;Quartier A;Ville B;35.95;39.01;3;8;1;4;Armée X;frappe aérienne;confirmé;tel 06;https://example.org/1
        F-002;14/06/2019;École;Quartier A;Ville B;35.96;39.02;?;?;;Dizaines;Armée X;artillerie;probable;;https://example.org/2
        F-003;30/06/2019;Route;Quartier D;Ville B;;;2;2;inconnu;2-5;Inconnu;frappe aérienne;faible;;

        """
    private static let spanish = """
        Fecha,Municipio,Departamento,Lugar,Muertos,Niños muertos,Heridos,Responsable,Tipo de ataque,Nivel de confianza,Nombre de la víctima,Descripción
        01/02/2003,Municipio A,Depto. B,vereda C,Docenas,,?,Grupo X,bombardeo,alto,Persona 1,"Un bombardeo, de muestra."
        05/03/2003,Municipio A,Depto. B,vereda D,2-5,1,3,Fuerza Y,mina,medio,,
        ,,,,,,,,,,,
        31/12/2003,Municipio E,Depto. B,casco urbano,1,sin datos,0,Grupo X,bombardeo,bajo,,

        """
    private static let arabic = """
        [{"رقم الحادثة": 1, "التاريخ": "2018-03-04", "المدينة": "مدينة ب", "الحي": "حي ج",
          "عدد القتلى": 12, "عدد الأطفال": 3, "الجهة المسؤولة": "جهة س", "درجة الموثوقية": "مؤكد"},
         {"رقم الحادثة": 2, "التاريخ": "2018-03-09", "المدينة": "مدينة ب", "الحي": "حي د",
          "عدد القتلى": "عشرات", "عدد الأطفال": null, "الجهة المسؤولة": "جهة س", "درجة الموثوقية": "محتمل"}]

        """
    private static let english = """
        code,date,killed_min,killed_max,grading
        CS1,2017-06-06,1,2,fair
        CS2,2017-06-07,,,weak

        """

    /// Nothing is public, so a first check names exactly the columns without which there is no report.
    @Test(arguments: [
        (
            "frappes.csv", french,
            ["“N°” holds the role “id”", "“Date de l'attaque” holds the role “date”"]
        ),
        ("hechos.csv", spanish, ["“Fecha” holds the role “date”"]),
        (
            "hawadith.json", arabic,
            ["“رقم الحادثة” holds the role “id”", "“التاريخ” holds the role “date”"]
        ),
        ("strikes.csv", english, ["“code” holds the role “id”", "“date” holds the role “date”"]),
    ])
    func aSiteAroundASpreadsheetNamesWhatMustBePublicAndThenBuilds(
        _ name: String,
        _ text: String,
        _ needed: [String]
    ) throws {
        let place = try SiteFolder()
        try place.write(name, text)
        let made = try Program.recount(
            "new",
            place.path + "/closed",
            "--from",
            place.path + "/" + name
        )
        #expect(made.status == 0)
        let closed = try Program.recount("check", place.path + "/closed")
        #expect(closed.status == 1)
        let errors = closed.errors.split(separator: "\n").filter { $0.contains(": error: ") }
        #expect(errors.count == needed.count)
        for (error, column) in zip(errors, needed) {
            #expect(error.hasSuffix(": error: the column \(column), but is not public"))
        }

        let codebook = place.path + "/closed/content/datapackage.yaml"
        let opened = try String(contentsOfFile: codebook, encoding: .utf8)
            .replacingOccurrences(of: "public: false", with: "public: true")
        try opened.write(toFile: codebook, atomically: true, encoding: .utf8)
        let open = try Program.recount("check", place.path + "/closed")
        #expect(open.status == 0, "\(open.errors)")
        #expect(!open.errors.contains("error"))

        let also = try Program.recount(
            "new",
            place.path + "/open",
            "--from",
            place.path + "/" + name,
            "--public",
            "all"
        )
        #expect(also.status == 0)
        let checked = try Program.recount("check", place.path + "/open")
        #expect(checked.status == 0, "\(checked.errors)")
        // Words of gradings are in the settings only when their column was public from the start.
        let records = { (text: String) in
            text.split(separator: "\n").filter { $0.contains("records  ") }
        }
        #expect(records(checked.output).count == 1)
        #expect(records(checked.output) == records(open.output))
    }

    @Test func whatWasGuessedAndWhatWasNotIsSaid() throws {
        let place = try SiteFolder()
        try place.write("hechos.csv", NewTests.spanish)
        let made = try Program.recount(
            "new",
            place.path + "/report",
            "--from",
            place.path + "/hechos.csv"
        )
        #expect(made.errors == "")
        #expect(
            made.printed(in: place.path) == """
                read     SITE/hechos.csv: 4 rows, 12 columns
                wrote    8 files to SITE/report

                What your columns seem to hold:
                  Fecha               date             its name
                  Municipio           city             its name
                  Departamento        governorate      its name
                  Lugar               place            its name
                  Muertos             killed           its name
                  Niños muertos       children_killed  its name
                  Heridos             injured          its name
                  Responsable         belligerent      its name
                  Tipo de ataque      strike_type      its name
                  Nivel de confianza  grading          its name
                  Descripción         summary          its name

                Columns without a role, and why:
                  Nombre de la víctima  –  it seems to hold people's names: decide who may be named

                Questions that stand in content/datapackage.yaml until you answer them:
                  - “Muertos”: Does this column count civilians only, and no fighters, soldiers or police?
                  - “Heridos”: Does this column count civilians only, and no fighters, soldiers or police?

                What you need to check:
                  - “Muertos”: “Docenas” is no number and stands for unknown until you say otherwise under values.

                Next:
                  1. No column names each record, so the copy of your table has a new first column of ids. Keep them: they are the addresses of pages.
                  2. From now on edit content/data/strikes.csv, a copy of your table: SITE/hechos.csv is not read again.
                  3. “sin datos”, “?” among numbers, dates and words of a list are read as unknown (missingValues). Take out what means something else, such as zero.
                  4. Nothing is public yet. In content/datapackage.yaml, write public: true for each column to publish. The report needs “Fecha”. Consider “Lugar”, “Muertos”, “Nivel de confianza” next.
                  5. Once “Nivel de confianza” is public, list its values under gradings in content/site.yaml.
                  6. See the report, and fix the mistakes that it lists:  recount serve SITE/report

                """
        )
    }

    @Test func aTableThatIsBrokenIsRefusedWithItsMistakes() throws {
        let place = try SiteFolder()
        try place.write("strikes.csv", "id,,date\nA,1,2020\n")
        let refused = try Program.recount(
            "new",
            place.path + "/report",
            "--from",
            place.path + "/strikes.csv"
        )
        #expect(refused.status == 1)
        #expect(refused.errors.contains("strikes.csv:1:4: error: column 2 has no name"))
        #expect(refused.errors.hasSuffix("and try again; nothing was written.\n"))
        #expect(!FileManager.default.fileExists(atPath: place.path + "/report"))
    }

    @Test func aFileThatIsNotThereIsSaid() throws {
        let place = try SiteFolder()
        let refused = try Program.recount(
            "new",
            place.path + "/report",
            "--from",
            place.path + "/no.csv"
        )
        #expect(refused.status == 2)
        #expect(refused.errors.hasPrefix("recount: cannot read "))
    }

    // MARK: - Workbooks

    @Test(Needs.module("openpyxl"))
    func aWorkbookGivesThePagesThatTheTableGives() throws {
        let table = try SiteFolder()
        #expect(try Program.recount("new", table.path).status == 0)
        let workbook = try SiteFolder()
        #expect(try Program.recount("new", workbook.path).status == 0)
        let script = """
            import csv, datetime, openpyxl, sys
            book = openpyxl.Workbook()
            with open(sys.argv[1] + "strikes.csv", newline="") as file:
                for line, row in enumerate(csv.reader(file)):
                    if line:
                        if len(row[1]) == 10:
                            row[1] = datetime.date.fromisoformat(row[1])
                        row = [int(c) if isinstance(c, str) and c.isdigit() else c for c in row]
                    book.active.append(row)
            book.save(sys.argv[1] + "strikes.xlsx")
            """
        let converted = try Program.run([
            Python.path ?? "python3", "-c", script, workbook.path + "/content/data/",
        ])
        #expect(converted.status == 0, "\(converted.errors)")
        try FileManager.default.removeItem(atPath: workbook.path + "/content/data/strikes.csv")
        let codebook = try workbook.read("content/datapackage.yaml")
            .replacingOccurrences(of: "data/strikes.csv", with: "data/strikes.xlsx")
        try workbook.write("content/datapackage.yaml", codebook)
        for site in [table, workbook] {
            let built = try Program.recount("build", site.path)
            #expect(built.status == 0)
            #expect(built.errors == "")
        }
        let one = try Tree.read(table.output)
        let other = try Tree.read(workbook.output)
        #expect(Set(one.keys) == Set(other.keys))
        for (name, data) in one where name.hasSuffix(".html") || name.hasPrefix("data/") {
            #expect(other[name] == data, "\(name) differs")
        }
    }
}
