import Testing

@testable import Report

/// Names stand where a reader of their language looks for them.
@Suite struct NameOrderTests {
    private func sorted(_ names: [String]) -> [String] {
        names.sorted { left, right in
            NameOrder.key(left)
                .lexicographicallyPrecedes(NameOrder.key(right)) { $0.value < $1.value }
        }
    }

    @Test(arguments: [
        ["Echevin", "Élan", "Émile", "Etienne", "Façade", "Faure"],
        ["Odile", "Œuvrard", "Ofra", "Zoë"],
        ["Çelik", "Demir", "Şahin", "Tekin"],
        ["أحمد", "إسماعيل", "باسل", "تَيم", "الثابت", "جمال", "هبة", "يحيى"],
    ])
    func lettersWithMarksStandWithThoseWithout(_ names: [String]) {
        #expect(sorted(names.reversed()) == names)
    }

    @Test func vowelSignsAndComposedLettersMakeNoDifference() {
        #expect(NameOrder.key("مُحَمَّد") == NameOrder.key("محمد"))
        #expect(NameOrder.key("E\u{301}mile") == NameOrder.key("Émile"))
        #expect(NameOrder.key("Cœur") == NameOrder.key("Coeur"))
    }
}
