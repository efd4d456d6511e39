package uk.onevoice.meetings.domain;

/** An organisation by its ODS code, or by a UUID when it is registered locally. */
public record OrganisationId(String value) {
  public OrganisationId {
    if (!value.matches("[A-Za-z0-9-]{3,36}")) {
      throw new IllegalArgumentException("An organisation is named by its ODS code or a UUID.");
    }
  }
}
