// Coordinates and how near they are. The digits are kept as published: 35.95 is not 35.950000.

import Diagnostics
import Formats
import Records

/// The columns of a strike's place.
struct PlaceCells {
    let name: Cell?
    let languages: [(language: String, cell: Cell)]
    let district: Cell?
    let city: Cell?
    let governorate: Cell?
    let country: Cell?
    let latitude: Cell?
    let longitude: Cell?
    let precision: Cell?

    init(_ records: RecordTable) {
        name = records.cell("place")
        languages = records.languages("place.")
        district = records.cell("district")
        city = records.cell("city")
        governorate = records.cell("governorate")
        country = records.cell("country")
        latitude = records.cell("latitude")
        longitude = records.cell("longitude")
        precision = records.cell("location.precision")
    }
}

/// A coordinate outside the earth, kept until the others are known and a guess can be made.
struct StrayCoordinate: Sendable {
    var row: Int
    var isLatitude: Bool
    var text: String
}

extension CellReader {
    /// Where a strike happened.
    mutating func place(_ cells: PlaceCells, _ row: Int) -> Place {
        var place = Place()
        place.name = name(cells.name, row)
        for (language, cell) in cells.languages {
            let name = name(cell, row)
            if !name.isEmpty { place.names.append(LocalName(language: language, name: name)) }
        }
        place.district = name(cells.district, row)
        place.city = name(cells.city, row)
        place.governorate = name(cells.governorate, row)
        place.country = name(cells.country, row)
        place.precision = locationPrecision(cells.precision, row)
        place.coordinate = coordinate(cells, row)
        return place
    }

    private mutating func coordinate(
        _ cells: PlaceCells,
        _ row: Int
    ) -> Coordinate? {
        let before = log.count
        let latitude = degrees(cells.latitude, row)
        let longitude = degrees(cells.longitude, row)
        guard log.count == before else { return nil }
        guard let latitude, let longitude else {
            // A column that is not there was told already, once.
            let isAsked = cells.latitude != nil && cells.longitude != nil
            if isAsked, latitude != nil || longitude != nil {
                reportIncomplete(cells, row, latitude == nil)
            }
            return nil
        }
        if abs(latitude.value) > 90 {
            strays.append(StrayCoordinate(row: row, isLatitude: true, text: latitude.text))
        }
        if abs(longitude.value) > 180 {
            strays.append(StrayCoordinate(row: row, isLatitude: false, text: longitude.text))
        }
        return Coordinate(
            latitude: latitude.value,
            longitude: longitude.value,
            latitudeText: latitude.text,
            longitudeText: longitude.text
        )
    }

    private mutating func degrees(_ cell: Cell?, _ row: Int) -> (value: Double, text: String)? {
        guard let cell else { return nil }
        let read = value(cell, row) { bytes in
            CellBytes.decimal(bytes).map { ($0, CellBytes.text(bytes)) }
                ?? (cell.schema.hasDecimalComma ? CellBytes.decimal(withComma: bytes) : nil)
        }
        guard let read else { return nil }
        if let read { return read }
        let text = cell.written(records.table, row)
        let commas = text.split(separator: ",", omittingEmptySubsequences: false)
        report(
            .coordinateInvalid,
            row,
            cell,
            "\(quoted(cell, row)) is not a number of degrees",
            "Coordinates are decimal degrees."
                + (commas.count == 2 && text.allSatisfy { $0.isNumber || ",-".contains($0) }
                    ? " Write \(commas.joined(separator: ".")), or say in the codebook that the column has "
                        + "commas: decimalChar: \",\"."
                    : " Write 35.95, not 35°57′ N.")
        )
        return nil
    }

    private mutating func reportIncomplete(_ cells: PlaceCells, _ row: Int, _ lacksLatitude: Bool) {
        report(
            .coordinateIncomplete,
            row,
            lacksLatitude ? cells.latitude : cells.longitude,
            lacksLatitude
                ? "the strike has a longitude, but no latitude"
                : "the strike has a latitude, but no longitude",
            "Fill it in, or leave both blank."
        )
    }

    private mutating func locationPrecision(_ cell: Cell?, _ row: Int) -> LocationPrecision {
        let key = key(cell, row)
        guard !key.isEmpty, let cell else { return .unstated }
        if let precision = LocationPrecision(word: key) { return precision }
        let known = LocationPrecision.allCases.map(\.rawValue)
        report(
            .wordUnknown,
            row,
            cell,
            "\(quoted(cell, row)) is no precision of a location",
            Spelling.question(key, known) ?? "The words: \(known.joined(separator: ", "))."
        )
        return .unstated
    }
}

extension LocationPrecision {
    /// Reads a word as a key, or as Airwars writes it.
    init?(word: String) {
        if let precision = LocationPrecision(rawValue: word) {
            self = precision
            return
        }
        switch word {
        case "exact-location": self = .exact
        case "within-1-m", "within-1-metre", "within-1-meter": self = .within1m
        case "within-100-m", "within-100-metres", "within-100-meters": self = .within100m
        case "landmark", "near-landmark", "nearby-landmarks": self = .nearbyLandmark
        case "neighborhood", "neighbourhood-area", "neighborhood-area": self = .neighbourhood
        case "unknown", "not-stated": self = .unstated
        default: return nil
        }
    }
}
