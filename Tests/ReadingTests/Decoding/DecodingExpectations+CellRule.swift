/// What is told about the examples of ``CellRule``, letter for letter.
extension DecodingExpectations {
    static let cells: [String: String] = [
        "cell-required": #"""
        content/data/strikes.csv:2:15: error: place is blank, but the codebook requires a value
             S1,2017-08-22,
                           ^
             Fill it in, or delete “required: true” if it can be unknown.
             [cell-required]

        """#,
        "cell-not-allowed": #"""
        content/data/strikes.csv:2:15: error: status “likly” is not among the values that the codebook allows
             S1,2017-08-22,likly
                           ^^^^^
             Did you mean “likely”?
             [cell-not-allowed]

        """#,
        "cell-pattern": #"""
        content/data/strikes.csv:2:15: error: code “1024” does not match the codebook’s pattern
             S1,2017-08-22,1024
                           ^^^^
             The pattern is CS[0-9]+.
             [cell-pattern]

        """#,
        "cell-length": #"""
        content/data/strikes.csv:2:15: error: country has 5 characters, but the codebook allows 0…2
             S1,2017-08-22,Syria
                           ^^^^^
             [cell-length]

        """#,
        "cell-out-of-range": #"""
        content/data/strikes.csv:2:15: error: floors “214” is above the maximum of 99 that the codebook sets
             S1,2017-08-22,214
                           ^^^
             [cell-out-of-range]

        """#,
        "cell-repeated": #"""
        content/data/strikes.csv:3:15: error: ref “a” stands twice, but the codebook calls it unique
             S2,2017-08-22,a
                           ^
             The first is at content/data/strikes.csv:2:15.
             [cell-repeated]

        """#,
        "cell-type": #"""
        content/data/strikes.csv:2:15: error: floors “two” is not a whole number, as the codebook says of its column
             S1,2017-08-22,two
                           ^^^
             Correct the cell, or state another type.
             [cell-type]

        """#,
        "count-not-a-number": #"""
        content/data/strikes.csv:2:15: error: killed_min “012” is not a number of people
             S1,2017-08-22,012,Dozens
                           ^^^
             Write it without leading zeros. Did you mean 12?
             [count-not-a-number]

        content/data/strikes.csv:2:19: error: killed_max “Dozens” is not a number of people
             S1,2017-08-22,012,Dozens
                               ^^^^^^
             A blank cell means unknown. If the word stands for a number, say so in the codebook: values: {"Dozens": …}.
             [count-not-a-number]

        """#,
        "count-too-large": #"""
        content/data/strikes.csv:2:17: error: killed_max “1000000001” is more people than a count can hold
             S1,2017-08-22,1,1000000001
                             ^^^^^^^^^^
             The greatest is 1000000000.
             [count-too-large]

        """#,
        "count-minimum-above-maximum": #"""
        content/data/strikes.csv:2:15: error: killed_min 8 is above killed_max 3
             S1,2017-08-22,8,3
                           ^
             The least number published comes first.
             [count-minimum-above-maximum]

        """#,
        "count-without-minimum": #"""
        content/data/strikes.csv:2:16: error: killed_max is 8, but killed_min is blank
             S1,2017-08-22,,8
                            ^
             “Up to 8” has the minimum 0; one number stands in both columns.
             [count-without-minimum]

        """#,
        "date-invalid": #"""
        content/data/strikes.csv:2:4: error: date “2017-02-30” is no day of the calendar
             S1,2017-02-30
                ^^^^^^^^^^
             [date-invalid]

        content/data/strikes.csv:3:4: error: date “22/08/2017” is not a date that can be read
             S2,22/08/2017
                ^^^^^^^^^^
             If all dates of the column are written so, say it in the codebook: type: date, format: "%d/%m/%Y" (day first) or "%m/%d/%Y".
             [date-invalid]

        content/data/strikes.csv:4:4: error: date “22/08/17” is not a date that can be read
             S3,22/08/17
                ^^^^^^^^
             A year of two digits does not say the century. Write 2017-06-21.
             [date-invalid]

        """#,
        "date-end-before-start": #"""
        content/data/strikes.csv:2:15: error: the last day 2017-08-09 is before the first day 2017-08-12
             S1,2017-08-12,2017-08-09
                           ^^^^^^^^^^
             Did you swap the two?
             [date-end-before-start]

        """#,
        "date-precision": #"""
        content/data/strikes.csv:2:12: error: the precision is “day”, but the date is only 2017-08
             S1,2017-08,day
                        ^^^
             Write the precision that the date has, or the whole date.
             [date-precision]

        content/data/strikes.csv:3:15: error: the precision is “range”, but the row states no last day
             S2,2017-08-01,range
                           ^^^^^
             State it in a column with the role date.end, or write “day”.
             [date-precision]

        content/data/strikes.csv:4:9: error: the precision is “month”, but the date is only 2017
             S3,2017,month
                     ^^^^^
             Write the precision that the date has, or the whole date.
             [date-precision]

        """#,
        "time-invalid": #"""
        content/data/strikes.csv:2:15: error: time “25:00” is no time of day
             S1,2017-08-22,25:00
                           ^^^^^
             Write it on the 24-hour clock as HH:MM, such as 09:30 or 21:00.
             [time-invalid]

        """#,
        "coordinate-invalid": #"""
        content/data/strikes.csv:2:16: error: latitude “35,95” is not a number of degrees
             S1,2017-08-22,"35,95",39°00′ E
                            ^^^^^
             Coordinates are decimal degrees. Write 35.95, or say in the codebook that the column has commas: decimalChar: ",".
             [coordinate-invalid]

        content/data/strikes.csv:2:23: error: longitude “39°00′ E” is not a number of degrees
             S1,2017-08-22,"35,95",39°00′ E
                                   ^^^^^^^^
             Coordinates are decimal degrees. Write 35.95, not 35°57′ N.
             [coordinate-invalid]

        """#,
        "coordinate-out-of-range": #"""
        content/data/strikes.csv:7:21: error: longitude 4239.00416 is outside -180…180
             S6,2017-06-21,35.95,4239.00416
                                 ^^^^^^^^^^
             Coordinates are decimal degrees. Did you mean 39.00416?
             [coordinate-out-of-range]

        """#,
        "coordinate-incomplete": #"""
        content/data/strikes.csv:2:21: error: the strike has a latitude, but no longitude
             S1,2017-08-22,35.95,
                                 ^
             Fill it in, or leave both blank.
             [coordinate-incomplete]

        """#,
        "coordinates-swapped": #"""
        content/data/strikes.csv:7:15: warning: 39.00416, 35.95 is far from all other strikes
             S6,2017-06-21,39.00416,35.95
                           ^^^^^^^^
             The other way round it would be among them. Did you swap latitude and longitude?
             [coordinates-swapped]

        """#,
        "word-unknown": #"""
        content/data/strikes.csv:2:15: error: location_precision “neighborood” is no precision of a location
             S1,2017-08-22,neighborood,exactly
                           ^^^^^^^^^^^
             Did you mean “neighbourhood”?
             [word-unknown]

        content/data/strikes.csv:2:27: error: date_precision “exactly” is no precision of a date
             S1,2017-08-22,neighborood,exactly
                                       ^^^^^^^
             The words: day, month, year, range. If the cells use others, say in the codebook what they mean: values: {exactly: day}.
             [word-unknown]

        """#,
        "grading-unknown": #"""
        content/data/strikes.csv:2:15: error: grading “fare” is not among the site’s gradings
             S1,2017-08-22,fare
                           ^^^^
             site.yaml lists under gradings: fair, single-source.
             [grading-unknown]

        """#,
        "grading-missing": #"""
        content/data/strikes.csv:2:15: warning: the strike has no grading, so it enters no total
             S1,2017-08-22,
                           ^
             The gradings: fair, single-source.
             [grading-missing]

        """#,
        "assessment-unknown": #"""
        content/data/strikes.csv:2:15: error: military_assessment “creddible” is not among the site’s military assessments
             S1,2017-08-22,creddible
                           ^^^^^^^^^
             Did you mean “credible”?
             [assessment-unknown]

        """#,
        "url-scheme": #"""
        content/data/strikes.csv:2:15: error: url “javascript:alert(1)” is no http or https address
             S1,2017-08-22,javascript:alert(1)
                           ^^^^^^^^^^^^^^^^^^^
             Write the whole address, beginning with https://.
             [url-scheme]

        """#,
        "url-invalid": #"""
        content/data/strikes.csv:2:15: error: url “https://a.example https://b.example” is no address that a browser can open
             S1,2017-08-22,https://a.example https://b.example
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
             One address a cell, without spaces (write %20), quotes or a user’s name.
             [url-invalid]

        """#,
        "id-invalid": #"""
        content/data/strikes.csv:2:1: error: id “a/b” holds a slash
             a/b,2017-08-22
             ^^^
             It names a page: use letters, digits and hyphens.
             [id-invalid]

        content/data/strikes.csv:3:1: error: id “.a” begins with a point
             .a,2017-08-22
             ^^
             It names a page: use letters, digits and hyphens.
             [id-invalid]

        content/data/strikes.csv:4:1: error: the record has no id
             ,2017-08-22
             ^
             Give each its own.
             [id-invalid]

        content/data/strikes.csv:5:2: error: id “a\#u{200B}b” holds an invisible character
             "a�b",2017-08-22
              ^^^
             It names a page: use letters, digits and hyphens.
             [id-invalid]

        """#,
    ]
}
