/// What is wrong with a configuration and what would be right, written as one English sentence whose values are kept apart, so that it can
/// be said in another language: `"should be \(1) to \(9)"` is the sentence `should be {} to {}` with two values.
package struct ConfigurationFault: Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
    /// The sentence with `{}` where its values go: what a translation is found by.
    package let sentence: String
    package let values: [String]

    /// A sentence without values.
    package init(stringLiteral value: String) {
        sentence = value
        values = []
    }

    /// A sentence with its values.
    package init(stringInterpolation: StringInterpolation) {
        sentence = stringInterpolation.sentence
        values = stringInterpolation.values
    }

    /// The sentence in English.
    package var description: String { filled(sentence) }

    /// Another sentence with the values of this one.
    package func filled(_ sentence: String) -> String {
        var parts = sentence.split(separator: "{}", omittingEmptySubsequences: false).map(String.init)
        for (index, value) in values.enumerated() where index + 1 < parts.count { parts[index] += value }
        return parts.joined()
    }

    /// Gathers the sentence and its values.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var sentence = ""
        fileprivate var values: [String] = []

        /// Room for a sentence.
        package init(literalCapacity: Int, interpolationCount: Int) { sentence.reserveCapacity(literalCapacity + 2 * interpolationCount) }

        /// Words of the sentence.
        package mutating func appendLiteral(_ literal: String) { sentence += literal }

        /// One value.
        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            sentence += "{}"
            values.append(value.description)
        }
    }
}
