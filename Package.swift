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
        dependencies: dependencies,
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
        room("Diagnostics"),
        room("Records", ["Diagnostics"]),
        room("Reading", ["CZlib", "Diagnostics", "Records", "Yams"]),
        .executableTarget(name: "Embed", swiftSettings: strict),
        .plugin(
            name: "Embedding",
            capability: .buildTool(),
            dependencies: ["Embed"],
            path: "Sources/Embedding"
        ),
        room(
            "Starting",
            ["Diagnostics", "Records", "Reading"],
            excluding: ["Sample"],
            plugins: ["Embedding"]
        ),
        room("Markdown", ["CCMarkGFM", "Diagnostics"]),
        room("Templates", ["Diagnostics"]),
        room("Drawing"),
        room("Output", ["CLibcrypto", "Diagnostics"]),
        room("Preview", ["Diagnostics", "Reading"]),
        room("Publishing", ["Diagnostics", "Reading", "Output"], excluding: ["Publishing.md"]),
        room("Report", ["Diagnostics", "Records", "Reading", "Markdown", "Templates", "Drawing"]),
        .executableTarget(
            name: "recount",
            dependencies: [
                "Diagnostics", "Records", "Reading", "Markdown", "Templates", "Output", "Report",
                "Preview", "Publishing", "Starting", "CBuiltFrom",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Guides"],
            swiftSettings: strict
        ),

        tests("DiagnosticsTests", ["Diagnostics"]),
        tests("RecordsTests", ["Records", "Diagnostics"]),
        tests("ReadingTests", ["Reading", "Records", "Diagnostics"]),
        tests("MarkdownTests", ["Markdown", "CCMarkGFM", "Diagnostics"]),
        tests("TemplatesTests", ["Templates", "Diagnostics"], excluding: ["Oracle"]),
        tests("DrawingTests", ["Drawing"]),
        tests("OutputTests", ["Output", "Diagnostics"]),
        tests("PreviewTests", ["Preview", "Diagnostics", "Reading"], excluding: ["Browser"]),
        tests("PublishingTests", ["Publishing", "Output", "Reading", "Diagnostics"]),
        tests(
            "ReportTests",
            ["Report", "Records", "Reading", "Markdown", "Templates", "Diagnostics"],
            excluding: ["History/corrections.golden.html"]
        ),
        tests("StartingTests", ["Starting", "Records", "Reading", "Diagnostics"]),
        tests(
            "CommandTests",
            ["recount", "Records", "Reading", "Starting", "Diagnostics"],
            excluding: ["Sites", "Invalid", "Trial", "Oracle", "Browser"]
        ),
    ]
)
