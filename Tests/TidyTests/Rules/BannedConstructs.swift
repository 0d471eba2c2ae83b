import Foundation

/// Constructs that compile and that this house does without. Each is a pattern over code, comments and strings left out.
extension Rule {
    static let bannedConstructs: [Rule] =
        [
            unownedTasks, uncheckedSendable, dispatchQueues, crashes, publicAccess, unfinishedWork, fractionsInTheCore,
            clocksInTheCore, sleepingTests, emptyExpectations, printing,
        ]

    static let unownedTasks = banned(
        "every task has an owner",
        [
            #"\bTask\s*(?:<[^>]*>)?\s*(?:\([^)]*\))?\s*\{"#, #"\bTask\s*\.\s*(?:detached|immediate)\b"#,
            #"\bTask(?:\.init)?\s*\(\s*(?:priority|name|operation|executorPreference)\s*:"#,
        ],
        why: "A task that nobody waits for outlives shutdown and hides its errors.",
        remedy: "Use a task group, `async let`, or a Service of the ServiceGroup.",
        broken: ["Task { await a() }", "Task.detached { }", "_ = Task<Void, Never> { }", "Task(priority: .low) { }", "\"\\(Task { })\""],
        kept: ["try await Task.checkCancellation()", "if Task.isCancelled { }", "group.addTask { }", "// Task { }", "struct Task2 { }"])

