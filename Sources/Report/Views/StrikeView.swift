import Records
import Templates
import Text

/// One strike, for all pages that show it or link to it.
struct StrikeView: TemplateRecord {
    let scope: PageScope
    let position: Int

    /// The sentence, where a page has already made it.
    private let knownSentence: String?

    init(_ scope: PageScope, _ position: Int, sentence: String? = nil) {
        self.scope = scope
        self.position = position
        knownSentence = sentence
    }

    var strike: Strike { scope.report.dataset.strikes[position] }

    static let hasSharedKey = true

    /// The page of the strike links to itself in another way than other pages do.
    var sharedKey: Int? {
        scope.report.places.strikes[position] == scope.versionPath ? nil : position
    }

    static let schema = RecordSchema<StrikeView>(
        "strike",
        "One strike.",
        identity + place + counts + assessment + record
    )

    private static let identity: [Field<StrikeView>] = [
        .text("id", "The record's own name.") { $0.strike.id }
            .shared(),
        .url("url", "The strike's page.") { $0.url }
            .shared(),
        .text("anchor", "The strike's fragment on pages that list it.") {
            PagePlaces.anchor("s", $0.strike.id)
        }
        .shared(),
        .text("title", "Place and date in a few words.") { $0.title }
            .shared(),
        .text("sentence", "What happened, where and when, in one sentence.") {
            $0.sentence
        },
        .text("date", "The date with its precision, as in a sentence.") {
            $0.scope.language.text($0.strike.date)
        }
        .shared(),
        .text("date_short", "The date as in a table.") {
            $0.scope.edition.shortDate(ofStrikeAt: $0.position)
        }
        .shared(),
        .text("date_iso", "The date as ISO 8601, a range as from/to.") { $0.strike.date.iso }
            .shared(),
        .text("first_day", "The first day on which it may have happened, as ISO 8601.") {
            $0.strike.date.first.iso
        }
        .shared(),
        .optionalText("time", "The local time as published.") { $0.time },
        .optionalText("month_iso", "The month as YYYY-MM; none when it may have been in several.") {
            $0.strike.date.isoMonth
        }
        .shared(),
    ]

    private static let place: [Field<StrikeView>] = [
        .texts("coarse", "What is shown more coarsely than it is known, a sentence each.") {
            CoarseText.sentences($0.scope, ofStrike: $0.strike.id)
        },
        .text("place", "The place in words; the district or city when it has no name.") {
            $0.placeName
        }
        .shared(),
        .optionalRecord("place_local", "The place in its own language, if it is another.") {
            $0.localPlace
        },
        .text("place_line", "The place with district, city, governorate and country.") {
            $0.placeLine
        },
        .text("district", "The neighbourhood; may be empty.") {
            $0.scope.label($0.strike.place.district, .strikes, .district)
        }
        .shared(),
        .text("city", "The town or city; may be empty.") {
            $0.scope.label($0.strike.place.city, .strikes, .city)
        }
        .shared(),
        .text("governorate", "The governorate; may be empty.") {
            $0.scope.label($0.strike.place.governorate, .strikes, .governorate)
        }
        .shared(),
        .text("country", "The country; may be empty.") {
            $0.scope.label($0.strike.place.country, .strikes, .country)
        }
        .shared(),
        .optionalText("coordinates", "Latitude and longitude as published.") {
            $0.strike.place.coordinate.map { "\($0.latitudeText), \($0.longitudeText)" }
        },
        .text("precision", "How near to the coordinates it was, in words.") {
            $0.scope.language.label("location_precision_", $0.strike.place.precision.rawValue)
        }
        .shared(),
    ]

    private static let counts: [Field<StrikeView>] =
        MeasureList.builtIn.counts.map { measure in
            .record(
                measure.name,
                measure.meaning + (measure.isConceded ? "; unknown means none." : ".")
            ) {
                $0.count($0.strike.counts[measure])
            }
            .shared()
        } + [
            .text(
                "killed_unit",
                "The word beside the number of killed, in the form that it needs: killed, for deaths."
            ) {
                $0.scope.language.killedUnit($0.strike.counts[.killed])
            }
            .shared(),
            .list("declared_counts", "The counts for measures that the site declares itself.") {
                DeclaredCountView.all($0.scope, ofStrikeAt: $0.position)
            },
            .optionalRecord("conceded_with", "The strike whose concession covers this one too.") {
                view in
                view.scope.report.dataset
                    .index(of: view.strike.overlap[.conceded])
                    .map { StrikeView(view.scope, $0) }
            },
        ]

    private static let assessment: [Field<StrikeView>] = [
        .optionalRecord("grading", "How well it is established.") { view in
            view.scope.settings.methodology.index(of: view.strike.grading)
                .map { GradingView(scope: view.scope, index: $0) }
        }
        .shared(),
        .boolean("is_counted", "Whether it enters headline totals.") {
            $0.scope.report.dataset.isCounted($0.position)
        }
        .shared(),
        .text("belligerent", "Who is said to have struck; may be empty.") {
            $0.scope.label($0.strike.belligerent, .strikes, .belligerent)
        }
        .shared(),
        .text("attribution", "How sure that is; may be empty.") {
            $0.scope.selections.word("attribution_", $0.strike.attribution)
        },
        .text("type", "The kind of strike; may be empty.") {
            $0.scope.label($0.strike.type, .strikes, .strikeType)
        }
        .shared(),
        .text("status", "Whether it was declared; may be empty.") {
            $0.scope.selections.word("strike_status_", $0.strike.status)
        }
        .shared(),
        .text("military_assessment", "What the military found; may be empty.") {
            $0.scope.selections.value(
                $0.strike.assessment,
                of: .text(.militaryAssessment),
                blank: ""
            )
        }
        .shared(),
        .text("area_key", "The area by which the list can be narrowed, as recorded; may be empty.")
        {
            $0.areaKey
        }
        .shared(),
        .text("verdict_key", "What the military found, as recorded; may be empty.") {
            $0.strike.assessment
        }
        .shared(),
        .text("target", "The target as the military stated it; may be empty.") {
            $0.scope.label($0.strike.target, .strikes, .target)
        },
    ]

