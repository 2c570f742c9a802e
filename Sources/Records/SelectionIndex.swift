/// What a selection selects.
public enum SelectionSubject: Hashable, Sendable {
    /// Strikes.
    case strikes
    /// People, with or without a strike.
    case people
}

/// Answers selections of strikes or of people.
public protocol SelectionIndex: Sendable {
    /// What it selects.
    var subject: SelectionSubject { get }

    /// The records that are known to satisfy every condition.
    func records(_ selection: Selection) -> StrikeSet

    /// The records that may belong to a selection, and are not known to.
    func undecided(_ selection: Selection) -> StrikeSet

    /// Whether any record has a value, which must not be empty.
    func hasValue(_ value: String, of field: SelectionField) -> Bool

    /// The values of a field, sorted, without the empty one.
    func values(of field: SelectionField) -> [String]

    /// The values that a field has among some records, in no order; the empty one too, if some have none.
    func values(of field: SelectionField, in records: StrikeSet) -> Set<String>

    /// Values of a field in the order of its column, without the empty one.
    func ordered(_ values: Set<String>, of field: SelectionField) -> [String]
}

/// How the selections of a site are read: those of strikes, and those of people.
public struct SelectionReading: Sendable {
    /// Everything that selections of one subject need.
    public struct Side: Sendable {
        /// The fields.
        public let catalog: FieldCatalog
        /// Finds the records.
        public let index: any SelectionIndex
        /// Reads what authors write.
        public let parser: SelectionParser
    }

    /// Of strikes.
    public let strikes: Side
    /// Of people; `nil` where no table lists any.
    public let people: Side?
    /// The named selections that can be read in no way, with what is wrong.
    public let mistakes: [(item: NamedSelection, mistake: SelectionParser.Mistake)]

    /// Reads the named selections of a site; each may use those before it.
    ///
    /// A name can stand for strikes, for people, or for either.
    public init(_ dataset: Dataset, settings: SiteSettings, index: StrikeIndex) {
        let catalog = FieldCatalog(codebook: dataset.codebook)
        let people =
            dataset.codebook.resource(.victims) == nil
            ? nil
            : (
                catalog: FieldCatalog(ofPeople: dataset.codebook, bands: settings.ageBands),
                index: PersonIndex(dataset, strikes: index, bands: settings.ageBands)
            )
        var named: [String: Selection] = [:]
        var namedPeople: [String: Selection] = [:]
        var mistakes: [(NamedSelection, SelectionParser.Mistake)] = []
        for item in settings.selections {
            var mistake: SelectionParser.Mistake?
            do throws(SelectionParser.Mistake) {
                named[item.name] = try SelectionParser(
                    catalog: catalog,
                    index: index,
                    named: named
                )
                .parse(item.text)
            } catch { mistake = error }
            if let people {
                do throws(SelectionParser.Mistake) {
                    namedPeople[item.name] = try SelectionParser(
                        catalog: people.catalog,
                        index: people.index,
                        named: namedPeople
                    )
                    .parse(item.text)
                    mistake = nil
                } catch {
                    if dataset.codebook.isOfPeopleOnly { mistake = error }
                }
            }
            if let mistake { mistakes.append((item, mistake)) }
        }
        self.mistakes = mistakes
        strikes = Side(
            catalog: catalog,
            index: index,
            parser: SelectionParser(catalog: catalog, index: index, named: named)
        )
        self.people = people.map { people in
            Side(
                catalog: people.catalog,
                index: people.index,
                parser: SelectionParser(
                    catalog: people.catalog,
                    index: people.index,
                    named: namedPeople
                )
            )
        }
    }
}
