import Foundation

/// What the program tells whoever started it, at once, also when its output goes to a file.
enum Say {
    /// One line, or several, on standard output.
    static func line(_ text: String = "") {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }
}
