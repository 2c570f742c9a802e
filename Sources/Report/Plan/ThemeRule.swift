import Diagnostics

/// The rules for what a site changes of the program's templates, words and assets.
public enum ThemeRule: String, Rule {
    /// The program's file has changed since the site's was made from it.
    case outdated = "template-outdated"
    /// No page uses a template.
    case unused = "template-unused"
    /// A setting of the look has no effect, because the site's own templates do not print it.
    case settingUnshown = "setting-not-shown"

    /// What the site has still makes a whole report.
    public var severity: Severity { .warning }
}
