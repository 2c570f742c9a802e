import Diagnostics
import Markdown
import Records

/// Resolves the links of texts, and reports those without a target.
struct LinkResolver {
    let dataset: Dataset
    let parser: SelectionParser
    /// Reads selections of people; `nil` where no table lists any.
    var people: SelectionParser?
    let targets: LinkTargets
    /// Whether a picture from another host becomes a link to it; otherwise it is a mistake.
    var linksExternalImages = false

    /// Resolves the links of a text; adds the figures that it uses to the collector.
    func resolve(
        _ document: MarkdownDocument,
        from file: String,
        collector: inout FigureCollector,
        log: inout DiagnosticLog
    ) -> (links: [ResolvedLink], references: [Source]) {
        var references: [Source] = []
        var links: [ResolvedLink] = []
        let alone = dataset.media.isEmpty ? [] : document.imagesAlone
        for (position, link) in document.links.enumerated() {
            if let id = link.destination.rest(after: "media:"), link.isAllowed {
                let isAlone = alone.contains(position)
                links.append(medium(id, link: link, isAlone: isAlone, log: &log))
                continue
            }
            links.append(
                resolve(
                    link,
                    in: document,
                    from: file,
                    references: &references,
                    collector: &collector,
                    log: &log
                )
            )
        }
        return (links, references)
    }

    private func resolve(
        _ link: Link,
        in document: MarkdownDocument,
        from file: String,
        references: inout [Source],
        collector: inout FigureCollector,
        log: inout DiagnosticLog
    ) -> ResolvedLink {
        guard link.isAllowed else { return .broken }
        let destination = link.destination
        if let rest = destination.rest(after: "figure:") {
            return figure(rest, link: link, collector: &collector, log: &log)
        }
        func broken(_ rule: ProseRule, kind: String, id: String, known: [String]) -> ResolvedLink {
            log.report(
                rule,
                at: link.location,
                "no \(kind) has the id “\(id)”",
                excerpt: link.excerpt,
                suggestion: Spelling.question(id, known)
            )
            return .broken
        }
        if let id = destination.rest(after: "strike:") {
            if let position = dataset.index(of: id) { return .strike(position) }
            let known = dataset.strikes.map(\.id)
            return broken(.unknownStrike, kind: "strike", id: id, known: known)
        }
        if let id = destination.rest(after: "claim:") {
            return claim(id, link: link, log: &log)
        }
        if let id = destination.rest(after: "source:") {
            guard let source = dataset.source(id) else {
                let known = dataset.sources.map(\.id)
                return broken(.unknownSource, kind: "source", id: id, known: known)
            }
            if let number = references.firstIndex(of: source) {
                return .source(source, number: number + 1)
            }
            references.append(source)
            return .source(source, number: references.count)
        }
        if destination.hasScheme {
            if link.isImage, !linksExternalImages { reportExternalImage(link, &log) }
            return .external(destination)
        }
        return relative(destination, link: link, in: document, from: file, log: &log)
    }

    /// A claim by its id, which may be followed by `#` and the measure that is meant.
    private func claim(_ text: String, link: Link, log: inout DiagnosticLog) -> ResolvedLink {
        if let offset = dataset.claimIndex(text) { return .claim(offset, nil) }
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard let offset = dataset.claimIndex(String(parts[0])) else {
            log.report(
                ProseRule.unknownClaim,
                at: link.location,
                "no claim has the id “\(parts[0])”",
                excerpt: link.excerpt,
                suggestion: Spelling.question(String(parts[0]), dataset.claims.map(\.id))
            )
            return .broken
        }
        if let end = MeasureEnd(parts[1], in: dataset.measures), end.measure.isClaimed {
            return .claim(offset, end)
        }
        let known = dataset.measures.claimed.map(\.name)
        log.report(
            SelectionRule.unknownMeasure,
            at: link.location,
            "claims state no measure “\(parts[1])”",
            excerpt: link.excerpt,
            suggestion: Spelling.question(String(parts[1].prefix { $0 != "." }), known)
                ?? "They state \(known.joined(separator: ", ")); .min and .max pick one end."
        )
        return .broken
    }

    private func reportExternalImage(_ link: Link, _ log: inout DiagnosticLog) {
        log.report(
            ProseRule.externalImage,
            at: link.location,
            "the picture “\(link.destination)” is on another host, and a report loads nothing from there",
            excerpt: link.excerpt,
            suggestion:
                "Download it to content/media/, or write external_images: link in content/site.yaml for a link to it."
        )
    }

