import Foundation
import NIOPosix

/// Prints every speed and size figure that the project promises, each beside the raw limit that this machine showed in the same run.
///
/// `bench --ardoise PATH [--only WORD] [--folder PATH] [--count N]`: the folder says on which disk the databases are made; the count, how
/// many intents or queued postings there are in the sections that a night is needed for.
@main
struct Bench {
    static func main() async {
        do {
            try await run(Options(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(_ options: Options) async throws {
        let sections = Section.all.filter(options.picks)
        guard !sections.isEmpty else {
            throw Options.Wrong(
                description: "no section has “\(options.only)” in its title:\n" + Section.all.map(\.title).joined(separator: "\n"))
        }
        let folder = try WorkingFolder(in: options.folder)
        defer { folder.remove() }
        let machine = Machine(
            folder: folder.url, ardoise: options.ardoise, count: options.count, group: MultiThreadedEventLoopGroup.singleton)
        say("Ardoise bench: \(ProcessInfo.processInfo.activeProcessorCount) cores, databases in \(folder.url.path)")
        var report = Report()
        for section in sections {
            say("\n\(section.title)")
            for figure in try await section.measure(machine, report) { report.add(figure) }
        }
        say("\n\(report.summary)")
    }
}

/// What a section needs to know of the world.
struct Machine: Sendable {
    let folder: URL
    /// The release binary under test.
    let ardoise: URL
    /// How many, where the command line says so.
    let count: Int?
    let group: MultiThreadedEventLoopGroup
}

/// A group of figures that are measured together. Later sections see the figures of earlier ones: raw limits come first.
struct Section: Sendable {
    let title: String
    let measure: @Sendable (Machine, Report) async throws -> [Figure]

    static let all: [Section] = [
        .raw, .storage, .program, .closing, .roomCharge, .dayReport, .window, .restart, .intents, .outage, .year, .history, .printing,
    ]
}
