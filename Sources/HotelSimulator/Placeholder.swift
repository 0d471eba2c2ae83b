import Hummingbird
import Mustache
enum HotelSimulatorModule { static let x = MustacheLibrary.self }
