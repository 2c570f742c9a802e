import Records

/// What readers are told about facts that are shown more coarsely than they are known.
enum CoarseText {
    /// What is coarse about a strike, a sentence each.
    static func sentences(_ scope: PageScope, ofStrike id: String) -> [String] {
        let all = scope.report.dataset.coarsenings
        if all.isEmpty { return [] }
        guard let coarsening = all[id] else { return [] }
        let language = scope.language
        var sentences: [String] = []
        if coarsening.omitsPoint {
            sentences.append(language.text(.coarsePoint))
        } else if let place = coarsening.pointOf {
            sentences.append(language.text(place == .city ? .coarseCity : .coarseDistrict))
        } else if let decimals = coarsening.decimals {
            sentences.append(language.text(.coarseDecimals, count: decimals))
        }
        switch coarsening.date {
        case .month?: sentences.append(language.text(.coarseMonth))
        case .year?: sentences.append(language.text(.coarseYear))
        case nil: break
        }
        if coarsening.groupsAge { sentences.append(language.text(.coarseAge)) }
        if !coarsening.omitted.isEmpty {
            let columns = coarsening.omitted.map { language.label(of: $0) }
            let list = columns.sorted().joined(separator: language.text(.comma))
            sentences.append(language.text(.coarseOmitted, ["columns": list]))
        }
        return sentences
    }

    /// What is shown less exactly in the whole report, a sentence each.
    static func summary(_ scope: PageScope) -> [String] {
        let (dataset, language) = (scope.report.dataset, scope.language)
        let all = dataset.coarsenings.values
        func count(_ isMeant: (Coarsening) -> Bool) -> Int { all.count(where: isMeant) }
        let counts: [(Word, Int)] = [
            (.methodDate, count { $0.date != nil }),
            (.methodPoint, count(\.hidesPoint)),
            (.methodOmitted, count { !$0.omitted.isEmpty }),
            (.methodAge, dataset.reducedPeople.ageGroups),
            (.methodNames, dataset.reducedPeople.unnamed),
        ]
        let sentences = counts.filter { $0.1 > 0 }.map { language.text($0.0, count: $0.1) }
        let rare = dataset.rareValues
        func hidden(_ columns: [String: Int], _ word: Word) -> [String] {
            columns.keys.sorted()
                .map { name in
                    language.text(
                        word,
                        [
                            "column": scope.settings.columnTitle(name),
                            "n": language.number(rare.minimum),
                        ]
                    )
                }
        }
        return sentences + hidden(rare.columns, .methodRare)
            + hidden(rare.peopleColumns, .methodRarePeople)
    }
}
