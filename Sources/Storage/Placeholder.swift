import GRDB
enum StorageModule { static func x() throws -> DatabaseQueue { try DatabaseQueue() } }
