extension Section {
    private static let starts = 7

    static let program = Section(title: "Start and size") { machine, _ in
        var startMs: [Double] = []
        var residentMB = 0.0
        for number in 0..<starts {
            let program = try ArdoiseProcess(machine, name: "start-\(number)")
            startMs.append(program.startMs)
            residentMB = max(residentMB, try program.residentMB)
            program.stop()
        }
        return [
            Figure("start: till, hotel and link ready, median of \(starts)", startMs.sorted()[starts / 2], "ms", .atMost(300)),
            Figure("resident memory after start, largest of \(starts)", residentMB, "MB", .atMost(100)),
        ]
    }
}
