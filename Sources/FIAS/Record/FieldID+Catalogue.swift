/// The fields of the point-of-sale path, by the trade's names. FIAS 2.20.24 §7 (field catalogue).
extension FieldID {
    /// `G#` — The reservation number, which is the key of a stay; `0` for a city-ledger account. At most 10 digits.
    package static let reservationNumber: FieldID = "G#"
    /// `RN` — The room or account number, as text: leading zeros count. At most 8 characters by the book, longer on OPERA.
    package static let roomNumber: FieldID = "RN"
    /// `GN` — The guest's name, formatted by the hotel. At most 200 characters. Masked in logs.
    package static let guestName: FieldID = "GN"
    /// `GF` — The guest's first name. At most 80 characters. Masked in logs.
    package static let guestFirstName: FieldID = "GF"
    /// `GT` — The guest's title. At most 20 characters. Masked in logs.
    package static let guestTitle: FieldID = "GT"
    /// `GV` — The VIP status, mostly a number. At most 20 characters.
    package static let vipStatus: FieldID = "GV"
    /// `GL` — The guest's language (`EA` English, `FR`, `GE` German, …). At most 10 characters.
    package static let language: FieldID = "GL"
    /// `GG` — The group number. At most 10 characters.
    package static let groupNumber: FieldID = "GG"
    /// `GA` — The arrival date, YYMMDD.
    package static let arrival: FieldID = "GA"
    /// `GD` — The departure date, YYMMDD.
    package static let departure: FieldID = "GD"
    /// `GS` — Whether the room is shared after this event, Y or N.
    package static let shareFlag: FieldID = "GS"
    /// `G+` — The profile number. At most 10 characters.
    package static let profileNumber: FieldID = "G+"
    /// `RO` — The room that a guest moved out of.
    package static let oldRoomNumber: FieldID = "RO"
    /// `SF` — Marks a record of a resynchronisation; carries no data.
    package static let swapFlag: FieldID = "SF"
    /// `TA` — The total of a posting in minor units, without a decimal sign.
    package static let totalAmount: FieldID = "TA"
    /// `TP` — The tip in minor units.
    package static let tip: FieldID = "TP"
    /// `SC` — The service charge in minor units.
    package static let serviceCharge: FieldID = "SC"
    /// `+0` — The cash rounding difference in minor units; since 2.20.24, only when S1–S9 are all in use.
    package static let rounding: FieldID = "+0"
    /// `P#` — The number of one message, 1–99999999, without leading zeros; answers echo it.
    package static let postingNumber: FieldID = "P#"
    /// `WS` — The workstation. At most 16 characters; answers echo it.
    package static let workstation: FieldID = "WS"
    /// `AS` — The status of an answer, two characters.
    package static let answerStatus: FieldID = "AS"
    /// `CT` — Text for people: at most 20 characters in a request, 50 and more in an answer. Masked in logs.
    package static let clearText: FieldID = "CT"
    /// `C#` — The check number. At most 8 digits; the same on every posting of one check.
    package static let checkNumber: FieldID = "C#"
    /// `CV` — How many guests were served. At most 5 digits.
    package static let covers: FieldID = "CV"
    /// `ST` — The meal period, numbered as agreed with the hotel. At most 4 digits.
    package static let servingTime: FieldID = "ST"
    /// `T#` — The table. At most 4 digits.
    package static let table: FieldID = "T#"
    /// `ID` — Who acts at the point of sale. At most 16 characters.
    package static let cashier: FieldID = "ID"
    /// `SO` — The sales outlet. At most 5 digits; some hotels take letters.
    package static let outlet: FieldID = "SO"
    /// `PM` — The payment method, as coded by the hotel. At most 5 characters.
    package static let paymentMethod: FieldID = "PM"
    /// `PI` — What an inquiry looks for: a room, the beginning of a name or an account. At most 10 characters.
    package static let inquiry: FieldID = "PI"
    /// `MX` — How many matches an inquiry wants at most, 1–9.
    package static let matchesMax: FieldID = "MX"
    /// `DA` — The date, YYMMDD, as the sender's wall clock has it.
    package static let date: FieldID = "DA"
    /// `TI` — The time of day, HHMMSS.
    package static let time: FieldID = "TI"
    /// `NP` — Whether the guest may not be charged, Y or N: a hint, the answer to the posting binds.
    package static let noPost: FieldID = "NP"
    /// `CL` — The credit limit; may hold a decimal point.
    package static let creditLimit: FieldID = "CL"
    /// `BA` — The balance; may hold a decimal point in a posting list.
    package static let balance: FieldID = "BA"
    /// `CO` — Y when the credit limit may be exceeded by this posting.
    package static let creditOverride: FieldID = "CO"
    /// `X1` — Extra text for the folio. At most 25 characters.
    package static let crossReference: FieldID = "X1"
    /// `PT` — The posting type: C direct charge, M articles, T telephone.
    package static let postingType: FieldID = "PT"
    /// `MA` — An article number. At most 4 digits.
    package static let articleNumber: FieldID = "MA"
    /// `M#` — How many of the article before it; more than zero. At most 2 digits.
    package static let articleCount: FieldID = "M#"
    /// `PC` — The call type: I, L or N.
    package static let callType: FieldID = "PC"
    /// `PX` — The trunk or route of a call.
    package static let trunk: FieldID = "PX"
    /// `MP` — The meter pulses of a call.
    package static let meterPulses: FieldID = "MP"
    /// `DD` — The dialled digits of a call.
    package static let dialledDigits: FieldID = "DD"
    /// `DU` — The duration of a call, HHMMSS.
    package static let duration: FieldID = "DU"
    /// `$1` — Track 1 of a key card. Masked in logs.
    package static let track1: FieldID = "$1"
    /// `$2` — Track 2 of a key card, passed untouched. Masked in logs.
    package static let track2: FieldID = "$2"
    /// `$3` — Track 3 of a key card. Masked in logs.
    package static let track3: FieldID = "$3"
    /// `V#` — The version of the vendor's driver. At most 10 characters.
    package static let version: FieldID = "V#"
    /// `IF` — The interface family: `PO` for a point of sale.
    package static let interfaceFamily: FieldID = "IF"
    /// `RT` — What `LD` asks the hotel for in `LC`: a sum of bits.
    package static let requestType: FieldID = "RT"
    /// `RL` — The longest message record that the vendor takes. At most 2000.
    package static let recordLengthMax: FieldID = "RL"
    /// `CG` — The authentication of a link description. At most 150 characters. Masked in logs.
    package static let cryptogram: FieldID = "CG"
    /// `RI` — The record type that an `LR` describes.
    package static let describedRecord: FieldID = "RI"
    /// `FL` — The field ids that an `LR` lists, without separators.
    package static let fieldList: FieldID = "FL"
    /// `RP` — The payment methods that mean a charge to a room, comma separated.
    package static let roomPaymentMethods: FieldID = "RP"
    /// `PH` — The hotel's id. At most 20 characters.
    package static let hotelID: FieldID = "PH"
    /// `BD` — The text of a bill item. Masked in logs.
    package static let billItemText: FieldID = "BD"
    /// `BI` — The amount of a bill item in minor units.
    package static let billItemAmount: FieldID = "BI"
    /// `DC` — The department (transaction) code of a bill item.
    package static let departmentCode: FieldID = "DC"
    /// `F#` — The folio window of a bill item.
    package static let folioWindow: FieldID = "F#"
    /// `FD` — Whether the guest sees the bill item, Y or N.
    package static let showsOnBill: FieldID = "FD"
    /// `MT` — The text of a message; the only field that may hold line breaks. Masked in logs.
    package static let messageText: FieldID = "MT"
    /// `MI` — The id of a message.
    package static let messageID: FieldID = "MI"
    /// `ML` — The message light, Y or N.
    package static let messageLight: FieldID = "ML"
    /// `CS` — The class of service of the telephone, 0–3.
    package static let classOfService: FieldID = "CS"
    /// `TV` — The television rights.
    package static let televisionRights: FieldID = "TV"
    /// `VR` — The video rights.
    package static let videoRights: FieldID = "VR"
    /// `MR` — The minibar right.
    package static let minibarRight: FieldID = "MR"
}
