import Text

/// A fact of the model that a column can hold.
public struct Role: Hashable, Sendable {
    /// The name that the codebook uses, such as `killed.min`; `place.*` stands for one a language.
    public var name: String
    /// What it means, in one line.
    public var meaning: String

    /// The column name that needs no `role`: dots become underscores.
    public var standardColumn: String {
        String(name.map { $0 == "." ? "_" : $0 })
    }

    private init(_ name: String, _ meaning: String) {
        self.name = name
        self.meaning = meaning
    }

    /// The roles of a kind of records on a site with some measures, in the order in which the
    /// documentation lists them.
    public static func all(
        of kind: ResourceKind,
        measures: MeasureList = .builtIn
    ) -> [Role] {
        switch kind {
        case .strikes: measures === MeasureList.builtIn ? builtInStrikes : strikes(measures)
        case .victims: victims
        case .sources: sources
        case .claims: claims
        case .disclosures: disclosures
        case .corrections: corrections
        }
    }

    /// The role that a column name stands for without being told, or `nil`.
    public static func standard(
        column: String,
        of kind: ResourceKind,
        measures: MeasureList = .builtIn
    ) -> String? {
        for role in all(of: kind, measures: measures) {
            if role.name.hasSuffix(".*") {
                let prefix = role.standardColumn.dropLast()
                let language = column.dropFirst(prefix.count)
                if column.hasPrefix(prefix), isLanguage(language) {
                    return String(role.name.dropLast()) + String(language)
                }
            } else if role.standardColumn == column {
                return role.name
            }
        }
        return nil
    }

    /// Whether a name that the codebook uses is a role of the kind.
    public static func isKnown(
        _ name: String,
        of kind: ResourceKind,
        measures: MeasureList = .builtIn
    ) -> Bool {
        all(of: kind, measures: measures)
            .contains { role in
                guard role.name.hasSuffix(".*") else { return role.name == name }
                return name.hasPrefix(role.name.dropLast())
                    && isLanguage(name.dropFirst(role.name.count - 1))
            }
    }

    private static func isLanguage(_ text: Substring) -> Bool {
        (2...8).contains(text.utf8.count)
            && text.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }
    }

    private static let builtInStrikes = strikes(.builtIn)

    private static func strikes(_ measures: MeasureList) -> [Role] {
        var roles = whatHappened
        for measure in measures.counts { roles += measure.roles.map { Role($0.name, $0.meaning) } }
        roles += assessment
        roles += OverlapGroup.all.map { Role($0.role, $0.roleMeaning) }
        return roles + record
    }

    private static let whatHappened: [Role] = [
        Role("id", "The record's own name; its page's address."),
        Role("date", "The day, month or year (2017-08-22, 2017-08, 2017)."),
        Role("date.end", "The last day, when the strike is dated over several."),
        Role("date.precision", "How precise the date is: day, month, year, range."),
        Role("time", "The local time as published (21:00, around midday)."),
        Role("place", "The place in words."),
        Role("place.*", "The place in another language: place.ar, place.fr."),
        Role("district", "The neighbourhood or quarter."),
        Role("city", "The town or city."),
        Role("governorate", "The governorate, province or region."),
        Role("country", "The country."),
        Role("latitude", "Decimal degrees north."),
        Role("longitude", "Decimal degrees east."),
        Role(
            "location.precision",
            "How near the point is: exact, within-100m, neighbourhood, city."
        ),
        Role("belligerent", "Who is said to have struck."),
        Role("attribution", "How sure that is: known, suspected, contested."),
        Role("strike_type", "The kind of strike: airstrike, artillery."),
        Role("strike_status", "Whether a belligerent declared it: declared, likely."),
    ]

    private static let assessment: [Role] = [
        Role("grading", "The grading, a key or label of site.yaml."),
        Role("military_assessment", "What the military found."),
        Role("target", "The target, only as the military stated it."),
        Role("named_victims", "How many people the record lists."),
        Role("url", "The page of the record."),
        Role("first_published", "When the record was first published."),
        Role("last_updated", "When the record was last changed."),
        Role("summary", "The summary in a few sentences."),
        Role("part_of", "The id of a strike whose counts include this one's."),
    ]

    private static let record: [Role] = [
        Role("left_out", "Why the row is read but not shown; blank means shown."),
        Role("previous_ids", "Names that the record had before, separated by ; ."),
    ]

    private static let victims: [Role] = [
        Role("strike_id", "The strike."),
        Role("name", "The name, or the relation by which the person is listed."),
        Role("name.*", "The name in another language: name.ar."),
        Role("age", "The age as published."),
        Role("age_group", "adult, child or unknown."),
        Role("sex", "female or male."),
        Role("status", "killed or injured."),
        Role("family", "The family under which the person is listed."),
        Role("note", "A remark."),
        Role("url", "The page that lists the person."),
        Role("left_out", "Why the row is read but not shown; blank means shown."),
    ]

    private static let sources: [Role] = [
        Role("id", "The record's own name."),
        Role("strike_id", "The strike it documents; blank for the campaign."),
        Role("publisher", "Who published it."),
        Role("title", "Its title."),
        Role("url", "Where it is."),
        Role("archive_url", "Where a copy is archived."),
        Role("language", "Its language: en, ar."),
        Role("kind", "Its kind: monitor, military, ngo, media."),
        Role("date", "When it was published."),
        Role("left_out", "Why the row is read but not shown; blank means shown."),
    ]

    private static let claims: [Role] = [
        Role("id", "The record's own name."),
        Role("claimant", "Who claims."),
        Role("date", "When it was said (2018-07-26, 2018-07, 2018)."),
        Role("scope", "campaign, or the ids of one or more strikes separated by ; ."),
        Role("period_from", "The first day of the period it speaks of."),
        Role("period_to", "The last day of the period it speaks of."),
        Role("killed", "Deaths claimed, in one column."),
        Role("killed.min", "Deaths claimed, the least number."),
        Role("killed.max", "Deaths claimed, the greatest number."),
        Role("injured", "Injuries claimed, in one column."),
        Role("injured.min", "Injuries claimed, the least number."),
        Role("injured.max", "Injuries claimed, the greatest number."),
        Role("statement", "What was said, in your own words."),
        Role("source_url", "Where it was read."),
        Role("source_id", "The source record behind it."),
        Role("position", "alleged, conceded, denied or none."),
        Role("reason", "Why an accepted claim lies outside the strike's range."),
        Role("left_out", "Why the row is read but not shown; blank means shown."),
    ]

    private static let disclosures: [Role] = [
        Role("strike_id", "The strike."),
        Role("fact", "date, time, location, weapon or target."),
        Role("disclosed_by", "Who made it public."),
        Role("value", "The fact as stated."),
        Role("source_url", "Where it was read."),
        Role("date", "When it was made public."),
        Role("left_out", "Why the row is read but not shown; blank means shown."),
    ]

    private static let corrections: [Role] = [
        Role("record", "The id of the strike, claim or source that changed."),
        Role("field", "The column that changed (victims.age of a person); blank for the record."),
        Role("reason", "Why it changed, as a sentence."),
        Role("date", "When it was corrected."),
        Role("kind", "changed, withdrawn, merged or safety; safety says no more."),
        Role("merged_into", "The id of the strike that now holds a withdrawn one."),
    ]
}