    static let uncheckedSendable = banned(
        "the compiler checks who shares what", [#"@unchecked\s+Sendable"#, #"\bnonisolated\s*\(\s*unsafe\s*\)"#],
        why: "An unchecked promise is a data race that waits for load.",
        remedy: "Make it a value, put it behind one Mutex, or make it an actor.",
        broken: ["final class A: @unchecked Sendable {}", "nonisolated(unsafe) var a = 1"],
        kept: ["final class A: Sendable {}", "nonisolated func a() {}"])

    static let dispatchQueues = banned(
        "no dispatch queue outside the one thread that blocks", [#"\bDispatch(?:Queue|Group|Semaphore|WorkItem|Source)\b"#],
        why: "Queues know nothing of cancellation, priority or task locals.",
        remedy: "Use an actor; what blocks is Storage's CommitThread and nothing else.",
        broken: ["DispatchQueue.main.async {}", "let a = DispatchSemaphore(value: 0)"],
        kept: ["let dispatcher = PostingDispatcher()"],
        unless: { $0.isTest || $0.path == "Sources/Storage/SQLite/CommitThread.swift" })

    static let crashes = banned(
        "operating errors are handled, bugs trap with a reason", [#"\btry!"#, #"\bfatalError\s*\("#, #"\bas!"#],
        why: "Whatever the disk, the network, the hotel or a person can cause must never end the program.",
        remedy: "Throw or return it; for a programmer's bug, `preconditionFailure(\"why this cannot be\")`.",
        broken: ["let a = try! f()", "fatalError()", "let a = b as! C"],
        kept: ["let a = try f()", "preconditionFailure(\"\")", "let a = b as? C"],
        unless: { $0.isTest })

    static let publicAccess = banned(
        "`package`, not `public`", [#"\bpublic\b"#, #"\bopen\s+(?:class|func|var)\b"#],
        why: "Everything is one product; `package` says so and lets the compiler drop what nobody uses.",
        remedy: "Write `package`, or nothing.",
        broken: ["public struct A {}", "  public func a() {}", "open class A {}"],
        kept: ["package struct A {}", "let publicKey = 1", "open(path)"])

    static let fractionsInTheCore = banned(
        "no binary fraction where money is", [#"\b(?:Double|Float|CGFloat|Float32|Float64|TimeInterval)\b"#],
        why: "0.1 + 0.2 is not 0.3: money is an integer number of minor units, and so is everything it is multiplied by.",
        remedy: "Use Money, Rate or Allocation, or an Int with its unit in the name.",
        broken: ["let price: Double = 1", "func a() -> Float { 1 }"],
        kept: ["let priceMinor: Int64 = 1", "// a Double would lie"],
        only: { $0.target == "PointOfSale" },
        // Foundation's calendar counts seconds in Double; no money passes there.
        unless: { $0.name == "BusinessCalendar" })

    static let clocksInTheCore = banned(
        "the core is told the time and does no I/O",
        [
            #"\bDate\s*\(\s*\)"#, #"\bDate\.now\b"#, #"\b(?:Continuous|Suspending)Clock\b"#, #"\bFileManager\b"#, #"\bFileHandle\b"#,
            #"\bUUID\s*\(\s*\)"#, #"\bTimeZone\.current\b"#, #"\bLocale\.current\b"#, #"\.random\s*\(\s*in:[^,)]*\)"#, #"\bProcessInfo\b"#,
        ],
        why: "The same inputs must give the same answer, today in a test and next year in an audit.",
        remedy: "Take the time, the zone or the identifier as a parameter.",
        broken: ["let now = Date()", "Date.now", "UUID()", "TimeZone.current", "Int.random(in: 0..<2)"],
        kept: ["let date = Date(timeIntervalSince1970: a)", "Int.random(in: 0..<2, using: &generator)", "now()"],
        only: { $0.target == "PointOfSale" })

    static let sleepingTests = banned(
        "tests do not sleep", [#"\bTask\.sleep\b"#, #"\bThread\.sleep\b"#, #"\bu?sleep\s*\("#, #"\bnanosleep\s*\("#],
        why: "A sleeping test is slow on a fast machine and wrong on a slow one.",
        remedy: "Pass a clock in, or wait for the event itself.",
        broken: ["try await Task.sleep(for: .seconds(1))", "usleep(10)"],
        kept: ["clock.advance(by: 1)"],
        only: { $0.isTest && $0.target != "TestSupport" }, at: "Tests/WebTests/ATests.swift")

    static let emptyExpectations = banned(
        "every expectation can fail", [#"#expect\(\s*(?:true|Bool\(true\))\s*\)"#, #"\.disabled\s*\("#],
        why: "A test that cannot fail says nothing and looks like something.",
        remedy: "Expect what the code under test answered.",
        broken: ["#expect(true)", "#expect(Bool(true))", "@Test(.disabled(\"\")) func a() {}"],
        kept: ["#expect(a == true)"],
        only: { $0.isTest }, at: "Tests/WebTests/ATests.swift")

    static let printing = banned(
        "only the command line prints", [#"(?<![.\w])(?:print|debugPrint|dump)\s*\("#, #"\bNSLog\s*\("#],
        why: "What is printed has no level, no masking and no request id.",
        remedy: "Use the logger; never log names, keys, PINs or signatures.",
        broken: ["print(a)", "  debugPrint(a)"],
        kept: ["printer.print(receipt)", "func printed() {}"],
        only: { $0.isProduct && $0.target != "Ardoise" })

    /// Words, so comments count: work that is not finished is not delivered.
    static let unfinishedWork = Rule(
        name: "no unfinished work",
        why: "A note to do it some day is a bug report that nobody reads.",
        remedy: "Do it now, or open an issue and leave the code complete as it stands.",
        broken: unfinishedWords.map { snippet("Sources/Web/A.swift", "let a = 1 // \($0): b") },
        kept: [snippet("Sources/Web/A.swift", "let a = hackney + mastodon")],
        findings: { file in
            file.lines.enumerated().compactMap { index, line in
                unfinishedWords.first { line.contains($0) }.map { Finding(line: index + 1, what: "`\($0)`") }
            }
        })

    private static let unfinishedWords = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]

    private static func banned(
        _ name: String, _ patterns: [String], why: String, remedy: String, broken: [String], kept: [String],
        only applies: @escaping @Sendable (SourceFile) -> Bool = { _ in true },
        unless exempt: @escaping @Sendable (SourceFile) -> Bool = { _ in false },
        at path: String = "Sources/PointOfSale/A.swift"
    ) -> Rule {
        Rule(
            name: name, why: why, remedy: remedy,
            broken: broken.map { snippet(path, $0) }, kept: kept.map { snippet(path, $0) },
            findings: { file in
                guard applies(file), !exempt(file) else { return [] }
                let present = patterns.filter { file.allCode.range(of: $0, options: .regularExpression) != nil }
                if present.isEmpty { return [] }
                return file.code.enumerated().flatMap { index, line in
                    present.compactMap { line.range(of: $0, options: .regularExpression) }
                        .map { Finding(line: index + 1, what: "`\(line[$0])`") }
                }
            })
    }
}
