package uk.onevoice.organisations.domain;

import java.util.UUID;
import uk.onevoice.kernel.OdsCode;

/** An organisation in our registry: its ODS code where it has one, otherwise a UUID. */
public record OrganisationId(String value) implements Comparable<OrganisationId> {
  public OrganisationId {
    if (!OdsCode.isValid(value) && !isUuid(value)) {
      throw new IllegalArgumentException("An organisation's id is an ODS code or a UUID.");
    }
  }

  public static OrganisationId of(OdsCode code) {
    return new OrganisationId(code.value());
  }

  public boolean isOdsCode() {
    return OdsCode.isValid(value);
  }

  private static boolean isUuid(String text) {
    try {
      return UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException notOne) {
      return false;
    }
  }

  @Override
  public int compareTo(OrganisationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
