import Foundation

/// One measured number with what it should be.
struct Figure: Sendable {
    enum Target: Sendable {
        case atLeast(Double)
        case atMost(Double)
        /// A limit of the machine: nothing to meet.
        case none
    }

    let name: String
    let value: Double
    let unit: String
    let target: Target
    /// The raw limit it stands beside, in words: `durable POST of one row: 10,400/s`.
    let beside: String?

    init(_ name: String, _ value: Double, _ unit: String, _ target: Target = .none, beside: String? = nil) {
        self.name = name
        self.value = value
        self.unit = unit
        self.target = target
        self.beside = beside
    }

    var isMet: Bool {
        switch target {
        case .atLeast(let wanted): value >= wanted
        case .atMost(let wanted): value <= wanted
        case .none: true
        }
    }

    private var verdict: String {
        switch target {
        case .none: ""
        case .atLeast(let wanted):
            "target ≥ \(Self.text(wanted))  " + (isMet ? "met" : "missed by \(Self.percent(wanted - value, of: wanted))")
        case .atMost(let wanted):
            "target ≤ \(Self.text(wanted))  " + (isMet ? "met" : "missed by \(Self.percent(value - wanted, of: wanted))")
        }
    }

    var line: String {
        let amount = Self.text(value) + " " + unit
        return "  " + Self.padded(name, 58) + Self.padded(amount, 16) + Self.padded(verdict, 36) + (beside.map { "beside: " + $0 } ?? "")
    }

    /// Three digits that matter, thousands apart.
    static func text(_ number: Double) -> String {
        if number >= 100 { return Int(number.rounded()).formatted(.number.locale(Locale(identifier: "en_GB"))) }
        return String(format: number >= 10 ? "%.1f" : "%.2f", number)
    }

    private static func percent(_ part: Double, of whole: Double) -> String {
        String(format: "%.0f %%", 100 * part / whole)
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}

/// The figures so far.
struct Report: Sendable {
    private(set) var figures: [Figure] = []

    mutating func add(_ figure: Figure) {
        figures.append(figure)
        say(figure.line)
    }

    func value(_ name: String) -> Double? {
        figures.first { $0.name == name }?.value
    }

    var summary: String {
        let missed = figures.filter { !$0.isMet }
        let judged = figures.filter { if case .none = $0.target { false } else { true } }
        let lines = missed.map { "  missed: \($0.name)" }
        return (["\(judged.count - missed.count) of \(judged.count) targets met"] + lines).joined(separator: "\n")
    }
}

/// Shows a line at once, also when the output goes to a file that somebody watches.
func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
}
