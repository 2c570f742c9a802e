import Diagnostics
import Records
import Testing

@testable import Decoding

@Suite struct DateReadingTests {
    @Test(arguments: [
        ("2017-08-22,,", "2017-08-22"), ("2017-08,,", "2017-08"), ("2017,,", "2017"),
        ("2017-08-01,,month", "2017-08"), ("2017-08-01,,year", "2017"),
        ("2017-08-01,,day", "2017-08-01"), ("2017-08-01,2017-08-03,range", "2017-08-01/2017-08-03"),
        ("2017-08-01,2017-08-03,", "2017-08-01/2017-08-03"),
        ("2017-08-01,2017-08-01,", "2017-08-01"),
        ("2017-08-01,2017-08-01,range", "2017-08-01"), ("2017-08-01,2017-08-01,Day", "2017-08-01"),
    ])
    func aDateIsAsPreciseAsItsColumnsSay(_ cells: String, _ date: String) throws {
        let site = DecodingSite.strikes(["name: date_end", "name: date_precision"], "S1,\(cells)")
        let read = try site.read()
        #expect(read.messages == "")
        #expect(read.content?.dataset.strikes.map(\.date.iso) == [date])
    }

    @Test(arguments: [
        ("type: date", "2017-08-22"), ("type: date, format: default", "2017-08-22"),
        ("type: date, format: any", "2017/08/22"), ("type: date, format: any", "2017.08.22"),
        ("type: date, format: \"%d/%m/%Y\"", "22/08/2017"),
        ("type: date, format: \"%d/%m/%Y\"", "22/8/2017"),
        ("type: date, format: \"%m/%d/%Y\"", "08/22/2017"),
        ("type: date, format: \"%d %B %Y\"", "22 August 2017"),
        ("type: date, format: \"%b %d %Y\"", "aug 22 2017"),
        ("type: datetime, format: \"%Y-%m-%d %H:%M\"", "2017-08-22 13:30"),
        ("type: any", "2017-08-22"), ("type: date, format: \"%d/%m/%Y\"", "2017-08-22"),
        ("type: date, format: \"%d/%m/%Y\"", "2017-08-22T13:30"),
        ("type: date", "2017-08-22T13:30:05"), ("type: string", "2017-08-22T13:30"),
        ("type: datetime", "2017-08-22"), ("type: date, format: \"%Y-%d-%m\"", "2017-22-08"),
    ])
    func datesAreReadInTheFormOfTheCodebook(_ type: String, _ cell: String) throws {
        let site = DecodingSite.plain
            .replacing("content/datapackage.yaml", "name: date", "name: date, \(type)")
            .replacing("content/data/strikes.csv", "2017-08-22", cell)
        let read = try site.read()
        #expect(read.messages == "")
        #expect(read.content?.dataset.strikes.map(\.date.iso) == ["2017-08-22"])
    }

    @Test(arguments: [
        ("type: date", "2017-08"), ("type: date", "22/08/2017"), ("type: date", "2017-8-2"),
        ("type: date", "2017-02-29"), ("type: string", "August 2017"), ("type: string", "2017-13"),
        ("type: date, format: any", "22.08.2017"),
        ("type: date, format: \"%d/%m/%Y\"", "08/22/2017"),
        ("type: date, format: \"%d/%m/%Y\"", "22/08/17"), ("type: string", "٢٠١٧-٠٨-٢٢"),
        ("type: date, format: \"%d/%m/%Y\"", "22/08/2017 " + "x"),
        ("type: date, format: \"%d/%m/%Y\"", "2017-08"), ("type: date", "2017-08-22Tx3:30"),
        ("type: date, format: \"%Y-%d-%m\"", "2017-08-22"),
    ])
    func noOtherTextIsADate(_ type: String, _ cell: String) throws {
        let site = DecodingSite.plain
            .replacing("content/datapackage.yaml", "name: date", "name: date, \(type)")
            .replacing("content/data/strikes.csv", "2017-08-22", cell)
        let read = try site.read()
        #expect(read.messages.contains("content/data/strikes.csv:2:4: error: date “\(cell)” is "))
        #expect(read.messages.contains("[date-invalid]"))
        #expect(read.content?.dataset.strikes.isEmpty == true)
    }

