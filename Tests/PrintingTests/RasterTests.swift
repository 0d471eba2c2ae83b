import PaperPrinter
import PointOfSale
import Printing
import TestSupport
import Testing

@testable import Printing

struct RasterTests {
    @Test func `a signature comes out as it was drawn, in bands without a gap`() throws {
        let raster = Raster(SamplePaper.signature, width: 384, heightMax: 160)
        var paper = ReceiptDocument(language: .fr)
        paper.add(.picture(raster))
        let sheet = PaperInterpreter.sheet(EscPosEncoder(SamplePaper.printer()).bytes(of: paper))
        guard case .picture(let width, let rows)? = sheet.items.first else {
            Issue.record("no picture came out")
            return
        }
        #expect((width, rows.count) == (raster.width, raster.height))
        for y in 0..<raster.height { #expect(rows[y] == (0..<raster.width).map { raster.isBlack($0, y) }) }
        let start = SamplePaper.signature.strokes[1][0]
        #expect(raster.isBlack(start.x * 384 / 1200, start.y * 384 / 1200))
        #expect(rows.joined().count { $0 } > 400)
    }

    @Test func `strokes read back as they were written, and nonsense is none`() throws {
        let strokes = SamplePaper.signature
        #expect(SignatureStrokes(text: strokes.text) == strokes)
        for text in [
            "", "10,10", "10,10;", "10,10;1,1", "10,10;1,1 2,2 3,3 11,3", "10,10;1,1 2,2 3,3 -1,3", "10,10;1,1 2,2  3,3 4,4", "0,0;0,0 0,0",
            "99999,1;1,1 1,1 1,1 1,1", "10,10;1,1 2,2 3,3 4,4\n", "10,10;١,1 2,2 3,3 4,4", String(repeating: "1,1 ", count: 30_000),
        ] { #expect(SignatureStrokes(text: text) == nil, "\(text.prefix(30))") }
        #expect(SignatureStrokes(text: "10,10;1,1 2,2 3,3 4,4")?.strokes.count == 1)
    }

    @Test func `strokes of any pad stay on the paper`() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<200 {
            let (width, height) = (Int.random(in: 1...4000, using: &generator), Int.random(in: 1...4000, using: &generator))
            let points = (0..<20).map { _ in
                SignatureStrokes.Point(x: Int.random(in: 0...width, using: &generator), y: Int.random(in: 0...height, using: &generator))
            }
            guard let strokes = SignatureStrokes(width: width, height: height, strokes: [points]) else {
                Issue.record("a signature was refused")
                continue
            }
            let raster = Raster(strokes, width: 384, heightMax: 160)
            #expect(raster.height <= 160 && raster.width == 384)
            #expect(raster.bytes.count == raster.width / 8 * raster.height)
        }
    }
}
