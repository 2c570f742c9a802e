// What the rules in RecordRule.swift mean, each with an example of wrong and right.

import Diagnostics

extension RecordRule {
    /// The rule in words.
    public var explanation: Explanation {
        switch self {
        case .idRepeated:
            return Explanation(
                "Each record has an id of its own: it names a page, and others refer to it.",
                wrong: """
                    id
                    CS1
                    CS1
                    """,
                right: """
                    id
                    CS1
                    CS2
                    """
            )
        case .idCollision:
            return Explanation(
                "Ids of strikes differ by more than capitals or Unicode forms, because many "
                    + "disks and hosts hold only one of the two pages.",
                wrong: """
                    id
                    CS1a
                    CS1A
                    """,
                right: """
                    id
                    CS1a
                    CS1b
                    """
            )
        case .keyRepeated:
            return Explanation(
                "The codebook says that the columns of the primary key are together "
                    + "different on every row.",
                wrong: """
                    strike_id,fact
                    CS1,date
                    CS1,date
                    """,
                right: """
                    strike_id,fact
                    CS1,date
                    CS1,time
                    """
            )
        case .referenceUnknown:
            return Explanation(
                "A record that refers to another must name one that is there; without it "
                    + "the row would be shown nowhere.",
                wrong: """
                    strike_id
                    CS1O33    # the strike is CS1033
                    """,
                right: """
                    strike_id
                    CS1033
                    """
            )
        case .overlapSelf:
            return Explanation(
                "A strike cannot be a part of itself, nor share a figure with itself.",
                wrong: """
                    id,part_of
                    CS1,CS1
                    """,
                right: """
                    id,part_of
                    CS1,
                    """
            )
        case .overlapCycle:
            return Explanation(
                "If strikes were parts of each other in a circle, none would enter a total.",
                wrong: """
                    id,part_of
                    CS1,CS2
                    CS2,CS1
                    """,
                right: """
                    id,part_of
                    CS1,CS2
                    CS2,
                    """
            )
        case .partLargerThanWhole:
            return Explanation(
                "A strike that is part of another is counted there, so the whole is at "
                    + "least as large.",
                wrong: """
                    id,killed_max,part_of
                    CS1,3,
                    CS1a,5,CS1
                    """,
                right: """
                    id,killed_max,part_of
                    CS1,8,
                    CS1a,5,CS1
                    """
            )
        case .sharedFigureDiffers:
            return Explanation(
                "Strikes that share one published figure state the same, or leave it blank "
                    + "at all but one: else the total would depend on which is selected.",
                wrong: """
                    id,injured_min,injured_max,injured_shared_with
                    CS1,12,12,
                    CS2,10,10,CS1
                    """,
                right: """
                    id,injured_min,injured_max,injured_shared_with
                    CS1,12,12,
                    CS2,12,12,CS1
                    """
            )
        case .partExceedsWhole:
            return Explanation(
                "Children, women and men may overlap and need not add up, but none of them "
                    + "can be more than all.",
                wrong: """
                    killed_min,killed_max,children_killed_min,children_killed_max
                    5,5,7,7
                    """,
                right: """
                    killed_min,killed_max,children_killed_min,children_killed_max
                    7,7,7,7
                    """
            )
        case .moreNamesThanKilled:
            return Explanation(
                "More people are listed as killed than the greatest number published.",
                wrong: "(21 victims with the status killed; killed_max 9)",
                right: "(9 victims with the status killed, 12 injured; killed_max 9)"
            )
        case .namedVictimsDiffer:
            return Explanation(
                "The number of listed people that the strike states is not that of the rows "
                    + "of the victims’ table.",
                wrong: """
                    named_victims
                    3    # two rows in victims.csv
                    """,
                right: """
                    named_victims
                    2
                    """
            )
        case .dateOutsidePeriod:
            return Explanation(
                "A strike wholly outside the period that site.yaml states has a wrong date, "
                    + "or does not belong to the report; a title that speaks of 2017 must not "
                    + "count a strike of 2016.",
                wrong: """
                    period: {from: 2017-06-06, to: 2017-10-17}
                    date
                    2016-06-21
                    """,
                right: """
                    date
                    2017-06-21
                    """
            )
        case .ageAgainstGroup:
            return Explanation(
                "A child is a person under 18.",
                wrong: """
                    age,age_group
                    34,child
                    """,
                right: """
                    age,age_group
                    34,adult
                    """
            )
        case .claimOutsideRange:
            return Explanation(
                "Where a belligerent accepts more or fewer deaths than the strike was "
                    + "published with, readers will ask why: the claim’s reason says it.",
                wrong: """
                    scope,position,killed_min,killed_max,reason
                    CS1,conceded,12,12,
                    """,
                right: """
                    scope,position,killed_min,killed_max,reason
                    CS1,conceded,12,12,Two admissions: 12 in 2019 and 1 in 2018
                    """
            )
        case .claimPeriod:
            return Explanation(
                "The period that a claim speaks of ends after it begins.",
                wrong: """
                    period_from,period_to
                    2017-10,2017-06
                    """,
                right: """
                    period_from,period_to
                    2017-06,2017-10
                    """
            )
        case .duplicateRow:
            return Explanation(
                "Two rows that say the same are mostly one that was copied by mistake.",
                wrong: """
                    strike_id,name,age
                    CS1,Ahmad Ali,34
                    CS1,Ahmad Ali,34
                    """,
                right: """
                    strike_id,name,age
                    CS1,Ahmad Ali,34
                    """
            )
        case .updatedBeforePublished:
            return Explanation(
                "A record cannot have been changed before it was published.",
                wrong: """
                    first_published,last_updated
                    2024-12-15,2017-06-06
                    """,
                right: """
                    first_published,last_updated
                    2017-06-06,2024-12-15
                    """
            )
        case .previousIDTaken:
            return Explanation(
                "A former id leads readers who kept the old address to one strike, so it is no "
                    + "other strike’s id, and a former id of one strike only.",
                wrong: """
                    id,previous_ids
                    CS1,
                    CS2,CS1
                    """,
                right: """
                    id,previous_ids
                    CS2,CS1
                    """
            )
        }
    }
}
