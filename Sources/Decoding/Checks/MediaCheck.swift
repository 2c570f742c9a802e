// A row about a file that is not there would be a caption without a picture, and a warning without its reason tells
// readers nothing: what a medium refers to is checked with the records that it belongs to.

import Diagnostics
import Records
import Text

/// What media may refer to besides records.
struct MediaTargets: Equatable, Sendable {
    /// The paths of the files in `content/media/`, relative to `content/`.
    let files: Set<String>
    /// The paths of the articles of the report, relative to `content/`.
    let articles: Set<String>
    /// The paths of the articles that are drafts and not shown.
    let drafts: Set<String>

    init(files: [String], articles: [String], drafts: [String]) {
        self.files = Set(files)
        self.articles = Set(articles)
        self.drafts = Set(drafts)
    }

    /// Whether an article is only a draft, so that what belongs to it is not published.
    func isUnpublished(_ article: String) -> Bool {
        drafts.contains(article) && !articles.contains(article)
    }
}

/// Checks the media of a site, each by itself and in pairs.
struct MediaCheck: Sendable {
    let table: RecordTable
    let targets: MediaTargets
    let lookup: StrikeLookup
    /// The ids of all sources.
    let sources: Set<String>
    /// Whether all rows are shown; the other half of a pair may be withheld, and then one stands alone.
    let isWhole: Bool

    func check(_ media: [Medium], _ log: inout RowLog) {
        let strike = ReferenceCheck(table, .strikeID, lookup)
        let source = ReferenceCheck(table, .sourceID, sources, "source")
        let article = ReferenceCheck(
            table,
            .article,
            targets.articles.union(targets.drafts),
            "article"
        )
        for medium in media {
            if !medium.strikeID.isEmpty { strike.check(medium.strikeID, medium.row, &log) }
            if !medium.sourceID.isEmpty { source.check(medium.sourceID, medium.row, &log) }
            if !medium.article.isEmpty { article.check(medium.articlePath, medium.row, &log) }
            checkFile(medium, &log)
            checkWarning(medium, &log)
        }
        checkPairs(media, &log)
    }

    private func checkFile(_ medium: Medium, _ log: inout RowLog) {
        guard targets.files.contains(medium.path) else {
            let known = targets.files.map { String($0.dropFirst(6)) }.sorted()
            return report(
                RecordRule.mediumFileUnknown,
                medium,
                .file,
                "there is no file “\(medium.file.shortened())” in content/media/",
                Spelling.question(String(medium.path.dropFirst(6)), known),
                &log
            )
        }
        let kinds = Medium.kinds(of: medium.file)
        if kinds.isEmpty {
            return report(
                RecordRule.mediumKind,
                medium,
                .file,
                "browsers show no file with the ending of “\(medium.file.shortened())”",
                "Export it as JPEG, PNG, WebP, SVG, PDF, MP4, WebM or MP3, or link to it from a text.",
                &log
            )
        }
        guard let stated = medium.statedKind, !kinds.contains(stated) else { return }
        report(
            RecordRule.mediumKind,
            medium,
            .kind,
            "“\(medium.file.shortened())” is no \(stated.rawValue)",
            "By its ending it is: \(kinds.map(\.rawValue).joined(separator: " or ")).",
            &log
        )
    }

    private func checkWarning(_ medium: Medium, _ log: inout RowLog) {
        guard medium.isGraphic, medium.warning.isEmpty else { return }
        report(
            CellRule.required,
            medium,
            table.cell(.warning) == nil ? .graphic : .warning,
            "the medium is graphic, and no warning says why",
            "Say in the column with the role “warning” what readers will see, without its details.",
            &log
        )
    }

    /// Checks that a pair is two media of one place, one before and one after.
    private func checkPairs(_ media: [Medium], _ log: inout RowLog) {
        let pairs = Dictionary(grouping: media.filter { !$0.pair.isEmpty }, by: \.pair)
        for (name, members) in pairs.sorted(by: { $0.value[0].row < $1.value[0].row }) {
            let moments = Set(members.compactMap(\.moment))
            let first = members[0]
            if members.count == 1, !isWhole { continue }
            if members.count != 2 {
                report(
                    RecordRule.mediumPair,
                    first,
                    .pair,
                    members.count == 1
                        ? "the pair “\(name.shortened())” is one medium"
                        : "the pair “\(name.shortened())” is \(members.count) media",
                    "Give the same name to two media, and a name of its own to each other pair.",
                    &log
                )
            } else if moments.count != 2 {
                report(
                    RecordRule.mediumPair,
                    first,
                    .moment,
                    "the media of the pair “\(name.shortened())” are not one before and one after",
                    "Write before for the earlier one and after for the later one.",
                    &log
                )
            } else if !members.allSatisfy({
                $0.strikeID == first.strikeID && $0.articlePath == first.articlePath
                    && $0.kind?.isSeen == true
            }) {
                report(
                    RecordRule.mediumPair,
                    first,
                    .pair,
                    "the media of the pair “\(name.shortened())” are not two pictures of one place",
                    "Two pictures stand beside each other when both belong to the same strike or article.",
                    &log
                )
            }
        }
        for medium in media where medium.moment != nil && medium.pair.isEmpty {
            report(
                RecordRule.mediumPair,
                medium,
                .moment,
                "the medium is \(medium.moment?.rawValue ?? "") another, and of no pair",
                "Write the same name into the column with the role “pair” of both.",
                &log
            )
        }
    }

    private func report(
        _ rule: some Rule,
        _ medium: Medium,
        _ role: Role,
        _ message: String,
        _ suggestion: String?,
        _ log: inout RowLog
    ) {
        log.report(rule) {
            table.diagnostic(rule, medium.row, table.cell(role), message, suggestion)
        }
    }
}
