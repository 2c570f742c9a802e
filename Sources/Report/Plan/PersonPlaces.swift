// Where a person is described who has an id: on a page of their own, or in the line of a list.

import Records

extension ReportModel {
    /// Where a person with an id is described, from the root of a version of the report.
    func path(ofPersonAt position: Int) -> String {
        let victim = dataset.victims[position]
        if settings.hasPersonPages { return PagePlaces.personPath(victim.id) }
        let page: String
        if let strike = dataset.index(of: victim.strikeID) {
            page = places.strikes[strike]
        } else {
            page = listPage(ofPersonAt: position)
        }
        return page + "#" + anchor(ofPersonAt: position)
    }

    /// The page of the list of people by name that holds a person who stands without a strike.
    func listPage(ofPersonAt position: Int) -> String {
        let page = places.victimPages.page(of: places.people.rows[position])
        return PagePlaces.paged(PagePlaces.Fixed.victims.rawValue, page)
    }

    /// The fragment of a person with an id in every list.
    func anchor(ofPersonAt position: Int) -> String {
        PagePlaces.anchor("person", dataset.victims[position].id)
    }
}
