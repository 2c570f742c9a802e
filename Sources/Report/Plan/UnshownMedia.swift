// Every row about a medium publishes its file, so one that no page shows would be there without its caption, credit and
// warning, and nobody who reads the report would know of it.

import Decoding
import Diagnostics
import Markdown
import Records

/// Warns of media that no page shows and no text links to.
struct UnshownMedia {
    let site: SiteContent
    let texts: [PlannedText]
    let shelf: MediaShelf

    func report(_ log: inout DiagnosticLog) {
        let dataset = site.dataset
        let alone = dataset.media.indices.filter {
            dataset.media[$0].article.isEmpty && dataset.media[$0].strikeID.isEmpty
        }
        if alone.isEmpty { return }
        let shown = used
        for place in alone where !shown.contains(place) {
            let medium = dataset.media[place]
            log.report(
                ProseRule.mediumUnshown,
                at: medium.location ?? SourceLocation(file: "content/" + medium.path),
                "no page shows the medium “\(medium.id)”, and its file is published",
                suggestion:
                    "State the strike or article that it belongs to, show it in a text with "
                    + "![](media:\(medium.id)), or delete the row."
            )
        }
    }

    /// The media that texts and cards name, those in galleries, and the other halves of pairs.
    private var used: Set<Int> {
        let dataset = site.dataset
        var places: [Int] = []
        var files: Set<String> = []
        for text in texts {
            for link in text.document.links where link.destination.hasPrefix("media:") {
                if let place = dataset.mediumIndex(String(link.destination.dropFirst(6))) {
                    places.append(place)
                }
            }
            for case .file(let path) in text.links { files.insert(path) }
            for gallery in text.galleries.values { places += gallery.places }
        }
        let cards = [site.settings.card] + (site.articles + site.narratives.values).map(\.card)
        for card in cards where !card.isEmpty { files.insert(Cards.path(card, in: dataset)) }
        places += dataset.media.indices.filter { files.contains(dataset.media[$0].path) }
        return shelf.shown(places)
    }
}
