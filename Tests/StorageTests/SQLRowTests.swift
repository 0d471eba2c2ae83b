import Storage
import Testing

@testable import Storage

struct SQLRowTests {
    let row = SQLRow(names: ["a", "b", "c"], values: [.integer(7), .text("x"), .null])

    @Test func `a column is read as what it is`() throws {
        #expect(try row.int("a") == 7)
        #expect(try row.text("b") == "x")
        #expect(try row.optionalText("c") == nil)
        #expect(try row.optionalInt("a") == 7)
        #expect(try row.optionalInt64("c") == nil)
        #expect(try row.read("b", as: "a letter") { $0.first } == "x")
    }

    @Test func `a column that is missing or something else is a fault that names it`() {
        #expect(throws: StorageFault.unreadableColumn(name: "z", wanted: "a column of this name")) { try row.int("z") }
        #expect(throws: StorageFault.unreadableColumn(name: "b", wanted: "an integer")) { try row.int("b") }
        #expect(throws: StorageFault.unreadableColumn(name: "a", wanted: "text")) { try row.text("a") }
        #expect(throws: StorageFault.unreadableColumn(name: "c", wanted: "text")) { try row.text("c") }
        #expect(throws: StorageFault.unreadableColumn(name: "a", wanted: "0 or 1")) { try row.bool("a") }
        #expect(throws: StorageFault.unreadableColumn(name: "b", wanted: "a colour")) { try row.read("b", as: "a colour") { Int($0) } }
    }

    @Test func `placeholders appear in ascending order`() {
        #expect(SQLPlaceholders.areInOrder(in: "select 1"))
        #expect(SQLPlaceholders.areInOrder(in: "update t set a = $1, b = $2 where a <> $1"))
        #expect(!SQLPlaceholders.areInOrder(in: "update t set a = $2 where b = $1"))
        #expect(!SQLPlaceholders.areInOrder(in: "select $1, $3"))
    }

    @Test func `a read cannot write`() async throws {
        let database = try SQLiteDatabase.inMemory(migrations: [NoteSchema.first])
        await #expect(throws: StorageFault.self) { try await database.read { try $0.insertNote(1) } }
        #expect(try await database.read { try $0.noteIDs() }.isEmpty)
    }

    @Test func `too few values for the placeholders is a fault`() async throws {
        let database = try SQLiteDatabase.inMemory(migrations: [NoteSchema.first])
        await #expect(throws: StorageFault.self) {
            try await database.write { try $0.execute("insert into note (id, text) values ($1, $2)", 1) }
        }
    }
}
