package uk.onevoice.service.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told when a request fails.
 *
 * @param slug last part of the type; a section of contracts/problems.md
 * @param title the same sentence each time
 * @param detail about this time; no person's data, no internals
 * @param headers to be sent with it
 */
public record Problem(
    int status,
    String slug,
    String title,
    @Nullable String detail,
    List<Violation> violations,
    Map<String, String> headers) {
  private static final String TYPES = "https://onevoice.example/problems/";

  public Problem {
    if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("A slug is lower case words with hyphens: " + slug);
    }
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("A problem's status is 400 to 599.");
    }
    violations = List.copyOf(violations);
    headers = Map.copyOf(headers);
  }

  /**
   * A field that does not hold.
   *
   * @param pointer JSON pointer into the body, or {@code query:name}, or {@code header:name}
   */
  public record Violation(String pointer, String message) {}

  public static Problem of(int status, String slug, String title) {
    return new Problem(status, slug, title, null, List.of(), Map.of());
  }

  /** A rule said no because of how things are: 409. */
  public static Problem conflict(String slug, String title) {
    return of(409, slug, title);
  }

  /** The request can be read, and what it asks for makes no sense: 422. */
  public static Problem unprocessable(String slug, String title) {
    return of(422, slug, title);
  }

  /** Not there, or not for this caller; both look the same. */
  public static Problem notFound() {
    return of(404, "not-found", "There is nothing here for you.");
  }

  /** The request cannot be read as what it should be. */
  public static Problem invalid(String pointer, String message) {
    return of(400, "invalid-request", "The request cannot be read.").at(pointer, message);
  }

  public Problem detail(String text) {
    return new Problem(status, slug, title, text, violations, headers);
  }

  /** With one more field that does not hold. */
  public Problem at(String pointer, String message) {
    var more = new ArrayList<>(violations);
    more.add(new Violation(pointer, message));
    return new Problem(status, slug, title, detail, more, headers);
  }

  public Problem header(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(status, slug, title, detail, violations, more);
  }

  public String type() {
    return TYPES + slug;
  }

  public ProblemException exception() {
    return new ProblemException(this);
  }
}
