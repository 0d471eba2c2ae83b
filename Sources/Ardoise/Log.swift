import ArgumentParser
import Logging

/// How the program logs.
enum Log {
    /// Sends all logs to standard error from here on, and gives the program's own logger.
    static func start(level: LogLevel) -> Logger {
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level.level
            return handler
        }
        return Logger(label: "ardoise")
    }
}

/// How much to log, as typed on the command line.
enum LogLevel: String, ExpressibleByArgument, CaseIterable {
    case trace, debug, info, notice, warning, error

    /// The library's word for it.
    var level: Logger.Level { Logger.Level(rawValue: rawValue)! }
}
