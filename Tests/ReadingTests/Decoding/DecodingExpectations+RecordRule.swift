/// What is told about the examples of ``RecordRule``, letter for letter.
extension DecodingExpectations {
    static let records: [String: String] = [
        "id-repeated": #"""
        content/data/strikes.csv:3:1: error: the id “S1” stands twice
             S1,2017-08-23
             ^^
             The first is at content/data/strikes.csv:2:1. Give each record an id of its own.
             [id-repeated]

        """#,
        "id-collision": #"""
        content/data/strikes.csv:3:1: error: “S1A” and “S1a” differ only in capitals
             S1A,2017-08-23
             ^^^
             The other is at content/data/strikes.csv:2:1. Many disks hold only one of the two pages: rename one.
             [id-collision]

        content/data/strikes.csv:5:1: error: “cafe\#u{301}” stands twice, in two Unicode forms
             cafe\#u{301},2017-08-22
             ^^^^
             The first is at content/data/strikes.csv:4:1. Give each record an id of its own.
             [id-collision]

        """#,
        "primary-key-repeated": #"""
        content/data/disclosures.csv:3:1: error: two rows have the same strike_id, fact, which the codebook calls the primary key
             S1,date,23 August
             ^^
             The first is at content/data/disclosures.csv:2:1.
             [primary-key-repeated]

        """#,
        "reference-unknown": #"""
        content/data/strikes.csv:3:19: error: there is no strike “CS99”
             CS1034,2017-08-22,CS99
                               ^^^^
             [reference-unknown]

        content/data/victims.csv:2:1: error: there is no strike “CS1O33”
             CS1O33,Ahmad Ali
             ^^^^^^
             Did you mean “CS1033”?
             [reference-unknown]

        """#,
        "overlap-with-itself": #"""
        content/data/strikes.csv:2:15: error: the strike “S1” names itself in part_of
             S1,2017-08-22,S1
                           ^^
             Name the other strike, or leave the cell blank.
             [overlap-with-itself]

        """#,
        "overlap-cycle": #"""
        content/data/strikes.csv:2:15: error: part_of goes in a circle: S1 → S2 → S1
             S1,2017-08-22,S2
                           ^^
             One of them must stand alone: leave its cell blank.
             [overlap-cycle]

        content/data/strikes.csv:3:15: error: part_of goes in a circle: S2 → S1 → S2
             S2,2017-08-22,S1
                           ^^
             One of them must stand alone: leave its cell blank.
             [overlap-cycle]

        """#,
        "part-larger-than-whole": #"""
        content/data/strikes.csv:3:20: warning: S1a is part of S1, but has more killed: 5 against 3
             S1a,2017-08-22,5,5,S1
                                ^^
             The whole includes its parts: raise its count, or take out the link.
             [part-larger-than-whole]

        """#,
        "shared-figure-differs": #"""
        content/data/strikes.csv:3:19: error: S2 shares the figure of S1, but its injured is 10+ against 12–24
             S2,2017-08-22,10,,S1
                               ^^
             Leave it blank here, or write the same figure at both.
             [shared-figure-differs]

        """#,
        "part-exceeds-whole": #"""
        content/data/strikes.csv:2:21: warning: 7 children among at most 5 killed
             S1,2017-08-22,5,5,3,7
                                 ^
             A part cannot be more than the whole: check both counts of S1.
             [part-exceeds-whole]

        content/data/strikes.csv:3:19: warning: at least 7 children among at least 5 killed
             S2,2017-08-22,5,9,7,7
                               ^
             A part cannot be more than the whole: check both counts of S2.
             [part-exceeds-whole]

        """#,
        "more-names-than-killed": #"""
        content/data/strikes.csv:2:17: warning: 2 people are listed as killed, but the count is at most 1
             S1,2017-08-22,1,1
                             ^
             Raise the count, or give the status of those who survived: injured.
             [more-names-than-killed]

        """#,
        "named-victims-differ": #"""
        content/data/strikes.csv:2:15: warning: named_victims is 3, but the victims’ table lists 2 of S1
             S1,2017-08-22,3
                           ^
             Correct the number, or the list.
             [named-victims-differ]

        """#,
        "date-outside-period": #"""
        content/data/strikes.csv:2:4: error: the date 2016-06-21 is outside the site’s period, 2017-06-06 to 2017-10-17
             S1,2016-06-21
                ^^^^^^^^^^
             Correct the date, the period in site.yaml, or say in a column with the role left_out why the strike is not shown.
             [date-outside-period]

        """#,
        "age-against-group": #"""
        content/data/victims.csv:2:7: warning: a person aged 34 is listed as child
             S1,34,child
                   ^^^^^
             A child is under 18: correct the age or the group.
             [age-against-group]

        content/data/victims.csv:3:7: warning: a person aged 17 is listed as adult
             S1,17,adult
                   ^^^^^
             A child is under 18: correct the age or the group.
             [age-against-group]

        """#,
        "claim-outside-range": #"""
        content/data/claims.csv:2:25: warning: CJTF-OIR accepts 12–13 killed, but S1 was published with 9–11 killed
             C1,CJTF-OIR,S1,conceded,12,13,
                                     ^^
             Say why in the claim’s “reason”, so that readers see it.
             [claim-outside-range]

        content/data/strikes.csv:3:20: warning: conceded_killed is 2, but S2 was published with 9–11 killed
             S2,2017-08-22,9,11,2
                                ^
             Say why in the “reason” of a claim with the position “conceded” on S2.
             [claim-outside-range]

        """#,
        "claim-period": #"""
        content/data/claims.csv:2:12: error: the period of the claim ends on 2017-06, before it begins on 2017-10
             C1,2017-10,2017-06
                        ^^^^^^^
             Did you swap the two?
             [claim-period]

        """#,
        "duplicate-row": #"""
        content/data/victims.csv:3:1: warning: this row says the same as an earlier one
             S1,Ahmad Ali
             ^^
             The earlier one is at content/data/victims.csv:2. If they are two, tell them apart; if not, delete one.
             [duplicate-row]

        """#,
        "updated-before-published": #"""
        content/data/strikes.csv:2:26: warning: last updated on 2017-08-23, before it was first published on 2024-12-15
             S1,2017-08-22,2024-12-15,2017-08-23
                                      ^^^^^^^^^^
             Did you swap the two?
             [updated-before-published]

        """#,
        "previous-id-taken": #"""
        content/data/strikes.csv:3:15: error: the former id “s1” is the id of S1, which has a page of its own
             S2,2017-08-22,S9; s1
                           ^^^^^^
             Readers who kept the old address are led to one strike; name it there alone.
             [previous-id-taken]

        content/data/strikes.csv:4:15: error: the former id “S0” is already a former id of S1
             S3,2017-08-22,S0
                           ^^
             Readers who kept the old address are led to one strike; name it there alone.
             [previous-id-taken]

        """#,
    ]
}