    private func figure(
        _ text: String,
        link: Link,
        collector: inout FigureCollector,
        log: inout DiagnosticLog
    ) -> ResolvedLink {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        func unknown(_ message: String, _ suggestion: String) -> ResolvedLink {
            log.report(
                SelectionRule.unknownMeasure,
                at: link.location,
                message,
                excerpt: link.excerpt,
                suggestion: suggestion
            )
            return .broken
        }
        guard let end = MeasureEnd(parts[0], in: dataset.measures) else {
            return unknown(
                "unknown measure “\(parts[0])”",
                dataset.codebook.isOfPeopleOnly
                    ? "This report has people and no strikes: the measure is people."
                    : dataset.measures.advice(for: parts[0], allowsEnds: true)
            )
        }
        let ofPeople = end.measure == .people
        if !ofPeople, dataset.codebook.isOfPeopleOnly {
            return unknown(
                "there are no strikes in this report, and “\(parts[0])” is counted over strikes",
                "Count the people who are listed: figure:people."
            )
        }
        if ofPeople, people == nil {
            return unknown(
                "there is no table of people in this report",
                "Describe data/victims.csv in the codebook, or choose another measure."
            )
        }
        do throws(SelectionParser.Mistake) {
            let query = parts.count > 1 ? String(parts[1]) : ""
            let selection = try (ofPeople ? people ?? parser : parser).parse(query)
            return .figure(collector.use(selection, of: ofPeople ? .people : .strikes), end)
        } catch {
            log.report(
                error.rule,
                at: link.location,
                error.message,
                excerpt: link.excerpt,
                suggestion: error.suggestion
            )
            return .broken
        }
    }

    private func relative(
        _ destination: String,
        link: Link,
        in document: MarkdownDocument,
        from file: String,
        log: inout DiagnosticLog
    ) -> ResolvedLink {
        func broken(_ fragment: String, in page: String, ids: [String]) -> ResolvedLink {
            log.report(
                ProseRule.brokenFragment,
                at: link.location,
                "no heading on \(page) has the id “\(fragment)”",
                excerpt: link.excerpt,
                suggestion: Spelling.question(fragment, ids)
                    ?? (ids.isEmpty ? nil : "Its headings are \(ids.joined(separator: ", ")).")
            )
            return .broken
        }
        let parts = destination.split(
            separator: "#",
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        let path = QueryText.decodedPath(parts[0])
        let fragment = parts.count > 1 ? QueryText.decodedPath(parts[1]) : ""
        if path.isEmpty {
            let ids = document.headingIDs
            if fragment.isEmpty { return .fragment(fragment) }
            if let id = ids.id(fragment) { return .fragment(id) }
            return broken(fragment, in: "this page", ids: ids.all)
        }
        guard let target = targets.find(path, from: file) else {
            log.report(
                ProseRule.brokenLink,
                at: link.location,
                "“\(destination)” leads to no page or file of the report",
                excerpt: link.excerpt,
                suggestion: Spelling.question(path, targets.names),
                needsAllRows: path.contains("strikes/")
            )
            return .broken
        }
        switch target {
        case .media(let path):
            if link.isImage { reportGraphic(path, link, &log) }
            return .file(path)
        case .made(let path): return .page(path: path, fragment: fragment)
        case .article(let path, let ids):
            if fragment.isEmpty { return .page(path: path, fragment: fragment) }
            if let id = ids.id(fragment) { return .page(path: path, fragment: id) }
            return broken(fragment, in: path, ids: ids.all)
        }
    }
}

/// Everything inside the report that an article can link to by a relative path.
struct LinkTargets: Sendable {
    /// The target of a path.
    enum Target: Sendable {
        /// An article or a narrative: its page, and its headings.
        case article(path: String, HeadingIDs)
        /// A file under `media/`.
        case media(String)
        /// A page that Recount makes.
        case made(String)
    }

    private let targets: [String: Target]

    /// Makes targets from paths relative to `content/`.
    init(_ targets: [String: Target]) {
        self.targets = targets
    }

    /// The paths in any order, for suggestions.
    var names: some Sequence<String> { targets.keys }

    /// The target of a relative path in a file; `nil` when there is none.
    ///
    /// Both are relative to `content/`.
    func find(_ path: String, from file: String) -> Target? {
        var folder = file.split(separator: "/").dropLast().map(String.init)
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..":
                if folder.isEmpty { return nil }
                folder.removeLast()
            default: folder.append(String(part))
            }
        }
        return targets[folder.joined(separator: "/")]
    }
}

extension String {
    /// The text after a prefix; `nil` when the text does not begin with it.
    fileprivate func rest(after prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }

    /// Whether the text begins with a URL scheme.
    fileprivate var hasScheme: Bool {
        guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return utf8[..<colon]
            .allSatisfy { byte in
                (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
                    || byte == 43 || byte == 45 || byte == 46
            }
    }
}
