// The file Ground/ground.txt as part of the program: land, lakes, rivers and borders from Natural Earth.

/// The ground below maps, as Tests/Tools/ground.py wrote it.
public enum GroundFile {
    /// Its bytes.
    public static let bytes = EmbeddedFiles.ground.first?.bytes ?? []
}
