import Histogram

@main
struct Bench {
    static func main() { print(Histogram<UInt64>.self) }
}
