package uk.onevoice.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Mandates.Limit;

/**
 * How far somebody may go, in three short lists.
 *
 * @param mayAgree on the spot
 * @param mustRefer only after coming back to practices
 * @param mustNot under no mandate
 */
public record Limits(List<String> mayAgree, List<String> mustRefer, List<String> mustNot) {
  /** Null for a reader whom the service tells no limits. */
  static @Nullable Limits of(@Nullable List<Limit> limits) {
    return limits == null
        ? null
        : new Limits(
            texts(limits, "MAY_AGREE"), texts(limits, "MUST_REFER"), texts(limits, "MUST_NOT"));
  }

  private static List<String> texts(List<Limit> limits, String kind) {
    return limits.stream()
        .filter(limit -> limit.kind().equals(kind))
        .map(limit -> limit.text() == null ? "Words that are no longer kept" : limit.text())
        .toList();
  }
}
