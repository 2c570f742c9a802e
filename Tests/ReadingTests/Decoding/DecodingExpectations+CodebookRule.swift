/// What is told about the examples of ``CodebookRule``, letter for letter.
extension DecodingExpectations {
    static let codebook: [String: String] = [
        "resource-unknown": #"""
        content/datapackage.yaml:2:12: warning: the resource “victim” is not read
               - {name: victim}
                        ^^^^^^
             Did you mean “victims”?
             [resource-unknown]

        """#,
        "resource-repeated": #"""
        content/datapackage.yaml:8:11: error: the resource “strikes” is described twice
               - name: strikes
                       ^^^^^^^
             Put all rows into one file.
             [resource-repeated]

        """#,
        "resource-path": #"""
        content/data/strikes.csv: warning: the codebook does not describe this file, so it is not read
             Describe it as a resource, or move it out of content/.
             [data-file-undescribed]

        content/datapackage.yaml:3:11: error: the path “../data/strikes.ods” does not lead to a file below content/
                 path: ../data/strikes.ods
                       ^^^^^^^^^^^^^^^^^^^
             Write it as from content/, such as data/strikes.csv.
             [resource-path]

        """#,
        "resource-missing": #"""
        content/data/strikes.csv: warning: the codebook does not describe this file, so it is not read
             Describe it as a resource, or move it out of content/.
             [data-file-undescribed]

        content/datapackage.yaml:2:5: error: there is no file “data/strike.csv” in content/
             Did you mean “data/strikes.csv”?
             [resource-missing]

        """#,
        "data-file-undescribed": #"""
        content/data/victims.csv: warning: the codebook does not describe this file, so it is not read
             Describe it as a resource, or move it out of content/.
             [data-file-undescribed]

        """#,
        "dialect-not-read": #"""
        content/datapackage.yaml:4:15: error: the encoding “latin-1” is not read
                 encoding: latin-1
                           ^^^^^^^
             Save the file as UTF-8 and write encoding: utf-8.
             [dialect-not-read]

        content/datapackage.yaml:5:26: error: the delimiter “||” is not one ASCII character
                 dialect: {delimiter: "||", quoteChar: "'", header: false}
                                      ^^^^
             Usual are ",", ";" and "\t" for a tab, in double quotes.
             [dialect-not-read]

        content/datapackage.yaml:5:43: error: the quote “'” is not read
                 dialect: {delimiter: "||", quoteChar: "'", header: false}
                                                       ^^^
             Cells are quoted with " as RFC 4180 says.
             [dialect-not-read]

        content/datapackage.yaml:5:56: error: a table without a header is not read
                 dialect: {delimiter: "||", quoteChar: "'", header: false}
                                                                    ^^^^^
             Its first line must name the columns.
             [dialect-not-read]

        """#,
        "field-repeated": #"""
        content/datapackage.yaml:7:18: error: the column “id” is described twice
                     - {name: id}
                              ^^
             Delete one of the two.
             [field-repeated]

        """#,
        "type-unknown": #"""
        content/datapackage.yaml:8:32: error: the type “intger” is unknown
                     - {name: floors, type: intger, public: true}
                                            ^^^^^^
             Did you mean “integer”?
             [type-unknown]

        """#,
        "format-not-read": #"""
        content/datapackage.yaml:7:44: error: the date format “%d/%m/%y” is not read
                     - {name: date, type: date, format: "%d/%m/%y", public: true}
                                                        ^^^^^^^^^^
             Years of two digits do not say the century. Write them in full, as %Y.
             [format-not-read]

        """#,
        "role-unknown": #"""
        content/datapackage.yaml:8:29: error: “kiled.min” is no role of a column of strikes
                     - {name: low, role: kiled.min, public: true}
                                         ^^^^^^^^^
             Did you mean “killed.min”?
             [role-unknown]

        """#,
        "role-repeated": #"""
        content/datapackage.yaml:9:31: error: two columns have the role “killed.min”
                     - {name: least, role: killed.min, public: true}
                                           ^^^^^^^^^^
             The other is described on line 8. Only one can hold it.
             [role-repeated]

        """#,
        "role-conflict": #"""
        content/datapackage.yaml:8:11: error: the role “killed” stands beside “killed.min” or “killed.max”
             The column is “killed”.
             [role-conflict]

        content/datapackage.yaml:10:11: error: the role “injured.max” needs a public column with the role “injured.min”
             The column is “injured_max”.
             [role-conflict]

        content/datapackage.yaml:11:11: error: the role “latitude” needs a public column with the role “longitude”
             The column is “latitude”.
             [role-conflict]

        """#,
        "role-required": #"""
        content/datapackage.yaml:6:9: error: no column of strikes holds the role “id”
                     - {name: id, role: place, public: true}
                        ^^^^
             Give the column that holds it the property role: id.
             [role-required]

        """#,
        "role-private": #"""
        content/datapackage.yaml:8:11: error: the column “left_out” holds the role “left_out”, but is not public
             It decides which records are shown and how they are joined: write public: true.
             [role-private]

        """#,
        "property-unknown": #"""
        content/datapackage.yaml:8:26: warning: the property “publik” means nothing here
                     - {name: damage, publik: true, public: true}
                                      ^^^^^^
             Did you mean “public”?
             [property-unknown]

        """#,
        "constraint-invalid": #"""
        content/datapackage.yaml:8:59: error: the minimum “none” is not a number
                     - {name: a, type: integer, constraints: {minimum: none}, public: true}
                                                                       ^^^^
             [constraint-invalid]

        content/datapackage.yaml:9:44: error: “[a” is not a regular expression
                     - {name: b, constraints: {pattern: "[a"}, public: true}
                                                        ^^^^
             [constraint-invalid]

        content/datapackage.yaml:10:44: error: a column of type string has no maximum
                     - {name: c, constraints: {maximum: 3}, public: true}
                                                        ^
             State the type that the cells have.
             [constraint-invalid]

        """#,
        "key-column-unknown": #"""
        content/datapackage.yaml:5:19: error: primaryKey names the column “ident”, which is not described
             [key-column-unknown]

        content/datapackage.yaml:6:56: error: a foreign key names the resource “strike”, which is not read
                   foreignKeys: [{fields: id, reference: {resource: strike, fields: id}}]
                                                                    ^^^^^^
             Did you mean “strikes”?
             [key-column-unknown]

        """#,
        "column-undescribed": #"""
        content/data/strikes.csv:1:9: warning: the codebook does not describe the column “witness”
             id,date,witness
                     ^^^^^^^
             It stays private. Describe it to say so, or to publish it.
             [column-undescribed]

        """#,
        "column-missing": #"""
        content/data/strikes.csv:1:4: warning: the codebook does not describe the column “dat”
             id,dat
                ^^^
             Did you mean “date”?
             [column-undescribed]

        content/datapackage.yaml:7:11: error: content/data/strikes.csv has no column “date”
             Did you mean “dat”?
             [column-missing]

        """#,
    ]
}
