import Records
import Templates
import Text

/// The page that remains at the address of a strike that is no longer published.
struct TombstonePage: PageRoot {
    let scope: PageScope
    let strike: DepartedStrike

    private var kind: String {
        switch strike.correction?.kind {
        case .safety: "safety"
        case .merged: "merged"
        case .withdrawn, .changed, nil: strike.successor.isEmpty ? "withdrawn" : "merged"
        }
    }

    var page: PageView {
        PageView(scope: scope, title: scope.language.text(.titleTombstone, ["id": strike.id]))
    }

    static let schema = RecordSchema<TombstonePage>(
        "tombstone page",
        "What remains at the address of a strike that is no longer published.",
        withPageFields([
            .text("id", "The id that the strike had.") { $0.strike.id },
            .text("kind", "withdrawn, merged or safety.") { $0.kind },
            .optionalText("reason", "Why, as a sentence; never given when it is for safety.") {
                $0.reason
            },
            .optionalText("date", "When it was withdrawn, in words.") { view in
                view.date.map { view.scope.language.text($0) }
            },
            .optionalRecord("successor", "The strike that it is now part of.") { $0.successor },
        ])
    )

    private var isSafety: Bool { strike.correction?.kind == .safety }

    private var date: CalendarDate? {
        isSafety ? nil : strike.correction?.date ?? strike.stamp?.date
    }

    private var successor: StrikeView? {
        guard !isSafety, let position = scope.report.dataset.index(of: strike.successor) else {
            return nil
        }
        return StrikeView(scope, position)
    }

    private var reason: String? {
        guard !isSafety, let correction = strike.correction, !correction.reason.isEmpty else {
            return nil
        }
        return scope.text(correction.reason, or: correction.reasons)
    }
}

/// The page at a former address of a strike, which leads to the strike’s page.
struct MovedPage: PageRoot {
    let scope: PageScope
    let moved: MovedStrike

    private var target: StrikeView { StrikeView(scope, moved.position) }

    var page: PageView {
        PageView(
            scope: scope,
            title: scope.language.text(
                .titleMoved,
                ["id": moved.id, "strike": target.strike.id]
            ),
            canonicalPath: scope.report.places.strikes[moved.position]
        )
    }

    static let schema = RecordSchema<MovedPage>(
        "moved page",
        "The page at a former address of a strike, which leads to its page.",
        withPageFields([
            .text("id", "The former id.") { $0.moved.id },
            .record("strike", "The strike.") { $0.target },
            .text("refresh", "The content of the refresh that leads there.") {
                "0; url=" + $0.target.url
            },
        ])
    )
}

/// The page at a former address of the list of strikes, which leads to the list.
struct MovedListPage: PageRoot {
    let scope: PageScope

    var page: PageView {
        PageView(
            scope: scope,
            title: scope.language.text(.titleStrikes),
            canonicalPath: PagePlaces.Fixed.strikes.path(scope.report.settings)
        )
    }

    static let schema = RecordSchema<MovedListPage>(
        "moved list page",
        "The page at a former address of the list of strikes, which leads to the list.",
        withPageFields([
            .url("url", "The list.") { $0.scope.url(.strikes) },
            .text("refresh", "The content of the refresh that leads there.") {
                "0; url=" + $0.scope.url(.strikes)
            },
        ])
    )
}
