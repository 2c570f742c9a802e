import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing

/// Compares trees, texts and places with PyYAML's, over texts that are broken at random.
@Suite struct YAMLDifferentialTests {
    private struct Case: Decodable {
        let text: String
        /// Every key and value as "line:column text"; `nil` when PyYAML refuses the text.
        let values: [String]?
    }

    private static let program = #"""
        import json, random, yaml
        r = random.Random(20170606)
        seeds = ['title: "Raqqa: 2017"\nlist:\n  - a\n  - {b: 3, c: [x, y]}\nlast: end\n',
                 'a: |\n  one\n  two\nb: >-\n  folded\n  text\nc: plain\n  goes on\n',
                 '# comment\nperiod: {from: 2017-06-06, to: 2017-10-17}\nx:\n- 1\n- - 2\n  - 3\n',
                 "quoted: 'it''s'\nempty:\nnull: ~\n? key\n: value\n"]
        soup = list(' \n:-{}[],"#|>?x1') + [chr(39), chr(92), '\n  ', ': ', '- ', '\t', '---\n']
        def walk(node, out):
            place = '%d:%d' % (node.start_mark.line + 1, node.start_mark.column + 1)
            if isinstance(node, yaml.ScalarNode): out.append(place + ' ' + node.value if node.value else 'empty')
            elif isinstance(node, yaml.SequenceNode):
                out.append(place + ' [')
                for item in node.value: walk(item, out)
            else:
                out.append(place + ' {')
                for key, value in node.value: walk(key, out); walk(value, out)
        cases = []
        for n in range(2000):
            text = r.choice(seeds)
            for _ in range(r.randint(0, 2)):
                at = r.randint(0, len(text))
                if r.random() < 0.6: text = text[:at] + r.choice(soup) + text[at:]
                else: text = text[:at] + text[at + 1:]
            try:
                node = yaml.compose(text, Loader=yaml.CSafeLoader)
                values = []
                if node is not None: walk(node, values)
            except yaml.YAMLError:
                values = None
            cases.append({'text': text, 'values': values})
        print(json.dumps(cases))
        """#

    @Test(Needs.module("yaml"))
    func twoThousandTextsAreReadAsPyYAMLReadsThem() throws {
        let output = try Python.evaluate(YAMLDifferentialTests.program)
        let cases = try JSONDecoder().decode([Case].self, from: Data(output.utf8))
        #expect(cases.count == 2000)
        var compared = 0
        for example in cases {
            var log = DiagnosticLog()
            let node = YAMLReader.read(example.text, file: "s.yaml", log: &log)
            let isBroken = log.diagnostics.contains { $0.rule == "yaml-syntax" }
            #expect(isBroken == (example.values == nil), "\(example.text.debugDescription)")
            // Repeated keys, tags and keys that are lists are refused here, not there.
            guard !log.hasErrors, let values = example.values else { continue }
            var found: [String] = []
            if let node { walk(node, &found) }
            #expect(found == values, "\(example.text.debugDescription)")
            compared += 1
        }
        #expect(compared > 800)
    }

    private func walk(_ node: YAMLNode, _ found: inout [String]) {
        let place = "\(node.location.line):\(node.location.column) "
        switch node {
        case .scalar(let scalar, _):
            // An empty value at the end stands on the last line that has text, not below it.
            found.append(scalar.text.isEmpty ? "empty" : place + scalar.text)
        case .sequence(let items, _):
            found.append(place + "[")
            for item in items { walk(item, &found) }
        case .mapping(let entries, _):
            found.append(place + "{")
            for entry in entries {
                let key = "\(entry.keyLocation.line):\(entry.keyLocation.column) \(entry.key)"
                found.append(entry.key.isEmpty ? "empty" : key)
                walk(entry.value, &found)
            }
        }
    }
}
