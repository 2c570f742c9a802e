// The files of the search. Each is a script that hands data to `search.js`, because a page that is opened from a disk may
// load scripts and nothing else.

import Output
import Records
import Synchronization
import Text

/// The search of a report: its files, made when they are written.
final class SearchFiles: Sendable {
    private let known = Mutex<SearchIndex?>(nil)
    private let knownFacets = Mutex<StrikeFacets?>(nil)
    private let knownStamp = Mutex<String?>(nil)
    private let knownTexts = Mutex<Digest?>(nil)

    /// The folder of the files.
    static let folder = "search/"

    /// The files that do not depend on the words.
    func jobs(_ model: ReportModel) -> [PageJob] {
        let documents = SearchDocuments(model)
        var jobs = [job("index") { self.root(documents, self.stamp(model)) }]
        // A list of one page holds the values in its rows.
        if model.dataset.strikes.count > model.strikesPerPage {
            jobs.append(job("strikes") { self.facets(model).script(self.stamp(model)) })
        }
        for version in model.versions.all {
            for kind in SearchDocuments.Kind.allCases {
                let range = documents.range(kind)
                for (block, start) in range.enumeratedBlocks(of: kind.perFile) {
                    let name = "\(version.language.tag)-\(kind.rawValue)\(block)"
                    let numbers = start..<min(start + kind.perFile, range.upperBound)
                    jobs.append(
                        job(name, key: key(of: kind, numbers, documents)) {
                            SearchEntries(model, version, documents)
                                .script(name, self.stamp(model), kind: kind, numbers)
                        }
                    )
                }
            }
        }
        return jobs
    }

    /// The files of the words.
    ///
    /// The first that is asked for makes the index, while the others wait.
    func indexJobs(_ model: ReportModel) -> [PageJob] {
        let documents = SearchDocuments(model)
        let key: PageKey = { self.addKey(ofWords: $0, documents, &$1) }
        return (0..<SearchIndex.partCount(documents))
            .map { part in
                job("t\(part)", key: key) {
                    self.index(model, documents).script(ofPart: part, self.stamp(model))
                }
            }
    }

    /// The values by which the list of strikes can be narrowed.
    func facets(_ model: ReportModel) -> StrikeFacets {
        knownFacets.withLock { known in
            let facets = known ?? StrikeFacets(model)
            known = facets
            return facets
        }
    }

    /// A text that changes when documents get other numbers.
    ///
    /// A browser may hold parts from before a publication; numbers in them would lead to other documents.
    private func stamp(_ model: ReportModel) -> String {
        knownStamp.withLock { known in
            if let known { return known }
            let documents = SearchDocuments(model)
            var hash = ShortHash()
            func add(_ text: String) {
                hash.add(text)
                hash.add("\n")
            }
            documents.paths.forEach(add)
            for position in model.dataset.strikes.indices {
                add(model.dataset.strikes[position].id)
            }
            for position in model.dataset.victims.indices {
                add(model.dataset.victims[position].strikeID)
                add(model.dataset.victims[position].name)
            }
            if !documents.places.isEmpty {
                for place in model.registers(in: model.language).places.places {
                    add(place.name)
                    add(place.city)
                    add(String(place.rows.lowerBound))
                }
            }
            let stamp = hash.text
            known = stamp
            return stamp
        }
    }

    /// The words of the report.
    private func index(_ model: ReportModel, _ documents: SearchDocuments) -> SearchIndex {
        known.withLock { known in
            let index = known ?? SearchIndex(SearchTexts(model: model, documents: documents))
            known = index
            return index
        }
    }

    /// What the script needs before the first word is typed: how words are folded, and where what is described.
    private func root(_ documents: SearchDocuments, _ stamp: String) -> [UInt8] {
        SearchScript.part("index", stamp) { writer in
            writer.object { writer in
                writer.member("parts", SearchIndex.partCount(documents))
                writer.array("kinds", SearchDocuments.Kind.allCases) { writer, kind in
                    writer.object { writer in
                        writer.member("name", kind.rawValue)
                        writer.member("end", documents.range(kind).upperBound)
                        writer.member("perFile", kind.perFile)
                    }
                }
                SearchFolding.write(to: &writer)
            }
        }
    }

