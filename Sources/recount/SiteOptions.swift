import ArgumentParser

/// The options of every command that reads a site.
struct SiteOptions: ParsableArguments {
    @Argument(
        help: "The site's folder, which holds content/.",
        completion: .directory
    )
    var site = "."

    @Flag(help: "Include drafts: articles with draft: true.")
    var drafts = false
}
