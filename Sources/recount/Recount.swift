import ArgumentParser

/// The command line.
@main
struct Recount: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "recount")
}
