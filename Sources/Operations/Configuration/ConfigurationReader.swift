package import Foundation

extension ConfigurationSet {
    /// The largest file taken, bytes.
    package static let fileBytesMax = 8 << 20

    /// Reads a set from JSON. A member that the set does not know is a mistake: a misspelt setting is never silently without effect.
    /// - Throws: `ConfigurationRejected`.
    package init(json: Data) throws {
        guard json.count <= Self.fileBytesMax else {
            throw ConfigurationRejected([ConfigurationProblem("file", "is larger than \(Self.fileBytesMax / 1024 / 1024) MB")])
        }
        do {
            self = try JSONDecoder().decode(ConfigurationSet.self, from: json)
            let given = try JSONSerialization.jsonObject(with: json)
            let known = try JSONSerialization.jsonObject(with: JSONEncoder().encode(self))
            let unknown = Self.unknownMembers(in: given, knowing: known, at: "")
            guard unknown.isEmpty else { throw ConfigurationRejected(unknown) }
        } catch let error as DecodingError {
            throw ConfigurationRejected([ConfigurationProblem(error)])
        }
    }

    private static func unknownMembers(in given: Any, knowing known: Any, at place: String) -> [ConfigurationProblem] {
        if let given = given as? [String: Any], let known = known as? [String: Any] {
            return given.keys.sorted().flatMap { member -> [ConfigurationProblem] in
                let path = place.isEmpty ? member : "\(place).\(member)"
                if given[member] is NSNull { return [] }
                guard let inner = known[member] else { return [ConfigurationProblem(path, "is not a setting; check the spelling")] }
                return unknownMembers(in: given[member]!, knowing: inner, at: path)
            }
        }
        if let given = given as? [Any], let known = known as? [Any] {
            return zip(given, known).enumerated().flatMap { unknownMembers(in: $1.0, knowing: $1.1, at: "\(place)[\($0)]") }
        }
        return []
    }
}

extension ConfigurationProblem {
    /// Foundation's complaint in words that name the place.
    init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context): self.init(Self.path(context.codingPath + [key]), "is missing")
        case .valueNotFound(_, let context): self.init(Self.path(context.codingPath), "is empty")
        case .typeMismatch(let type, let context): self.init(Self.path(context.codingPath), Self.fault(type))
        case .dataCorrupted(let context):
            self.init(
                Self.path(context.codingPath), "is not readable JSON: \(context.debugDescription)")
        @unknown default: self.init("file", "cannot be read")
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        guard !keys.isEmpty else { return "file" }
        return keys.reduce("") { path, key in
            if let index = key.intValue { return "\(path)[\(index)]" }
            return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
        }
    }

    private static func fault(_ type: any Any.Type) -> ConfigurationFault {
        switch type {
        case is Int.Type: "should be a whole number"
        case is String.Type: "should be text in quotes"
        case is Bool.Type: "should be true or false"
        case is [Any].Type: "should be a list"
        default: "should be an object"
        }
    }
}
