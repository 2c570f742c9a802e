import Records
import Testing

@Suite struct ColumnTests {
    @Test(arguments: ResourceKind.allCases)
    func noTwoColumnsHoldOneRole(_ kind: ResourceKind) {
        let names = kind.columns(of: .builtIn).all.map(\.role.name)
        #expect(Set(names).count == names.count)
        let standard = kind.columns(of: .builtIn).all.map(\.role.standardColumn)
        #expect(Set(standard).count == standard.count)
    }

    @Test(arguments: ResourceKind.allCases)
    func everyRoleIsFoundByItsNameAndByItsColumn(_ kind: ResourceKind) {
        for column in kind.columns(of: .builtIn).all where column.role.part != .anyLanguage {
            #expect(kind.columns(of: .builtIn).role(named: column.role.name) == column.role)
            #expect(
                kind.columns(of: .builtIn).role(standardColumn: column.role.standardColumn)
                    == column.role
            )
            #expect(kind.columns(of: .builtIn)[column.role]?.role == column.role)
        }
    }

    @Test func aTextMayStandInAnyLanguage() {
        let columns = ResourceKind.strikes.columns(of: .builtIn)
        #expect(columns.role(named: "place.ar") == Role.place.language("ar"))
        #expect(columns.role(standardColumn: "place_ar") == Role.place.language("ar"))
        #expect(columns[Role.place.language("ar")]?.role == Role.place.anyLanguage)
        #expect(columns.role(named: "place.Arabic language") == nil)
        #expect(columns.role(named: "place.*") == nil)
        #expect(columns.role(named: "district.ar") == nil)
    }

    @Test(arguments: ResourceKind.allCases)
    func everyMeaningIsASentence(_ kind: ResourceKind) {
        for column in kind.columns(of: .builtIn).all {
            #expect(column.meaning.hasSuffix("."), "\(column.role)")
            #expect(!column.meaning.contains("|"), "\(column.role)")
        }
    }

    @Test func onlyTextsOfStrikesAreListedOnTheirPages() {
        for kind in ResourceKind.allCases {
            for column in kind.columns(of: .builtIn).all where column.isListed {
                guard kind == .strikes, case .text = column.content else {
                    Issue.record("\(column.role) of \(kind)")
                    continue
                }
            }
        }
    }

    @Test(arguments: ResourceKind.allCases)
    func aColumnNeedsOneOfItsOwnKind(_ kind: ResourceKind) {
        for partner in kind.columns(of: .builtIn).all.compactMap(\.partner) {
            #expect(kind.columns(of: .builtIn)[partner] != nil, "\(partner)")
        }
    }
}
