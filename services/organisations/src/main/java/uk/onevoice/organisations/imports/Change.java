package uk.onevoice.organisations.imports;

/**
 * One thing an import would do, for a person to read.
 *
 * @param line of the file; 0 where it follows from a line that is missing
 * @param code whom it is about; empty for a refused line
 */
public record Change(Kind kind, long line, String code, String what) {
  /** The parts of a preview. */
  public enum Kind {
    REGISTER,
    CHANGE,
    CLOSE,
    REFUSED
  }
}
