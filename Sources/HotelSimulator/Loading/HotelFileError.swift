/// What is wrong with a hotel file, in words for the person who wrote it.
package struct HotelFileError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file, as it was named.
    package let path: String
    /// Where in the file: `reservations[3].room`; empty for the file as a whole.
    package let place: String
    package let problem: String

    package init(path: String, place: String = "", problem: String) {
        self.path = path
        self.place = place
        self.problem = problem
    }

    package var description: String {
        place.isEmpty ? "\(path): \(problem)" : "\(path): \(place): \(problem)"
    }
}
