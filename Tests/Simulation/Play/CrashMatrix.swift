import HotelSimulator

/// The crash points, all of them: twenty steps of a charge × what strikes there × how the hotel answers × what it shows. 960 cells.
package struct CrashMatrix {
    /// One cell.
    package struct Cell: Sendable, CustomStringConvertible {
        let step: Step
        let crash: FaultKind
        let outcome: Ambush.Outcome
        let evidence: HistoryPlan.Evidence
        package var description: String { "\(crash.rawValue) at \(step.rawValue), \(outcome.rawValue), \(evidence.rawValue)" }

        /// Plays the charge with what strikes it.
        package func play(seed: UInt64, in house: HouseImage, isTold: Bool = false) async throws -> History {
            var plan = HistoryPlan()
            plan.evidence = evidence
            plan.textOnBill = .reference
            plan.faultsUntilMs = 40_000
            return try await Play(
                seed: seed, plan: plan, dice: Dice(seed: seed), house: house, isTold: isTold,
                ambush: Ambush(step: step, fault: crash, outcome: outcome)
            ).play()
        }
    }

    /// Every cell.
    package static let cells: [Cell] = Step.ofOneCharge.flatMap { step in
        [FaultKind.kill, .powerLoss, .reset, .restart].flatMap { crash in
            Ambush.Outcome.allCases.flatMap { outcome in
                HistoryPlan.Evidence.allCases.map { Cell(step: step, crash: crash, outcome: outcome, evidence: $0) }
            }
        }
    }
}

extension Step {
    /// The twenty that every charge goes through.
    static var ofOneCharge: [Step] { allCases.filter { $0 != .commitWaits && $0 != .committed } }
}
