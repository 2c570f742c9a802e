/// The interface texts that the code itself asks for; templates may use any key besides.
///
/// A language's file must have every one of them, which is checked when it is read.
public enum Word: String, CaseIterable, Sendable {
    // Numbers of people.
    case countUnknown = "count_unknown"
    case countNone = "count_none"
    case countRange = "count_range"
    case countAtLeast = "count_at_least"
    case totalOpen = "total_open"
    case nothingConceded = "nothing_conceded"
    case strikesWithoutFigure = "strikes_without_figure"
    case strikesNothingConceded = "strikes_nothing_conceded"
    case strikesWithoutMaximum = "strikes_without_maximum"
    case everyStrikeHasFigure = "every_strike_has_figure"
    case nStrikes = "n_strikes"

    // Dates.
    case dateDay = "date_day"
    case dateDayShort = "date_day_short"
    case dateMonth = "date_month"
    case dateMonthShort = "date_month_short"
    case dateRange = "date_range"
    case dateUnknown = "date_unknown"
    case onDay = "on_day"
    case inMonth = "in_month"
    case inYear = "in_year"
    case inRange = "in_range"
    case timeAt = "time_at"
    case timeAbout = "time_about"

    // The sentence at the head of a strike's page.
    case sentence
    case sentenceReported = "sentence_reported"
    case sentenceUnknown = "sentence_unknown"
    case sentenceNone = "sentence_none"
    case whoCount = "who_count"
    case whoRange = "who_range"
    case whoAtLeast = "who_at_least"
    case inPlace = "in_place"
    case placePrepositions = "place_prepositions"
    case byStrike = "by_strike"
    case strikeTitle = "strike_title"

    // Selections in words.
    case selectionAll = "selection_all"
    case selectionEquals = "selection_equals"
    case selectionNot = "selection_not"
    case selectionBlank = "selection_blank"
    case selectionCounted = "selection_counted"
    case selectionNotCounted = "selection_not_counted"
    case selectionFrom = "selection_from"
    case selectionUntil = "selection_until"
    case selectionPeriod = "selection_period"
    case selectionDisclosed = "selection_disclosed"
    case selectionNotDisclosed = "selection_not_disclosed"
    case or
    case and
    case comma
    case decimalPoint = "decimal_point"
    case aged
    case figureOf = "figure_of"

    // Why a strike adds nothing.
    case omittedPartOf = "omitted_part_of"
    case omittedShared = "omitted_shared"
    case omittedGrading = "omitted_grading"
    case omittedUngraded = "omitted_ungraded"
    case omittedNoFigure = "omitted_no_figure"
    case leftOutWithStrike = "left_out_with_strike"

    // Labels of bars, maps and tables.
    case fieldValueBlank = "field_value_blank"
    case total
    case killed
    case conceded
    case mapTitle = "map_title"
    case mapDescription = "map_description"
    case mapNorth = "map_north"
    case mapSouth = "map_south"
    case mapEast = "map_east"
    case mapWest = "map_west"
    case metres
    case kilometres
    case chartCaption = "chart_caption"
    case chartDescription = "chart_description"

    // Articles.
    case footnotes
    case backToReference = "back_to_reference"
    case taskDone = "task_done"
    case taskOpen = "task_open"
    case tableRegion = "table_region"
    case strikeReference = "strike_reference"

    // Claims.
    case claimWhole = "claim_whole"
    case claimCampaign = "claim_campaign"

    // Pages.
    case titleStrikes = "title_strikes"
    case titleVictims = "title_victims"
    case titleClaims = "title_claims"
    case titleDisclosures = "title_disclosures"
    case titleMethodology = "title_methodology"
    case titleData = "title_data"
    case titleNotFound = "title_not_found"
    case titleSummary = "title_summary"
    case titlePaged = "title_paged"
    case siteTitle = "site_title"
    case overview
    case cite
    case citePage = "cite_page"
    case versionUnreleased = "version_unreleased"

    // Releases and corrections.
    case titleCorrections = "title_corrections"
    case titleTombstone = "title_tombstone"
    case titleMoved = "title_moved"
    case releaseName = "release_name"
    case releaseNone = "release_none"
    case releaseAfter = "release_after"
    case columnPublished = "column_published"
    case columnUnpublished = "column_unpublished"
    case changeLine = "change_line"
    case changeLineWhole = "change_line_whole"
    case headlineLine = "headline_line"
    case feedCorrection = "feed_correction"
}
