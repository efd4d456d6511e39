package uk.onevoice.testkit.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer shows a part of the permission matrix, about something that has it:
 *
 * <pre>{@code
 * Shown.in("readMandate").at("/answers/0").to("mandate.answers").to("mandate.ownAnswers")
 * }</pre>
 *
 * @param operation whose answer it is
 * @param path of what is read, where that is not what {@code known()} has
 * @param pointer to what is null or missing in answers to others; of a flag, see {@link #says}
 * @param value what has to stand there; null for anything
 * @param ways whoever sees all parts of one of them is shown it
 */
public record Shown(
    String operation,
    @Nullable String path,
    String pointer,
    @Nullable String value,
    List<List<String>> ways) {
  public Shown {
    ways = List.copyOf(ways);
  }

  /** In the answer of an operation to what {@code known()} has. */
  public static Shown in(String operation) {
    return new Shown(operation, null, "", null, List.of());
  }

  /** About something else than {@code known()} has. */
  public Shown of(String otherPath) {
    return new Shown(operation, otherPath, pointer, value, ways);
  }

  public Shown at(String jsonPointer) {
    return new Shown(operation, path, jsonPointer, value, ways);
  }

  /** Shown is this value; another one stands there for others. */
  public Shown says(String expected) {
    return new Shown(operation, path, pointer, expected, ways);
  }

  /** To those who see this part, or all of these. Said again: to those as well. */
  public Shown to(String... parts) {
    var more = new ArrayList<>(ways);
    more.add(List.of(parts));
    return new Shown(operation, path, pointer, value, more);
  }
}
