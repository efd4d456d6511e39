package uk.onevoice.organisations.adapter.fhir;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.service.problem.Problem;

/**
 * The parameters of a request. A parameter that is not known here is a problem: to pass it over
 * would answer with more than was asked for.
 */
final class Question {
  private static final Set<String> EVERYWHERE = Set.of("_format", "_count", Cursor.NAME);
  private static final int DEFAULT_COUNT = 50;
  private static final int MOST = 200;

  private final Map<String, List<String>> parameters;

  Question(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  /**
   * @param known names with their modifiers, beside those that are known everywhere
   */
  static Question of(UriInfo uri, Set<String> known) {
    var parameters = uri.getQueryParameters();
    for (var name : parameters.keySet()) {
      if (!known.contains(name) && !EVERYWHERE.contains(name)) {
        // Only what can be a parameter's name is repeated.
        throw Problem.invalid(
                name.matches("[A-Za-z_:-]{1,60}") ? "query:" + name : "query",
                "is not known here; known are "
                    + String.join(", ", new TreeSet<>(known))
                    + ", _count, _format.")
            .exception();
      }
    }
    return new Question(parameters);
  }

  /** What a parameter was given, each of its occurrences; all of them must hold. */
  List<String> all(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /** What a parameter that can stand once was given. */
  @Nullable String one(String name) {
    var values = all(name);
    if (values.size() > 1) {
      throw Problem.invalid("query:" + name, "can be given once.").exception();
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  /** How many entries are wanted; more than can be had is as many as can be had. */
  int count() {
    var count = one("_count");
    if (count == null) {
      return DEFAULT_COUNT;
    }
    if (!count.matches("[0-9]{1,9}")) {
      throw Problem.invalid("query:_count", "must be a number from 0 on.").exception();
    }
    return Math.min(Integer.parseInt(count), MOST);
  }

  @Nullable Cursor cursor() {
    var cursor = one(Cursor.NAME);
    return cursor == null ? null : Cursor.read(cursor);
  }

  /** Parts of a value of which one must hold: separated by commas, unless behind a backslash. */
  static List<String> anyOf(String value) {
    return List.of(value.split("(?<!\\\\),", -1));
  }

  static String unescaped(String value) {
    return value.replaceAll("\\\\([,|$\\\\])", "$1");
  }

  /** The same question, as a link says it. */
  String self() {
    return link(cursor());
  }

  /** The same question from this place on. */
  String from(Cursor cursor) {
    return link(cursor);
  }

  private String link(@Nullable Cursor cursor) {
    var parts = new ArrayList<String>();
    parameters.forEach((name, values) -> {
      if (!name.equals(Cursor.NAME)) {
        values.forEach(value -> parts.add(name + "=" + encoded(value)));
      }
    });
    if (cursor != null) {
      parts.add(Cursor.NAME + "=" + cursor.text());
    }
    return parts.isEmpty() ? "" : parts.stream().collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
