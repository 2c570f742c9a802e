// A build of a site that has not changed would only find that out after rendering every page. So what it saw of
// the site and of its output is kept on this machine, with what it printed.

import Foundation
import Output
import Text

/// What is kept of the last build into one folder.
struct KeptBuild {
    private let trace: BuildTrace
    private let again: () -> BuildTrace?
    private let folder: OutputFolder
    private let state: MachineState
    private let name: String
    /// What is kept of the files of the report.
    let files: KeptFiles

    /// Looks at a site before it is built; `nil` when its state cannot be told.
    ///
    /// A build that is to make every file again takes nothing from earlier ones.
    init?(
        site: String,
        drafts: Bool,
        folder: OutputFolder,
        isFresh: Bool = false,
        state: MachineState = MachineState()
    ) {
        guard let program = BuildTrace.program else { return nil }
        let place = MachineState.name(of: folder.path)
        let options = ["\(drafts)", MachineState.name(of: site), place]
        again = { BuildTrace(site: site, options: options, program: program) }
        guard var trace = again() else { return nil }
        if !trace.isSettled {
            // A script may build as soon as it has written a file.
            usleep(UInt32(FileTrace.tick) * 1000)
            guard let later = again() else { return nil }
            trace = later
        }
        self.trace = trace
        self.folder = folder
        self.state = state
        name = "builds/\(place).json"
        files = KeptFiles(name: "files/\(place)", in: state, isFresh: isFresh) { others in
            // A power cut may take from a file bytes that the disk did not have yet, without any sign.
            guard let boot = KeptBuild.boot else { return nil }
            return BuildTrace(
                site: site,
                options: options + [boot],
                program: program,
                without: others
            )?
            .digest
        }
    }

    /// What tells the time since this machine was started from others, as Linux names it.
    private static var boot: String? {
        try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
    }

    /// What the last build printed, if this one would write the same and print the same.
    func printed() -> PrintedBuild? {
        guard let bytes = state.bytes(name),
            let root =
                try? JSONParser.parse(
                    IndexedText(SourceText(file: name, bytes: bytes))
                )
                .document.root,
            root["site"]?.asString == trace.digest.description,
            let output = root["output"]?.asString, output == self.output()?.digest.description
        else { return nil }
        return PrintedBuild(root)
    }

    /// Keeps what a build has printed, unless the site has changed since it began.
    func keep(_ printed: PrintedBuild) {
        guard trace.isSettled, again()?.digest == trace.digest else { return }
        // Until the clock has moved on, a change of a file that was just written would not show.
        usleep(UInt32(FileTrace.tick) * 1000)
        var output: (digest: Digest, isSettled: Bool)?
        let isKept = files.keep { note in
            output = self.output(noting: note)
            return output?.isSettled == true
        }
        guard isKept, let output else { return }
        var writer = JSONWriter()
        writer.object { object in
            object.member("site", trace.digest.description)
            object.member("output", output.digest.description)
            printed.write(into: &object)
        }
        state.keep(writer.finished(), as: name)
    }

    private func output(
        noting note: (String, FileStamp) -> Void = { _, _ in }
    ) -> (digest: Digest, isSettled: Bool)? {
        let start = FileTrace.now
        var trace = FileTrace()
        do { try trace.add(folder: folder.path, noting: note) } catch { return nil }
        let isSettled = trace.isSettled(at: start)
        return trace.finish().map { ($0, isSettled) }
    }
}

/// What a build has printed, apart from what changed in the output.
struct PrintedBuild: Equatable, Sendable {
    /// The lines about the site, before the messages.
    var before: [String] = []
    /// The messages without and with colours; empty when there are none.
    var messages = ""
    var colouredMessages = ""
    /// The lines about the records, after the messages.
    var after: [String] = []
    /// The number of pages, and of files with the manifest.
    var pages = 0
    var files = 0
    /// The lines about what changed since the last release.
    var changes: [String] = []

    init() {}

    /// Reads what was kept; `nil` if anything is missing.
    init?(_ root: JSONNode) {
        func lines(_ name: String) -> [String]? {
            guard let items = root[name]?.asArray else { return nil }
            let lines = items.compactMap(\.asString)
            return lines.count == items.count ? lines : nil
        }
        guard let before = lines("before"), let after = lines("after"),
            let changes = lines("changes"), let messages = root["messages"]?.asString,
            let coloured = root["colouredMessages"]?.asString,
            let pages = root["pages"]?.asInteger, let files = root["files"]?.asInteger
        else { return nil }
        self.before = before
        self.messages = messages
        colouredMessages = coloured
        self.after = after
        self.pages = pages
        self.files = files
        self.changes = changes
    }

    func write(into object: inout JSONWriter) {
        object.array("before", before) { $0.value($1) }
        object.member("messages", messages)
        object.member("colouredMessages", colouredMessages)
        object.array("after", after) { $0.value($1) }
        object.member("pages", pages)
        object.member("files", files)
        object.array("changes", changes) { $0.value($1) }
    }
}
