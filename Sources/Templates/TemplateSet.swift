// The room's door: templates go in with what they are checked against, pages come out.

import Diagnostics
import Text

/// All templates of a site, parsed and checked; rendering is thread-safe.
public struct TemplateSet: Sendable {
    private let program: Program

    /// The largest template that is read, in bytes.
    public static let largestFile = 1_048_576

    /// Parses and checks all templates; every mistake is reported, none stops the checking.
    public static func load(
        _ files: [TemplateFile],
        kinds: [PageKind],
        environment: Environment,
        log: inout DiagnosticLog
    ) -> TemplateSet {
        let findings = Findings()
        var literals: [UInt8] = []
        var templates: [String: ParsedTemplate] = [:]
        for file in files.sorted(by: { $0.path < $1.path }) {
            guard canRead(file, findings) else { continue }
            let source = TemplateSource(file)
            var parser = Parser(source, findings)
            let statements = parser.parse()
            templates[file.path] = ParsedTemplate(
                source,
                parser,
                statements,
                base: literals.count
            )
            literals.append(contentsOf: source.bytes)
        }
        let checker = Checker(
            templates: templates,
            literals: literals,
            folder: folder(of: files),
            environment: environment,
            findings: findings
        )
        for kind in kinds { checker.compile(kind) }
        log.append(findings.log)
        return TemplateSet(program: checker.program)
    }

    /// What stands before the paths of files where messages name them.
    private static func folder(of files: [TemplateFile]) -> String {
        guard let file = files.first, file.displayName.hasSuffix(file.path) else { return "" }
        return String(file.displayName.dropLast(file.path.count))
    }

    private static func canRead(_ file: TemplateFile, _ findings: Findings) -> Bool {
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

    /// Appends a page to `output`; the root's type must be the one that the kind declares.
    ///
    /// Only templates that were loaded without an error may be rendered. When this throws, `output` is
    /// what it was.
    public func render(
        _ kind: String,
        _ root: some TemplateRecord,
        formatting: any TextFormatting,
        into output: inout ByteText
    ) throws(RenderError) {
        guard let entry = program.entries[kind] else {
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
            output: output
        )
        output = ByteText(capacity: 0)
        program.literals.withUnsafeBufferPointer { renderer.page(entry.routine, $0) }
        output = renderer.output
        if let failure = renderer.failure {
            output.truncate(to: length)
            throw failure
        }
    }
}
