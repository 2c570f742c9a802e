import ArgumentParser

/// What every command that reads a site asks for.
struct SiteOptions: ParsableArguments {
    @Argument(
        help: "The site's folder, which holds content/ and templates/.",
        completion: .directory
    )
    var site = "."

    @Flag(help: "Show drafts too: articles with draft: true.")
    var drafts = false
}