    private func job(
        _ name: String,
        key: PageKey? = nil,
        _ bytes: @escaping @Sendable () -> [UInt8]
    ) -> PageJob {
        PageJob(path: SearchFiles.folder + name + ".js", content: .bytes(bytes), key: key)
    }
}

// MARK: - What the files show

extension SearchFiles {
    /// What a file of documents shows; `nil` for places, of which all strikes are counted, and for pages.
    private func key(
        of kind: SearchDocuments.Kind,
        _ numbers: Range<Int>,
        _ documents: SearchDocuments
    ) -> PageKey? {
        switch kind {
        case .strike:
            return { digests, bytes in
                bytes.add(self.stamp(digests.model))
                for number in numbers { bytes.add(digests.strikes[number]) }
            }
        case .person:
            let first = documents.people.lowerBound
            return { digests, bytes in
                bytes.add(self.stamp(digests.model))
                for number in numbers { bytes.add(person: number - first, digests) }
            }
        case .place, .page: return nil
        }
    }

    /// Adds what the files of the words are made from.
    private func addKey(
        ofWords digests: RecordDigests,
        _ documents: SearchDocuments,
        _ bytes: inout KeyBytes
    ) {
        bytes.add(stamp(digests.model))
        let digest = knownTexts.withLock { known in
            let digest =
                known ?? SearchTexts(model: digests.model, documents: documents).digest
            known = digest
            return digest
        }
        bytes.add(digest)
    }
}

extension KeyBytes {
    /// Adds what a document shows of a person, and where it leads to.
    fileprivate mutating func add(person position: Int, _ digests: RecordDigests) {
        let model = digests.model
        add(digests.people[position])
        if let strike = model.dataset.index(of: model.dataset.victims[position].strikeID) {
            add(digests.strikes[strike])
        } else {
            add(model.listPage(ofPersonAt: position))
        }
    }
}

extension SearchTexts {
    /// A digest of everything under which documents are found.
    fileprivate var digest: Digest {
        var bytes = KeyBytes()
        visit { number, part, weight in
            bytes.add(number)
            bytes.add(weight == .strong)
            switch part {
            case .text(let text): bytes.add(1, text)
            case .common(let text): bytes.add(2, text)
            case .names(let strike):
                bytes.add(3)
                bytes.add(strike)
            case .areas(let strike):
                bytes.add(4)
                bytes.add(strike)
            case .date(let date): bytes.add(5, date.iso)
            }
            bytes.fold()
        }
        for strike in documents.strikes {
            bytes.add(names(ofStrike: strike))
            bytes.add(areas(ofStrike: strike))
            bytes.fold()
        }
        return bytes.digest
    }
}

extension Range<Int> {
    /// The first number of each block of so many numbers, with the number of the block.
    fileprivate func enumeratedBlocks(of size: Int) -> EnumeratedSequence<StrideTo<Int>> {
        stride(from: lowerBound, to: upperBound, by: size).enumerated()
    }
}

extension SearchFolding {
    /// Writes the rules by which words are folded, as members of an object.
    static func write(to writer: inout JSONWriter) {
        writer.array("letters", letters) { $0.value($1) }
        writer.member("dropped", dropped)
        writer.array("shapes", shapes) { writer, range in
            writer.array([range.lowerBound, range.upperBound]) { $0.value(Int($1)) }
        }
        writer.array("elided", elided) { $0.value($1) }
        writer.array("articles", articles) { $0.value($1) }
        writer.array("spokenArticles", spokenArticles) { $0.value($1) }
        writer.array("particles", particles) { writer, particle in
            writer.object { writer in
                writer.member("text", particle.text)
                writer.member("rest", particle.rest)
            }
        }
        writer.member("last", String(decoding: SearchMarks.last, as: UTF8.self))
        writer.member("more", String(decoding: SearchMarks.more, as: UTF8.self))
    }
}
