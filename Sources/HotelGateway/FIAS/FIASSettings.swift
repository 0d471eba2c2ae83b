/// What a FIAS link needs to know of a site, beside its address: agreed with the hotel when the interface is set up.
package struct FIASSettings: Sendable, Hashable {
    /// The till's name towards the hotel when no till asks (`FIAS 2.20.24 §7`, WS).
    package var workstation: String
    /// The payment method sent with inquiries: the hotel's code for "charge to room" (`FIAS 2.20.24 §6.1`, PM).
    package var roomPaymentCode: String
    /// How many guests one search may bring, 1 to 9 (`FIAS 2.20.24 §6.1`, MX).
    package var matchesMax: Int
    /// Digits of a posting number: 8, or 4 with an old hotel system (`FIAS 2.20.24 §10.7`).
    package var postingNumberDigits: Int
    /// Digits after the point in the hotel's amounts (`FIAS 2.20.24 §2`).
    package var minorDigits: Int
    /// Which site-defined field says what a stay includes, 0 to 9 for A0 to A9; nil: none (`FIAS 2.20.24 §5.1`).
    package var packageField: Int?
    /// How long a guest that the hotel named may be charged without asking again, ms. FIAS does not say; a new link always asks.
    package var inquiryKeptMs: Int64

    /// Settings of a site; the defaults are OPERA's usual ones.
    package init(
        workstation: String = "ARDOISE", roomPaymentCode: String = "ROOM", matchesMax: Int = 9, postingNumberDigits: Int = 8,
        minorDigits: Int = 2, packageField: Int? = nil,
        inquiryKeptMs: Int64 = 10 * 60 * 1000
    ) {
        self.workstation = workstation
        self.roomPaymentCode = roomPaymentCode
        self.matchesMax = matchesMax
        self.postingNumberDigits = postingNumberDigits
        self.minorDigits = minorDigits
        self.packageField = packageField
        self.inquiryKeptMs = inquiryKeptMs
    }
}
