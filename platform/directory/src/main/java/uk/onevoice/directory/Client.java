package uk.onevoice.directory;

/** A registered system, which acts for one organisation. */
public record Client(String id, OrganisationId organisation, ClientKind kind, State state) {
  /** Only an approved client may call. */
  public enum State {
    REGISTERED,
    APPROVED,
    SUSPENDED
  }
}
