package uk.onevoice.mandates.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.domain.Grantors;
import uk.onevoice.mandates.domain.Holder;
import uk.onevoice.mandates.domain.Limit;
import uk.onevoice.mandates.domain.Threshold;

/**
 * What practices are to be asked for, as a body says it.
 *
 * @param forumIds null or none for every table
 * @param grantors null for all practices of the place
 */
record TermsWish(
    List<UUID> topicIds,
    @Nullable List<UUID> forumIds,
    Holder holder,
    @Nullable List<Holder> alternates,
    List<LimitWish> limits,
    Threshold threshold,
    int briefingDays,
    int reportBackDays,
    LocalDate start,
    LocalDate end,
    @Nullable Grantors grantors) {
  /**
   * @param text new words; null where {@code limitId} names a limit that keeps its own
   */
  record LimitWish(Limit.Kind kind, @Nullable String text, @Nullable UUID limitId) {}
}
