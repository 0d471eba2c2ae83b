import Foundation
import PaperPrinter

/// Reads the golden files as a printer would and draws what comes out, all on one page: `paper-pictures GOLDEN_FOLDER OUT_FOLDER`.
@main
enum PaperPictures {
    static func main() throws {
        guard CommandLine.arguments.count == 3 else {
            FileHandle.standardError.write(Data("usage: paper-pictures GOLDEN_FOLDER OUT_FOLDER\n".utf8))
            exit(64)
        }
        let (golden, out) = (URL(fileURLWithPath: CommandLine.arguments[1]), URL(fileURLWithPath: CommandLine.arguments[2]))
        let files = try FileManager.default.contentsOfDirectory(at: golden, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "bin" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
        let papers = try files.map { file in
            (name: file.deletingPathExtension().lastPathComponent, sheet: PaperInterpreter.sheet(Array(try Data(contentsOf: file))))
        }
        try Data(PaperPage.html(papers).utf8).write(to: out.appending(path: "papers.html"))
    }
}
