import Operations
import Testing

/// What the help page and the diagnostics file show of the wire.
@Suite struct WireMaskTests {
    @Test func `S1-17: of a FIAS record only what says nothing of a guest is shown`() {
        let record = "PR|P#12|RN204|G#12345|GNGaribaldi, Lucia|TA4600|CTA1007.12|"
        #expect(WireMask.masked(record, showsRooms: true) == "PR|P#12|RN204|G#12345|GN•••|TA4600|CT•••|")
        #expect(WireMask.masked(record, showsRooms: false) == "PR|P#12|RN•••|G#•••|GN•••|TA4600|CT•••|")
    }

    @Test func `S1-17: of JSON, texts are hidden but for members that say nothing of a guest`() {
        let request = #"{"ReservationNumber":"R-7","RoomNumber":"12A","TicketDetails":[{"Amount":29.00,"Description":"A1.2 Bar"}]}"#
        #expect(WireMask.masked(request, showsRooms: true) == request)
        #expect(
            WireMask.masked(request, showsRooms: false)
                == #"{"ReservationNumber":"•••","RoomNumber":"•••","TicketDetails":[{"Amount":29.00,"Description":"A1.2 Bar"}]}"#
        )
        let answer = #"HTTP 200 {"Success":true,"Reservations":[{"GuestName":"Hanna \"H\" Berg","Guests":["Hanna","Noa"]}]}"#
        #expect(
            WireMask.masked(answer, showsRooms: true)
                == #"HTTP 200 {"Success":true,"Reservations":[{"GuestName":"•••","Guests":["•••","•••"]}]}"#)
    }

    @Test(arguments: [#"{"GuestName":"Han"#, #"{"GuestName":"Han\"#, #"HTTP 502 <html>Hanna Berg</html>"#, "Hanna Berg {\"a\":1}"])
    func `S1-17: what is cut or is neither shows nobody`(text: String) {
        #expect(!WireMask.masked(text, showsRooms: true).contains("Han"))
    }
}
