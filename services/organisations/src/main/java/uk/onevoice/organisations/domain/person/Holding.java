package uk.onevoice.organisations.domain.person;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;

/**
 * One role, for one organisation or for the platform, for a time.
 *
 * @param clinical whether it is held as a clinician or as a manager
 * @param sessions what is paid for, by the day from which it is
 * @param checked when somebody last made sure that all of this is so; null while nobody has
 * @param insteadOf the holding at a predecessor that goes on as this one; null where none does
 */
public record Holding(
    Role role,
    @Nullable OrganisationId organisation,
    Period period,
    boolean clinical,
    NavigableMap<LocalDate, Sessions> sessions,
    @Nullable Check checked,
    @Nullable RoleHoldingId insteadOf) {
  /** After so many months without a check what is written here may be wrong. */
  static final int CHECK_MONTHS = 6;

  public Holding {
    sessions = Collections.unmodifiableNavigableMap(new TreeMap<>(sessions));
  }

  static Holding from(
      Role role,
      @Nullable OrganisationId organisation,
      Period period,
      boolean clinical,
      @Nullable RoleHoldingId insteadOf) {
    return new Holding(role, organisation, period, clinical, new TreeMap<>(), null, insteadOf);
  }

  /**
   * @param on the day of the check
   * @param next when it should be checked again
   */
  public record Check(LocalDate on, PersonId by, LocalDate next) {}

  /** The day from which it should be checked: half a year after its start, then as was said. */
  public LocalDate checkDue() {
    return checked == null ? period.start().plusMonths(CHECK_MONTHS) : checked.next();
  }

  /** Whether one human being would hold the same role at the same body twice at a time. */
  boolean isHeldTwiceWith(Holding other) {
    return role == other.role
        && Objects.equals(organisation, other.organisation)
        && period.overlaps(other.period);
  }

  Holding ended(LocalDate end) {
    var start = period.start();
    return new Holding(
        role,
        organisation,
        new Period(start, end.isBefore(start) ? start : end),
        clinical,
        sessions,
        checked,
        insteadOf);
  }

  Holding corrected(Period right, boolean rightlyClinical) {
    return new Holding(role, organisation, right, rightlyClinical, sessions, checked, insteadOf);
  }

  Holding with(LocalDate from, Sessions some) {
    var more = new TreeMap<>(sessions);
    more.put(from, some);
    return new Holding(role, organisation, period, clinical, more, checked, insteadOf);
  }

  Holding with(Check check) {
    return new Holding(role, organisation, period, clinical, sessions, check, insteadOf);
  }
}
