import PointOfSale

/// What a form of the back office shows: its fields, and perhaps a table of them.
struct SettingsForm: Sendable {
    var fields: [SettingsField]
    /// Something that must be known before one types.
    var notice: String?
    /// Rows of fields under heads of columns; none for most.
    var grid: SettingsGrid?
    /// What hangs off this setting: the tables of a floor plan.
    var sublist: SettingsList?
    /// Where the line to the hotel is tried from here; nil where there is none to try.
    var testPath: String?

    /// The form as somebody left it, after it was refused.
    func refilled(with typed: [String: String]) -> SettingsForm {
        var form = self
        form.fields = fields.map { $0.refilled(with: typed) }
        form.grid?.rows = (grid?.rows ?? []).map { row in SettingsGrid.Row(cells: row.cells.map { $0.refilled(with: typed) }) }
        return form
    }
}

/// Rows of fields, such as the service periods of an outlet.
struct SettingsGrid: Sendable {
    struct Row: Sendable {
        let cells: [SettingsField]
    }

    let heads: [String]
    var rows: [Row]
}

/// One field of a form.
struct SettingsField: Sendable {
    /// One choice of several.
    struct Choice: Sendable {
        let value: String
        let name: String
        var isChosen = false
    }

    let name: String
    let label: String
    var value = ""
    var hint: String?
    /// The type of the input: `text`, `number`, `time`, `password`, `hidden`.
    var type = "text"
    var lengthMax = 60
    var choices: [Choice] = []
    var isChecked = false
    var isText = false
    var isChoice = false
    var isCheck = false
    var isFixed = false
    var isHidden = false
    /// Shown for these types of payment only, separated by blanks.
    var kinds: String?

    static func text(
        _ name: String, _ label: String, _ value: String, hint: String? = nil, type: String = "text", lengthMax: Int = 60,
        kinds: String? = nil
    ) -> SettingsField {
        var field = SettingsField(name: name, label: label, value: value, hint: hint, type: type, lengthMax: lengthMax)
        field.isText = true
        field.kinds = kinds
        return field
    }

    static func number(_ name: String, _ label: String, _ value: Int?, hint: String? = nil) -> SettingsField {
        text(name, label, value.map(String.init) ?? "", hint: hint, type: "number", lengthMax: 8)
    }

    static func choice(_ name: String, _ label: String, _ chosen: String?, hint: String? = nil, _ choices: [Choice]) -> SettingsField {
        var field = SettingsField(name: name, label: label, value: chosen ?? "", hint: hint)
        field.isChoice = true
        field.choices = choices.map { Choice(value: $0.value, name: $0.name, isChosen: $0.value == chosen) }
        return field
    }

    static func check(
        _ name: String, _ label: String, _ isChecked: Bool, hint: String? = nil, kinds: String? = nil
    ) -> SettingsField {
        var field = SettingsField(name: name, label: label, value: "on", hint: hint)
        field.isCheck = true
        field.isChecked = isChecked
        field.kinds = kinds
        return field
    }

    /// Shown, and never changed.
    static func fixed(_ label: String, _ value: String, hint: String? = nil) -> SettingsField {
        var field = SettingsField(name: "", label: label, value: value, hint: hint)
        field.isFixed = true
        return field
    }

    static func hidden(_ name: String, _ value: String) -> SettingsField {
        var field = SettingsField(name: name, label: "", value: value)
        field.isHidden = true
        return field
    }

    func refilled(with typed: [String: String]) -> SettingsField {
        var field = self
        if isCheck { field.isChecked = typed[name] != nil }
        // A PIN or a key that was refused is typed again.
        if isText { field.value = type == "password" ? "" : typed[name] ?? "" }
        if isChoice { field.choices = choices.map { Choice(value: $0.value, name: $0.name, isChosen: $0.value == typed[name]) } }
        return field
    }
}

/// What is there already, one row each.
struct SettingsList: Sendable {
    struct Row: Sendable {
        let path: String
        let name: String
        let facts: String
        var isOff = false
        var chip: String?
        var tone = "plain"
    }

    let title: String
    let lead: String
    let rows: [Row]
    let hasRows: Bool
    /// Where something is added; nil where nothing can be.
    let addPath: String?
    let empty: String

    init(title: String, lead: String, rows: [Row], addPath: String?, empty: String) {
        self.title = title
        self.lead = lead
        self.rows = rows
        self.addPath = addPath
        self.empty = empty
        hasRows = !rows.isEmpty
    }
}
