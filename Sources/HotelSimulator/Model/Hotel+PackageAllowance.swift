/// What a stay includes each day: half board, a breakfast. Charges use it up; the guest pays what goes beyond (`fias.md` §10.6).
package struct PackageAllowance: Sendable, Equatable {
    /// As the till reads it: `Demi-pension`.
    package var name: String
    /// What a day includes, in minor units.
    package var dailyMinor: Int
    /// What is left of the hotel's day, in minor units.
    package var leftMinor: Int

    package init(name: String, dailyMinor: Int) {
        self.name = name
        self.dailyMinor = dailyMinor
        leftMinor = dailyMinor
    }
}

extension Hotel {
    /// Takes off the bill what the guest's package pays of a charge that was just booked, and puts it back when the charge is.
    mutating func usePackage(for charge: Charge, on owner: FolioOwner?, atMs: Int64) {
        guard case .guest(_, let number) = charge.target, owner == .reservation(number), var stay = reservations[number],
            var allowance = stay.allowance
        else { return }
        let used = allowance.dailyMinor - allowance.leftMinor
        let covered = charge.totalMinor > 0 ? min(charge.totalMinor, allowance.leftMinor) : max(charge.totalMinor, -used)
        guard covered != 0 else { return }
        allowance.leftMinor -= covered
        stay.allowance = allowance
        replace(stay)
        let line = makeLine(
            codes.wholeCharge, text: allowance.name, amountMinor: -covered, time: wallClock(atMs: atMs).hhmmss, origin: .desk)
        write(line, to: .reservation(number))
        record(.lineWritten(owner: .reservation(number), line: line), atMs: atMs)
    }

    /// A new day of the hotel: every package is whole again.
    mutating func renewPackages() {
        for var stay in reservations.values {
            guard let allowance = stay.allowance else { continue }
            stay.allowance = PackageAllowance(name: allowance.name, dailyMinor: allowance.dailyMinor)
            replace(stay)
        }
    }
}
