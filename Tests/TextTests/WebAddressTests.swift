import Testing

@testable import Text

/// Which addresses are accepted, and why others are not.
@Suite struct WebAddressTests {
    @Test(arguments: [
        "https://example.org", "http://example.org/", "HTTPS://EXAMPLE.org/a?b=c@d#e@f",
        "https://example.org:8443/x", "https://[2001:db8::1]:80/", "https://192.0.2.1/a",
        "https://a_b.example.org/", "https://münchen.example/", "https://xn--mnchen-3ya.example/",
        "https://موقع.وزارة-الاتصالات.مصر/",
        "https://xn--4gbrim.xn----rmckbbajlc6dj7bxne2c.xn--wgbh1c/",
        "https://правда.example/", "https://сор.рф/", "https://例え.jp/", "https://example.org./",
        "https://web.archive.org/web/2017/https://a:b@example.org/",
        "https://example.org/Википедия", "https://a~b.example/", "https://נ.example",
        "https://ελ.example/", "https://δοκιμή.example/",
    ])
    func anAddressOfAPageIsAccepted(_ address: String) {
        #expect(WebAddress.problem(address) == nil)
        #expect(WebAddress.hostProblem(address) == nil)
    }

    @Test(arguments: [
        "https:example.org", "https:/example.org", "//example.org", "/\\example.org", "example.org",
        "javascript:alert(1)", "javascript&colon;alert(1)", "data:text/html,x", "vbscript:x",
        "java\tscript:x", "ht\ntps://example.org", " https://example.org", "ftp://example.org",
        "file:///etc/passwd", "blob:https://example.org/x", "https;//example.org",
        "httpſ://example.org",
        "view-source:https://example.org", "", ":", "https", "https:",
    ])
    func anotherSchemeIsRefused(_ address: String) {
        #expect(WebAddress.problem(address) == .scheme)
        #expect(WebAddress.hostProblem(address) == .scheme)
    }

    @Test(arguments: [
        "https://", "https:///example.org", "https://?a", "https://#a", "https://.", "https://:80/",
        "https://example.org:port/", "https://example.org:123456/", "https://exa%6Dple.org/",
        "https://example.org\\@evil.example/", "https:\\\\example.org", "https://exa mple.org/",
        "https://ex\u{AD}ample.org/", "https://example\u{200B}.org", "https://example\u{3002}org/",
        "https://ｅxample.org/", "https://example.org\u{FF0F}evil.example/", "https://ⓔxample.org/",
        "https://𝐞xample.org/", "https://[::1", "https://[evil]/", "https://a|b/", "https://a^b/",
        "https://xn--/", "https://xn--99999999999/", "https://xn--a-é/", "https://a'b/",
        "https://a;b/",
        "https://\u{202E}gro.elpmaxe/",
    ])
    func anAddressThatProgramsReadDifferentlyIsRefused(_ address: String) {
        let problem = WebAddress.problem(address)
        #expect(
            problem == .form || problem == .scheme,
            "\(address): \(String(describing: problem))"
        )
        #expect(WebAddress.hostProblem(address) != nil)
    }

    @Test(arguments: [
        "https://user:pw@example.org/", "https://user@example.org", "https://@example.org/",
        "https://example.org:pw@evil.example/", "https://a@b@c/", "HTTP://u:p@example.org:80/",
        "https://example.org%2F@evil.example/",
    ])
    func aUserIsRefused(_ address: String) {
        #expect(WebAddress.problem(address) == .user)
        #expect(WebAddress.hostProblem(address) == .user)
    }

    @Test(arguments: [
        "https://аррӏе.com/", "https://www.раураl.com/", "https://xn--80ak6aa92e.com/",
        "https://gооgle.com",
        "https://XN--80AK6AA92E.com/", "https://www.xn--80ak6aa92e.com:443/x",
        "https://google.а.com",
    ])
    func aHostThatLooksLikeAnotherIsRefused(_ address: String) {
        guard case .lookAlike = WebAddress.problem(address) else {
            Issue.record("\(address): \(String(describing: WebAddress.problem(address)))")
            return
        }
    }

    /// The examples of RFC 3492, section 7.1.
    @Test(arguments: [
        ("egbpdaj6bu4bxfgehfvwxn", "ليهمابتكلموشعربي؟"), ("ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"),
        ("Proprostnemluvesky-uyb24dma41a", "Pročprostěnemluvíčesky"),
        ("4dbcagdahymbxekheh6e0a7fei0b", "למההםפשוטלאמדבריםעברית"),
        (
            "PorqunopuedensimplementehablarenEspaol-fmd56a",
            "PorquénopuedensimplementehablarenEspañol"
        ),
    ])
    func codedNamesAreRead(_ coded: String, plain: String) {
        #expect(Punycode.decode(coded[...]) == plain)
    }
}
