import Testing

@testable import Media

/// Drawings are published without anything that runs, loads or tells of their authors.
@Suite struct DrawingTests {
    @Test func aDrawingKeepsWhatItShows() throws {
        let drawing = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- by CANARY -->
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <svg:svg xmlns:svg="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape"
              xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:l="http://www.w3.org/1999/xlink"
              i:version="CANARY" s:docname="/home/CANARY/map.svg" data-name="CANARY" content="CANARY" viewBox="0 0 9 9">
            <s:namedview i:current-layer="CANARY"><svg:g id="CANARY"/></s:namedview>
            <svg:metadata><rdf xmlns="urn:rdf">CANARY</rdf></svg:metadata>
            <svg:style><![CDATA[/* CANARY */ .a > b { fill: url(#g) }]]></svg:style>
            <svg:g i:label="CANARY" class="a" style="fill:url('#g')"><svg:title>A &amp; B</svg:title>
            <svg:use l:href="#x" l:title="CANARY"/><svg:unknown a="CANARY">CANARY</svg:unknown></svg:g>
            <?program CANARY?></svg:svg>
            """
        let cleaned = try clean(drawing)
        #expect(!cleaned.contains("CANARY"))
        for part in [
            "viewBox=\"0 0 9 9\"", ".a &gt; b { fill: url(#g) }", "<use xlink:href=\"#x\"/>",
            "<title>A &amp; B</title>", "class=\"a\"",
        ] {
            #expect(cleaned.contains(part), "\(part)")
        }
        #expect(try clean(cleaned) == cleaned)
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<SCRIPT/>",
        "<script xmlns=\"http://www.w3.org/1999/xhtml\"/>",
        "<p xmlns=\"http://www.w3.org/1999/xhtml\"/>", "<rect onclick=\"1\"/>",
        "<rect OnLoad=\"1\"/>",
        "<foreignObject/>", "<iframe/>", "<image href=\"https://example.org/a.png\"/>",
        "<image xlink:href=\"//example.org/a.png\"/>", "<use href=\"other.svg#a\"/>",
        "<a href=\"javascript:alert(1)\"><text>x</text></a>",
        "<a href=\" java&#10;script:alert(1)\"/>",
        "<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>",
        "<image href=\"data:text/html,x\"/>",
        "<set attributeName=\"href\" to=\"javascript:1\"/>",
        "<animate attributeName=\"xlink:href\"/>",
        "<style>@import 'a.css';</style>", "<style>a{b:url(a.png)}</style>",
        "<style>@im<![CDATA[port]]> 'a';</style>", "<style>@\\69mport 'a';</style>",
        "<rect style=\"fill:url(https://example.org/#a)\"/>", "<rect fill=\"url( 'a#b')\"/>",
        "<rect filter=\"u\\72l(a)\"/>", "<style>a{b:URL(a)}</style>",
        "<style>a{b:image-set('a' 1x)}</style>", "<feImage href=\"a.png\"/>",
        "<h:script xmlns:h=\"http://www.w3.org/2000/svg\"/>",
    ])
    func whatRunsOrLoadsIsRefused(_ part: String) {
        #expect(rule(Self.drawing(part)) == .active)
    }

    @Test(arguments: [
        "<g>", "</g>", "<g></rect>", "<g a=\"1\" a=\"2\"/>", "<g a=1/>", "<g a/>", "<g a=\"<\"/>",
        "<g",
        "<!-- a -- b -->", "<!-- a", "&nbsp;", "<g a=\"&x;\"/>", "&#0;", "&#xD800;", "<![CDATA[a",
        "\u{1}",
        "<?xml version=\"1.0\"?>", "<!ELEMENT a>", "< g/>", "<g/ >", "<style><g/></style>",
        "<style>/*</style>", "<image href=\"data:image/png;base64,A!\"/>",
    ])
    func aDrawingThatIsNotStrictXMLIsRefused(_ part: String) {
        #expect(rule(Self.drawing(part)) == .damaged)
    }

    @Test(arguments: [
        "<?xml-stylesheet href=\"a.css\"?>\(drawing(""))",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]>\(drawing(""))",
    ])
    func whatStandsBeforeADrawingIsReadToo(_ text: String) {
        #expect(rule(text) == .active)
    }

    @Test(arguments: [
        "<svg></svg>", drawing("") + drawing(""), drawing("") + "text",
        "<?xml version='1.0' encoding='UTF-16'?>" + drawing(""),
        drawing(String(repeating: "<g>", count: 300) + String(repeating: "</g>", count: 300)),
    ])
    func aFileMustBeOneDrawing(_ text: String) {
        #expect(rule(text) == .damaged)
    }

    @Test func anEmbeddedPictureLosesItsMetadata() throws {
        let gif: [UInt8] =
            Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
            + [0x21, 0xFE, 6] + Array("CANARY".utf8) + [0]
            + [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]
        let text = Self.drawing("<image href=\"data:image/gif;base64,\(Base64.encoded(gif))\"/>")
        let cleaned = try clean(text)
        let start = try #require(cleaned.firstRange(of: "base64,"))
        let bytes = try #require(Base64.decoded(cleaned[start.upperBound...].prefix { $0 != "\"" }))
        #expect(bytes == Array(gif.prefix(19)) + Array(gif.dropFirst(29)))
        #expect(rule(text.replacing("image/gif", with: "image/png")) == .contradictory)
    }

    private static func drawing(_ part: String) -> String {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\(part)</svg>"
    }

    private func clean(_ text: String) throws -> String {
        String(decoding: try MediaFile(path: "a.svg").cleaned(Array(text.utf8)), as: UTF8.self)
    }

    private func rule(_ text: String) -> MediaRule? {
        do throws(MediaFlaw) {
            _ = try MediaFile(path: "a.svg").cleaned(Array(text.utf8))
            return nil
        } catch {
            return error.rule
        }
    }
}
