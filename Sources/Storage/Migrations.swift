/// The schema's history, oldest first. The texts are files of the folder `Migrations`, compiled into the program.
package enum Migrations {
    /// Every migration that this program knows. Delivered ones are never edited: a new file follows.
    package static let all: [Migration] = [
        Migration(number: 1, name: "v001_house", sql: text(PackageResources.v001_house_sql)),
        Migration(number: 2, name: "v002_evidence", sql: text(PackageResources.v002_evidence_sql)),
        Migration(number: 3, name: "v003_outage", sql: text(PackageResources.v003_outage_sql)),
    ]

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
