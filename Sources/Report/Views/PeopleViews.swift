import Records
import Templates

/// One person killed or injured.
struct VictimView: TemplateRecord {
    let scope: PageScope
    let position: Int
    /// Whether the person is listed outside a strike, so that the details say when and where.
    var isAlone = false

    private var victim: Victim { scope.report.dataset.victims[position] }

    static let schema = RecordSchema<VictimView>(
        "victim",
        "One person killed or injured, as published.",
        [
            .optionalText(
                "anchor",
                "The fragment of the person in a list; none without an id of their own."
            ) { $0.anchor },
            .optionalURL(
                "url",
                "The person's page; where people have none, the list that they are found in, unless a record is named."
            ) { $0.url },
            .text("name", "The name, or the relation by which the person is listed.") { $0.name },
            .optionalRecord("name_local", "The name in another language.") { view in
                view.victim.names.first { $0.language != view.scope.language.tag }
                    .map { LocalTextView(text: $0.name, language: $0.language) }
            },
            .text("age", "The age as published; may be empty.") { view in
                Int(view.victim.age).map { view.scope.language.plainNumber($0) }
                    ?? view.victim.age
            },
            .boolean("age_is_number", "Whether the age is a number of years.") {
                Int($0.victim.age) != nil
            },
            .text("age_group", "Adult, child or unknown, in words; may be empty.") {
                $0.scope.selections.word("age_group_", $0.victim.ageGroup)
            },
            .text("sex", "Female or male, in words; may be empty.") {
                $0.scope.selections.word("sex_", $0.victim.sex)
            },
            .text("status", "Killed or injured, in words; may be empty.") {
                $0.scope.selections.word("victim_status_", $0.victim.status)
            },
            .text("status_key", "Killed or injured, as a key; may be empty.") {
                $0.victim.status
            },
            .text("family", "The family under which the person is listed; may be empty.") {
                $0.scope.label($0.victim.family, .victims, .family)
            },
            .text("note", "A remark; may be empty.") { $0.note },
            .optionalURL("record_url", "The page that lists the person.") {
                $0.victim.url.isEmpty ? nil : $0.victim.url
            },
            .text("date", "When the person died or was injured, in words; may be empty.") {
                $0.date
            },
            .text("place", "Where, in the person’s own row; may be empty.") { $0.place },
            .text("cause", "The cause of death or injury; may be empty.") { $0.cause },
            .optionalRecord("strike", "The strike, in a list that is not by strike.") {
                $0.strike
            },
            .list("details", "Age, group, sex, date, place, cause and remark, as far as known.") {
                $0.details.map { TextView(text: $0) }
            },
        ]
    )

    /// The name in the language of the page, or as recorded first.
    var name: String {
        victim.names.first { $0.language == scope.language.tag }?.name ?? victim.name
    }

    private var hasID: Bool { !scope.report.dataset.victims[position].id.isEmpty }

    private var anchor: String? {
        hasID ? scope.report.anchor(ofPersonAt: position) : nil
    }

    private var url: String? {
        guard hasID else { return nil }
        let hasPages = scope.report.settings.hasPersonPages
        if !hasPages, !victim.url.isEmpty { return nil }
        let path = scope.report.path(ofPersonAt: position)
        // A link from a line to itself leads nowhere.
        let page = path.prefix { $0 != "#" }
        return page == scope.versionPath ? nil : scope.url(path)
    }

    private var note: String { scope.label(victim.note, .victims, .note) }

    private var cause: String { scope.label(victim.cause, .victims, .cause) }

    private var strike: StrikeView? {
        guard isAlone else { return nil }
        return scope.report.dataset.index(of: victim.strikeID).map { StrikeView(scope, $0) }
    }

    private var date: String { victim.date.map { scope.language.text($0) } ?? "" }

    private var place: String { scope.text(victim.place, or: victim.places) }

