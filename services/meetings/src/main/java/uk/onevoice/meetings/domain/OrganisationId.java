package uk.onevoice.meetings.domain;

/** An organisation as the registry names it: ODS code or UUID. */
public record OrganisationId(String value) {
  public OrganisationId {
    if (!value.matches("[A-Za-z0-9-]{3,36}")) {
      throw new IllegalArgumentException("An organisation is an ODS code or a UUID.");
    }
  }
}
