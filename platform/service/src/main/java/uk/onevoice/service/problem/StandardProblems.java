package uk.onevoice.service.problem;

import uk.onevoice.security.AccessRefused;

/** The problems every service can answer with. */
public final class StandardProblems {
  private StandardProblems() {}

  public static Problem of(AccessRefused.Reason reason) {
    return switch (reason) {
      case NO_TOKEN -> notSignedIn().header("WWW-Authenticate", "Bearer");
      case INVALID_TOKEN ->
          notSignedIn().header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
      case NOT_REGISTERED ->
          Problem.of(403, "not-registered", "This sign-in belongs to nobody registered here.");
      case CLIENT_NOT_APPROVED ->
          Problem.of(403, "client-not-approved", "This system is not approved to call.");
      case CAPACITY_NOT_HELD ->
          Problem.of(403, "capacity-not-held", "You do not hold the role you want to act in.");
      case NOT_ALLOWED -> Problem.of(403, "not-allowed", "You are not entitled to do this.");
      case NOT_FOUND -> Problem.notFound();
    };
  }

  private static Problem notSignedIn() {
    return Problem.of(401, "not-signed-in", "Sign in first: a valid bearer token is needed.");
  }

  /** For the statuses that the framework raises; null bodies of its own become these. */
  public static Problem ofStatus(int status) {
    return switch (status) {
      case 400 -> Problem.of(400, "invalid-request", "The request cannot be read.");
      case 401 -> of(AccessRefused.Reason.NO_TOKEN);
      case 403 -> of(AccessRefused.Reason.NOT_ALLOWED);
      case 404 -> Problem.notFound();
      case 405 -> Problem.of(405, "method-not-allowed", "This method is not offered here.");
      case 406 ->
          Problem.of(406, "not-acceptable", "None of the accepted media types is offered here.");
      case 408 -> Problem.of(408, "request-timeout", "The request took too long to arrive.");
      case 412 -> streamMoved();
      case 413 -> Problem.of(413, "body-too-large", "The body is larger than is taken here.");
      case 414 -> Problem.of(414, "uri-too-long", "The address is longer than is taken here.");
      case 415 ->
          Problem.of(415, "unsupported-media-type", "A body of this media type is not read here.");
      case 429 -> Problem.of(429, "rate-limited", "Too many requests; try again later.");
      case 431 ->
          Problem.of(431, "headers-too-large", "The headers are larger than is taken here.");
      case 503 ->
          Problem.of(503, "temporarily-unavailable", "The service cannot answer just now.")
              .header("Retry-After", "5");
      default ->
          status >= 400 && status < 500
              ? Problem.of(status, "invalid-request", "The request cannot be read.")
              : internalError();
    };
  }

  public static Problem internalError() {
    return Problem.of(
        500, "internal-error", "Something went wrong here; the correlation id finds it.");
  }

  public static Problem malformedJson() {
    return Problem.of(400, "malformed-json", "The body is not JSON that can be read here.");
  }

  public static Problem streamMoved() {
    return Problem.of(
        412, "stream-moved", "Somebody else changed this in the meantime; look again first.");
  }

  public static Problem directoryStale() {
    return Problem.of(
            503,
            "directory-stale",
            "Who may do what could not be brought up to date; commands wait until it is.")
        .header("Retry-After", "10");
  }

  public static Problem keyMissing() {
    return Problem.of(400, "idempotency-key-missing", "A POST needs an Idempotency-Key.")
        .at("header:Idempotency-Key", "is missing");
  }

  public static Problem keyInvalid() {
    return Problem.of(400, "idempotency-key-invalid", "The Idempotency-Key cannot be used.")
        .at("header:Idempotency-Key", "must be 8 to 200 visible ASCII characters");
  }

  public static Problem backdatingRefused() {
    return Problem.of(
            400, "backdating-refused", "When something was recorded is not for callers to say.")
        .at("header:X-Recorded-At", "is not taken here");
  }

  public static Problem keyReused() {
    return Problem.of(
        422, "idempotency-key-reused", "This Idempotency-Key belongs to another request.");
  }
}
