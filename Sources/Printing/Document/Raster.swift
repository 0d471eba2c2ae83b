package import PointOfSale

/// A picture of black dots.
package struct Raster: Hashable, Sendable {
    /// Dots across: a multiple of eight.
    package let width: Int
    package let height: Int
    /// Row by row, eight dots a byte, the leftmost in the highest bit; 1 is black.
    package private(set) var bytes: [UInt8]

    /// The largest picture, dots either way.
    package static let sideMax = 1024

    /// White, of this size; the width is made a multiple of eight.
    package init(width: Int, height: Int) {
        self.width = min(max(width, 8), Self.sideMax) / 8 * 8
        self.height = min(max(height, 1), Self.sideMax)
        bytes = Array(repeating: 0, count: self.width / 8 * self.height)
    }

    /// Strokes drawn with a round pen, scaled to `width` dots and to no more than `heightMax`.
    package init(_ strokes: SignatureStrokes, width: Int, heightMax: Int) {
        let height = min(heightMax, max(1, strokes.height * width / strokes.width))
        self.init(width: width, height: height)
        // One scale for both directions, so that a name is not squeezed.
        let scaleWidth = min(self.width * 1024 / strokes.width, self.height * 1024 / strokes.height)
        let place = { (point: SignatureStrokes.Point) in (x: point.x * scaleWidth / 1024, y: point.y * scaleWidth / 1024) }
        for stroke in strokes.strokes {
            var last = place(stroke[0])
            blacken(last.x, last.y)
            for point in stroke.dropFirst() {
                let next = place(point)
                drawLine(from: last, to: next)
                last = next
            }
        }
    }

    /// Whether a dot is black.
    package func isBlack(_ x: Int, _ y: Int) -> Bool { bytes[y * (width / 8) + x / 8] & (0x80 >> UInt8(x % 8)) != 0 }

    /// Bresenham's line, three dots thick.
    private mutating func drawLine(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
        let (spanX, spanY) = (abs(end.x - start.x), -abs(end.y - start.y))
        let (stepX, stepY) = (start.x < end.x ? 1 : -1, start.y < end.y ? 1 : -1)
        var (x, y, drift) = (start.x, start.y, spanX + spanY)
        while true {
            blacken(x, y)
            if x == end.x, y == end.y { return }
            let twice = 2 * drift
            if twice >= spanY {
                drift += spanY
                x += stepX
            }
            if twice <= spanX {
                drift += spanX
                y += stepY
            }
        }
    }

    /// The pen: a plus of three by three dots.
    private mutating func blacken(_ x: Int, _ y: Int) {
        for (dx, dy) in [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)] {
            let (px, py) = (x + dx, y + dy)
            guard (0..<width).contains(px), (0..<height).contains(py) else { continue }
            bytes[py * (width / 8) + px / 8] |= 0x80 >> UInt8(px % 8)
        }
    }
}
