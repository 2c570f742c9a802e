import Diagnostics

/// The rules for what a site changes of the program's templates, words and assets.
public enum ThemeRule: String, Rule {
    /// The program's file has changed since the site's was made from it.
    case outdated = "template-outdated"
    /// No page uses a template.
    case unused = "template-unused"

    /// What the site has still makes a whole report.
    public var severity: Severity { .warning }
}