    private static let record: [Field<StrikeView>] = [
        .list(
            "listed_facts",
            "The facts that are shown as a label and a text, such as the status and the target."
        ) {
            $0.scope.edition.listedFacts.facts(of: $0.position, $0.scope)
        },
        .text("summary", "The summary, in the page's language if recorded; may be empty.") {
            $0.summary
        },
        .optionalURL("record_url", "The page of the record elsewhere.") {
            $0.strike.url.isEmpty ? nil : $0.strike.url
        },
        .optionalText("first_published", "When the record was first published.") { view in
            view.strike.firstPublished.map { view.scope.language.text($0) }
        },
        .optionalText("last_updated", "When the record was last changed.") { view in
            view.strike.lastUpdated.map { view.scope.language.text($0) }
        },
        .table(
            "columns",
            "The public columns without a role, by name.",
            of: "strike columns"
        ) { view in
            let names = view.scope.report.extraColumns
            return TableValue(
                Dictionary(
                    zip(names, view.strike.extras.map { .text(view.scope.plainLine($0)) }),
                    uniquingKeysWith: { first, _ in first }
                )
            )
        },
        .list("extras", "The public columns without a role that have a value here.") {
            $0.scope.extras($0.strike.extras, .strikes)
        },
    ]

    var url: String { scope.url(scope.report.places.strikes[position]) }

    /// The summary as plain text.
    private var summary: String {
        let text = scope.text(strike.summary, or: strike.summaries)
        if scope.report.dataset.markdownCells.isEmpty { return text }
        return scope.plainSummary(text, ofStrikeAt: position)
    }

    var sentence: String {
        if let knownSentence { return knownSentence }
        return StrikeSentence(scope.report.dataset, position, in: scope.language).text
    }

    var title: String { scope.edition.title(ofStrikeAt: position) }

    private var areaKey: String {
        switch scope.report.search?.facets(scope.report).area {
        case .district: strike.place.district
        case .city: strike.place.city
        case .governorate: strike.place.governorate
        case .country: strike.place.country
        case _: ""
        }
    }

    private func count(_ count: Count) -> CountView { CountView(scope: scope, count: count) }

    private var time: String? {
        strike.time.isEmpty ? nil : scope.language.digits(strike.time)
    }

    /// The place in the page's language when the record has it, otherwise as the record names it.
    var placeName: String {
        scope.report.dataset.placeName(ofStrikeAt: position, in: scope.language.tag)
    }

    /// The name of the place in another language.
    var localPlace: LocalTextView? {
        if strike.place.names.isEmpty { return nil }
        let primary = scope.language.tag.prefix { $0 != "-" }
        guard let other = strike.place.names.first(where: { $0.language != primary }) else {
            return nil
        }
        return LocalTextView(text: other.name, language: other.language)
    }

    private var placeLine: String {
        var parts: [String] = []
        let place = strike.place
        let levels = [
            scope.label(place.district, .strikes, .district),
            scope.label(place.city, .strikes, .city),
            scope.label(place.governorate, .strikes, .governorate),
            scope.label(place.country, .strikes, .country),
        ]
        for part in [placeName] + levels
        where !part.isEmpty && !parts.contains(where: { $0.namesArea(part) }) {
            parts.append(part)
        }
        return parts.map { scope.language.isolated($0) }
            .joined(separator: scope.language.text(.comma))
    }
}

extension String {
    /// Whether a place in words names an area as one of its parts: "Al-Badou, Raqqa" names "Raqqa", and "Raqqa
    /// countryside" does not.
    fileprivate func namesArea(_ area: String) -> Bool {
        self == area
            || holds(area)
                && split { ",،:;()/".contains($0) }
                    .contains { part in
                        part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
                            .elementsEqual(area)
                    }
    }
}

/// A label with its text.
struct LabelledTextView: TemplateRecord {
    let label: String
    let text: String
    /// The text as HTML, where it is Markdown.
    var markup: HTML?
    /// What the text means, and the address of that definition.
    var definition: (meaning: String, url: String)?

    static let schema = RecordSchema<LabelledTextView>(
        "labelled text",
        "A label with its text.",
        [
            .text("label", "The label.") { $0.label },
            .text("text", "The text.") { $0.text },
            .html(
                "linked",
                "The text as HTML: the web addresses in it are links, and Markdown is what it means."
            ) { $0.markup ?? LinkedCell.html($0.text) },
            .optionalText("definition", "What the text means, where the site defines it.") {
                $0.definition?.meaning
            },
            .optionalURL("definition_url", "That definition in the methodology.") {
                $0.definition?.url
            },
        ]
    )
}
