import Formats
import Text

/// What is told about each rule's example, letter for letter.
enum RuleExpectations {
    static func text(_ rule: ReadingRule) -> String {
        switch rule {
        case .notText:
            return #"""
                t.csv: error: this is a ZIP archive (perhaps an Excel workbook), not a text file
                     Name it .xlsx if it is a workbook, or export it as CSV UTF-8.
                     [not-text]
                """#
        case .invalidUTF8:
            return #"""
                t.csv:2:2: error: byte 0xE9 is not UTF-8
                     A\#u{FFFD}
                      ^
                     Save the file as UTF-8 (in a spreadsheet program: “CSV UTF-8”).
                     [invalid-utf8]
                """#
        case .zeroByte:
            return #"""
                t.csv:1:6: error: the text holds a NUL byte, which no text should
                     …,na\#u{FFFD}me
                         ^
                     Delete it, or export the file again.
                     [nul-byte]
                """#
        case .replacementCharacter:
            return #"""
                t.csv:2:3: warning: a letter was lost here before the file was saved
                     37\#u{FFFD}36
                       ^
                     Find the letter in an older copy. “\#u{FFFD}” stands for letters that a program could not read.
                     [replacement-character]
                """#
        case .fileTooLarge:
            return #"""
                t.csv:1:4891: error: the table has 1001 columns; at most 1000 are read
                     [file-too-large]
                """#
        case .tableEmpty:
            return #"""
                t.csv: error: the file holds no table
                     Its first line must name the columns.
                     [table-empty]
                """#
        case .wrongDelimiter:
            return #"""
                t.csv:1:1: error: the header is a single column, but holds semicolons
                     id;date;place
                     ^^^^^^^^^^^^^
                     If the cells are separated by semicolons, say so in the codebook: dialect: {delimiter: ";"}.
                     [wrong-delimiter]
                """#
        case .columnNameEmpty:
            return #"""
                t.csv:1:4: error: column 2 has no name
                     id,,place
                        ^
                     Name it, or delete the column.
                     [column-name-empty]
                """#
        case .columnNameRepeated:
            return #"""
                t.csv:1:9: error: two columns are named “date”: column 2 and column 3
                     id,date,date
                             ^^^^
                     Give each column a name of its own.
                     [column-name-repeated]
                """#
        case .titleAboveHeader:
            return #"""
                t.csv:1:1: error: line 1 holds a single text; the header seems to be in line 3
                     Delete lines 1–2, so that the names of the columns stand first.
                     [title-above-header]
                """#
        case .totalRow:
            return #"""
                t.csv:3: error: this looks like a row of totals, not a record
                     Delete it: Recount adds up the records itself.
                     [total-row]
                """#
        case .unclosedQuote:
            return #"""
                t.csv:2:4: error: this quote is never closed
                     …,"…,…
                       ^
                     Close it at the end of the cell. A quote inside a cell is written twice: "".
                     [unclosed-quote]

                t.csv:3:9: error: the row has 2 cells, but the table has 3 columns: “n” is missing
                     …,…
                        ^
                     An empty cell still needs its comma.
                     [row-too-short]
                """#
        case .textAfterQuote:
            return #"""
                t.csv:2:10: error: text follows the closing quote of a cell
                     …,"…"bakery" strike"
                          ^^^^^^^^^^^^^^^
                     A quote inside a quoted cell is written twice: "".
                     [text-after-quote]

                t.csv:5:3: error: text follows the closing quote of a cell
                     …" z
                       ^^
                     A quote inside a quoted cell is written twice: "". The cell begins on line 3; perhaps its quote is not closed there.
                     [text-after-quote]
                """#
        case .spaceBeforeQuote:
            return #"""
                t.csv:2:4: error: a space stands before the opening quote of a cell, so the quote does not count
                     …, "…, …"
                       ^
                     Delete the space.
                     [space-before-quote]
                """#
        case .rowTooLong:
            return #"""
                t.csv:2:17: error: the row has 4 cells, but the table has 3 columns
                     …,…, …,…
                            ^
                     A cell that holds a comma needs quotes around it.
                     [row-too-long]
                """#
        case .rowTooShort:
            return #"""
                t.csv:2:9: error: the row has 2 cells, but the table has 3 columns: “killed” is missing
                     …,…
                        ^
                     An empty cell still needs its comma.
                     [row-too-short]
                """#
        case .workbookUnreadable:
            return #"""
                t.xlsx: error: the workbook cannot be read: the file is cut off or damaged
                     Open it in a spreadsheet program and save it as .xlsx, or as CSV UTF-8.
                     [workbook-unreadable]
                """#
        case .noSuchSheet:
            return #"""
                t.xlsx: error: the workbook has no sheet “Strike”
                     Did you mean “Strikes”?
                     [no-such-sheet]
                """#
        case .otherSheets:
            return #"""
                t.xlsx: warning: only the sheet “2016” is read, not “2017”, “Notes”
                     Name the sheet in the codebook, or move the others to another file.
                     [other-sheets]
                """#
        case .errorCell:
            return #"""
                t.xlsx:2:2: error: the cell B2 shows the error #REF!
                     … | #REF!
                         ^^^^^
                     Mend the formula, or clear the cell.
                     [error-cell]
                """#
        case .formulaNotComputed:
            return #"""
                t.xlsx:2:2: error: the cell B2 holds a formula that was never computed
                     … | 
                         ^
                     Open the workbook in a spreadsheet program and save it again.
                     [formula-not-computed]
                """#
        case .notADate:
            return #"""
                t.xlsx:2:2: error: the cell B2 is formatted as a date or time, but 60 is none
                     … | 60
                         ^^
                     Enter the date again, or change the format of the cell.
                     [not-a-date]
                """#
        case .mergedCells:
            return #"""
                t.xlsx:2:1: error: the cells A2:A5 are merged, so that only the first holds a value
                     Split them, and write the value into each cell that it is meant for.
                     [merged-cells]
                """#
        case .cellOutsideTable:
            return #"""
                t.xlsx:2:28: error: the cell AB2 holds “a note” in a column without a name
                     Name the column in row 1, or clear the cell.
                     [cell-outside-table]
                """#
        case .jsonSyntax:
            return #"""
                t.json:2:8: error: a number does not begin with 0
                       "…": 016}]
                            ^^^
                     Put it in double quotes if the 0 belongs to it.
                     [json-syntax]
                """#
        case .jsonKeyRepeated:
            return #"""
                t.json:2:3: error: the key “n” is given twice in one object
                       "n": …}]
                       ^^^
                     It stands on line 1 already. Delete one of the two.
                     [json-key-repeated]
                """#
        case .notATable:
            return #"""
                t.json:1:1: error: a table is a list of objects, not an object
                     {"A1": {"n": 3}}
                     ^^^^^^^^^^^^^^^^
                     Write [{"id": …}, {"id": …}].
                     [not-a-table]
                """#
        case .nestedValue:
            return #"""
                t.json:1:20: error: “n” is an object; a cell holds a text, a number, true, false or null
                     [{"…": "…", "…": {"min": 3}}]
                                      ^^^^^^^^^^
                     [nested-value]
                """#
        case .yamlSyntax:
            return #"""
                site.yaml:1:13: error: mapping values are not allowed in this context
                     title: Raqqa: the record
                                 ^
                     A value that holds a colon and a space needs quotes around it.
                     [yaml-syntax]
                """#
        case .yamlAlias:
            return #"""
                site.yaml:1:7: error: anchors (&name) and aliases (*name) are not read
                     from: &start 2017-06-06
                           ^
                     Write the value out where it is needed.
                     [yaml-alias]
                """#
        case .yamlTag:
            return #"""
                site.yaml:1:8: error: the tag “!!binary” is not read
                     title: !!binary UmFxcWE=
                            ^
                     Delete it. A number or date that is meant as text needs quotes.
                     [yaml-tag]
                """#
        case .yamlKeyRepeated:
            return #"""
                site.yaml:3:2: error: the key “title” is given twice
                     "title": Two
                      ^^^^^
                     It stands on line 1 already. Delete one of the two.
                     [yaml-key-repeated]
                """#
        case .nestingTooDeep:
            return #"""
                site.yaml:1:101: error: lists and mappings are nested more than 100 deep
                     …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]…
                                                    ^
                     [data-nesting]
                """#
        case .frontMatterUnclosed:
            return #"""
                a.md:1:1: error: the front matter that begins here does not end
                     ---
                     ^^^
                     End it with a line “---”.
                     [front-matter-unclosed]
                """#
        case .unknownKey, .missingKey, .wrongType:
            return #"""
                site.yaml:1:1: error: “title” is missing from the settings
                     titel: Overview
                     ^^^^^
                     [missing-key]

                site.yaml:1:1: error: unknown key “titel” in the settings
                     titel: Overview
                     ^^^^^
                     Did you mean “title”?
                     [unknown-key]

                site.yaml:2:8: error: “draft” must be true or false, not “yes”
                     draft: yes
                            ^^^
                     [wrong-type]
                """#
        case .fileNameCollision:
            return #"""
                content/Café.md: error: another file has the same name in another Unicode form
                     Rename one of them: on many disks the two are one file.
                     [file-name-collision]

                content/map.png: error: this name differs from “content/Map.png” only by upper and lower case
                     Rename one of them: on many disks the two are one file.
                     [file-name-collision]
                """#
        case .fileNameNotText:
            return #"""
                content: error: the folder holds a file whose name is not UTF-8: “\#u{FFFD}”
                     Rename it.
                     [file-name-not-text]
                """#
        case .linkOutside:
            return #"""
                content/etc: error: this symbolic link leads out of the site's folder, to “/etc”
                     Copy the file into the site: only what is in its folder is published.
                     [link-outside]
                """#
        case .brokenLink:
            return #"""
                content/lost.png: error: this symbolic link leads nowhere
                     Delete it, or put the file in its place.
                     [broken-symlink]

                content/round: error: this symbolic link leads to a folder that it is in itself
                     Delete it.
                     [broken-symlink]
                """#
        case .notAFile:
            return #"""
                content/strikes.csv: error: this is neither a file nor a folder, but a device, pipe or socket
                     Delete it.
                     [not-a-file]
                """#
        }
    }
}
