package uk.onevoice.organisations.adapter.fhir;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.service.problem.Problem;

/**
 * The parameters of a request. A parameter that is not known here is a problem, since to pass it
 * over would answer with more than was asked for; unless the client prefers just that, and is then
 * told what was passed over.
 */
final class Question {
  private static final Set<String> EVERYWHERE = Set.of("_format", "_count", Cursor.NAME);
  private static final int DEFAULT_COUNT = 50;
  private static final int MOST = 200;

  /** A preference of RFC 7240 that FHIR has; others may stand beside it. */
  private static final Pattern LENIENT =
      Pattern.compile("(?i)(^|[,;\\s])handling\\s*=\\s*\"?lenient\"?\\s*($|[,;])");

  private final Map<String, List<String>> parameters;
  private final List<String> passedOver;

  /**
   * @param passedOver names that were sent as well and are not known here
   */
  Question(Map<String, List<String>> parameters, List<String> passedOver) {
    this.parameters = parameters;
    this.passedOver = passedOver;
  }

  /**
   * @param known names with their modifiers, beside those that are known everywhere
   */
  static Question of(UriInfo uri, HttpHeaders headers, Set<String> known) {
    var parameters = new LinkedHashMap<String, List<String>>(uri.getQueryParameters());
    var unknown =
        parameters.keySet().stream()
            .filter(name -> !known.contains(name) && !EVERYWHERE.contains(name))
            .toList();
    boolean lenient =
        Objects.requireNonNullElse(headers.getRequestHeader("Prefer"), List.<String>of()).stream()
            .anyMatch(preference -> LENIENT.matcher(preference).find());
    for (var name : unknown) {
      // A modifier changes what its parameter asks for: FHIR has it refused in any case.
      if (!lenient || known.contains(name.replaceFirst(":.*", ""))) {
        throw Problem.invalid(
                isName(name) ? "query:" + name : "query",
                "is not known here; known are "
                    + String.join(", ", new TreeSet<>(known))
                    + ", _count, _format.")
            .exception();
      }
      parameters.remove(name);
    }
    return new Question(parameters, unknown.stream().filter(Question::isName).toList());
  }

  /** Only what can be a parameter's name is repeated. */
  private static boolean isName(String name) {
    return name.matches("[A-Za-z_:.-]{1,60}");
  }

  /** Names of parameters that were sent and are not known here. */
  List<String> passedOver() {
    return passedOver;
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
    if ("count".equals(one("_summary"))) {
      return 0;
    }
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
