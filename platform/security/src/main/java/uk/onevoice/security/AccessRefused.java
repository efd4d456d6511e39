package uk.onevoice.security;

import java.io.Serial;

/** The caller may not do this, or is not known. The answer names no more than the reason. */
public final class AccessRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** Why, as far as the caller is told. */
  public enum Reason {
    /** No bearer token. */
    NO_TOKEN,
    /** A bearer token that does not hold; what is wrong with it is only in the log. */
    INVALID_TOKEN,
    /** A good sign-in that is linked to no person and no client. */
    NOT_REGISTERED,
    /** A registered system that nobody has approved, or that was suspended. */
    CLIENT_NOT_APPROVED,
    /** {@code X-Acting-As} names nothing the person holds today. */
    CAPACITY_NOT_HELD,
    /** Known, and not entitled. */
    NOT_ALLOWED,
    /** Known, and what is asked for is not there as far as this caller is told. */
    NOT_FOUND
  }

  private final Reason reason;

  public AccessRefused(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
