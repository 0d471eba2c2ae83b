/// One history of a house under virtual time: the product's own code, and around it a clock, a network, a disk and a hotel that
/// a seed drives.
package enum Simulation {}
