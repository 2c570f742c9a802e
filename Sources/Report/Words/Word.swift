/// The interface texts that the code itself uses; templates may use any other key too.
///
/// Every language's file must have all of them, which is checked when it is read. The raw value is the
/// word's position in ``allCases``.
public enum Word: Int, CaseIterable, Sendable {
    // Numbers of people.
    case countUnknown
    case countNone
    case countRange
    case countAtLeast
    case nothingConceded
    case strikesWithoutFigure
    case strikesNothingConceded
    case strikesWithoutMaximum
    case nStrikes
    case nPeople

    // Dates.
    case dateDay
    case dateDayShort
    case dateMonth
    case dateMonthShort
    case dateRange
    case dateUnknown
    case onDay
    case inMonth
    case inYear
    case inRange
    case timeAt
    case timeAbout

    // The sentence at the head of a strike's page.
    case sentence
    case sentenceReported
    case sentenceUnknown
    case sentenceNone
    case sentenceCount
    case sentencePlaced
    case aStrike
    case whoCount
    case whoRange
    case whoUpTo
    case whoAtLeast
    case inPlace
    case placePrepositions
    case placeWordsNotIn
    case timePrepositions
    case byStrike
    case kindArticles
    case strikeTitle

    // Selections in words.
    case selectionAll
    case selectionAllPeople
    case selectionNoStrike
    case selectionInStrike
    case selectionEquals
    case selectionNot
    case selectionBlank
    case selectionCounted
    case selectionNotCounted
    case selectionFrom
    case selectionUntil
    case selectionPeriod
    case selectionDisclosed
    case selectionNotDisclosed
    case or
    case and
    case comma
    case decimalPoint
    case labelled
    case aged
    case agedPublished
    case figureOf

    // Why a strike adds nothing.
    case omittedPartOf
    case omittedShared
    case omittedGrading
    case omittedUngraded
    case mayFall
    case mayFallPeople
    case omittedNoFigure
    case leftOutWithStrike
    case leftOutWithArticle

    // Pictures, recordings and documents.
    case mediumBefore
    case mediumAfter
    case mediumSource
    case mediumLicence
    case documentPages
    case sizeKilobytes
    case sizeMegabytes
    case withheldStrikes
    case withheldKilled
    case withheldPeople
    case sourceUnnamed
    case rareValue
    case rowsOverlap
    case rowsOverlapPeople
    case methodRare
    case methodRarePeople
    case methodDate
    case methodPoint
    case methodOmitted
    case methodAge
    case methodNames
    case coarseDecimals
    case coarsePoint
    case coarseDistrict
    case coarseCity
    case coarseMonth
    case coarseYear
    case coarseAge
    case coarseOmitted

    // Labels of bars, maps and tables.
    case fieldValueBlank
    case fieldInitial
    case fieldSex
    case fieldAgeGroup
    case fieldPersonStatus
    case fieldCause
    case fieldAge
    case fieldAgeBand
    case fieldFamily
    case fieldNote
    case ageFrom
    case ageUntil
    case total
    case killed
    case killedUnknown
    case killedNone
    case conceded
    case noStrikesRecorded
    case blockNoStrikes
    case blockNoPeople
    case blockNoCoordinates
    case blockNoDays
    case mapTitle
    case mapDescription
    case mapTotalDescription
    case mapLocator
    case mapInset
    case strikeLocator
    case nPlaces
    case areaBetween
    case mapNorth
    case mapSouth
    case mapEast
    case mapWest
    case metres
    case kilometres
    case chartCaption
    case chartCaptionPeople
    case chartDescription

    // Articles.
    case footnotes
    case rangeOf
    case headingLink
    case backToReference
    case taskDone
    case taskOpen
    case tableRegion
    case tableScrolls
    case strikeReference

    // Claims.
    case claimWhole
    case claimCampaign
    case claimOnly
    case claimSeveral
    case claimNoPeriod

    // Pages.
    case titleStrikes
    case titleVictims
    case titlePeople
    case titleClaims
    case titleDisclosures
    case titleMethodology
    case titleData
    case titleNotFound
    case notFoundText
    case notFoundHome
    case notFoundStrikes
    case titleSummary
    case titlePaged
    case siteTitle
    case overview
    case languageName
    case cite
    case citePeople
    case citePage
    case citeReport
    case printContents
    case printAddresses
    case versionUnreleased

    // Releases and corrections.
    case titleCorrections
    case titleSearch
    case titleMonths
    case titlePlaces
    case titlePeopleByName
    case registerMonths
    case registerPlaces
    case registerPeople
    case monthNotKnown
    case titleTombstone
    case titleMoved
    case releaseName
    case releaseNone
    case releaseAfter
    case columnName
    case columnPublished
    case columnUnpublished
    case changeLine
    case changeLineWhole
    case headlineLine
    case feedCorrection

    /// The key in the files of words: the name with underscores, `count_none` for ``countNone``.
    public var key: String { Word.keys[rawValue] }

    private static let keys = allCases.map { word in
        "\(word)"
            .reduce(into: "") { key, letter in
                key += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
            }
    }
}
