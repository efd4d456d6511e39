package uk.onevoice.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import uk.onevoice.directory.IdentityHash;
import uk.onevoice.security.AccessRefused.Reason;

/** The verified token of the current request: a good sign-in, whoever it may belong to. */
@RequestScoped
public class SignIn {
  private static final Logger LOG = Logger.getLogger(SignIn.class);

  private final CurrentIdentityAssociation identities;

  SignIn(CurrentIdentityAssociation identities) {
    this.identities = identities;
  }

  /**
   * The same for every token of one person or system, registered or not; nobody can be found by it.
   *
   * @throws AccessRefused when there is no token, or one that does not hold
   */
  public String key() {
    JsonWebToken token = token();
    return Actors.clientId(token)
        .map(client -> "client:" + client)
        .orElseGet(() -> Actors.identity(token).value());
  }

  /**
   * A person's sign-in, as it is linked to people.
   *
   * @throws AccessRefused when there is none that holds, or a system's
   */
  public IdentityHash identity() {
    JsonWebToken token = token();
    if (Actors.clientId(token).isPresent()) {
      throw new AccessRefused(Reason.NOT_ALLOWED);
    }
    return Actors.identity(token);
  }

  /**
   * The client that the token was issued through: a page, a command line, a system.
   *
   * @throws AccessRefused when there is no token, or one that does not hold
   */
  public String client() {
    return token().getClaim("azp") instanceof String client ? client : "";
  }

  /**
   * The token's subject: who signed in, as the issuer numbers them, a system too.
   *
   * @throws AccessRefused when there is no token, or one that does not hold
   */
  public String subject() {
    return token().getSubject();
  }

  JsonWebToken token() {
    SecurityIdentity identity;
    try {
      identity = identities.getIdentity();
    } catch (AuthenticationFailedException failed) {
      LOG.infof("token refused reason=%s", reason(failed));
      throw new AccessRefused(Reason.INVALID_TOKEN);
    }
    if (identity.getPrincipal() instanceof JsonWebToken token && !identity.isAnonymous()) {
      return token;
    }
    throw new AccessRefused(Reason.NO_TOKEN);
  }

  /** Words and class names only: the messages of the verifier repeat claims. */
  private static String reason(Throwable failed) {
    Throwable last = failed;
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidJwtException invalid) {
        return invalid.getErrorDetails().stream()
            .map(detail -> words(detail.getErrorCode()))
            .collect(Collectors.joining(","));
      }
      last = cause;
    }
    return last.getClass().getSimpleName();
  }

  private static String words(int code) {
    return switch (code) {
      case ErrorCodes.EXPIRED -> "expired";
      case ErrorCodes.EXPIRATION_MISSING -> "withoutExpiry";
      case ErrorCodes.NOT_YET_VALID -> "notYetValid";
      case ErrorCodes.AUDIENCE_INVALID, ErrorCodes.AUDIENCE_MISSING -> "audience";
      case ErrorCodes.ISSUER_INVALID, ErrorCodes.ISSUER_MISSING -> "issuer";
      case ErrorCodes.SIGNATURE_INVALID, ErrorCodes.SIGNATURE_MISSING -> "signature";
      case ErrorCodes.SUBJECT_MISSING -> "subject";
      default -> "code" + code;
    };
  }
}
