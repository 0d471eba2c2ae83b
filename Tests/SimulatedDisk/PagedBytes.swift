/// The bytes of a file in pages that copies share, so that an image of a whole disk costs no more than what changes after it.
package struct PagedBytes: Sendable {
    private static let pageBytes = 4_096
    private static let zeros = [UInt8](repeating: 0, count: pageBytes)

    private var pages: [[UInt8]] = []
    /// How many bytes there are.
    package private(set) var count = 0

    init() {}

    /// The same bytes.
    package init(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { write($0, at: 0) }
    }

    /// All of them in one piece.
    package var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
        }
    }

    /// Fills `buffer` from `offset` on, as far as there are bytes. Returns how many there were.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
        let length = max(0, min(buffer.count, count - offset))
        var done = 0
        while done < length {
            let (page, start) = (offset + done).quotientAndRemainder(dividingBy: Self.pageBytes)
            let piece = min(Self.pageBytes - start, length - done)
            pages[page].withUnsafeBytes { source in
                buffer[done..<(done + piece)].copyBytes(from: source[start..<(start + piece)])
            }
            done += piece
        }
        return length
    }

    /// Writes over what is at `offset`; a gap before it reads as zeros.
    mutating func write(_ source: UnsafeRawBufferPointer, at offset: Int) {
        if offset + source.count > count { resize(to: offset + source.count) }
        var done = 0
        while done < source.count {
            let (page, start) = (offset + done).quotientAndRemainder(dividingBy: Self.pageBytes)
            let piece = min(Self.pageBytes - start, source.count - done)
            pages[page].withUnsafeMutableBytes { target in
                target[start..<(start + piece)].copyBytes(from: source[done..<(done + piece)])
            }
            done += piece
        }
    }

    /// Cuts the file, or makes it longer with zeros.
    mutating func resize(to size: Int) {
        let pageCount = (size + Self.pageBytes - 1) / Self.pageBytes
        if pageCount < pages.count { pages.removeSubrange(pageCount...) }
        while pages.count < pageCount { pages.append(Self.zeros) }
        let tail = size % Self.pageBytes
        if size < count, tail > 0 {
            for index in tail..<Self.pageBytes { pages[pageCount - 1][index] = 0 }
        }
        count = size
    }

    /// Turns one bit over. `bit` counts from the first bit of the file.
    package mutating func flip(bit: Int) {
        let (page, start) = (bit / 8).quotientAndRemainder(dividingBy: Self.pageBytes)
        pages[page][start] ^= 1 << UInt8(bit % 8)
    }
}
