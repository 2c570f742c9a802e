// Decides what each request gets: whether it may ask at all, then the preview's own three addresses,
// then the files of the report as a static host would serve them.

/// Answers requests from the output folder, or from the report that is about to replace what is in it.
struct Answers: Sendable {
    let folder: ServedFolder
    let hosts: AllowedHosts
    /// The newest report, until it is written.
    var planned: PlannedSite?

    /// Pages larger than this are sent as they are, without the script.
    private static let largestAmendedPage = 64 * 1024 * 1024

    /// The answer to one request.
    func answer(_ request: Request, feed: LiveFeed) -> Response {
        let names = request.fields.filter { $0.name == "host" }
        guard names.count == 1, let host = names.first?.value, hosts.allows(host) else {
            return .text(.misdirected, "This preview answers only to \(hosts.list).")
        }
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
                return ownAnswer(path, request, feed)
            }
            return fileAnswer(path, request, feed)
        } catch {
            switch error {
            case .malformed: return .refusal(.badRequest)
            case .absent: return missing(request, feed)
            }
        }
    }

    private func ownAnswer(_ path: RequestPath, _ request: Request, _ feed: LiveFeed) -> Response {
        switch path.segments.dropFirst(2).joined(separator: "/") {
        case "reload.js":
            return Response(
                status: .ok,
                fields: [("Content-Type", ContentType.of("reload.js"))],
                body: .bytes(Array(ReloadScript.source.utf8))
            )
        case "panel.css":
            return Response(
                status: .ok,
                fields: [("Content-Type", ContentType.of("panel.css"))],
                body: .bytes(Array(PanelStyle.source.utf8))
            )
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

    private func fileAnswer(_ path: RequestPath, _ request: Request, _ feed: LiveFeed) -> Response {
        switch find(path.segments) {
        case .file(let file)? where !path.endsInSlash:
            return respond(with: file, named: path.segments, .ok, request, feed)
        case .broken(let reason)?:
            let bytes = PlainPage.broken(reason)
            return page(bytes, .serverError, ContentType.of("500.html"), request, feed)
        case .folder?:
            let index = path.segments + ["index.html"]
            guard case .file(let file)? = find(index) else { return missing(request, feed) }
            if path.endsInSlash { return respond(with: file, named: index, .ok, request, feed) }
            let query = path.query.map { "?" + $0 } ?? ""
            return Response(status: .found, fields: [("Location", "\(path.raw)/\(query)")])
        case .file?, nil: return missing(request, feed)
        }
    }

    private func find(_ segments: [String]) -> ServedPlace? {
        if let planned { return planned.find(segments, written: folder) }
        return folder.find(segments)
    }

    /// The site's own page for what is not there, or a plain one before there is a site.
    private func missing(_ request: Request, _ feed: LiveFeed) -> Response {
        if case .file(let file)? = find(["404.html"]) {
            return respond(with: file, named: ["404.html"], .notFound, request, feed)
        }
        return page(PlainPage.missing, .notFound, ContentType.of("404.html"), request, feed)
    }

    private func respond(
        with file: ServedFile,
        named segments: [String],
        _ status: Status,
        _ request: Request,
        _ feed: LiveFeed
    ) -> Response {
        let type = ContentType.of(segments.last ?? "")
        if type.hasPrefix("text/html"), file.size <= Answers.largestAmendedPage {
            guard let bytes = file.bytes() else { return .refusal(.serverError) }
            return page(bytes, status, type, request, feed)
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
            return Response(
                status: status,
                fields: fields,
                body: file.body(0..<file.size)
            )
        case .part(let range):
            let place = "\(range.lowerBound)-\(range.upperBound - 1)/\(file.size)"
            fields.append(("Content-Range", "bytes \(place)"))
            return Response(
                status: .partialContent,
                fields: fields,
                body: file.body(range)
            )
        case .unsatisfiable:
            var refusal = Response.refusal(.rangeNotSatisfiable)
            refusal.fields.append(("Content-Range", "bytes */\(file.size)"))
            return refusal
        }
    }

    /// A page with the script; the script is told the tag of the page's bytes, and what an answer is
    /// tagged with names the build too.
    private func page(
        _ bytes: [UInt8],
        _ status: Status,
        _ type: String,
        _ request: Request,
        _ feed: LiveFeed
    ) -> Response {
        let own = ServedFile.tag(of: bytes)
        let tag = "\"\(own)-\(feed.position)\""
        if status == .ok, matches(request.field("if-none-match"), tag) {
            return Response(status: .notModified, fields: [("ETag", tag)])
        }
        return Response(
            status: status,
            fields: [("Content-Type", type), ("ETag", tag)],
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
