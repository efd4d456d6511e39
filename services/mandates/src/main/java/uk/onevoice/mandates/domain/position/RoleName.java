package uk.onevoice.mandates.domain.position;

/** The role in which somebody acted, as the registry names it: {@code FEDERATION_LEAD}. */
public record RoleName(String value) {
  public RoleName {
    if (!value.matches("[A-Z_]{2,60}")) {
      throw new IllegalArgumentException("A role is named in capital letters and underscores.");
    }
  }
}
