import Foundation
import PointOfSale

/// One history: a seed, what happened, and what of it must not be. The same seed gives the same history.
package struct History: Sendable {
    package let seed: UInt64
    package let findings: [Finding]
    package let tally: Tally
    /// Empty unless it was asked for.
    package let story: [String]

    /// Plays the history of a seed. Its tasks run on a thread of its own, one at a time.
    package static func play(seed: UInt64, in house: HouseImage, isTold: Bool = false) async throws -> History {
        var dice = Dice(seed: seed)
        return try await Play(seed: seed, plan: .of(seed: seed, by: &dice), dice: dice, house: house, isTold: isTold).play()
    }
}

/// What a history is made from, and how it is run: the till's tasks and the world take turns on one thread.
struct Play: Sendable {
    let seed: UInt64
    let plan: HistoryPlan
    let dice: Dice
    let house: HouseImage
    let isTold: Bool
    var ambush: Ambush?
    let wings = Wings()

    /// What the till's tasks and the world share.
    struct Wings: Sendable {
        let conductor = Conductor()
        let programs: AsyncStream<Program>
        let entry: AsyncStream<Program>.Continuation

        init() { (programs, entry) = AsyncStream.makeStream(of: Program.self) }
    }

    func play() async throws -> History {
        let numbers = Chances(seed: seed ^ 0x1D1D)
        let identifiers = IdentifierChance { numbers.bits() }
        async let history = onThread(identifiers)
        await withTaskExecutorPreference(wings.conductor) {
            await IdentifierChance.$current.withValue(identifiers) {
                await withDiscardingTaskGroup { lives in
                    for await program in wings.programs { lives.addTask { await program.live() } }
                }
            }
            wings.conductor.end()
        }
        return try await history
    }

    private func onThread(_ identifiers: IdentifierChance) async throws -> History {
        try await withCheckedThrowingContinuation { waiter in
            let thread = Thread {
                waiter.resume(with: Result { IdentifierChance.$current.withValue(identifiers) { World(self).play() } })
            }
            thread.stackSize = Self.stackBytes
            thread.start()
        }
    }

    private static let stackBytes = 4 << 20
}
