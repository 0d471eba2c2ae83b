/// What lies in the tray: lines as they came out, each with how it looks.
package struct PaperSheet: Hashable, Sendable {
    /// One thing on the paper.
    package enum Item: Hashable, Sendable {
        case line([Run], alignment: Int)
        /// Rows of dots, black as true.
        case picture(width: Int, rows: [[Bool]])
        case code(String)
        case cut
        case drawer
    }

    /// A piece of a line that looks the same throughout.
    package struct Run: Hashable, Sendable {
        package var text: String
        package var isBold: Bool
        package var wide: Int
        package var tall: Int
        package var isInverse: Bool
    }

    package var items: [Item] = []
    /// Bytes that are no command of an ESC/POS printer, where they stood.
    package var unknown: [Int] = []

    package init() {}

    /// All letters, line by line.
    package var text: String {
        items.map { item in
            switch item {
            case .line(let runs, _): runs.map(\.text).joined()
            case .picture(let width, let rows): "[picture \(width)x\(rows.count)]"
            case .code(let code): "[code \(code)]"
            case .cut: "[cut]"
            case .drawer: "[drawer]"
            }
        }.joined(separator: "\n")
    }

    /// How often the cash drawer was opened.
    package var drawers: Int { items.filter { $0 == .drawer }.count }
    package var cuts: Int { items.filter { $0 == .cut }.count }
}
