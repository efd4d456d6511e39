package uk.onevoice.organisations.domain.affiliation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;

/**
 * One member's belonging to one parent for a time.
 *
 * @param parentId an organisation's id, or a place's for {@link AffiliationKind#PLACE} and a
 *     neighbourhood's
 * @param seen true while the start is only the day of the extract that showed it; it may have begun
 *     earlier, and a file with true dates corrects it
 * @param insteadOf the belonging that a person put it in the place of, when its parent was followed
 *     by others; null where nobody did
 */
public record Affiliation(
    UUID id,
    OrganisationId memberId,
    String parentId,
    AffiliationKind kind,
    Period period,
    boolean seen,
    @Nullable UUID insteadOf) {

  public Affiliation(
      UUID id,
      OrganisationId memberId,
      String parentId,
      AffiliationKind kind,
      Period period,
      boolean seen) {
    this(id, memberId, parentId, kind, period, seen, null);
  }

  /** The same for the same member, parent, kind and first start, whoever asks and whenever. */
  public static UUID id(
      OrganisationId member, String parent, AffiliationKind kind, LocalDate start) {
    var name = member.value() + "|" + parent + "|" + kind + "|" + start;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  boolean open() {
    return period.end() == null;
  }

  boolean overlaps(Period other) {
    return !isEmpty(period) && !isEmpty(other) && period.overlaps(other);
  }

  /** Whether it lies in the other's time from its first day to its last. */
  boolean within(Period other) {
    return !period.start().isBefore(other.start())
        && (other.end() == null || (period.end() != null && !period.end().isAfter(other.end())));
  }

  Affiliation during(Period other) {
    return new Affiliation(id, memberId, parentId, kind, other, seen, insteadOf);
  }

  Affiliation endingOn(@Nullable LocalDate end) {
    return new Affiliation(
        id,
        memberId,
        parentId,
        kind,
        new Period(period.start(), notBefore(period.start(), end)),
        seen,
        insteadOf);
  }

  private static @Nullable LocalDate notBefore(LocalDate start, @Nullable LocalDate end) {
    return end != null && end.isBefore(start) ? start : end;
  }

  private static boolean isEmpty(Period period) {
    return period.start().equals(period.end());
  }
}
