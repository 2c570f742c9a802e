// Decides how to respond to each request: checks that it is allowed, then serves the preview's own three
// addresses, and otherwise the files of the report, as a static host would.

/// Responds to requests from the output folder, or from the report that is about to replace it.
struct Responder: Sendable {
    let folder: ServedFolder
    let hosts: AllowedHosts
    /// Whether the report has drafts, which no browser or proxy may keep.
    var hasDrafts = false
    /// The newest report, until it has been written.
    var planned: PlannedSite?

    /// Larger pages, in bytes, are sent without the script.
    private static let largestAmendedPage = 64 * 1024 * 1024
    private static let pageType = ContentType.of("page.html")

    /// The response to one request.
    func respond(to request: Request, feed: LiveFeed) -> Response {
        var response = answer(to: request, feed: feed)
        if hasDrafts { response.fields.append(("Cache-Control", "no-store")) }
        return response
    }

    private func answer(to request: Request, feed: LiveFeed) -> Response {
        let names = request.fields.filter { $0.name == "host" }
        guard names.count == 1, let host = names.first?.value, hosts.allows(host) else {
            return .text(.misdirected, "This preview is available only as \(hosts.list).")
        }
        if hosts.isForeign(request) { return .refusal(.forbidden) }
        guard request.method == "GET" || request.method == "HEAD" else {
            var refusal = Response.refusal(.methodNotAllowed)
            refusal.fields.append(("Allow", "GET, HEAD"))
            return refusal
        }
        guard let target = hosts.originForm(of: request.target) else {
            return .refusal(.misdirected)
        }
        do {
            let path = try RequestPath(target)
            if path.segments.first == "-", path.segments.dropFirst().first == "recount" {
                return ownResponse(path, request, feed)
            }
            return fileResponse(path, request, feed)
        } catch {
            switch error {
            case .malformed: return .refusal(.badRequest)
            case .absent: return missing(request, feed)
            }
        }
    }

    private func ownResponse(_ path: RequestPath, _ request: Request, _ feed: LiveFeed) -> Response
    {
        func source(_ text: String, named name: String) -> Response {
            Response(
                status: .ok,
                fields: [("Content-Type", ContentType.of(name))],
                body: .bytes(Array(text.utf8))
            )
        }
        switch path.segments.dropFirst(2).joined(separator: "/") {
        case "reload.js": return source(ReloadScript.source, named: "reload.js")
        case "panel.css": return source(PanelStyle.source, named: "panel.css")
        case "events":
            let since = request.field("last-event-id") ?? sinceValue(in: path.query)
            return Response(
                status: .ok,
                fields: [("Content-Type", "text/event-stream; charset=utf-8")],
                body: .events(greeting: feed.greeting(since: since))
            )
        default: return .refusal(.notFound)
        }
    }

    private func sinceValue(in query: String?) -> String? {
        query?.split(separator: "&").first { $0.hasPrefix("since=") }
            .map { String($0.dropFirst(6)) }
    }

    private func fileResponse(_ path: RequestPath, _ request: Request, _ feed: LiveFeed) -> Response
    {
        switch find(path.segments) {
        case .file(let file)? where !path.endsInSlash:
            return response(.ok, file, path.segments, to: request, feed)
        case .broken(let reason)?:
            return page(.serverError, PlainPage.broken(reason), to: request, feed)
        case .folder?:
            let index = path.segments + ["index.html"]
            guard case .file(let file)? = find(index) else { return missing(request, feed) }
            if path.endsInSlash { return response(.ok, file, index, to: request, feed) }
            let query = path.query.map { "?" + $0 } ?? ""
            return Response(status: .found, fields: [("Location", "\(path.raw)/\(query)")])
        case .file?, nil: return missing(request, feed)
        }
    }

    private func find(_ segments: [String]) -> ServedPlace? {
        if let planned { return planned.find(segments, written: folder) }
        return folder.find(segments)
    }

    /// The site's own 404 page, or a plain one if the site has none yet.
    private func missing(_ request: Request, _ feed: LiveFeed) -> Response {
        if case .file(let file)? = find(["404.html"]) {
            return response(.notFound, file, ["404.html"], to: request, feed)
        }
        return page(.notFound, PlainPage.missing, to: request, feed)
    }

    private func response(
        _ status: Status,
        _ file: ServedFile,
        _ segments: [String],
        to request: Request,
        _ feed: LiveFeed
    ) -> Response {
        let type = ContentType.of(segments.last ?? "")
        if type == Responder.pageType, file.size <= Responder.largestAmendedPage {
            guard let bytes = file.bytes() else { return .refusal(.serverError) }
            return page(status, bytes, to: request, feed)
        }
        let tag = "\"\(file.tag)\""
        var fields = [("Content-Type", type), ("ETag", tag), ("Accept-Ranges", "bytes")]
        if status == .ok, matches(request.field("if-none-match"), tag) {
            return Response(status: .notModified, fields: [("ETag", tag)])
        }
        var wanted = request.method == "GET" && status == .ok ? request.field("range") : nil
        if let condition = request.field("if-range"), condition != tag { wanted = nil }
        switch ByteRange(wanted, size: file.size) {
        case .whole:
            return Response(status: status, fields: fields, body: file.body(0..<file.size))
        case .part(let range):
            let place = "\(range.lowerBound)-\(range.upperBound - 1)/\(file.size)"
            fields.append(("Content-Range", "bytes \(place)"))
            return Response(status: .partialContent, fields: fields, body: file.body(range))
        case .unsatisfiable:
            var refusal = Response.refusal(.rangeNotSatisfiable)
            refusal.fields.append(("Content-Range", "bytes */\(file.size)"))
            return refusal
        }
    }

    /// A page with the script.
    ///
    /// The script knows the tag of the page's original bytes; the ETag also includes the build.
    private func page(
        _ status: Status,
        _ bytes: [UInt8],
        to request: Request,
        _ feed: LiveFeed
    ) -> Response {
        let own = ServedFile.tag(of: UnmarkedPage.bytes(of: bytes))
        let tag = "\"\(own)-\(feed.position)\""
        if status == .ok, matches(request.field("if-none-match"), tag) {
            return Response(status: .notModified, fields: [("ETag", tag)])
        }
        return Response(
            status: status,
            fields: [("Content-Type", Responder.pageType), ("ETag", tag)],
            body: .bytes(AmendedPage(page: bytes, tag: own, build: feed.position).bytes)
        )
    }

    private func matches(_ field: String?, _ tag: String) -> Bool {
        guard let field else { return false }
        return field.split(separator: ",")
            .contains { candidate in
                let trimmed = candidate.drop { $0 == " " }.prefix { $0 != " " }
                return trimmed == "*" || trimmed == tag || trimmed == "W/" + tag
            }
    }
}
