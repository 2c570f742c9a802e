import Decoding
import Foundation
import Markdown
import TestSupport
import Testing

@testable import Report

/// The ids of templates, which headings must not repeat.
@Suite struct TemplateIDsTests {
    private static func ids(_ template: String) -> ReservedIDs {
        var ids = TemplateIDs([
            TemplateSource(path: "page.html", file: "page.html", bytes: Array(template.utf8)),
            TemplateSource(path: "base.html", file: "base.html", bytes: Array(" id='base'".utf8)),
        ])
        return ids.reserved(on: "page.html")
    }

    @Test(arguments: [
        #"<p id="one">"#: ["one"], "<p class=\"a\"\n\tid = 'one'>": ["one"],
        #"<p id="one"><p id="two">"#: ["one", "two"], #"<p data-id="one">"#: [],
        #"<p id=one>"#: [], #"<p id="">"#: [""], #"{% extends "base.html" %}"#: ["base"],
        #"{%- include 'base.html' %}"#: ["base"], #"{%+ from "base.html" import x %}"#: ["base"],
        #"{% import "base.html" as x %}"#: ["base"], #"{% set x = "base.html" %}"#: [],
        #"{% include"base.html" %}"#: [], #"{{ " id='two'" }}"#: ["two"],
        #"{% include "page.html" %} id="é""#: ["é"],
    ])
    func theIDsAreThoseThatATemplateAndItsPartsState(_ template: String, _ names: Set<String>) {
        #expect(Self.ids(template).names == names)
    }

    @Test func anIDWithAnExpressionReservesItsBeginning() {
        let made = Self.ids("").prefixes
        #expect(
            Self.ids(#"<p id="row-{{ n }}"><p id="{{ n }}">"#).prefixes.subtracting(made) == [
                "row-"
            ]
        )
        #expect(Self.ids(#"<p id="row-{{ n }}"><p id="{{ n }}">"#).names.isEmpty)
    }

    /// Patterns are slower, and independent.
    @Test func theProjectsTemplatesStateWhatPatternsFind() throws {
        let folder = Package.root + "/templates"
        var found = 0
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
        where path.hasSuffix(".html") {
            let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
            let expected = text.matches(of: #/\sid\s*=\s*["']([^"'{]*)(\{?)/#)
                .filter { $0.output.2.isEmpty }.map { String($0.output.1) }
            var ids = TemplateIDs([
                TemplateSource(path: "page.html", file: path, bytes: Array(text.utf8))
            ])
            #expect(ids.reserved(on: "page.html").names == Set(expected), "\(path)")
            found += expected.count
        }
        #expect(found > 5)
    }
}
