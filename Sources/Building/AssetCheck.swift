// A style sheet or a setting that names a file which does not exist shows a gap, and only to those who look closely. So
// these names are checked like the links of a text; those in templates pass through the filter `asset`.

import Decoding
import Diagnostics
import Formats
import Report
import Templates
import Text

/// Checks the files that style sheets and settings name.
struct AssetCheck {
    private let content: SiteContent
    private let known: Set<String>

    /// The settings of the look, and the fields by which templates print them.
    private static let fields = [
        ("logo", "site.logo"), ("favicon", "site.favicon"), ("accent", "site.styles"),
        ("styles", "site.styles"),
    ]

    init(_ content: SiteContent) {
        self.content = content
        known = Set(content.assets.map(\.path) + content.media)
    }

    /// Reports the files that do not exist; throws if a style sheet cannot be read.
    func check(_ log: inout DiagnosticLog) throws {
        for (key, field) in AssetCheck.fields where content.settingsFields.has(key) {
            if key != "accent" { checkSetting(key, &log) }
            if content.templates.contains(where: { $0.bytes.position(of: field) != nil }) {
                continue
            }
            content.settingsFields.report(
                ThemeRule.settingUnshown,
                key,
                "no template of the site prints \(field), so this changes nothing",
                suggestion: "Print it in templates/base.html as the program’s does: "
                    + "`recount templates diff base.html`.",
                &log
            )
        }
        for asset in content.assets where asset.origin != .program && asset.path.hasSuffix(".css") {
            checkSheet(asset, try asset.bytes(in: content.files), &log)
        }
    }

    private func checkSetting(_ key: String, _ log: inout DiagnosticLog) {
        let fields = content.settingsFields
        let nodes: [(text: String, SourceLocation, Excerpt?)]
        if key == "styles" {
            nodes = fields.items(key, &log)
                .map { ($0.scalar?.text ?? "", $0.location, $0.excerpt) }
        } else {
            let node = fields.node(key)
            nodes = [(node?.scalar?.text ?? "", fields.location(key), node?.excerpt)]
        }
        for (path, location, excerpt) in nodes {
            let folders = key == "styles" ? ["assets/"] : ["assets/", "media/"]
            let files = known.filter { path in folders.contains(where: path.hasPrefix) }
            if files.contains(path) { continue }
            report(
                path,
                at: location,
                excerpt,
                near: files,
                advice: key == "styles"
                    ? "Put it into templates/assets/ and write assets/…."
                    : "Put it into content/media/ and write media/…, or into templates/assets/ and "
                        + "write assets/….",
                &log
            )
        }
    }

    /// Checks each `url(…)` of a style sheet, which is relative to it.
    private func checkSheet(_ asset: AssetSource, _ bytes: [UInt8], _ log: inout DiagnosticLog) {
        let source = SourceText(file: asset.file, bytes: bytes)
        var start = 0
        while let found = bytes.position(of: "url(", from: start) {
            start = found + 4
            let text = bytes[start...].prefix { $0 != UInt8(ascii: ")") && $0 != Byte.lineFeed }
            let address = String(decoding: text, as: UTF8.self)
                .trimming { $0 == " " || $0 == "\"" || $0 == "'" }
            guard let path = AssetCheck.path(address, beside: asset.path), !known.contains(path)
            else { continue }
            report(
                path,
                at: source.location(found),
                source.line(found, start + text.count),
                near: known,
                advice: "The address is relative to the style sheet.",
                &log
            )
        }
    }

    private func report(
        _ path: String,
        at location: SourceLocation,
        _ excerpt: Excerpt?,
        near files: Set<String>,
        advice: String,
        _ log: inout DiagnosticLog
    ) {
        log.report(
            TemplateRule.fileMissing,
            at: location,
            "there is no file “\(path.shortened())” for the report",
            excerpt: excerpt,
            suggestion: ["assets/", "media/"].map { $0 + path }.first(where: files.contains)
                .map { "Did you mean “\($0)”?" } ?? Spelling.question(path, files) ?? advice
        )
    }

    /// The file that an address in a style sheet means; `nil` for one that means no file.
    private static func path(_ address: String, beside sheet: String) -> String? {
        let address = address.prefix { $0 != "?" && $0 != "#" }
        guard !address.isEmpty, !address.hasPrefix("/"), !address.contains(":") else { return nil }
        var parts = sheet.split(separator: "/").dropLast()
        for part in address.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}

extension String {
    /// The text without such characters at its ends.
    fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> String {
        String(drop(while: isTrimmed).reversed().drop(while: isTrimmed).reversed())
    }
}
