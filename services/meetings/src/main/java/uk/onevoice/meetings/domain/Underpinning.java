package uk.onevoice.meetings.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import uk.onevoice.kernel.Period;

/**
 * What an item stood on beside the meeting itself: with which partners that were there somebody of
 * general practice kept in touch one to one. As measure M15, a relationship counts while it is live
 * and the place has the slot it is held for; here on the day of the meeting, for what began
 * afterwards was no help in it.
 *
 * @param attended how many partner organisations were there for the item
 * @param without those of them with which nobody kept in touch, in the order in which they came
 */
public record Underpinning(int attended, List<OrganisationId> without) {
  public Underpinning {
    without = List.copyOf(without);
  }

  /**
   * Somebody of general practice of the place keeps in touch with an organisation.
   *
   * @param slot while the place has the slot it is held for
   * @param held while they do
   */
  public record Kept(OrganisationId with, Period slot, Period held) {
    boolean isLiveOn(LocalDate day) {
      return slot.includes(day) && held.includes(day);
    }
  }

  /**
   * @param there the partner organisations that were there for the item, each once
   * @param kept all relationships of the place, also those that are over
   * @param day of the meeting
   */
  public static Underpinning of(
      Collection<OrganisationId> there, Collection<Kept> kept, LocalDate day) {
    return new Underpinning(
        there.size(),
        there.stream()
            .filter(partner ->
                kept.stream().noneMatch(one -> one.with().equals(partner) && one.isLiveOn(day)))
            .toList());
  }
}
