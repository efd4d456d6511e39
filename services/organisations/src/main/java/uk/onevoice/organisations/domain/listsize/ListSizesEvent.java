package uk.onevoice.organisations.domain.listsize;

import java.time.YearMonth;

/** Facts about a month's publication. */
public sealed interface ListSizesEvent {
  /** All practices' figures of a month have been published. */
  record ListSizesPublished(YearMonth month, int count, long total, String sha256, int revision)
      implements ListSizesEvent {}
}
