// What `recount explain` says about each rule of this room.

import Diagnostics
import Text

extension ReadingRule {
    /// What `recount explain` prints.
    public var explanation: Explanation {
        switch self {
        case .notText:
            return Explanation(
                "A table or article is a text file. A workbook, an archive or a text in "
                    + "UTF-16 under such a name cannot be read as one.",
                wrong: "data/strikes.csv (an Excel workbook that was only renamed)",
                right: "data/strikes.xlsx, or a CSV file saved as “CSV UTF-8”"
            )
        case .invalidUTF8:
            return Explanation(
                "Every text is in UTF-8, so that a name in any script is read as it was "
                    + "written. Other encodings would turn it into other letters.",
                wrong: "a file saved as Windows-1252 or Windows-1256",
                right: "the same file saved as UTF-8"
            )
        case .zeroByte:
            return Explanation(
                "A text holds no NUL bytes; one that does was damaged on its way.",
                wrong: "id,na\\0me",
                right: "id,name"
            )
        case .replacementCharacter:
            return Explanation(
                "The character U+FFFD stands where a program could not read a letter and "
                    + "threw it away. The letter cannot be won back from this file.",
                wrong: "37�36'37.8\"N",
                right: "37°36'37.8\"N"
            )
        case .fileTooLarge:
            return Explanation(
                "Files have generous but firm limits, so that a wrong file ends in a message "
                    + "and not in a machine without memory.",
                wrong: "one YAML file of 80 megabytes",
                right: "several files, each below the limit in the message"
            )
        case .tableEmpty:
            return Explanation(
                "The first line of a table that is not empty names its columns; a file "
                    + "without one is no table.",
                wrong: "(an empty file)",
                right: "id,date,place"
            )
        case .wrongDelimiter:
            return Explanation(
                "Cells are separated by commas, unless the codebook's dialect names another "
                    + "character. A header that is one column but holds many semicolons or tabs was "
                    + "separated by those.",
                wrong: "id;date;place",
                right: "dialect: {delimiter: \";\"}"
            )
        case .columnNameEmpty:
            return Explanation(
                "Each column has a name: the codebook finds it by that, and only what is in "
                    + "the codebook is published.",
                wrong: "id,,place",
                right: "id,date,place"
            )
        case .columnNameRepeated:
            return Explanation(
                "Each column has a name of its own, or one of the two would silently win.",
                wrong: "id,date,date",
                right: "id,date,date_reported"
            )
        case .titleAboveHeader:
            return Explanation(
                "The first row of a table names its columns. A title above them would be taken "
                    + "for the names.",
                wrong: "Strikes of 2017,,\n,,\nid,date,killed",
                right: "id,date,killed"
            )
        case .totalRow:
            return Explanation(
                "Each row of a table is a record. A row of sums at its end would be one too, and "
                    + "be counted twice.",
                wrong: "CS2,2017-06-07,3\nTOTAL,,8",
                right: "CS2,2017-06-07,3"
            )
        case .unclosedQuote:
            return Explanation(
                "A cell that begins with a quote ends with one. Without it, all lines that "
                    + "follow would become part of the cell.",
                wrong: "CS1033,\"Harat al-Badu",
                right: "CS1033,\"Harat al-Badu\""
            )
        case .textAfterQuote:
            return Explanation(
                "A quoted cell ends at its closing quote; a quote inside the cell is written "
                    + "twice.",
                wrong: "CS1033,\"known as \"the bakery\" strike\"",
                right: "CS1033,\"known as \"\"the bakery\"\" strike\""
            )
        case .spaceBeforeQuote:
            return Explanation(
                "Quotes count only when they begin a cell. After a space they are ordinary "
                    + "characters, and a comma inside them ends the cell.",
                wrong: "CS1033, \"Raqqa, Syria\"",
                right: "CS1033,\"Raqqa, Syria\""
            )
        case .rowTooLong:
            return Explanation(
                "Each row has as many cells as there are columns. A row with more usually "
                    + "holds a comma that needs quotes, and its values have moved into wrong "
                    + "columns.",
                wrong: "id,place,killed\nCS1033,Raqqa, Syria,3",
                right: "id,place,killed\nCS1033,\"Raqqa, Syria\",3"
            )
        case .rowTooShort:
            return Explanation(
                "Each row has as many cells as there are columns. What is missing from a "
                    + "short row cannot be told from what was left blank on purpose.",
                wrong: "id,place,killed\nCS1033,Raqqa",
                right: "id,place,killed\nCS1033,Raqqa,"
            )
        case .workbookUnreadable:
            return Explanation(
                "A workbook is an .xlsx file without a password. Other formats and damaged "
                    + "files are refused whole, never read in part.",
                wrong: "data/strikes.xlsx (saved with a password)",
                right: "the same workbook, saved without one"
            )
        case .noSuchSheet:
            return Explanation(
                "The codebook names a sheet that the workbook does not have.",
                wrong: "sheet: Strike",
                right: "sheet: Strikes"
            )
        case .otherSheets:
            return Explanation(
                "Only one sheet of a workbook is read. When there are others and the codebook "
                    + "names none, records in them would be missed.",
                wrong: "strikes.xlsx with the sheets “2016” and “2017”",
                right: "one workbook for each, or all records in one sheet"
            )
        case .errorCell:
            return Explanation(
                "A cell that shows an error holds no value.",
                wrong: "#REF!",
                right: "3"
            )
        case .formulaNotComputed:
            return Explanation(
                "A formula is read by the value that a spreadsheet program saved with it. "
                    + "Some programs save formulas without values.",
                wrong: "=B2+C2 (written by a script)",
                right: "the same workbook, opened and saved in a spreadsheet program"
            )
        case .notADate:
            return Explanation(
                "A cell that is formatted as a date holds a number of days. A negative "
                    + "number, zero, or one after the year 9999 is no date.",
                wrong: "-3 (formatted as a date)",
                right: "2017-06-06"
            )
        case .mergedCells:
            return Explanation(
                "Of merged cells only the first holds a value; a reader of the sheet would "
                    + "take it for the value of all.",
                wrong: "A2:A5 merged: Raqqa",
                right: "A2, A3, A4 and A5 each: Raqqa"
            )
        case .cellOutsideTable:
            return Explanation(
                "Everything in a sheet stands in a column with a name. Notes beside the table "
                    + "would otherwise be lost without a word.",
                wrong: "a note in column H, below no name",
                right: "a column “note”, or the note in a comment"
            )
        case .jsonSyntax:
            return Explanation(
                "JSON is read as RFC 8259 defines it: double quotes, no comma after the last "
                    + "item, no comments, no NaN.",
                wrong: "{\"id\": 'CS1033',}",
                right: "{\"id\": \"CS1033\"}"
            )
        case .jsonKeyRepeated:
            return Explanation(
                "An object has each key once, or one of the two values would silently win.",
                wrong: "{\"killed\": 3, \"killed\": 8}",
                right: "{\"killed_min\": 3, \"killed_max\": 8}"
            )
        case .notATable:
            return Explanation(
                "A table in JSON is a list of objects; each object is a row, each key a "
                    + "column.",
                wrong: "{\"CS1033\": {\"killed\": 3}}",
                right: "[{\"id\": \"CS1033\", \"killed\": 3}]"
            )
        case .nestedValue:
            return Explanation(
                "A cell holds a single value. Lists and objects in a row have no column to "
                    + "stand in.",
                wrong: "{\"id\": \"CS1033\", \"killed\": {\"min\": 3}}",
                right: "{\"id\": \"CS1033\", \"killed_min\": 3}"
            )
        case .yamlSyntax:
            return Explanation(
                "Settings and front matter are YAML. Most slips are a tab, a missing quote "
                    + "around a value with a colon, or an uneven indent.",
                wrong: "title: Raqqa: the record",
                right: "title: \"Raqqa: the record\""
            )
        case .yamlAlias:
            return Explanation(
                "Anchors and aliases are not read: a few lines of them can stand for "
                    + "millions, and few authors know them.",
                wrong: "from: &start 2017-06-06\nto: *start",
                right: "from: 2017-06-06\nto: 2017-06-06"
            )
        case .yamlTag:
            return Explanation(
                "Tags are not read: a value is what it looks like, and the key decides what "
                    + "it must be.",
                wrong: "title: !!binary UmFxcWE=",
                right: "title: Raqqa"
            )
        case .yamlKeyRepeated:
            return Explanation(
                "A mapping has each key once, or one of the two values would silently win.",
                wrong: "title: One\ntitle: Two",
                right: "title: Two"
            )
        case .nestingTooDeep:
            return Explanation(
                "Lists, mappings and folders may be nested a hundred deep; more is a slip or "
                    + "an attack.",
                wrong: "[[[[[… a hundred and more",
                right: "[1, 2]"
            )
        case .frontMatterUnclosed:
            return Explanation(
                "Front matter stands between two lines of three hyphens. Without the second, "
                    + "the article would become part of it.",
                wrong: "---\ntitle: Overview\nThe text …",
                right: "---\ntitle: Overview\n---\nThe text …"
            )
        case .unknownKey:
            return Explanation(
                "Only known keys are read, so that a slip in a name is told and not ignored.",
                wrong: "titel: Overview",
                right: "title: Overview"
            )
        case .missingKey:
            return Explanation(
                "Some keys must be there: without them the site, table or block has no "
                    + "meaning.",
                wrong: "language: en",
                right: "title: Overview\nlanguage: en"
            )
        case .wrongType:
            return Explanation(
                "Each key takes values of one kind. Nothing is guessed: yes is not true, and "
                    + "016 is not 16.",
                wrong: "draft: yes",
                right: "draft: true"
            )
        case .fileNameCollision:
            return Explanation(
                "Names that differ only by case or by the Unicode form of a letter are one "
                    + "file on many disks and hosts.",
                wrong: "media/Map.png and media/map.png",
                right: "media/map.png and media/map-2.png"
            )
        case .fileNameNotText:
            return Explanation(
                "File names become addresses, so they must be UTF-8.",
                wrong: "a name from an old archive, in Windows-1256",
                right: "the same file, renamed"
            )
        case .linkOutside:
            return Explanation(
                "What is published stands in the site's folder. A symbolic link out of it "
                    + "could publish a private file.",
                wrong: "content/media/map.png -> /home/me/map.png",
                right: "content/media/map.png, copied"
            )
        case .brokenLink:
            return Explanation(
                "A symbolic link leads to a file or folder that is there, and not to a folder "
                    + "that it is in itself.",
                wrong: "content/media/map.png -> lost.png",
                right: "content/media/map.png"
            )
        case .notAFile:
            return Explanation(
                "A site consists of files and folders; a pipe or device in it could never be "
                    + "read to its end.",
                wrong: "content/data/strikes.csv (a named pipe)",
                right: "content/data/strikes.csv (a file)"
            )
        }
    }
}
