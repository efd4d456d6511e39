package uk.onevoice.service.edge;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.onevoice.service.problem.Problem;

/** A stream's version as an entity tag, and back. */
public final class Versions {
  private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

  private Versions() {}

  /** The strong {@code ETag} of a version. */
  public static String etag(long version) {
    return "\"" + version + "\"";
  }

  /** None for {@code *} and for no header: then any version will do. */
  static Optional<Long> ifMatch(List<String> headers) {
    if (headers.isEmpty() || headers.equals(List.of("*"))) {
      return Optional.empty();
    }
    Matcher etag = ETAG.matcher(headers.getFirst().strip());
    if (headers.size() > 1 || !etag.matches()) {
      throw Problem.invalid("header:If-Match", "must be one ETag as it was answered, such as \"7\"")
          .exception();
    }
    return Optional.of(Long.valueOf(etag.group(1)));
  }
}
