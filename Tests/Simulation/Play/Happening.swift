/// Something that the world around the till does at its moment.
enum Happening {
    case connects(dial: Int)
    case bytesReachHotel(connection: Int)
    case bytesReachTill(connection: Int)
    case closeReachesHotel(connection: Int)
    case closeReachesTill(connection: Int)

    case hotelLinkDeadline(connection: Int)
    case hotelWorks(request: Int)
    case hotelAnswers(delivery: Int)
    case hotelIsBack
    case nightAuditEnds
    case resyncEnds(connection: Int)
    case receptionActs

    case diskCommits
    case diskHasSpace
    case programStarts
    case personActs(Int)
    case deskActs

    case faultStrikes(FaultKind)
    case chargeStep(Step)
    case doubtMustBeListed(number: Int)
    case bookedMustBeFound(life: Int, session: Int, aliveAtMs: Int64)
    case faultsCease
    case lookForEnd
}

/// Everything that goes wrong in a history, by name: counted, and told in the story.
enum FaultKind: String, CaseIterable {
    // The till's machine
    case kill, powerLoss, diskFull, diskStall, clockForward, clockBack
    // The network
    case cut, reset, silence, stall, split, garbage, refusedConnection
    // The hotel's interface
    case restart, linkEnd, linkStartAgain, resync, nightAudit, slowWork, lostAnswer, lateAnswer, doubleAnswer, overtakingAnswer, nonsense
    case refusal, lostRequest, overslow
    // The house
    case checkOut, move, noPosting, sameAmountByOthers, doubleTap, lostReply
}
