/// What somebody drew on the signature pad: strokes of points, in whole units of the pad (`S2-07`).
package struct SignatureStrokes: Hashable, Sendable {
    /// Width and height of the pad, its own units.
    package let width: Int
    package let height: Int
    package let strokes: [[Point]]

    /// A place on the pad, from its upper left corner.
    package struct Point: Hashable, Sendable {
        package let x: Int
        package let y: Int

        /// A place.
        package init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    /// The largest pad, units.
    package static let sideMax = 4000
    /// The most strokes.
    package static let strokesMax = 200
    /// The most points of all strokes together.
    package static let pointsMax = 6000
    /// The least points: a dot is no signature.
    package static let pointsMin = 4
    /// The longest text form.
    package static let charactersMax = 80_000

    /// Strokes; nil when there are too few or too many, or one leaves the pad.
    package init?(width: Int, height: Int, strokes: [[Point]]) {
        let count = strokes.reduce(0) { $0 + $1.count }
        guard (1...Self.sideMax).contains(width), (1...Self.sideMax).contains(height), strokes.count <= Self.strokesMax,
            (Self.pointsMin...Self.pointsMax).contains(count), strokes.allSatisfy({ !$0.isEmpty }),
            strokes.joined().allSatisfy({ (0...width).contains($0.x) && (0...height).contains($0.y) })
        else { return nil }
        self.width = width
        self.height = height
        self.strokes = strokes
    }

    /// Reads `text`; nil for anything else.
    package init?(text: String) {
        guard text.utf8.count <= Self.charactersMax else { return nil }
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        guard let size = parts.first.flatMap(Self.numbers), parts.count - 1 <= Self.strokesMax else { return nil }
        var strokes: [[Point]] = []
        for part in parts.dropFirst() {
            var stroke: [Point] = []
            for pair in part.split(separator: " ", omittingEmptySubsequences: false) {
                guard let point = Self.numbers(pair) else { return nil }
                stroke.append(Point(x: point.0, y: point.1))
            }
            strokes.append(stroke)
        }
        self.init(width: size.0, height: size.1, strokes: strokes)
    }

    /// `900,300;10,20 11,22;40,40 41,41`: the pad's size, then each stroke. The one form that is hashed.
    package var text: String {
        strokes.reduce("\(width),\(height)") { $0 + ";" + $1.map { "\($0.x),\($0.y)" }.joined(separator: " ") }
    }

    private static func numbers(_ pair: Substring) -> (Int, Int)? {
        let parts = pair.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, let x = number(parts[0]), let y = number(parts[1]) else { return nil }
        return (x, y)
    }

    private static func number(_ digits: Substring) -> Int? {
        guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        return Int(digits)
    }
}
