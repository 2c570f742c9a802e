// What a reader sees of a document that the search has found: a title, one line of facts and the page. It is made by the
// views that pages use, so that it says what they say.

import Records
import Text

/// The documents of a report as one version of it describes them.
struct SearchEntries {
    private let model: ReportModel
    private let version: ReportVersions.Version
    private let documents: SearchDocuments
    private let scope: PageScope
    private let comma: String

    init(
        _ model: ReportModel,
        _ version: ReportVersions.Version,
        _ documents: SearchDocuments
    ) {
        self.model = model
        self.version = version
        self.documents = documents
        scope = PageScope(
            model,
            path: PagePlaces.Fixed.search.rawValue,
            language: version.language,
            folder: version.folder
        )
        comma = version.language.text(.comma)
    }

    /// A file of documents: for each a title, facts, the page from the root of the version, and a name in another
    /// language where there is one.
    func script(
        _ name: String,
        _ stamp: String,
        kind: SearchDocuments.Kind,
        _ numbers: Range<Int>
    ) -> [UInt8] {
        SearchScript.part(name, stamp) { writer in
            switch kind {
            case .strike: writer.array(numbers) { strike($1, &$0) }
            case .person:
                var titles: (strike: Int, title: String)?
                writer.array(numbers) { person($1, &titles, &$0) }
            case .place: places(numbers, &writer)
            case .page: writer.array(numbers) { page($1, &$0) }
            }
        }
    }

    private func write(_ texts: [String], _ writer: inout JSONWriter) {
        writer.array(texts) { $0.value($1) }
    }

    private func strike(_ number: Int, _ writer: inout JSONWriter) {
        let view = StrikeView(scope, number)
        let killed = model.dataset.strikes[number].counts[.killed]
        let language = version.language
        var facts = [language.isolated(model.dataset.strikes[number].id)]
        facts.append(language.text(killed) + " " + language.killedUnit(killed))
        let grading = model.dataset.strikes[number].grading
        if let index = scope.settings.methodology.index(of: grading) {
            facts.append(scope.settings.methodology.gradings[index].label)
        }
        let verdict = model.dataset.strikes[number].assessment
        if !verdict.isEmpty {
            facts.append(scope.selections.value(verdict, of: .text(.militaryAssessment)))
        }
        let local = model.dataset.strikes[number].place.names.isEmpty ? nil : view.localPlace?.text
        write(
            [view.title, facts.joined(separator: comma), model.places.strikes[number]]
                + [local].compactMap(\.self),
            &writer
        )
    }

    /// `known` is the title of a strike whose people follow each other.
    private func person(
        _ number: Int,
        _ known: inout (strike: Int, title: String)?,
        _ writer: inout JSONWriter
    ) {
        let position = number - documents.people.lowerBound
        let victim = model.dataset.victims[position]
        // Nobody is found without a name.
        if victim.name.isEmpty && victim.names.isEmpty { return write([], &writer) }
        let tag = version.language.tag
        let name = victim.names.first { $0.language == tag }?.name ?? victim.name
        let local =
            victim.names.first { $0.language != tag }?.name
            ?? (name == victim.name ? nil : victim.name)
        var facts = VictimView(scope: scope, position: position, isAlone: true).details
        let path: String
        if let strike = model.dataset.index(of: victim.strikeID) {
            let title =
                known?.strike == strike ? known?.title ?? "" : StrikeView(scope, strike).title
            known = (strike, title)
            facts.append(title)
            path =
                victim.id.isEmpty
                ? model.places.strikes[strike] + "#people" : model.path(ofPersonAt: position)
        } else {
            path =
                victim.id.isEmpty
                ? model.listPage(ofPersonAt: position) : model.path(ofPersonAt: position)
        }
        write([name, facts.joined(separator: comma), path] + [local].compactMap(\.self), &writer)
    }

    private func places(_ numbers: Range<Int>, _ writer: inout JSONWriter) {
        let original = model.registers(in: model.language).places
        let register = model.registers(in: version.language).places
        let rows = numbers.lowerBound - documents.places.lowerBound
        writer.object { writer in
            for row in rows..<rows + numbers.count {
                let strike = original.order[row]
                let place = original.places[original.placeOfStrike[strike]]
                if place.rows.lowerBound != row || place.name.isEmpty { continue }
                let own = register.places[register.placeOfStrike[strike]]
                let count = version.language.text(.nStrikes, count: own.rows.count)
                let facts =
                    own.city.isEmpty
                    ? count : version.language.isolated(own.city) + comma + count
                writer.array(
                    String(row - rows),
                    [own.name, facts, RegisterPage.path(ofPlace: own)]
                ) { $0.value($1) }
            }
        }
    }

    private func page(_ number: Int, _ writer: inout JSONWriter) {
        let path = documents.paths[number - documents.pages.lowerBound]
        let article = version.articles.first { $0.path == path }?.article.article
        let made = SearchDocuments.title(path, model.settings).map { version.language.text($0) }
        write([article?.title ?? made ?? path, article?.description ?? "", path], &writer)
    }
}
