package uk.onevoice.directory;

/** The ODS code of a body that has one, a UUID for the others. */
public record OrganisationId(String value) {
  public OrganisationId {
    if (value.isBlank() || value.length() > 64) {
      throw new IllegalArgumentException("An organisation id has 1 to 64 characters.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
