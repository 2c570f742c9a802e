// Coordinates and their precision. The digits are kept as published: 35.95 is not 35.950000.

import Diagnostics
import Formats
import Records

/// The columns of a point.
struct PointCells {
    let latitude: Cell?
    let longitude: Cell?

    init(_ records: RecordTable) {
        latitude = records.cell(.latitude)
        longitude = records.cell(.longitude)
    }
}

/// A coordinate outside the valid range, kept until the others are known and a correction can be suggested.
struct StrayCoordinate: Sendable {
    var row: Int
    var isLatitude: Bool
    var text: String
}

extension CellReader {
    /// The point of a row; `nil` when its cells are blank or wrong.
    mutating func coordinate(_ cells: PointCells, _ row: Int) -> Coordinate? {
        let latitude = degrees(cells.latitude, row)
        let longitude = degrees(cells.longitude, row)
        if latitude.isWrong || longitude.isWrong { return nil }
        return coordinate(latitude.value, longitude.value, cells, row)
    }

    /// A number of degrees, and how it is written.
    private typealias Degrees = (value: Double, text: String)

    private mutating func coordinate(
        _ latitude: Degrees?,
        _ longitude: Degrees?,
        _ cells: PointCells,
        _ row: Int
    ) -> Coordinate? {
        guard let latitude, let longitude else {
            // A column that is not there was reported already, once.
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

    private mutating func degrees(_ cell: Cell?, _ row: Int) -> CellOutcome<Degrees> {
        guard let cell else { return .blank }
        let found = outcome(cell, row) { bytes in
            CellBytes.decimal(bytes).map { ($0, CellBytes.text(bytes)) }
                ?? (cell.schema.hasDecimalComma ? CellBytes.decimal(withComma: bytes) : nil)
        }
        switch found {
        case .blank: return .blank
        case .wrong: return .wrong
        case .read(let degrees?): return .read(degrees)
        case .read(nil):
            reportDegrees(cell, row)
            return .wrong
        }
    }

    private mutating func reportDegrees(_ cell: Cell, _ row: Int) {
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
    }

    private mutating func reportIncomplete(_ cells: PointCells, _ row: Int, _ lacksLatitude: Bool) {
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
}
