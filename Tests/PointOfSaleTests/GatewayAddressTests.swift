import PointOfSale
import Testing

@Suite struct GatewayAddressTests {
    @Test(
        arguments: [
            ("https://caisse.hotel.example", "https://caisse.hotel.example"),
            (" HTTPS://Caisse.Example:8443/ ", "https://caisse.example:8443"),
            ("http://192.168.1.20:8080", "http://192.168.1.20:8080"), ("http://10.0.0.1", "http://10.0.0.1"),
            ("http://172.31.255.1:80", "http://172.31.255.1:80"), ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("http://localhost:8080", "http://localhost:8080"), ("http://[::1]:8080", "http://[::1]:8080"),
            ("http://[fd00::7]", "http://[fd00::7]"), ("https://[2001:db8::1]:443", "https://[2001:db8::1]:443"),
        ])
    func `an address is kept without a path, in small letters`(typed: String, kept: String) {
        #expect(GatewayAddress(typed)?.text == kept)
    }

    @Test(
        arguments: [
            "", "caisse.example", "192.168.1.20", "ftp://caisse.example", "https://", "https://:443", "https://a b", "https://a/b",
            "https://a?b",
            "https://a#b", "https://anna@caisse.example", "https://a:0", "https://a:65536", "https://a:", "https://a:8080:1",
            "https://é.example",
            "https://[::1", "https://[zz::1]", "https://[1]", "https://a|b", "https://a\u{0D}\u{0A}b",
        ])
    func `what is no address is none`(typed: String) { #expect(GatewayAddress(typed) == nil) }

    @Test(
        arguments: [
            "http://caisse.example", "http://8.8.8.8", "http://172.32.0.1", "http://192.169.0.1", "http://[2001:db8::1]",
            "http://127.0.0.1.example",
            "http://10.0.0.256",
        ])
    func `without TLS nothing leaves the house`(typed: String) { #expect(GatewayAddress(typed) == nil) }
}
