// The way from a folder to a site's values. All mistakes of all files are collected on the way; only a missing
// folder, a disk or a permission ends it at once.

import Diagnostics
import Formats
import Records
import Text

/// Reads sites.
public enum SiteReader {
    /// Reads the site in a folder; `nil` when its mistakes leave nothing to continue with.
    ///
    /// Otherwise the content is returned even when the log has errors, so that later stages can look for
    /// more of them; it must not be published then. Throws when a folder or file cannot be read. `theme` is what the
    /// site's templates are laid over; commands that make no page need none.
    public static func read(
        site root: String,
        drafts: Bool,
        theme: Theme = .none,
        log: inout DiagnosticLog
    ) throws -> SiteContent? {
        var cache = ReadingCache(keeps: false)
        return try read(site: root, drafts: drafts, theme: theme, cache: &cache, log: &log)
    }

    /// Reads the site in a folder as if some of its files held other bytes.
    public static func read(
        site root: String,
        drafts: Bool,
        replacing bytes: [String: [UInt8]],
        log: inout DiagnosticLog
    ) throws -> SiteContent? {
        var cache = ReadingCache(keeps: false)
        return try read(
            site: root,
            drafts: drafts,
            replacing: bytes,
            cache: &cache,
            log: &log
        )
    }

    /// Reads the site in a folder like ``read(site:drafts:theme:log:)``, with cached results for unchanged files.
    ///
    /// `day` is that of a release that is being made, on which consents must hold. Tables without private cells are
    /// kept in memory only if `keepsTables`, for ``PrivateCells/columns``.
    public static func read(
        site root: String,
        drafts: Bool,
        theme: Theme = .none,
        day: CalendarDate? = nil,
        keepsTables: Bool = false,
        replacing bytes: [String: [UInt8]] = [:],
        cache: inout ReadingCache,
        log: inout DiagnosticLog
    ) throws -> SiteContent? {
        let files = try InputTree.scan(root, log: &log).replacing(bytes)
        let settings = try settings(files, &cache, &log)
        let languages = settings?.settings.languages ?? []
        let description = try codebook(files, languages, &cache, &log)
        var articles = try ArticleReader(
            files: files,
            drafts: drafts,
            translations: Array(languages.dropFirst())
        )
        .read(&cache.articles, &log)
        articles.articles = SiteLanguages.assign(languages, to: articles.articles, &log)
        articles.narratives = SiteLanguages.assign(languages, to: articles.narratives, &log)
        var templates = try TemplateFiles(files, over: theme, &log)
        guard var settings, let description else { return nil }
        try templates.add(settings.settings.accent, stated: settings.fields, in: files, &log)
        settings.settings.columnTitles = description.codebook.columnTitles
        let check = SettingsCheck(settings, description.codebook)
        check.check(&log)
        NounReader.checkLanguages(settings, articles.articles + articles.narratives, &log)
        settings.settings.headline = check.headline(&log)
        let isOfPeopleOnly = description.codebook.isOfPeopleOnly
        settings.settings.nouns.areOfPeopleOnly = isOfPeopleOnly
        for tag in settings.translations.keys {
            settings.translations[tag]?.headline = settings.settings.headline
            settings.translations[tag]?.columnTitles =
                description.codebook.translated(tag).columnTitles
        }
        let tables = try TableFiles(files: files).read(description.schemas, &cache.tables, &log)
        let needed: ResourceKind = isOfPeopleOnly ? .victims : .strikes
        guard tables.contains(where: { $0.kind == needed }) else { return nil }
        let recorded = try ReleaseReader.read(
            files,
            description.codebook.measures,
            &cache.releases,
            &log
        )
        let days = [settings.settings.asOf, recorded.last?.stamp.date, day].compactMap(\.self)
        let reader = RecordReader(
            settings: settings.settings,
            codebook: description.codebook,
            day: days.map(\.lastDay).max(),
            prose: settings.settings.minimumCell == nil
                ? [] : (articles.articles + articles.narratives).map(\.body),
            released: recorded.last?.state,
            mediaTargets: MediaTargets(
                files: files.files(below: "content/media").map { String($0.path.dropFirst(8)) },
                articles: articles.articles.map(\.path),
                drafts: articles.drafts.map(\.path)
            )
        )
        let input = reader.input(cache.versions)
        var records = cache.records.output(for: input, log: &log) { reader.read(tables, &$0) }
        let redacted = records.releases.redacted(recorded, &records.privateValues)
        let releases = redacted.releases
        records.privateValues += WithheldNarratives(records.withheld)
            .remove(articles.narratives, from: &log)
        let narratives = NarrativeMatch(records.dataset, records.hidden)
            .narratives(articles.narratives, &log)
        return SiteContent(
            settings: settings.settings,
            translations: settings.translations,
            missingTexts: settings.missing.merging(description.missing) { $0 + $1 },
            settingsFields: settings.fields,
            dataset: records.dataset,
            articles: articles.articles,
            drafts: articles.drafts,
            privateCells: PrivateCells(
                records.tables,
                unshown: records.unshown,
                keepsAll: keepsTables
            ),
            narratives: narratives,
            media: files.files(below: "content/media").map { String($0.path.dropFirst(8)) },
            templates: templates.templates,
            words: templates.words,
            templateWords: templates.templateWords,
            assets: templates.assets,
            records: records.counts,
            releases: releases,
            basemap: try basemap(settings, files, &log),
            newestDate: NewestDate.of(
                records.dataset,
                articles.articles + articles.narratives,
                releases
            ),
            exposedReleases: redacted.exposed,
            privateValues: records.privateValues,
            withheldTexts: records.withheldTexts
                + WithheldNarratives(records.withheld).bodies(articles.narratives),
            files: files
        )
    }

