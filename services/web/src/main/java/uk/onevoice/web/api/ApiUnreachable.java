package uk.onevoice.web.api;

/** An API did not answer in time, or not in a way that can be read. */
public final class ApiUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ApiUnreachable(String path, Throwable cause) {
    super("No readable answer from " + path, cause);
  }
}
