// A method of the dataset, which reads a strike in place; a method of the strike would copy it first.

import Records

extension Dataset {
    /// The name of a strike's place in a language, otherwise as the record names it, otherwise the narrowest
    /// known area; empty when nothing is known.
    func placeName(ofStrikeAt position: Int, in language: String = "") -> String {
        if !strikes[position].place.names.isEmpty {
            let primary = language.prefix { $0 != "-" }
            let local = strikes[position].place.names.first { $0.language == primary }
            if let local, !local.name.isEmpty { return local.name }
        }
        let name = strikes[position].place.name
        if !name.isEmpty { return name }
        let district = strikes[position].place.district
        if !district.isEmpty { return district }
        let city = strikes[position].place.city
        if !city.isEmpty { return city }
        let governorate = strikes[position].place.governorate
        return governorate.isEmpty ? strikes[position].place.country : governorate
    }
}
