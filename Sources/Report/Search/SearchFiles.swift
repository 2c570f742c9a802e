// The files of the search. Each is a script that hands data to `search.js`, because a page that is opened from a disk may
// load scripts and nothing else.

import Records
import Synchronization
import Text

/// The search of a report: its files, made when they are written.
final class SearchFiles: Sendable {
    private let known = Mutex<SearchIndex?>(nil)
    private let knownFacets = Mutex<StrikeFacets?>(nil)
    private let knownStamp = Mutex<String?>(nil)

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
                        job(name) {
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
        return (0..<SearchIndex.partCount(documents))
            .map { part in
                job("t\(part)") {
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

    private func job(_ name: String, _ bytes: @escaping @Sendable () -> [UInt8]) -> PageJob {
        PageJob(path: SearchFiles.folder + name + ".js", content: .bytes(bytes))
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
