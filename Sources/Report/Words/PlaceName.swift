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
        if isName(name) { return codebook.label(name, .strikes, .place, in: language) }
        let district = strikes[position].place.district
        if isName(district) { return codebook.label(district, .strikes, .district, in: language) }
        let city = strikes[position].place.city
        if isName(city) { return codebook.label(city, .strikes, .city, in: language) }
        let governorate = strikes[position].place.governorate
        if isName(governorate) {
            return codebook.label(governorate, .strikes, .governorate, in: language)
        }
        let country = strikes[position].place.country
        return isName(country) ? codebook.label(country, .strikes, .country, in: language) : ""
    }
}
