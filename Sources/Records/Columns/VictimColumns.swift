// A person and the columns that describe one.

import Diagnostics

/// One person killed or injured, as published, in a strike or without one.
public struct Victim: Hashable, Sendable {
    /// The strike; empty for a person who stands without one.
    public var strikeID: String
    /// The record's own name; empty where the people have none, and of a person who is shown in part.
    public var id = ""
    /// The name, or the relation by which the person is listed ("his son"); empty when neither.
    public var name = ""
    /// The name in other languages.
    public var names: [LocalName] = []
    /// The age as published: a number of years, or words such as "60s".
    public var age = ""
    /// Adult, child or unknown, as a key.
    public var ageGroup = ""
    /// Female or male, as a key; empty when unknown.
    public var sex = ""
    /// Killed or injured, as a key; empty when the record does not say.
    public var status = ""
    /// When the person died or was injured, as far as the person's own row says.
    public var date: CalendarDate?
    /// Where, in the words of the person's own row; empty when it does not say.
    public var place = ""
    /// The place in other languages.
    public var places: [LocalName] = []
    /// The cause of death or injury; empty when it is not known.
    public var cause = ""
    /// The family under which the person is listed; empty when there is none.
    public var family = ""
    /// A remark of the record's.
    public var note = ""
    /// The page that lists the person.
    public var url = ""
    /// The public columns that have no role, in the codebook's order.
    public var extras: [String] = []
    /// The row in its file, from 0.
    public var row = 0

    /// Makes a person with only the strike.
    public init(strikeID: String) {
        self.strikeID = strikeID
    }

    /// Makes an empty person for a row.
    public init(row: Int, location: () -> SourceLocation) {
        self.init(strikeID: "")
        self.row = row
    }
}

// MARK: - Columns

extension Victim: ColumnRecord {
    /// The columns of a person; they are the same for all measures.
    public static func columns(of measures: MeasureList) -> ColumnList<Victim> { columnList }

    private static let columnList = ColumnList<Victim>([
        .text(.strikeID, "The strike; blank for a person who stands without one.")
            .get { $0[$1].strikeID }.set { $0.strikeID = $1 }
            .decisive().naming().referring(to: .strikes)
            .kept(.anonymous, .initials),
        .text(.id, "The record's own name, by which pages link to the person.", .id)
            .get { $0[$1].id }.set { $0.id = $1 },
        .text(.name, "The name, or the relation by which the person is listed.")
            .get { $0[$1].name }.set { $0.name = $1 }.naming().kept(.initials),
        .names(.name, "The name in another language: name.ar.")
            .get { $0[$1].names }.set { $0.names = $1 }.kept(.initials),
        .text(.age, "The age as published.", .age)
            .get { $0[$1].age }.set { $0.age = $1 }.kept(.anonymous, .initials),
        .text(.ageGroup, "adult, child or unknown.", .key)
            .get { $0[$1].ageGroup }.set { $0.ageGroup = $1 }.kept(.anonymous, .initials),
        .text(.sex, "female or male.", .word(.sexes))
            .get { $0[$1].sex }.set { $0.sex = $1 }.kept(.anonymous, .initials),
        .text(.status, "killed or injured.", .word(.personStatuses))
            .get { $0[$1].status }.set { $0.status = $1 }.kept(.anonymous, .initials),
        .date(.date, "When the person died or was injured: a day, month or year.")
            .get { $0[$1].date }.set { $0.date = $1 },
        .text(.place, "Where the person died or was injured, in words.", .name)
            .get { $0[$1].place }.set { $0.place = $1 },
        .names(.place, "That place in another language: place.ar.", .name)
            .get { $0[$1].places }.set { $0.places = $1 },
        .text(.cause, "The cause of death or injury, such as airstrike or shelling.", .name)
            .get { $0[$1].cause }.set { $0.cause = $1 }
            .headed("cause", "cause", "causa", "سبب"),
        .text(.family, "The family under which the person is listed.")
            .get { $0[$1].family }.set { $0.family = $1 },
        .text(.note, "A remark.")
            .get { $0[$1].note }.set { $0.note = $1 },
        .text(.url, "The page that lists the person.", .url)
            .get { $0[$1].url }.set { $0.url = $1 },
        .leftOut,
        .protection("person", [.withheld, .anonymous, .initials]),
        .coarsening("age: group; note: omit"),
        .consent,
        .consentUntil,
    ])
}

extension Role {
    /// The name of a person.
    public static let name = Role("name")
    /// The age as published.
    public static let age = Role("age")
    /// Adult, child or unknown.
    public static let ageGroup = Role("age_group")
    /// Female or male.
    public static let sex = Role("sex")
    /// Killed or injured.
    public static let status = Role("status")
    /// The cause of a person's death or injury.
    public static let cause = Role("cause")
    /// The family under which a person is listed.
    public static let family = Role("family")
    /// A remark.
    public static let note = Role("note")
}