    @Test(arguments: [
        (
            "31/02/2024", "no day of the calendar",
            "The codebook reads the column as %d/%m/%Y: 21/06/2017."
        ),
        (
            "2024-02-31", "no day of the calendar",
            "The codebook reads the column as %d/%m/%Y: 21/06/2017."
        ),
        (
            "mars 2024", "not a date that can be read",
            "The codebook reads the column as %d/%m/%Y: 21/06/2017. A date as 2017-06-21 is read too."
        ),
        (
            "31/02/24", "not a date that can be read",
            "A year of two digits does not say the century. Write 2017-06-21."
        ),
    ])
    func aDateThatIsNoneIsHeldAgainstTheFormatInForce(
        _ cell: String,
        _ problem: String,
        _ advice: String
    ) throws {
        let messages = try DecodingSite.plain
            .replacing(
                "content/datapackage.yaml",
                "name: date",
                "name: date, type: date, format: \"%d/%m/%Y\""
            )
            .replacing("content/data/strikes.csv", "2017-08-22", cell).messages()
        #expect(messages.contains(": error: date “\(cell)” is \(problem)\n"))
        #expect(messages.contains("\n     \(advice)\n     [date-invalid]"))
    }

    @Test(arguments: [
        ("21:00", "21:00"), ("21:00:00", "21:00"), ("21:00:30", "21:00:30"), ("", ""),
        ("around_midday", "around midday"), ("between 12:00 and 13:00", "between 12:00 and 13:00"),
    ])
    func aTimeStaysAsPublished(_ cell: String, _ time: String) throws {
        let site = DecodingSite.strikes(["name: time"], "S1,2017-08-22,\(cell)")
        let read = try site.read()
        #expect(read.messages == "")
        #expect(read.content?.dataset.strikes.map(\.time) == [time])
    }

    @Test(arguments: ["9:30", "24:00", "12:60", "12:30:61", "1:2:3"])
    func aTimeThatIsNoneIsRefused(_ cell: String) throws {
        let site = DecodingSite.strikes(["name: time"], "S1,2017-08-22,\(cell)")
        #expect(try site.messages().contains("error: time “\(cell)” is no time of day"))
    }

    @Test func aStrikeThatBeginsBeforeThePeriodMayReachIntoIt() throws {
        let site = DecodingSite.strikes(["name: date_end"], "S1,2017-06-01,2017-06-07\nS2,2017,")
        #expect(try site.messages() == "")
    }

    @Test func theNewestDateStandsForNow() throws {
        var site = DecodingSite.strikes(["name: last_updated"], "S1,2017-08-22,2024-12-15")
        site["content/a.md"] = "---\ntitle: A\ndate: 2025-02\n---\n"
        #expect(try site.read().content?.newestDate?.iso == "2025-02-28")
    }

    @Test(arguments: [
        ("21:00", "21:00"), ("21:00:00", "21:00"), ("21:00:30", "21:00:30"), ("00:05", "00:05"),
        ("09:00:00 PM", "21:00"), ("9:00 PM", "21:00"), ("9:05 am", "09:05"), ("9:00pm", "21:00"),
        ("12:15 AM", "00:15"), ("12:15 PM", "12:15"), ("11:59:59\u{202F}PM", "23:59:59"),
    ])
    func aTimeIsReadAsSpreadsheetProgramsWriteIt(text: String, time: String) {
        #expect(ClockTime(text) == .time(time))
    }

    @Test(arguments: [
        "24:00", "9:00", "21:0", "21:60", "21:00:60", "13:00 PM", "0:30 AM", "9:5 pm", ":30 PM",
        "1:2:3",
    ])
    func aTimeThatNoClockShowsIsNone(text: String) {
        #expect(ClockTime(text) == .wrong)
    }

    @Test(arguments: ["around midday", "pm", "9 pm", "12:30 sam", "21:00 PM or so", "21h00"])
    func whatIsNotWrittenAsATimeIsWords(text: String) {
        #expect(ClockTime(text) == .words)
    }
}
