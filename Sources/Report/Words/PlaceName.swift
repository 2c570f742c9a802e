// A method of the dataset, which reads a strike in place; a method of the strike would copy it first.

import Records

extension Dataset {
    /// The name of a strike's place in a language, otherwise as the record names it, otherwise the narrowest
    /// known area; empty when nothing is known.
    ///
    /// `isName` says whether a text names a place: a sentence skips "Unknown", a list shows it as it is written.
    func placeName(
        ofStrikeAt position: Int,
        in language: String = "",
        where isName: (String) -> Bool = { !$0.isEmpty }
    ) -> String {
        if !strikes[position].place.names.isEmpty {
            let primary = language.prefix { $0 != "-" }
            let local = strikes[position].place.names.first { $0.language == primary }
            if let local, isName(local.name) { return local.name }
        }
        let name = strikes[position].place.name
        if isName(name) { return name }
        let district = strikes[position].place.district
        if isName(district) { return district }
        let city = strikes[position].place.city
        if isName(city) { return city }
        let governorate = strikes[position].place.governorate
        if isName(governorate) { return governorate }
        let country = strikes[position].place.country
        return isName(country) ? country : ""
    }
}
