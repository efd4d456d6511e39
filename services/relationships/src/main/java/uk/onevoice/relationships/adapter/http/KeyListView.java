package uk.onevoice.relationships.adapter.http;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.adapter.http.OpenItems.OpenPromise;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.SlotKind;
import uk.onevoice.relationships.domain.Talk;
import uk.onevoice.relationships.domain.keylist.KeyList;
import uk.onevoice.relationships.domain.keylist.Rhythm;

/**
 * One leader's key list in a place, for that leader.
 *
 * @param promises of both sides that are open, in all their relationships of the place and in those
 *     that went over to them
 */
record KeyListView(
    PlaceId placeId,
    PersonId personId,
    List<SlotKind> kinds,
    int enough,
    List<KeyRelationship> keys,
    List<EmptyKeySlot> empty,
    List<OwnRelationship> others,
    List<OpenPromise> promises,
    TalkTime time) {

  /**
   * @param counterparts whom it is with, as the team wrote them
   * @param reason why one more than five is kept; null where nothing was said, or it was erased
   * @param daysSince null when they have not spoken yet
   * @param nextContact null when no talk is planned, or they have spoken since it was
   */
  record KeyRelationship(
      SlotId slotId,
      SlotKind kind,
      OrganisationId organisationId,
      RelationshipId relationshipId,
      List<String> counterparts,
      int everyDays,
      @Nullable String reason,
      @Nullable LocalDate lastTwoWayContact,
      @Nullable Long daysSince,
      Rhythm.Band band,
      LocalDate due,
      boolean goingCold,
      @Nullable LocalDate nextContact) {

    static KeyRelationship of(
        OwnRelationship own,
        KeyList.Key key,
        List<String> counterparts,
        @Nullable String reason,
        LocalDate today) {
      @Nullable LocalDate last = own.lastTwoWayContact();
      Rhythm rhythm = Rhythm.of(last, key.markedOn(), key.everyDays(), today);
      KeyList.@Nullable Plan plan = key.next();
      return new KeyRelationship(
          own.slotId(),
          own.kind(),
          own.organisationId(),
          own.relationshipId(),
          counterparts,
          key.everyDays(),
          reason,
          last,
          rhythm.daysSince(),
          rhythm.band(),
          rhythm.due(),
          rhythm.cold(),
          plan == null || plan.isKeptBy(last) ? null : plan.on());
    }
  }

  /** A kind of organisation without a key relationship, and the place's slots of that kind. */
  record EmptyKeySlot(SlotKind kind, List<SlotTerms> slots) {}

  record OwnRelationship(
      SlotId slotId,
      SlotKind kind,
      OrganisationId organisationId,
      RelationshipId relationshipId,
      @Nullable LocalDate lastTwoWayContact) {}

  /**
   * What the leader's talks took in the last four weeks; meetings are not among them.
   *
   * @param withoutMinutes talks of which nobody said how long they took
   */
  record TalkTime(LocalDate from, int talks, int minutes, int withoutMinutes) {
    private static final int WEEKS = 4;

    static TalkTime of(Collection<Talk> talks, LocalDate today) {
      LocalDate from = today.minusWeeks(WEEKS).plusDays(1);
      List<Talk> counted = talks.stream().filter(talk -> !talk.on().isBefore(from)).toList();
      int minutes = 0;
      int without = 0;
      for (Talk talk : counted) {
        if (talk.minutes() == null) {
          without++;
        } else {
          minutes += talk.minutes();
        }
      }
      return new TalkTime(from, counted.size(), minutes, without);
    }
  }
}
