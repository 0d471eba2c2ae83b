import PointOfSale

/// Compares the hotel's ledger with ours and with what people were told, after everything has come to rest. Invariants I1 to I5, I10.
struct Auditor {
    let till: TillLedger
    let hotel: HotelLedger
    let people: [Diner]

    /// What must not be.
    func findings() -> [Finding] {
        bookingsAreOurs() + postingsAgree() + promisesAreKept() + tendersAgree() + checksAreWhole()
    }

    private var postingsByID: [String: TillLedger.Posting] {
        Dictionary(uniqueKeysWithValues: till.postings.map { ($0.id, $0) })
    }

    private var postingsByNumber: [Int: String] {
        Dictionary(till.attempts.map { ($0.number, $0.postingID) }, uniquingKeysWith: { first, _ in first })
    }

    /// Every booking is of an attempt of ours, and on the folio that was meant.
    private func bookingsAreOurs() -> [Finding] {
        let (postings, byNumber) = (postingsByID, postingsByNumber)
        var findings: [Finding] = []
        for (number, entries) in Dictionary(grouping: hotel.entries, by: \.number) {
            guard let posting = byNumber[number].flatMap({ postings[$0] }) else {
                findings.append(Finding(kind: .loss, rule: "R1", text: "the hotel booked \(number), which we do not know of"))
                continue
            }
            if entries.count > 1 {
                findings.append(Finding(kind: .duplicate, rule: "I1", text: "the hotel booked \(number) \(entries.count) times"))
            }
            for entry in entries where entry.room != posting.room || entry.reservation != posting.reservation {
                findings.append(
                    Finding(kind: .wrongRoom, rule: "I2", text: "\(number) went to \(entry.room), not to \(posting.room)"))
            }
            for entry in entries where entry.total != posting.total {
                findings.append(Finding(kind: .other, rule: "I2", text: "\(number): \(entry.total) booked, \(posting.total) meant"))
            }
        }
        return findings
    }

    /// What stands on the folio is what the posting's state says.
    private func postingsAgree() -> [Finding] {
        let byNumber = postingsByNumber
        var bookedBy: [String: Int] = [:]
        for entry in hotel.entries {
            if let posting = byNumber[entry.number] { bookedBy[posting, default: 0] += entry.total }
        }
        let reversals = Dictionary(grouping: till.postings.filter { $0.reverses != nil }, by: { $0.reverses ?? "" })
        return till.postings.filter { $0.reverses == nil }.flatMap { posting -> [Finding] in
            // A reversal that was booked once too often is itself reversed.
            var backwards = reversals[posting.id] ?? []
            var index = 0
            while index < backwards.count {
                backwards += reversals[backwards[index].id] ?? []
                index += 1
            }
            let net = (bookedBy[posting.id] ?? 0) + backwards.reduce(0) { $0 + (bookedBy[$1.id] ?? 0) }
            // A reversal that the hotel refused, or whose own outcome is unknown, is on a person's list.
            let isListed = backwards.contains { $0.state == "refused" || $0.state == "inDoubt" || $0.state == "notBooked" }
            return verdict(on: posting, net: net, isListed: isListed)
        }
    }

    private func verdict(on posting: TillLedger.Posting, net: Int, isListed: Bool) -> [Finding] {
        let name = "posting \(posting.id.suffix(6)) (\(posting.state), \(posting.total) to \(posting.room))"
        func found(_ kind: Finding.Kind, _ rule: String, _ what: String) -> [Finding] {
            [Finding(kind: kind, rule: rule, text: "\(name): \(what), \(net) on the folio")]
        }
        switch posting.state {
        case "accepted":
            if net < posting.total { return found(.loss, "I4", "said to be booked") }
            if net > posting.total, !isListed { return found(.duplicate, "I1", "booked too often, and nobody knows") }
        case "refused", "notBooked", "withdrawn":
            if net != 0, !isListed { return found(.duplicate, "I3", "said not to be booked") }
        case "inDoubt":
            if net != 0, net != posting.total { return found(.duplicate, "I1", "in doubt") }
        default:
            return found(.loss, "I5", "neither decided nor listed at the end")
        }
        return []
    }

    /// Every acknowledged tap is there, as what it was acknowledged for.
    private func promisesAreKept() -> [Finding] {
        let postings = postingsByID
        return people.flatMap(\.intents).flatMap { intent -> [Finding] in
            guard let acknowledged = intent.acknowledged else { return [] }
            guard till.postingsByKey[intent.key.text] == acknowledged.text, let posting = postings[acknowledged.text] else {
                return [Finding(kind: .loss, rule: "I10", text: "\(intent.key) was acknowledged and is not there")]
            }
            let isAsAsked =
                posting.room == intent.guest.roomNumber.text && posting.reservation == intent.guest.reservationNumber
                && posting.total == intent.amount.minorUnits + intent.tip.minorUnits
            return isAsAsked ? [] : [Finding(kind: .wrongRoom, rule: "I2", text: "\(intent.key) is not what was asked for")]
        }
    }

    private func tendersAgree() -> [Finding] {
        let tenders = Dictionary(uniqueKeysWithValues: till.tenders.map { ($0.id, $0) })
        let wanted = [
            "accepted": "settled", "refused": "refused", "notBooked": "refused", "withdrawn": "refused", "inDoubt": "pending",
            "queued": "pending", "sending": "pending",
        ]
        return till.postings.compactMap { posting in
            guard let tender = posting.tenderID.flatMap({ tenders[$0] }), tender.state != wanted[posting.state] else { return nil }
            return Finding(
                kind: .other, rule: "I2", text: "posting \(posting.id.suffix(6)) is \(posting.state), its payment \(tender.state)")
        }
    }

    /// A check is closed when, and only when, it is paid; never paid twice.
    private func checksAreWhole() -> [Finding] {
        till.checks.compactMap { check in
            let settled = till.tenders.filter { $0.checkID == check.id && $0.state == "settled" }.reduce(0) { $0 + $1.amount }
            if settled > check.total { return Finding(kind: .duplicate, rule: "I1", text: "a check of \(check.total) is paid \(settled)") }
            guard (check.state == "closed") != (settled == check.total && check.total > 0) else { return nil }
            return Finding(kind: .other, rule: "I2", text: "a check of \(check.total), paid \(settled), is \(check.state)")
        }
    }
}
