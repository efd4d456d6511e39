package uk.onevoice.mandates.domain.position;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.domain.OrganisationId;

/**
 * What was or is to be said, from the day it was proposed.
 *
 * @param publication which of the position's public versions it is, from 1; 0 for none
 * @param endedOn the day it was replaced, superseded or withdrawn; null while it stands
 */
public record PositionVersion(
    int number,
    State state,
    LocalDate proposedOn,
    List<OptionStance> stances,
    List<Agreement> agreedBy,
    int publication,
    @Nullable LocalDate publishedOn,
    @Nullable LocalDate endedOn) {
  public PositionVersion {
    stances = List.copyOf(stances);
    agreedBy = List.copyOf(agreedBy);
  }

  /** How far it has come. */
  public enum State {
    PRIVATE,
    AGREED,
    PUBLIC,
    /** By a later version, before it was public. */
    REPLACED,
    /** By a later version that was published. */
    SUPERSEDED,
    WITHDRAWN
  }

  static PositionVersion proposed(int number, List<OptionStance> stances, LocalDate on) {
    return new PositionVersion(number, State.PRIVATE, on, stances, List.of(), 0, null, null);
  }

  /** Whether it can still be agreed and published. */
  public boolean isOpen() {
    return state == State.PRIVATE || state == State.AGREED;
  }

  public boolean isPublic() {
    return state == State.PUBLIC;
  }

  boolean says(List<OptionStance> others) {
    return List.copyOf(others).equals(stances);
  }

  boolean agreedBy(OrganisationId body) {
    return agreedBy.stream().anyMatch(each -> each.bodyId().equals(body));
  }

  PositionVersion with(Agreement agreement, OrganisationId owner) {
    var all = new ArrayList<>(agreedBy);
    all.add(agreement);
    return new PositionVersion(
        number,
        agreement.bodyId().equals(owner) ? State.AGREED : state,
        proposedOn,
        stances,
        all,
        publication,
        publishedOn,
        endedOn);
  }

  PositionVersion published(int nth, LocalDate on) {
    return new PositionVersion(
        number, State.PUBLIC, proposedOn, stances, agreedBy, nth, on, endedOn);
  }

  PositionVersion ended(State how, LocalDate on) {
    return new PositionVersion(
        number, how, proposedOn, stances, agreedBy, publication, publishedOn, on);
  }
}
