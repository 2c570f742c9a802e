// The bare pages of charts, tables, maps and figures, which other sites show in frames. Not every report has them.

extension PageJobs {
    /// Adds the bare pages, which the site map does not list either.
    mutating func addEmbeds() {
        let model = self.model
        let parts =
            model.summaries.flatMap(model.embeds) + (model.mapEmbed.map { [$0] } ?? [])
            + model.figures.all.compactMap(model.embed)
        for version in model.versions.all {
            add(parts, to: version)
            for entry in version.articles {
                add(
                    model.embeds(of: entry.article.text, on: entry.path),
                    to: version,
                    language: version.folder.isEmpty ? entry.article.language : nil
                )
            }
            let translated = version.folder.isEmpty ? nil : version.language
            for position in model.dataset.strikes.indices where !model.narratives.isEmpty {
                let text = model.narrative(ofStrikeAt: position, translated: translated)
                add(model.embeds(of: text, on: model.places.strikes[position]), to: version)
            }
        }
    }

    private mutating func add(
        _ embeds: [EmbeddedPart],
        to version: ReportVersions.Version,
        language: Language? = nil
    ) {
        for embed in embeds {
            add(embed.path, kind: "bare", in: version, language: language) {
                try EmbedPage(scope: $0, embed: embed, templates: $1)
            }
        }
    }
}