    /// What is known of the person besides the name, in reading order.
    var details: [String] {
        var parts: [String] = []
        if let age = Int(victim.age) {
            parts.append(scope.language.text(.aged, count: age))
        } else if !victim.age.isEmpty {
            parts.append(publishedAge)
        } else if victim.ageGroup == "child" || victim.ageGroup == "adult" {
            parts.append(scope.selections.word("age_group_", victim.ageGroup))
        }
        if !victim.sex.isEmpty { parts.append(scope.selections.word("sex_", victim.sex)) }
        if isAlone, victim.status == "injured" {
            parts.append(scope.selections.word("victim_status_", victim.status))
        }
        for fact in [date, place, cause, note] where !fact.isEmpty {
            parts.append(fact)
        }
        return parts
    }

    /// An age in words as published: “aged 80 plus”; a word that is no age alone, such as “unborn”, stands by itself.
    private var publishedAge: String {
        guard victim.age.utf8.contains(where: { (48...57).contains($0) }) else { return victim.age }
        return scope.language.text(.agedPublished, ["age": scope.language.isolated(victim.age)])
    }
}

extension VictimView {
    /// What is recorded of the person besides the name, each with its label.
    var facts: [LabelledTextView] {
        let victim = self.victim
        let stated: [(PersonField, String, String)] = [
            (.age, "age", Int(victim.age).map { scope.language.plainNumber($0) } ?? victim.age),
            (.ageGroup, "age_group", scope.selections.word("age_group_", victim.ageGroup)),
            (.sex, "sex", scope.selections.word("sex_", victim.sex)),
            (.status, "status", scope.selections.word("victim_status_", victim.status)),
            (.date, "date", date),
            (.place, "place", place),
            (.cause, "cause", cause),
            (.family, "family", scope.label(victim.family, .victims, .family)),
        ]
        var facts = stated.map { field, name, text in
            LabelledTextView(
                label: scope.selections.label(of: .person(field), named: name),
                text: text
            )
        }
        facts.append(LabelledTextView(label: scope.language.text(.fieldNote), text: note))
        return facts.filter { !$0.text.isEmpty } + scope.extras(victim.extras, .victims)
    }
}

/// A plain text in a list.
struct TextView: TemplateRecord {
    let text: String

    static let schema = RecordSchema<TextView>(
        "text",
        "A text in a list.",
        [.text("text", "The text.") { $0.text }]
    )
}

/// People who are listed together: those of one family and status.
struct PeopleGroupView: TemplateRecord {
    let scope: PageScope
    let family: String
    let status: String
    /// The positions of the people among all victims.
    let people: [Int]

    static let schema = RecordSchema<PeopleGroupView>(
        "people",
        "People who are listed together.",
        [
            .text("family", "The family; empty for people listed under none.") { $0.family },
            .text("status", "Killed or injured, in words for several people; may be empty.") {
                $0.scope.selections.word("people_status_", $0.status)
            },
            .text("status_key", "Killed or injured, as a key; may be empty.") { $0.status },
            .list("people", "The people.") { group in
                group.people.map { VictimView(scope: group.scope, position: $0) }
            },
        ]
    )

    /// Groups the people of a strike by status, then by family: the killed first, people without a family
    /// last.
    static func groups(_ scope: PageScope, ofStrikeAt position: Int) -> [PeopleGroupView] {
        let victims = scope.report.dataset.victims(ofStrikeAt: position)
        var groups: [PeopleGroupView] = []
        for status in statuses(victims) {
            let people = victims.indices.filter { victims[$0].status == status }
            var families: [String] = []
            for person in people where !families.contains(victims[person].family) {
                families.append(victims[person].family)
            }
            let ordered = families.filter { !$0.isEmpty } + families.filter(\.isEmpty)
            for family in ordered {
                groups.append(
                    PeopleGroupView(
                        scope: scope,
                        family: scope.label(family, .victims, .family),
                        status: status,
                        people: people.filter { victims[$0].family == family }
                    )
                )
            }
        }
        return groups
    }

    /// The statuses that people have, in the order in which they are shown.
    private static func statuses(_ victims: ArraySlice<Victim>) -> [String] {
        let usual = ["killed", "", "injured"]
        var others: [String] = []
        for position in victims.indices {
            let status = victims[position].status
            if !usual.contains(status) && !others.contains(status) { others.append(status) }
        }
        return usual + others.sorted()
    }
}
