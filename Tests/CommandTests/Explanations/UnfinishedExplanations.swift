// The explanations whose examples cannot be run yet; it must be empty, and then goes.

/// What is still to be made runnable, by the rules' enum.
enum UnfinishedExplanations {
    static let names: Set<String> = Set(
        markdownRule + templateRule + languageRule + proseRule + historyRule + publishingRule
            + selectionRule
    )

    private static let proseRule: [String] = [
        "block-settings",
        "broken-fragment",
        "broken-link",
        "claim-contradiction",
        "deliberate-unused",
        "figure-contradiction",
        "location-precision-unstated",
        "page-collision",
        "sample-text",
        "unbound-figure",
        "unknown-claim",
        "unknown-language",
        "unknown-menu-target",
        "unknown-source",
        "unknown-strike",
    ]

    private static let templateRule: [String] = [
        "broken-markup",
        "doubtful-test",
        "name-taken",
        "outside-block",
        "phrase-placeholder",
        "template-cycle",
        "template-nesting",
        "template-not-text",
        "template-syntax",
        "template-too-large",
        "template-type",
        "unchecked-link",
        "unclosed-tag",
        "unknown-attribute",
        "unknown-block",
        "unknown-filter",
        "unknown-macro",
        "unknown-tag",
        "unknown-template",
        "unknown-test",
        "unknown-variable",
        "unsafe-place",
        "untested-optional",
        "wrong-arguments",
    ]

    private static let historyRule: [String] = [
        "correction-unused",
        "correction-without-reason",
        "merged-into-unknown",
    ]

    private static let markdownRule: [String] = [
        "fence-unclosed",
        "footnote-duplicate",
        "footnote-undefined",
        "footnote-unused",
        "heading-empty",
        "image-alt",
        "link-malformed",
        "link-scheme",
        "link-text",
        "markdown-nesting",
        "markdown-too-long",
        "raw-html",
        "reference-undefined",
        "table-too-wide",
    ]

    private static let publishingRule: [String] = [
        "host-helper",
        "host-helper-address",
        "signing-key",
        "signing-kind",
        "target-credentials",
        "target-host",
        "target-key",
        "target-kind",
        "target-name",
        "target-number",
        "target-path",
        "target-remote",
    ]

    private static let selectionRule: [String] = [
        "selection-bad-date",
        "selection-unknown-field",
        "selection-unknown-name",
        "selection-unknown-value",
        "unknown-measure",
    ]

    private static let languageRule: [String] = [
        "word-language",
        "word-list-count",
        "word-missing",
        "word-placeholders",
        "word-plural-form",
    ]
}
