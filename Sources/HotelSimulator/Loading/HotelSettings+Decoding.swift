extension HotelSettings: Decodable {
    /// The slowest hotel that may be set up, in milliseconds.
    package static let answerDelayMsMax = 120_000
    /// The largest power of ten between the wire's unit and the hotel's.
    package static let amountScaleDigitsMax = 3

    /// Reads settings: a missing key keeps its default, an unknown key or a number out of range is an error.
    package init(from decoder: any Decoder) throws {
        let object = try StrictObject<CodingKeys>(decoder)
        let standard = HotelSettings()
        announcesNightAudit = try object.value(.announcesNightAudit, or: standard.announcesNightAudit)
        refusesDuringNightAudit = try object.value(.refusesDuringNightAudit, or: standard.refusesDuringNightAudit)
        creditOverride = try object.value(.creditOverride, or: standard.creditOverride)
        hidesNoPostAtInquiry = try object.value(.hidesNoPostAtInquiry, or: standard.hidesNoPostAtInquiry)
        checksNoPostAtPosting = try object.value(.checksNoPostAtPosting, or: standard.checksNoPostAtPosting)
        directPostings = try object.value(.directPostings, or: standard.directPostings)
        subtotalPostings = try object.value(.subtotalPostings, or: standard.subtotalPostings)
        zeroPostings = try object.value(.zeroPostings, or: standard.zeroPostings)
        allowsNegativePostings = try object.value(.allowsNegativePostings, or: standard.allowsNegativePostings)
        acceptsItemisedTaxes = try object.value(.acceptsItemisedTaxes, or: standard.acceptsItemisedTaxes)
        folioText = try object.value(.folioText, or: standard.folioText)
        creditData = try object.value(.creditData, or: standard.creditData)
        showsBalance = try object.value(.showsBalance, or: standard.showsBalance)
        allowsPostStayCharges = try object.value(.allowsPostStayCharges, or: standard.allowsPostStayCharges)
        allowsPreStayCharges = try object.value(.allowsPreStayCharges, or: standard.allowsPreStayCharges)
        acceptsChargeWithoutInquiry = try object.value(.acceptsChargeWithoutInquiry, or: standard.acceptsChargeWithoutInquiry)
        inquiryLifeMs = try object.optional(.inquiryLifeMs)
        allowsBillView = try object.value(.allowsBillView, or: standard.allowsBillView)
        allowsSimplePostings = try object.value(.allowsSimplePostings, or: standard.allowsSimplePostings)
        simplePostingsNameGuest = try object.value(.simplePostingsNameGuest, or: standard.simplePostingsNameGuest)
        acceptsLettersInOutlet = try object.value(.acceptsLettersInOutlet, or: standard.acceptsLettersInOutlet)
        answersCarryTime = try object.value(.answersCarryTime, or: standard.answersCarryTime)
        amountScaleDigits = try object.value(.amountScaleDigits, or: standard.amountScaleDigits)
        takesKnownOutletsOnly = try object.value(.takesKnownOutletsOnly, or: standard.takesKnownOutletsOnly)
        servingTimes = try object.optional(.servingTimes)
        packageField = try object.optional(.packageField)
        matchesMax = try object.value(.matchesMax, or: standard.matchesMax)
        answerDelayMs = try object.value(.answerDelayMs, or: standard.answerDelayMs)
        try check(CodingKeys.packageField, packageField ?? 0, in: 0...9, decoder)
        try check(CodingKeys.amountScaleDigits, amountScaleDigits, in: 0...Self.amountScaleDigitsMax, decoder)
        try check(CodingKeys.matchesMax, matchesMax, in: 1...9, decoder)
        try check(CodingKeys.answerDelayMs, answerDelayMs, in: 0...Self.answerDelayMsMax, decoder)
    }

    private func check(_ key: CodingKeys, _ value: Int, in range: ClosedRange<Int>, _ decoder: any Decoder) throws {
        guard !range.contains(value) else { return }
        throw DecodingError.dataCorrupted(
            .init(
                codingPath: decoder.codingPath + [key],
                debugDescription: "\(value) is out of range \(range.lowerBound)–\(range.upperBound)"))
    }
}
