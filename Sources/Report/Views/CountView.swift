import Records
import Templates

/// A count of one strike.
struct CountView: TemplateRecord {
    let scope: PageScope
    let count: Count

    static let schema = RecordSchema<CountView>(
        "count",
        "A number of people as published for one strike.",
        [
            .text("text", "The count in words and numerals: 3, 3–8, at least 10, no figure.") {
                $0.scope.language.text($0.count)
            }
            .shared(),
            .boolean("is_known", "Whether a number was published.") { $0.count.isKnown }
                .shared(),
            .boolean("is_none", "Whether it was published that nobody was harmed.") {
                $0.count.kind == .noneReported
            }
            .shared(),
            .optionalInteger("min", "The least number.") { $0.count.minimum }
                .shared(),
            .optionalInteger("max", "The greatest number; none when there is no upper end.") {
                $0.count.maximum
            }
            .shared(),
        ]
    )
}

/// The count of one strike for a measure that the site declares.
struct DeclaredCountView: TemplateRecord {
    let scope: PageScope
    let measure: Measure
    let count: Count
    /// Whether the figure of the page adds it; true on other pages.
    let isAdded: Bool

    static let schema = RecordSchema<DeclaredCountView>(
        "declared count",
        "The count of one strike or claim for a measure that the site declares itself.",
        [
            .text("measure", "The measure's name, as an author writes it.") { $0.measure.name },
            .text("label", "What is counted.") { $0.scope.language.label($0.measure) },
            .text("column", "What is counted, as the head of a column.") {
                $0.scope.language.columnLabel($0.measure)
            },
            .record("count", "The count.") { CountView(scope: $0.scope, count: $0.count) },
            .boolean("is_added", "Whether the figure of the page adds it; elsewhere true.") {
                $0.isAdded
            },
        ]
    )

    /// The counts of the strike at a position, in the order of the measures, for those that the
    /// records hold.
    static func all(
        _ scope: PageScope,
        ofStrikeAt position: Int,
        omissions: FigureOmissions? = nil
    ) -> [DeclaredCountView] {
        scope.report.held.declared.map { measure in
            DeclaredCountView(
                scope: scope,
                measure: measure,
                count: scope.report.dataset.strikes[position].counts[measure],
                isAdded: omissions?.isAdded(measure, at: position) ?? true
            )
        }
    }
}

extension DeclaredCountView {
    /// What a claim states, in the order of the measures, for those that a column of claims holds.
    static func all(_ scope: PageScope, of claim: Claim) -> [DeclaredCountView] {
        scope.report.held.claimed.map { measure in
            DeclaredCountView(
                scope: scope,
                measure: measure,
                count: claim.counts[measure],
                isAdded: true
            )
        }
    }
}

/// A measure over a selection, with the page that lists its strikes.
struct FigureView: TemplateRecord {
    let scope: PageScope
    let figure: Figure
    let measure: Measure
    /// Whether it stands in the row of a month or year without strikes, so that there is no number of people.
    private let isGap: Bool

    init(_ scope: PageScope, _ id: FigureID, _ measure: Measure) {
        self.init(scope, scope.report.figures[id], measure)
    }

    init(_ scope: PageScope, _ figure: Figure, _ measure: Measure, isGap: Bool = false) {
        self.scope = scope
        self.figure = figure
        self.measure = measure
        self.isGap = isGap && !measure.isOfRecords
    }

    private var total: Total { figure.tally.total(measure) }

