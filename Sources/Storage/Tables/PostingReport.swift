package import PointOfSale

extension SQLTransaction {
    /// The postings that a filter leaves, oldest first; at most `limit`.
    package func postings(_ filter: PostingFilter, limit: Int) throws -> [FolioPosting] {
        var found: [FolioPosting] = []
        var after = (moment: filter.from, id: "")
        // Names are compared here and not by the database, which knows no case but that of English; so it is read on until enough fit.
        while found.count < limit {
            let rows = try query(
                """
                select p.id, p.created_at from folio_posting p
                where p.created_at >= $1 and p.created_at < $2 and (p.created_at > $1 or p.id > $3) and ($4 = '' or p.kind = $4)
                    and ($5 = '' or p.state = $5) and ($6 = '' or p.room_number = $6)
                order by p.created_at, p.id limit $7
                """,
                after.moment, filter.until, after.id, filter.kind?.rawValue ?? "", filter.state?.rawValue ?? "", filter.room, limit)
            for row in rows {
                guard let posting = try posting(row.id("id")), filter.fits(posting), found.count < limit else { continue }
                found.append(posting)
            }
            guard rows.count == limit, let last = rows.last else { break }
            after = (try last.moment("created_at"), try last.text("id"))
        }
        return found
    }
}
