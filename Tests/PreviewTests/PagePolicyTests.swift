import Testing

@testable import Preview

@Suite struct PagePolicyTests {
    @Test(arguments: [
        (
            "default-src 'none'; style-src 'self' file:; img-src 'self' file:; script-src 'self' file:",
            "default-src 'none'; style-src 'self' file:; img-src 'self' file:; script-src 'self' file:; connect-src 'self'"
        ),
        (
            "default-src 'none'; style-src 'self'",
            "default-src 'none'; style-src 'self'; connect-src 'self'; script-src 'self'"
        ),
        ("default-src 'self'", "default-src 'self'"),
        ("img-src 'self'", "img-src 'self'"),
        ("script-src 'none'", "script-src 'self'"),
        ("SCRIPT-SRC 'sha256-x'; connect-src *", "SCRIPT-SRC 'sha256-x' 'self'; connect-src *"),
        (
            "default-src https://x.example; style-src 'self'",
            "default-src https://x.example; style-src 'self'; connect-src https://x.example 'self'; script-src https://x.example 'self'"
        ),
        ("script-src-elem 'none'; ;", "script-src-elem 'self'"),
        ("", ""),
    ])
    func aPolicyIsAmendedByNoMoreThanThePreviewNeeds(policy: String, amended: String) {
        #expect(PagePolicy.amended(policy: policy) == amended)
    }

    @Test(arguments: [
        (
            "<META content='default-src &#39;self&#39;; connect-src &#39;none&#39;' HTTP-EQUIV=content-security-policy>",
            "<META content=\"default-src 'self'; connect-src 'self'\" HTTP-EQUIV=content-security-policy>"
        ),
        ("<meta name=description content=\"default-src 'none'\">", nil),
        ("<meta charset=utf-8><meta http-equiv=\"refresh\" content=\"0\">", nil),
        ("<meta http-equiv=\"Content-Security-Policy\">", nil),
        ("<meta", nil),
        ("<meta content=\"", nil),
        ("<body><meta http-equiv=Content-Security-Policy content=\"script-src 'none'\">", nil),
    ])
    func onlyThePolicyOfThePagesHeadIsTouched(page: String, amended: String?) {
        let result = PagePolicy.amended(Array(page.utf8)[...])
        #expect(String(decoding: result, as: UTF8.self) == amended ?? page)
    }

    @Test(arguments: [
        ("<p></p></BODY></html>", "<p></p>|</BODY></html>"),
        ("<p>no end", "<p>no end|"),
        ("", "|"),
        ("a</body>b</body>c", "a</body>b|</body>c"),
    ])
    func theScriptStandsAtTheEndOfTheBody(page: String, expected: String) {
        let amended = AmendedPage(page: Array(page.utf8), tag: "a\"&<.html", build: "r.1")
        let script =
            "<script src=\"/-/recount/reload.js\" data-tag=\"a&#34;&amp;&lt;.html\" data-build=\"r.1\" defer></script>"
        let text = String(decoding: amended.bytes, as: UTF8.self)
        #expect(
            text
                == expected.split(separator: "|", omittingEmptySubsequences: false)
                .joined(separator: script)
        )
    }
}
