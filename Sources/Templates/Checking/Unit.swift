// Inheritance: a template and those that it extends are rendered together.

/// A block where a template defines it.
struct BlockDefinition {
    let block: TemplateBlock
    let template: ParsedTemplate
}

/// A template with those that it extends, rendered as one.
final class Unit {
    /// From the template that is rendered to the one that it extends last.
    let chain: [ParsedTemplate]
    /// The names that were visible before the template.
    let outer: [String: Binding]
    /// The scope of the names that it sets outside all loops and blocks.
    let scope: Int

    init(chain: [ParsedTemplate], outer: [String: Binding] = [:], scope: Int = 0) {
        self.chain = chain
        self.outer = outer
        self.scope = scope
    }

    /// All definitions of a block; the first one replaces the others.
    func definitions(_ name: String) -> [BlockDefinition] {
        chain.compactMap { template in
            template.blocks[name].map { BlockDefinition(block: $0, template: template) }
        }
    }

    /// The names that are visible in a block.
    func visibleInBlocks(_ names: [String: Binding]) -> [String: Binding] {
        names.filter { $0.value.scope == scope || outer[$0.key]?.id == $0.value.id }
    }
}
