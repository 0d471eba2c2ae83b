/// Papers side by side as a page to look at: each letter in a cell of its own width, each dot a dot.
package enum PaperPage {
    /// The page.
    package static func html(_ papers: [(name: String, sheet: PaperSheet)]) -> String {
        """
        <!doctype html><meta charset="utf-8"><title>Papers</title>
        <style>
        body { background: #6b6f73; display: flex; flex-wrap: wrap; gap: 24px; padding: 24px; font: 14px sans-serif;
        align-items: flex-start }
        figure { margin: 0 } figcaption { color: #fff; padding-bottom: 6px }
        .paper { background: #fffef8; padding: 16px 12px; font: 13px/16px "DejaVu Sans Mono", monospace; white-space: pre; color: #111 }
        .paper div { min-height: 16px } .b { font-weight: 700 } .i { background: #111; color: #fff }
        .t { display: inline-block; transform: scaleY(1.9); transform-origin: 0 0; line-height: 16px; height: 16px }
        .w { display: inline-block; transform: scale(2, 1.9); transform-origin: 0 0; height: 16px }
        .cut { border-top: 2px dashed #999; margin-top: 8px } .code { width: 96px; height: 96px; margin: 4px auto; border: 6px double #111;
        display: grid; place-items: center; font-size: 11px } svg { display: block; margin: 0 auto }
        </style>

        """ + papers.map { "<figure><figcaption>\($0.name)</figcaption><div class=\"paper\">\(body($0.sheet))</div></figure>\n" }.joined()
    }

    private static func body(_ sheet: PaperSheet) -> String {
        sheet.items.map { item in
            switch item {
            case .line(let runs, let alignment): line(runs, alignment)
            case .picture(let width, let rows): picture(width, rows)
            case .code(let text): "<div class=\"code\" title=\"\(escaped(text))\">QR</div>"
            case .cut: "<div class=\"cut\"></div>"
            case .drawer: "<div>[drawer]</div>"
            }
        }.joined()
    }

    private static func line(_ runs: [PaperSheet.Run], _ alignment: Int) -> String {
        let width = runs.reduce(0) { $0 + $1.text.unicodeScalars.count * $1.wide }
        let side = alignment == 1 ? "margin-left: auto; margin-right: auto;" : alignment == 2 ? "margin-left: auto;" : ""
        let height = (runs.map(\.tall).max() ?? 1) > 1 ? "height: 32px;" : ""
        let spans = runs.map { run in
            let size = run.wide > 1 ? "w" : run.tall > 1 ? "t" : ""
            let look = [run.isBold ? "b" : "", run.isInverse ? "i" : "", size].filter { !$0.isEmpty }.joined(separator: " ")
            return "<span class=\"\(look)\">\(escaped(run.text))</span>"
        }
        return "<div style=\"width: \(width)ch; \(side) \(height)\">\(spans.joined())</div>"
    }

    private static func picture(_ width: Int, _ rows: [[Bool]]) -> String {
        var dots = ""
        for (y, row) in rows.enumerated() {
            for (x, isBlack) in row.enumerated() where isBlack { dots += "M\(x) \(y)h1" }
        }
        return "<svg width=\"\(width * 2 / 3)\" viewBox=\"0 0 \(width) \(rows.count)\"><path stroke=\"#111\" d=\"\(dots)\"/></svg>"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
