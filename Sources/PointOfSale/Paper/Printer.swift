/// The identity of a printer.
package typealias PrinterID = Identifier<Printer>

/// A printer in the house, as the back office set it up.
package struct Printer: Hashable, Sendable, Codable, Identifiable {
    package let id: PrinterID
    package let name: String
    package let kind: Kind
    /// Its address in the house's network.
    package let host: String
    package let port: Int
    /// What an ePOS printer calls itself; of no account for the others.
    package let device: String
    package let width: Width
    package let codePage: PaperCodePage
    /// The outlet that it prints for; nil for all of them.
    package let outletID: OutletID?
    package let receipts: Receipts
    /// The revenue groups whose articles are announced here when they are sent; none prints no kitchen tickets.
    package let kitchenGroups: Set<RevenueGroupID>
    /// Whether a cash drawer hangs off it.
    package let hasDrawer: Bool
    package let isActive: Bool

    /// The language that it speaks.
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// ESC/POS over a plain TCP connection.
        case escpos
        /// Epson ePOS-Print: XML over HTTP, with an answer that says whether it came out.
        case epos

        /// The port that such printers listen on unless they were set otherwise.
        package var portDefault: Int { self == .escpos ? 9100 : 80 }
    }

    /// How wide the paper is, in characters of font A.
    package enum Width: Int, Hashable, Sendable, Codable, CaseIterable {
        /// 58 mm.
        case columns32 = 32
        /// 80 mm at 180 dots per inch.
        case columns42 = 42
        /// 80 mm at 203 dots per inch.
        case columns48 = 48

        /// Dots across.
        package var dots: Int {
            switch self {
            case .columns32: 384
            case .columns42: 512
            case .columns48: 576
            }
        }
    }

    /// What it does when a check is paid (`S2-08`).
    package enum Receipts: String, Hashable, Sendable, Codable, CaseIterable {
        /// It prints no receipts at all: a kitchen printer.
        case none
        /// Only when somebody asks for one.
        case never
        /// The till asks each time.
        case ask
        /// By itself.
        case always
    }

    /// What an ePOS printer is called unless it was set otherwise.
    package static let deviceDefault = "local_printer"

    /// A printer.
    package init(
        id: PrinterID, name: String, kind: Kind, host: String, port: Int, device: String = deviceDefault, width: Width = .columns48,
        codePage: PaperCodePage = .windows1252, outletID: OutletID? = nil, receipts: Receipts = .ask,
        kitchenGroups: Set<RevenueGroupID> = [], hasDrawer: Bool = false, isActive: Bool = true
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.host = host
        self.port = port
        self.device = device
        self.width = width
        self.codePage = codePage
        self.outletID = outletID
        self.receipts = receipts
        self.kitchenGroups = kitchenGroups
        self.hasDrawer = hasDrawer
        self.isActive = isActive
    }

    /// Whether it prints receipts of that outlet.
    package func printsReceipts(of outlet: OutletID) -> Bool { isActive && receipts != .none && (outletID ?? outlet) == outlet }
}

/// A set of characters that a printer may be switched to.
package enum PaperCodePage: String, Hashable, Sendable, Codable, CaseIterable {
    case windows1252
    /// 850 with the euro sign.
    case pc858
    case pc850
    case pc437
    case latin9
}

extension Sequence<Printer> {
    /// The one that prints an outlet's receipts: its own before one that serves all.
    package func forReceipts(of outlet: OutletID) -> Printer? {
        let able = filter { $0.printsReceipts(of: outlet) }
        return able.first { $0.outletID != nil } ?? able.first
    }
}
