/// The schema's history, oldest first. The texts are files of the folder `Migrations`, compiled into the program.
package enum Migrations {
    /// Every migration that this program knows. Delivered ones are never edited: a new file follows.
    package static let all: [Migration] = [
        Migration(number: 1, name: "v001_house", sql: text(PackageResources.v001_house_sql)),
        Migration(number: 2, name: "v002_evidence", sql: text(PackageResources.v002_evidence_sql)),
        Migration(number: 3, name: "v003_outage", sql: text(PackageResources.v003_outage_sql)),
        Migration(number: 4, name: "v004_settlement", sql: text(PackageResources.v004_settlement_sql)),
        Migration(number: 5, name: "v005_payments", sql: text(PackageResources.v005_payments_sql)),
        Migration(number: 6, name: "v006_revenue", sql: text(PackageResources.v006_revenue_sql)),
        Migration(number: 7, name: "v007_configuration", sql: text(PackageResources.v007_configuration_sql)),
        Migration(number: 8, name: "v008_integrations", sql: text(PackageResources.v008_integrations_sql)),
        Migration(number: 9, name: "v009_paper", sql: text(PackageResources.v009_paper_sql)),
        Migration(number: 10, name: "v010_close", sql: text(PackageResources.v010_close_sql)),
        Migration(number: 11, name: "v011_discounts", sql: text(PackageResources.v011_discounts_sql)),
        Migration(number: 12, name: "v012_history", sql: text(PackageResources.v012_history_sql)),
        Migration(number: 13, name: "v013_relay", sql: text(PackageResources.v013_relay_sql)),
        Migration(number: 14, name: "v014_opera_cloud", sql: text(PackageResources.v014_opera_cloud_sql)),
        Migration(number: 15, name: "v015_packages", sql: text(PackageResources.v015_packages_sql)),
        Migration(number: 16, name: "v016_opera_cloud", sql: text(PackageResources.v016_opera_cloud_sql)),
    ]

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
