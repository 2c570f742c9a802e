// The interface of this target: loads and checks templates, and renders pages.

import Diagnostics
import Text

/// The checked templates of a site; rendering is thread-safe.
public struct TemplateSet: Sendable {
    private let program: ProgramObject

    /// The largest size of a template, in bytes.
    public static let largestFile = 1_048_576

    /// Parses and checks all templates; checking continues after a mistake, so that all are reported.
    ///
    /// `folder` is what precedes the path of a missing template in messages.
    public static func load(
        _ files: [TemplateFile],
        folder: String = "templates/",
        kinds: [PageKind],
        environment: Environment,
        log: inout DiagnosticLog
    ) -> TemplateSet {
        var findings = Findings()
        var literals: [UInt8] = []
        var templates: [String: ParsedTemplate] = [:]
        for file in files.sorted(by: { $0.path < $1.path }) {
            guard canRead(file, &findings) else { continue }
            let source = TemplateText(file)
            if let control = control(in: source.bytes) {
                findings.report(
                    .templateNotText,
                    source,
                    Span(start: control, end: control + 1),
                    "the template contains a control character, the byte 0x\(source.bytes[control].hexadecimal)",
                    "Delete it; no page can show it."
                )
            }
            var parser = Parser(source)
            let statements = parser.parse()
            for mistake in parser.mistakes { findings.report(mistake, in: source) }
            templates[file.path] = ParsedTemplate(
                source,
                parser,
                statements,
                base: literals.count
            )
            literals.append(contentsOf: source.bytes)
        }
        var compilation = Compilation(findings, literals: literals)
        for kind in kinds {
            let page = CheckedPage(kind, templates: templates, environment: environment)
            PageCompiler(page: page, folder: folder).compile(&compilation)
        }
        log.append(compilation.findings.log)
        let program = compilation.program.finished
        return TemplateSet(program: ProgramObject(SharedPartFinder.marked(program)))
    }

    /// The place of a control character, which would stand in every page.
    private static func control(in bytes: [UInt8]) -> Int? {
        bytes.firstIndex { ($0 < 0x20 && $0 != Byte.tab && $0 != Byte.lineFeed) || $0 == 0x7F }
    }

    private static func canRead(_ file: TemplateFile, _ findings: inout Findings) -> Bool {
        if file.source.count > largestFile {
            findings.report(
                .templateTooLarge,
                file: file.displayName,
                "the template has \(file.source.count) bytes; at most \(largestFile) are read",
                "Split it into partials."
            )
            return false
        }
        if String(validating: file.source, as: UTF8.self) == nil {
            findings.report(
                .templateNotText,
                file: file.displayName,
                "the template is not UTF-8 text",
                "Save it as UTF-8."
            )
            return false
        }
        return true
    }

    /// The fields that pages of a kind read of the records that they reach; none for an unknown kind.
    public func reads(of kind: String) -> FieldReads {
        guard let entry = program.content.entries[kind] else { return FieldReads() }
        return program.content.reads[entry.root] ?? FieldReads()
    }

    /// Appends a page to `output`; the type of `root` must be the one that the page kind declares.
    ///
    /// Only templates that were loaded without an error may be rendered. When this throws, `output` is
    /// unchanged. With `shared`, what the page has in common with earlier ones is taken from there.
    public func render(
        _ kind: String,
        _ root: some TemplateRecord,
        formatting: any TextFormatting,
        shared: SharedOutput? = nil,
        into output: inout ByteText
    ) throws(RenderError) {
        guard let entry = program.content.entries[kind] else {
            throw RenderError(
                location: SourceLocation(file: kind),
                message: "there is no template for pages of kind “\(kind)”"
            )
        }
        guard ObjectIdentifier(type(of: root)) == ObjectIdentifier(entry.root.type) else {
            throw RenderError(
                location: SourceLocation(file: kind),
                message: "pages of kind “\(kind)” are made of a record “\(entry.root.name)”"
            )
        }
        let length = output.count
        var renderer = Renderer(
            program: program,
            root: RecordBox(root),
            formatting: formatting,
            output: output,
            shared: shared,
            place: entry.place
        )
        output = ByteText(capacity: 0)
        renderer.page(entry.routine)
        output = renderer.output
        if let failure = renderer.failure {
            output.truncate(to: length)
            throw failure
        }
    }
}