    /// Reads only the settings of the site in a folder, for commands that build nothing.
    public static func readSettings(
        site root: String,
        log: inout DiagnosticLog
    ) throws -> (settings: SiteSettings, fields: YAMLFields)? {
        let files = try InputTree.scan(root, optional: [], log: &log)
        var cache = ReadingCache(keeps: false)
        return try settings(files, &cache, &log).map { ($0.settings, $0.fields) }
    }

    private static func settings(
        _ files: InputTree,
        _ cache: inout ReadingCache,
        _ log: inout DiagnosticLog
    ) throws -> SettingsReader? {
        let path = "content/site.yaml"
        guard files.contains(path) else {
            log.report(
                SettingsRule.settingsMissing,
                at: SourceLocation(file: path),
                "the site has no settings",
                suggestion: "Write at least its title: title: \"…\"."
            )
            return nil
        }
        guard let text = try files.readText(path, log: &log) else { return nil }
        return cache.settings.output(for: ExactText(text), log: &log) { log in
            GarbledText.report(in: text, file: path, &log)
            if let node = YAMLReader.read(text, file: path, log: &log) {
                return SettingsReader(node, &log)
            }
            if !log.hasErrors {
                log.report(
                    SettingsRule.settingsMissing,
                    at: SourceLocation(file: path),
                    "the settings are empty",
                    suggestion: "Write at least the site’s title: title: \"…\"."
                )
            }
            return nil
        }
    }

    private static func codebook(
        _ files: InputTree,
        _ languages: [String],
        _ cache: inout ReadingCache,
        _ log: inout DiagnosticLog
    ) throws -> CodebookReader? {
        let names = ["content/datapackage.yaml", "content/datapackage.json"]
        guard let path = names.first(where: files.contains) else {
            log.report(
                SettingsRule.codebookMissing,
                at: SourceLocation(file: names[0]),
                "the site has no codebook",
                suggestion: "Describe the tables and their columns in it, as a Data Package."
            )
            return nil
        }
        guard let text = try files.readText(path, log: &log) else { return nil }
        let input = CodebookReader.Input(text: ExactText(text), languages: languages)
        return cache.codebook.output(for: input, named: path, log: &log) { log in
            GarbledText.report(in: text, file: path, &log)
            return YAMLReader.read(text, file: path, log: &log)
                .map { CodebookReader($0, languages, &log) }
        }
    }

    private static func basemap(
        _ settings: SettingsReader,
        _ files: InputTree,
        _ log: inout DiagnosticLog
    ) throws -> Basemap? {
        let path = settings.settings.basemap
        if path.isEmpty { return nil }
        guard files.contains("content/" + path) else {
            let known = files.files(below: "content").map { String($0.path.dropFirst(8)) }
            settings.fields.report(
                SettingsRule.basemap,
                "basemap",
                "there is no file “\(path.shortened())” in content/",
                suggestion: Spelling.question(path, known),
                &log
            )
            return nil
        }
        return Basemap(path: path, bytes: try files.read("content/" + path))
    }
}

/// The newest date in the content.
private enum NewestDate {
    static func of(
        _ dataset: Dataset,
        _ articles: [Article],
        _ releases: [Release]
    ) -> CalendarDate? {
        var newest: CalendarDate?
        func see(_ date: CalendarDate?) {
            guard let date else { return }
            if let known = newest, date.lastDay <= known { return }
            newest = date.lastDay
        }
        for strike in dataset.strikes {
            see(strike.date.last)
            see(strike.firstPublished)
            see(strike.lastUpdated)
        }
        for source in dataset.sources { see(source.date) }
        for claim in dataset.claims { see(claim.date) }
        for disclosure in dataset.disclosures { see(disclosure.date) }
        for correction in dataset.corrections { see(correction.date) }
        for medium in dataset.media { see(medium.date) }
        for article in articles { see(article.date) }
        for release in releases { see(release.stamp.date) }
        return newest
    }
}
