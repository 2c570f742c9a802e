import Diagnostics
import Records

/// Small data sets made of a few facts a strike.
enum Sample {
    static func date(_ iso: String) -> CalendarDate {
        guard let date = CalendarDate(iso: iso) else { fatalError("no date: \(iso)") }
        return date
    }

    static func strike(
        _ id: String,
        _ day: String = "2017-08-01",
        killed: Count = .unknown,
        injured: Count = .unknown,
        conceded: Count = .unknown,
        grading: String = "fair",
        district: String = "",
        _ change: (inout Strike) -> Void = { _ in }
    ) -> Strike {
        var strike = Strike(id: id, date: .day(date(day)))
        strike.counts[.killed] = killed
        strike.counts[.injured] = injured
        strike.counts[.concededKilled] = conceded
        strike.grading = grading
        strike.place.district = district
        change(&strike)
        return strike
    }

    static let methodology = Methodology(gradings: [
        Grading(key: "confirmed", label: "Confirmed", isCounted: true, meaning: "Accepted."),
        Grading(key: "fair", label: "Fair", isCounted: true, meaning: "Two sources."),
        Grading(key: "weak", label: "Weak", isCounted: false, meaning: "One source."),
    ])

    static func dataset(_ strikes: [Strike], disclosures: [Disclosure] = []) -> Dataset {
        Dataset(
            codebook: codebook,
            methodology: methodology,
            strikes: strikes,
            disclosures: disclosures
        )
    }

    static let codebook: Codebook = {
        var codebook = Codebook()
        let location = SourceLocation(file: "content/datapackage.yaml")
        var resource = Resource(kind: .strikes, path: "data/strikes.csv", location: location)
        for role in [Role.id, .date, .grading, .district, .militaryAssessment] {
            var field = CodebookField(name: role.name, location: location)
            field.role = role
            field.isPublic = true
            resource.fields.append(field)
        }
        var extra = CodebookField(name: "Damage", location: location)
        extra.isPublic = true
        resource.fields.append(extra)
        resource.fields.append(CodebookField(name: "witness", location: location))
        codebook.resources = [
            resource,
            Resource(kind: .disclosures, path: "data/disclosures.csv", location: location),
        ]
        return codebook
    }()
}
