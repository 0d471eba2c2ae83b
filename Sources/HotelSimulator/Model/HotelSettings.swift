/// How the hotel has set up its interface: the switches of OPERA's property interface that a till can feel
/// (`fias.md` §12). Every one has a default, so a hotel file names only what differs.
package struct HotelSettings: Sendable, Equatable, Encodable {
    /// Who may take a charge over a credit limit.
    package enum CreditOverride: String, Sendable, Codable, CaseIterable {
        case nobody, flag, managerMethod, flagOrManagerMethod
    }
    /// What happens to a payment that names no guest.
    package enum DirectPostings: String, Sendable, Codable, CaseIterable {
        /// Answered as done, not booked.
        case doNotPost
        /// Revenue and payment are booked on the posting master.
        case postAndBalance
        /// Only the revenue is booked: the posting master keeps a balance.
        case postWithoutBalancing
    }
    /// How many lines a charge makes on the bill.
    package enum SubtotalPostings: String, Sendable, Codable, CaseIterable {
        case each, tipApart, single
    }
    /// What becomes of a charge of nothing.
    package enum ZeroPostings: String, Sendable, Codable, CaseIterable {
        /// Answered as done, nothing is written.
        case doNotPost
        /// A line of zero on the bill.
        case post
        /// In the ledger, not on the bill.
        case historyOnly
    }
    /// Which of the till's texts (`C#`, `CT`, `X1`) shows behind the outlet's name on the bill, if any does.
    package enum FolioText: String, Sendable, Codable, CaseIterable {
        case checkNumber, clearText, reference, none
    }
    /// How credit limit and balance are written in a list of matches (FIAS 2.20.24: with or without the point).
    package enum CreditData: String, Sendable, Codable, CaseIterable {
        case withPoint, minorUnits, omitted
    }

    /// `NS` and `NE` are sent around the night audit.
    package var announcesNightAudit = true
    /// Charges during the night audit are answered `NA`; when false they are booked on the day that closes.
    package var refusesDuringNightAudit = true
    package var creditOverride = CreditOverride.flagOrManagerMethod
    /// Guests marked no-post are left out of the matches.
    package var hidesNoPostAtInquiry = false
    /// Charges to guests marked no-post are answered `NP`.
    package var checksNoPostAtPosting = true
    package var directPostings = DirectPostings.postAndBalance
    package var subtotalPostings = SubtotalPostings.each
    package var zeroPostings = ZeroPostings.post
    package var allowsNegativePostings = true
    /// Taxes may come itemised, as `T1`–`T9` (OPERA parameter EXCL_TAX_BY_IFC); refused when false.
    package var acceptsItemisedTaxes = true
    /// Outlets that the hotel has not set up are refused.
    package var takesKnownOutletsOnly = false
    /// The serving times that the hotel has set up (`ST`), others are refused; nil: any.
    package var servingTimes: [Int]?
    package var folioText = FolioText.checkNumber
    package var creditData = CreditData.withPoint
    /// Lists of matches tell the balance (`BA`).
    package var showsBalance = true
    /// Which site-defined field of a guest (`A0` to `A9`) names the package of the stay; nil: none is sent.
    package var packageField: Int?
    /// Guests who left today can still be found and charged.
    package var allowsPostStayCharges = false
    /// Guests who arrive today can be found and charged before they check in.
    package var allowsPreStayCharges = false
    /// A charge that follows no inquiry of its guest is booked all the same; when false, silence (FIAS 2.20.24, PR).
    package var acceptsChargeWithoutInquiry = false
    /// How long an inquiry opens the way for charges, in milliseconds; nil: as long as the connection lives.
    package var inquiryLifeMs: Int64?
    /// The bill can be looked at over the interface (`XR`).
    package var allowsBillView = true
    /// Simple postings (`PS`) are taken.
    package var allowsSimplePostings = true
    /// Simple postings may name a reservation and then go to its bill (protel); otherwise to the first guest of the room.
    package var simplePostingsNameGuest = false
    /// Outlets may have letters (protel: `SOWIFI`); FIAS 2.20.24 has digits only.
    package var acceptsLettersInOutlet = false
    /// Answers carry `DA` and `TI`; protel leaves them out.
    package var answersCarryTime = true
    /// Amounts on the wire are worth 10^n minor units of the hotel.
    package var amountScaleDigits = 0
    /// The most matches in one list.
    package var matchesMax = 9
    /// Every answer waits so long, in milliseconds: a slow hotel.
    package var answerDelayMs = 0

    enum CodingKeys: String, CodingKey, CaseIterable {
        case announcesNightAudit, refusesDuringNightAudit, creditOverride, hidesNoPostAtInquiry, checksNoPostAtPosting, directPostings
        case subtotalPostings, zeroPostings, allowsNegativePostings, acceptsItemisedTaxes, folioText, creditData, showsBalance
        case allowsPostStayCharges, allowsPreStayCharges, acceptsChargeWithoutInquiry, inquiryLifeMs, allowsBillView, allowsSimplePostings,
            simplePostingsNameGuest, acceptsLettersInOutlet, answersCarryTime
        case takesKnownOutletsOnly, servingTimes, packageField, amountScaleDigits, matchesMax, answerDelayMs
    }

    package init() {}
}
