package import Foundation

/// Reads hotel files.
package enum HotelLoader {
    /// The largest hotel file that is read, in bytes.
    package static let fileBytesMax = 20_000_000
    /// What the shipped hotel is called in messages.
    package static let demoName = "demo-hotel.json"

    /// The shipped hotel: Hôtel des Remparts, Saint-Malo.
    /// - Throws: `HotelFileError`; the shipped file is tested, so never in practice.
    package static func demo(now atMs: Int64) throws(HotelFileError) -> Hotel {
        try hotel(from: Data(PackageResources.demo_hotel_json), named: demoName, atMs: atMs)
    }

    /// The shipped hostel, a RoomRaccoon house: Auberge du Petit Bé, Saint-Malo.
    /// - Throws: `HotelFileError`; the shipped file is tested, so never in practice.
    package static func hostel(now atMs: Int64) throws(HotelFileError) -> Hotel {
        try hotel(from: Data(PackageResources.demo_hostel_json), named: "demo-hostel.json", atMs: atMs)
    }

    /// Reads a hotel from a file.
    /// - Throws: `HotelFileError` saying where and what.
    package static func hotel(atPath path: String, now atMs: Int64) throws(HotelFileError) -> Hotel {
        let data: Data
        do {
            guard let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int, size <= fileBytesMax else {
                throw HotelFileError(path: path, problem: "larger than \(fileBytesMax) bytes")
            }
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch let error as HotelFileError {
            throw error
        } catch {
            throw HotelFileError(path: path, problem: "cannot be read: \(error.localizedDescription)")
        }
        return try hotel(from: data, named: path, atMs: atMs)
    }

    /// Reads a hotel from the bytes of a file; dates are counted from the day at `atMs` in the hotel's zone.
    package static func hotel(from data: Data, named path: String, atMs: Int64) throws(HotelFileError) -> Hotel {
        let file: HotelFile
        do {
            file = try JSONDecoder().decode(HotelFile.self, from: data)
        } catch let error as DecodingError {
            throw describe(error, path: path)
        } catch {
            throw HotelFileError(path: path, problem: "\(error)")
        }
        return try HotelBuilder(file: file, path: path, atMs: atMs).build()
    }

    private static func describe(_ error: DecodingError, path: String) -> HotelFileError {
        switch error {
        case .keyNotFound(let key, let context):
            HotelFileError(path: path, place: placeText(context.codingPath), problem: "“\(key.stringValue)” is missing")
        case .typeMismatch(let type, let context):
            HotelFileError(path: path, place: placeText(context.codingPath), problem: "must be \(word(for: type))")
        case .valueNotFound(let type, let context):
            HotelFileError(path: path, place: placeText(context.codingPath), problem: "is null, must be \(word(for: type))")
        case .dataCorrupted(let context):
            HotelFileError(path: path, place: placeText(context.codingPath), problem: problem(in: context))
        @unknown default:
            HotelFileError(path: path, problem: "\(error)")
        }
    }

    private static func problem(in context: DecodingError.Context) -> String {
        guard context.codingPath.isEmpty else { return context.debugDescription }
        let cause = (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"] as? String
        return "is not JSON: \(cause ?? context.debugDescription)"
    }

    private static func word(for type: any Any.Type) -> String {
        switch type {
        case is String.Type: "text in quotes"
        case is Int.Type, is Int64.Type: "a whole number"
        case is Bool.Type: "true or false"
        default: "\(type)".hasPrefix("Array") ? "a list in [ ]" : "an object in { }"
        }
    }
}
