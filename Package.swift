// swift-tools-version: 6.0
import PackageDescription

// Each target is a room; it may import only what stands above it in this list. CONTRIBUTING.md has
// the picture and the reasons.

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

let package = Package(
    name: "recount",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "recount", targets: ["recount"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
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
        room("Explanations", excluding: ["Rules"], plugins: ["Embedding"]),
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
                "Preview", "Publishing", "Starting", "Explanations",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Guides"],
            swiftSettings: strict
        ),

        tests("DiagnosticsTests", ["Diagnostics"]),
        tests("RecordsTests", ["Records", "Diagnostics"]),
        tests("ReadingTests", ["Reading", "Records", "Diagnostics"]),
        tests("MarkdownTests", ["Markdown", "Diagnostics"]),
        tests("TemplatesTests", ["Templates", "Diagnostics"], excluding: ["Oracle"]),
        tests("DrawingTests", ["Drawing"]),
        tests("OutputTests", ["Output", "Diagnostics"]),
        tests("PreviewTests", ["Preview", "Diagnostics", "Reading"], excluding: ["Browser"]),
        tests("PublishingTests", ["Publishing", "Output", "Reading", "Diagnostics"]),
        tests(
            "ReportTests",
            ["Report", "Records", "Reading", "Diagnostics"],
            excluding: ["History/corrections.golden.html"]
        ),
        tests("StartingTests", ["Starting", "Records", "Reading", "Diagnostics"]),
        tests(
            "CommandTests",
            ["recount", "Explanations", "Records", "Reading", "Starting", "Diagnostics"],
            excluding: ["Sites", "Invalid", "Trial", "Oracle", "Browser"]
        ),
    ]
)