    static let schema = RecordSchema<FigureView>(
        "figure",
        "A measure over a selection of strikes.",
        [
            .text("text", "The figure in numerals: 77, 322–429, at least 10, no figure.") {
                $0.text
            }
            .shared(),
            .url("url", "Its row on the page that lists the strikes behind it.") {
                $0.scope.url($0.figure, $0.measure)
            },
            .text("anchor", "The id of its row on that page.") {
                PagePlaces.anchor("m", $0.measure.name)
            },
            .text("label", "What is counted: killed, of them children.") {
                $0.scope.language.label($0.measure)
            }
            .shared(),
            .text("noun", "What is counted, in the form that the number needs: strike, strikes.") {
                $0.scope.language.noun($0.measure, $0.total)
            }
            .shared(),
            .text("definition", "What it counts, as a sentence; may be empty.") {
                $0.scope.language.definition($0.measure)
            },
            .url("definition_url", "Its definition in the methodology.") {
                $0.scope.definition(PagePlaces.anchor("m", $0.measure.name))
            },
            .text("measure", "The measure's name, as an author writes it.") {
                $0.measure.name
            }
            .shared(),
            .text("column", "What is counted, as the head of a column.") {
                $0.scope.language.columnLabel($0.measure)
            }
            .shared(),
            .text("unit", "What one of it is: people, strikes, sources, claims.") {
                $0.measure.unit
            }
            .shared(),
            .boolean("is_declared", "Whether the site declares the measure itself.") {
                $0.measure.isDeclared
            }
            .shared(),
            .text("selection", "Which strikes, in words.") {
                $0.scope.selections.text($0.figure)
            },
            .boolean("is_conceded", "Whether it counts what a belligerent concedes.") {
                $0.measure.isConceded
            }
            .shared(),
            .optionalText("note", "What it leaves open: strikes without a figure.") {
                $0.scope.remark($0.total, $0.measure)
            }
            .shared(),
            .boolean("is_known", "Whether there is a number at all.") {
                !$0.total.isUnknown && !$0.isGap
            }
            .shared(),
            .boolean(
                "is_gap",
                "Whether no strike is recorded for its row, so that it has no number."
            ) {
                $0.isGap
            }
            .shared(),
            .boolean("is_none", "Whether it is nothing: zero and nothing unknown, or no strike.") {
                $0.total.maximum == 0
            }
            .shared(),
            .integer("min", "The sum of minima.") { $0.total.minimum }
                .shared(),
            .integer("max", "The sum of maxima.") { $0.total.maximum }
                .shared(),
            .integer("strikes", "How many counts were added, known or not.") {
                $0.total.strikes
            }
            .shared(),
            .integer("unknown", "How many of them have no figure.") { $0.total.unknown }
                .shared(),
            .integer("open", "How many of them have no maximum.") { $0.total.openEnded }
                .shared(),
        ]
    )

    /// The figure in numerals.
    var text: String {
        if isGap { return scope.language.text(.noStrikesRecorded) }
        if total.isUnknown && total.strikes > 0 && scope.isConcession(measure) {
            return scope.language.text(.nothingConceded)
        }
        return scope.language.text(total)
    }
}

/// A grading of the site's methodology.
struct GradingView: TemplateRecord {
    let scope: PageScope
    /// Its position among the gradings.
    let index: Int

    private var grading: Grading { scope.settings.methodology.gradings[index] }

    static let schema = RecordSchema<GradingView>(
        "grading",
        "How well a strike is established.",
        [
            .text("key", "The key, for a class name.") { $0.grading.key }
                .shared(),
            .text("label", "The name.") { $0.grading.label }
                .shared(),
            .text("meaning", "The definition, as a sentence.") { $0.grading.meaning.asSentence }
                .shared(),
            .text("anchor", "The id of its definition in the methodology.") {
                PagePlaces.anchor("grading", $0.grading.key)
            },
            .url("definition_url", "Its definition in the methodology.") {
                $0.scope.definition(PagePlaces.anchor("grading", $0.grading.key))
            },
            .boolean("is_counted", "Whether it enters headline totals.") {
                $0.grading.isCounted
            }
            .shared(),
            .optionalRecord("figure", "The strikes with this grading, as a figure.") { view in
                view.scope.report.standing.gradings[view.grading.key]
                    .map { FigureView(view.scope, $0, .strikes) }
            },
        ]
    )
}

extension PageScope {
    /// The address of a definition in the methodology, by its id there.
    func definition(_ anchor: String) -> String { url(.methodology) + "#" + anchor }
}
