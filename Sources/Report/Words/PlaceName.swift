// Asked of the dataset, which can look into a strike: a strike that is asked is copied first.

import Records

extension Dataset {
    /// The name of a strike's place in a language, else as the record names it, else the narrowest
    /// area; empty when nothing is known.
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
