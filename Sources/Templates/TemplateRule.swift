// The rules that templates can break.

import Diagnostics

/// What can be wrong in a template.
public enum TemplateRule: String, CaseIterable, Rule {
    /// What stands between the braces must be readable by the language's rules.
    case syntax = "template-syntax"
    /// Every tag that opens something is closed, the innermost first.
    case unclosedTag = "unclosed-tag"
    /// Only the tags of the language can be used.
    case unknownTag = "unknown-tag"
    /// A template can use only what its page offers and what it has set itself.
    case unknownVariable = "unknown-variable"
    /// A record has only the attributes that the reference lists.
    case unknownAttribute = "unknown-attribute"
    /// Only the filters of the language can be used.
    case unknownFilter = "unknown-filter"
    /// The only test is `none`.
    case unknownTest = "unknown-test"
    /// A template that is included, extended, imported or needed by a page must exist.
    case unknownTemplate = "unknown-template"
    /// A macro must be defined or imported before it is called.
    case unknownMacro = "unknown-macro"
    /// A filter or macro takes only its own arguments, and all that it needs.
    case wrongArguments = "wrong-arguments"
    /// Each operation takes values of certain types: loops take lists, only text, numbers, links, phrases and html can be printed, only values of one type can be compared.
    case wrongType = "template-type"
    /// A value that may be missing must be tested before it is used, so that a page never says nothing where it seems to say something.
    case untestedOptional = "untested-optional"
    /// An optional number does not hold as a condition when it is 0, nor when it is missing; the two are not the same.
    case doubtfulTest = "doubtful-test"
    /// Escaping makes text safe between tags and in quoted attribute values, and nowhere else.
    case unsafePlace = "unsafe-place"
    /// Only a checked url may begin a link: text could become a link that runs a script.
    case uncheckedLink = "unchecked-link"
    /// Branches, loops, macros and pages end in the HTML where they began; else it could not be known what may be printed after them.
    case brokenMarkup = "broken-markup"
    /// A phrase gets a value for each of its placeholders, and for nothing else.
    case phrasePlaceholder = "phrase-placeholder"
    /// A template cannot include or extend itself, not even through others.
    case templateCycle = "template-cycle"
    /// Tags, includes, macros and values are nested at most 100 levels deep.
    case nestingTooDeep = "template-nesting"
    /// A template has at most 1 MiB, and a page is made of a bounded number of parts.
    case templateTooLarge = "template-too-large"
    /// Templates are UTF-8 text.
    case templateNotText = "template-not-text"
    /// A template that extends another replaces blocks that the other has; any other block would never be seen.
    case unknownBlock = "unknown-block"
    /// A template that extends another begins with `extends` and says everything inside blocks.
    case outsideBlock = "outside-block"
    /// A name means one thing at a time: it is not given twice, and nothing hides it.
    case nameTaken = "name-taken"

    /// A file that a template, a style sheet or a setting names must exist.
    case fileMissing = "asset-missing"

    /// All but one stop the build.
    public var severity: Severity {
        switch self {
        case .doubtfulTest: .warning
        case .syntax, .unclosedTag, .unknownTag, .unknownVariable, .unknownAttribute,
            .unknownFilter, .unknownTest, .unknownTemplate, .unknownMacro, .wrongArguments,
            .wrongType, .untestedOptional, .unsafePlace, .uncheckedLink, .brokenMarkup,
            .phrasePlaceholder, .templateCycle, .nestingTooDeep, .templateTooLarge,
            .templateNotText, .unknownBlock, .outsideBlock, .nameTaken, .fileMissing:
            .error
        }
    }
}
