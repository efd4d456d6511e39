package uk.onevoice.meetings.domain.briefing;

import java.time.Instant;
import java.time.LocalDate;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.OrganisationId;

/**
 * A conversation with a partner organisation on an item, outside the meeting.
 *
 * @param on the day they talked
 * @param agreed whether they were of one mind
 * @param recordedAt by the clock of the service, never by whoever records it
 */
public record PreAlignment(
    PreAlignmentId preAlignmentId,
    ItemId itemId,
    OrganisationId organisationId,
    LocalDate on,
    boolean agreed,
    Instant recordedAt) {
  /** A conversation longer before the meeting than so many days is no preparation for it (M8). */
  static final int DAYS = 42;

  /**
   * Whether it was written down before anybody knew how the meeting went.
   *
   * @param opens when the meeting begins; for one without an hour, when its day does
   */
  public boolean recordedBefore(Instant opens) {
    return recordedAt.isBefore(opens);
  }

  /**
   * Whether it makes the item a pre-aligned one.
   *
   * @param day of the meeting
   */
  public boolean counts(Instant opens, LocalDate day) {
    return agreed && recordedBefore(opens) && !on.isBefore(day.minusDays(DAYS));
  }
}
