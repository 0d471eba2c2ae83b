/// What a hotel does with a link: the other side of a process boundary. Called in order for one connection, never twice at once for it;
/// while a call lasts, the records of that connection wait.
package protocol LinkServerHandler: Sendable {
    /// A vendor described itself and the link is alive; again after each further description.
    func linkAlive(_ connection: LinkServerConnection) async
    /// A data record came in over a link that is alive. Link records are answered by the server itself.
    func received(_ record: FIASRecord, on connection: LinkServerConnection) async
    /// The connection is gone; nothing follows.
    func linkClosed(_ connection: LinkServerConnection) async
}
