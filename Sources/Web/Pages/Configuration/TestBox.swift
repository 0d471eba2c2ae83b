import Operations
import PointOfSale

/// What a test of the line showed, in words.
struct TestBox: Sendable {
    let tone: String
    let title: String
    let text: String
    let advice: String?
    /// What was tried, in turn; none where there is but one thing to try.
    var steps: [Step] = []

    /// One step of a try.
    struct Step: Sendable {
        let name: String
        /// `passed`, `failed` or `untried`.
        let state: String
        let sign: String
    }

    init(_ test: HotelLinkTest, of integration: Integration = .opera, _ words: Words) {
        tone = test.isGood ? "ok" : LinkChip.tone(of: test.state.phase) == "ok" ? "wait" : "no"
        if let ms = test.answeredInMs {
            title = words["setTestGood"]
            text = words("setTestAnswered", ["ms": String(ms)])
            advice = nil
        } else {
            title = words["setTestBad"]
            if let diagnosis = test.diagnosis {
                text = words["linkFinding.\(diagnosis.finding.rawValue)"]
                advice = diagnosis.words.map { words("linkFindingWords", ["system": integration.name, "words": $0]) }
                return
            }
            text = words["link.\(test.state.phase.rawValue)"]
            let key =
                test.state.fault.map { Self.key(of: $0, integration) } ?? test.failure.map { Self.key(of: $0, integration) }
                ?? "linkAdvice.\(test.state.phase.rawValue)"
            advice = words[key]
        }
    }

    /// What the walk over an OPERA Cloud line showed: which step failed, why, and what to ask the hotel for.
    init(_ test: OperaCloudTest, _ visit: Visit) {
        let words = visit.words
        guard let walk = test.walk else {
            tone = "no"
            title = words["setTestBad"]
            text = words["link.\(test.state.phase.rawValue)"]
            advice = test.state.fault.map { words[Self.key(of: $0, .opera, isOperaCloud: true)] }
            return
        }
        steps = HotelLineWalk.Step.allCases.map { step in
            let (state, sign) =
                walk.passed.contains(step) ? ("passed", "✓") : walk.failure?.step == step ? ("failed", "✗") : ("untried", "·")
            return Step(name: words["cloudStep.\(step.rawValue)"], state: state, sign: sign)
        }
        if let failure = walk.failure {
            tone = walk.passed.isEmpty ? "no" : "wait"
            title = words("cloudStepFailed", ["step": words["cloudStep.\(failure.step.rawValue)"]])
            let told = failure.words.map {
                failure.trouble == .codesUnknown ? $0 : words("linkFindingWords", ["system": "OPERA Cloud", "words": $0])
            }
            text = [words["cloudTrouble.\(failure.trouble.rawValue)"], told].compactMap(\.self).joined(separator: " ")
            advice = words["cloudAsk.\(failure.step.rawValue)"]
        } else {
            tone = "ok"
            title = words["setTestGood"]
            let date = walk.businessDate.map { TimeText.date($0, visit.language) } ?? ""
            text = words["setCloudTestGood"]
            advice = words("setCloudTestDate", ["date": date, "ms": String(walk.answeredInMs ?? 0)])
        }
    }

    /// The words for a fault: what helps differs between an interface in the house and a service on the web.
    static func key(of fault: HotelLinkState.Fault, _ integration: Integration, isOperaCloud: Bool = false) -> String {
        switch (integration, fault) {
        case (.opera, .notSetUp), (.opera, .switchedOff), (.opera, .notArdoise), (.opera, .otherCurrency), (.opera, .gatewayDown):
            "linkFault.\(fault.rawValue)"
        case (.opera, _) where isOperaCloud: "operaCloudFault.\(fault.rawValue)"
        case (.opera, _), (_, .notSetUp), (_, .switchedOff): "linkFault.\(fault.rawValue)"
        case (.roomRaccoon, _): "roomRaccoonFault.\(fault.rawValue)"
        }
    }

    private static func key(of failure: HotelUnavailable, _ integration: Integration) -> String {
        switch (integration, failure) {
        case (.roomRaccoon, .nonsense), (.roomRaccoon, .busy): "roomRaccoonFault.\(failure.rawValue)"
        default: "refusal.hotel.\(failure.rawValue)"
        }
    }
}
