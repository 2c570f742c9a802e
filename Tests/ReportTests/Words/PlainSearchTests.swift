import Foundation
import Testing

@testable import Report

@Suite struct PlainSearchTests {
    @Test(arguments: [
        "", "a", "Raqqa", "Al Raqqa, near the mosque", "qq", "qa", "Raqqah", "مدينة الرقة", "الرقة",
        "naïve", "nai\u{308}ve", "i", ", ", "،",
    ])
    func aTextIsFoundWhereverContainsFindsIt(text: String) {
        for other in ["", "a", "Raqqa", "qq", "q", "الرقة", "ï", "i", ", ", "، ", "mosque"] {
            #expect(text.holds(other) == text.contains(other), "“\(other)” in “\(text)”")
        }
    }
}
