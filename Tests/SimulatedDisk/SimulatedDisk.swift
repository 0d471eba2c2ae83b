/// A disk that a test owns: it forgets what was not flushed, fills up and fails when told to.
package enum SimulatedDisk {}
