import Mustache

/// The templates of all pages, compiled into the program and parsed once.
struct Templates: Sendable {
    private let library: MustacheLibrary

    /// Parses what the build embedded.
    init() {
        let parsed = Self.files.mapValues { bytes in
            do {
                return try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
            } catch {
                preconditionFailure("a template does not parse: \(error)")
            }
        }
        library = MustacheLibrary(templates: parsed)
    }

    /// A page from its model. Every value is escaped by the template.
    func render(_ name: String, _ model: some Sendable) -> String {
        guard let page = library.render(model, withTemplate: name) else { preconditionFailure("there is no template \(name)") }
        return page
    }

    static let files: [String: [UInt8]] = [
        "layout": PackageResources.layout_mustache,
        "problem-box": PackageResources.problem_box_mustache,
        "sign-in": PackageResources.sign_in_mustache,
        "floor": PackageResources.floor_mustache,
        "till": PackageResources.till_mustache,
        "order": PackageResources.order_mustache,
        "pay": PackageResources.pay_mustache,
        "room": PackageResources.room_mustache,
        "guests": PackageResources.guests_mustache,
        "result": PackageResources.result_mustache,
        "split": PackageResources.split_mustache,
        "history": PackageResources.history_mustache,
        "closed-check": PackageResources.closed_check_mustache,
        "refund": PackageResources.refund_mustache,
        "refund-ways": PackageResources.refund_ways_mustache,
        "refund-approval": PackageResources.refund_approval_mustache,
        "receipt": PackageResources.receipt_mustache,
        "receipt-paper": PackageResources.receipt_paper_mustache,
        "guest-receipt": PackageResources.guest_receipt_mustache,
        "printing": PackageResources.printing_mustache,
        "signature": PackageResources.signature_mustache,
        "signatures": PackageResources.signatures_mustache,
        "hotel": PackageResources.hotel_mustache,
        "reconciliation": PackageResources.reconciliation_mustache,
        "reconciliation-run": PackageResources.reconciliation_run_mustache,
        "posting-row": PackageResources.posting_row_mustache,
        "postings": PackageResources.postings_mustache,
        "posting": PackageResources.posting_mustache,
        "day": PackageResources.day_mustache,
        "day-choice": PackageResources.day_choice_mustache,
        "postings-report": PackageResources.postings_report_mustache,
        "revenue": PackageResources.revenue_mustache,
        "revenue-batch": PackageResources.revenue_batch_mustache,
        "problem": PackageResources.problem_mustache,
        "help": PackageResources.help_mustache,
        "configuration": PackageResources.configuration_mustache,
        "configuration-file": PackageResources.configuration_file_mustache,
        "configuration-changes": PackageResources.configuration_changes_mustache,
        "integrations": PackageResources.integrations_mustache,
        "settings-list": PackageResources.settings_list_mustache,
        "settings-rows": PackageResources.settings_rows_mustache,
        "settings-form": PackageResources.settings_form_mustache,
        "settings-field": PackageResources.settings_field_mustache,
    ]
}
