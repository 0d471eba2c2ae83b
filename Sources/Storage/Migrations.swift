/// The schema's history, oldest first. The texts are files of the folder `Migrations`, compiled into the program.
package enum Migrations {
    /// Every migration that this program knows. Delivered ones are never edited: a new file follows.
    package static let all: [Migration] = []
}
