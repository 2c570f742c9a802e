// swift-tools-version: 6.0
import PackageDescription

// Each target is a room; it may import only what it names, and name only what stands above it in this
// list. CONTRIBUTING.md has the picture and the reasons.

let strict: [SwiftSetting] = [
    .unsafeFlags(["-warnings-as-errors"]),
    .enableUpcomingFeature("ExistentialAny"),
]

func room(
    _ name: String,
    _ dependencies: [Target.Dependency] = [],
    excluding excluded: [String] = [],
    plugins: [Target.PluginUsage] = []
) -> Target {
    .target(
        name: name,
        dependencies: dependencies,
        exclude: excluded,
        swiftSettings: strict,
        plugins: plugins
    )
}

func tests(
    _ name: String,
    _ dependencies: [Target.Dependency],
    excluding excluded: [String] = []
) -> Target {
    .testTarget(
        name: name,
        dependencies: dependencies + ["TestSupport"],
        exclude: excluded,
        swiftSettings: strict
    )
}

// What the program says it was built from; Tests/Tools/built-from.sh makes the text. A plain
// `swift build` has none, and says so.
let origin: [CSetting] =
    Context.environment["RECOUNT_BUILT_FROM"]
    .map { [.define("RECOUNT_BUILT_FROM", to: "\"\($0)\"")] } ?? []

let package = Package(
    name: "recount",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "recount", targets: ["recount"])],
    // Exact, so that everybody builds from the same sources: neither has dependencies of its own.
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CCMarkGFM",
            pkgConfig: "libcmark-gfm",
            providers: [
                .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
            ]
        ),
        .systemLibrary(
            name: "CZlib",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
        ),
        .systemLibrary(
            name: "CLibcrypto",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
        ),
        .target(name: "CBuiltFrom", cSettings: origin),
        .target(name: "CArguments"),
        room("Diagnostics"),
        room("Text", ["Diagnostics"]),
        room("Records", ["Diagnostics", "Text"]),
        room("Formats", ["CZlib", "Diagnostics", "Text", "Yams"]),
        room("Decoding", ["Diagnostics", "Text", "Records", "Formats", "Yams"]),
        .executableTarget(name: "Embed", swiftSettings: strict),
        .plugin(
            name: "Embedding",
            capability: .buildTool(),
            dependencies: ["Embed"],
            path: "Sources/Embedding"
        ),
        room("Originals", ["Decoding"], excluding: ["Ground"], plugins: ["Embedding"]),
        room(
            "Scaffolding",
            ["Diagnostics", "Text", "Records", "Formats", "Decoding", "Originals"],
            excluding: ["Sample"],
            plugins: ["Embedding"]
        ),
        room("Explanations", excluding: ["Rules"], plugins: ["Embedding"]),
        room("Markdown", ["CCMarkGFM", "Diagnostics", "Text"]),
        room("Templates", ["Diagnostics", "Text"]),
        room("Drawing", ["Text"]),
        room("Media", ["CZlib", "Diagnostics", "Text"]),
        room("Output", ["CLibcrypto", "Diagnostics", "Text"]),
        room("Privacy", ["CZlib", "Diagnostics", "Text"]),
        room("Preview", ["Diagnostics", "Text", "Formats"]),
        room("Publishing", ["CZlib", "Diagnostics", "Text", "Formats", "Output"]),
        room(
            "Report",
            [
                "Diagnostics", "Text", "Records", "Formats", "Decoding", "Markdown", "Templates",
                "Drawing", "Output",
            ]
        ),
        room(
            "Building",
            [
                "Diagnostics", "Text", "Records", "Formats", "Decoding", "Media", "Templates",
                "Drawing", "Originals", "Output", "Privacy", "Preview", "Publishing", "Report",
                "Explanations",
            ]
        ),
        .executableTarget(
            name: "recount",
            dependencies: [
                "Diagnostics", "Records", "Formats", "Decoding", "Markdown", "Media", "Templates",
                "Output", "Privacy", "Preview", "Publishing", "Report", "Building", "Scaffolding",
                "Originals", "Explanations", "CArguments", "CBuiltFrom",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        tests("DiagnosticsTests", ["Diagnostics"]),
        tests("TextTests", ["Text", "Diagnostics"]),
        tests("RecordsTests", ["Records", "Diagnostics"], excluding: ["Messages"]),
        tests("FormatsTests", ["Formats", "Text", "Diagnostics"], excluding: ["Messages"]),
        tests(
            "DecodingTests",
            ["Decoding", "Formats", "Text", "Records", "Diagnostics"],
            excluding: ["Messages"]
        ),
        tests(
            "MarkdownTests",
            ["Markdown", "CCMarkGFM", "Text", "Diagnostics"],
            excluding: ["Messages"]
        ),
        tests(
            "TemplatesTests",
            ["Templates", "Text", "Diagnostics"],
            excluding: ["Oracle", "Messages"]
        ),
        tests("DrawingTests", ["Drawing"]),
        tests(
            "MediaTests",
            ["Media"],
            excluding: ["pictures.py", "judge.py", "large.py", "judge_sizes.py"]
        ),
        tests("OutputTests", ["Output", "Diagnostics"]),
        tests("PrivacyTests", ["Privacy", "Text", "Diagnostics"]),
        tests("PreviewTests", ["Preview", "Formats", "Diagnostics"], excluding: ["Browser"]),
        tests(
            "PublishingTests",
            ["Publishing", "Output", "Formats", "Diagnostics"],
            excluding: ["Messages"]
        ),
        tests(
            "ReportTests",
            [
                "Report", "Records", "Formats", "Decoding", "Markdown", "Templates", "Drawing",
                "Text", "Diagnostics", "Output",
            ],
            excluding: [
                "History/corrections.golden.html", "Prose/Messages", "Prose/Oracle",
                "Search/fold.py", "Search/words.txt", "Words/Messages",
            ]
        ),
        tests(
            "ScaffoldingTests",
            ["Scaffolding", "Records", "Formats", "Decoding", "Diagnostics"]
        ),
        tests(
            "FuzzTests",
            [
                "Report", "Preview", "Output", "Records", "Formats", "Decoding", "Markdown",
                "Templates", "Text", "Diagnostics",
            ],
            excluding: ["Seeds"]
        ),
        tests(
            "CommandTests",
            [
                "recount", "Records", "Formats", "Decoding", "Templates", "Originals", "Output",
                "Report", "Building", "Scaffolding", "Explanations", "Diagnostics",
            ],
            excluding: [
                "Sites", "Messages", "Trial", "Oracle", "Browser", "Support/inject.c", "Media",
                "Schemas",
            ]
        ),
    ]
)
