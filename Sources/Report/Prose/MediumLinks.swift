// A medium is shown as a figure with its caption, credit and warning, so a text that shows one leaves a paragraph to it.

import Diagnostics
import Markdown
import Records

extension LinkResolver {
    /// Resolves `media:ID`: an image alone in its paragraph shows the medium, a link leads to where it is shown.
    func medium(
        _ id: String,
        link: Link,
        isAlone: Bool,
        log: inout DiagnosticLog
    ) -> ResolvedLink {
        guard let place = dataset.mediumIndex(id) else {
            log.report(
                ProseRule.unknownMedium,
                at: link.location,
                "no medium has the id “\(id)”",
                excerpt: link.excerpt,
                suggestion: Spelling.question(id, dataset.media.map(\.id))
            )
            return .broken
        }
        if link.isImage, !isAlone {
            log.report(
                ProseRule.mediumPlace,
                at: link.location,
                "“\(id)” is shown with its caption, and cannot stand in the midst of a text",
                excerpt: link.excerpt,
                suggestion:
                    "Give ![](media:\(id)) a paragraph of its own, outside lists and tables."
            )
            return .broken
        }
        let medium = dataset.media[place]
        if !link.isImage, medium.isGraphic, dataset.index(of: medium.strikeID) == nil,
            medium.article.isEmpty
        {
            log.report(
                ProseRule.mediumPlace,
                at: link.location,
                "no page shows the graphic medium “\(id)” with its warning, so no link leads to it",
                excerpt: link.excerpt,
                suggestion:
                    "State the strike or article that it belongs to, or show it: ![](media:\(id))."
            )
            return .broken
        }
        return .medium(place)
    }

    /// Reports a picture that a text shows as it is although a record says that readers must be warned.
    func reportGraphic(_ path: String, _ link: Link, _ log: inout DiagnosticLog) {
        guard let medium = dataset.media.first(where: { $0.isGraphic && $0.path == path }) else {
            return
        }
        log.report(
            ProseRule.graphicShown,
            at: link.location,
            "the medium “\(medium.id)” is graphic, and this shows its file without the warning",
            excerpt: link.excerpt,
            suggestion:
                "Show it with its warning, in a paragraph of its own: ![](media:\(medium.id))."
        )
    }
}
