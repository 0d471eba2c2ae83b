import Foundation

/// Where everything is, for the script that started it: written once all of it answers.
struct ReadyFile: Codable {
    let till: String?
    let reception: String?
    let fias: Int?
    var roomRaccoon: RaccoonHouse? = nil
    let staff: [RunningHouse.Person]

    /// Writes the file whole, or not at all. Does nothing without a path.
    func write(to path: String?) throws {
        guard let path else { return }
        try JSONEncoder().encode(self).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}
