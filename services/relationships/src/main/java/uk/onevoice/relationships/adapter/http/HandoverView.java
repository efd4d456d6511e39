package uk.onevoice.relationships.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.adapter.http.OpenItems.OpenAsk;
import uk.onevoice.relationships.adapter.http.OpenItems.OpenPromise;
import uk.onevoice.relationships.adapter.http.OpenItems.Wish;
import uk.onevoice.relationships.domain.ContactKind;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.SlotKind;
import uk.onevoice.relationships.domain.handover.Handover;
import uk.onevoice.relationships.domain.handover.HandoverEvent.Cause;
import uk.onevoice.relationships.domain.handover.HandoverEvent.HandoverOpened;
import uk.onevoice.relationships.domain.handover.HandoverId;

/**
 * A handover, as this caller may see it.
 *
 * @param brief null when it is not for this caller
 */
record HandoverView(@JsonUnwrapped Outline outline, @Nullable Brief brief) {
  enum State {
    WAITING,
    COMPLETED,
    CANCELLED
  }

  /**
   * What every leader of the place sees of it.
   *
   * @param successorId who is asked, or went on
   * @param newToTeam whether it let them read what the team keeps; null until it is completed
   */
  record Outline(
      HandoverId handoverId,
      PlaceId placeId,
      SlotId slotId,
      RelationshipId relationshipId,
      SlotKind kind,
      OrganisationId organisationId,
      PersonId holderId,
      OrganisationId actingFor,
      Cause cause,
      LocalDate openedOn,
      State state,
      @Nullable PersonId successorId,
      @Nullable OrganisationId successorActingFor,
      @Nullable LocalDate completedOn,
      @Nullable Boolean newToTeam) {

    /**
     * @param standing who stands for a person whose record was merged away
     */
    static Outline of(
        HandoverOpened opening, Handover handover, Defined slot, UnaryOperator<PersonId> standing) {
      @Nullable PersonId successor = null;
      @Nullable OrganisationId body = null;
      @Nullable LocalDate completedOn = null;
      @Nullable Boolean newToTeam = null;
      State state = State.CANCELLED;
      if (handover instanceof Handover.Waiting waiting && isLive(slot, opening)) {
        state = State.WAITING;
        if (waiting.offer() != null) {
          successor = waiting.offer().successorId();
          body = waiting.offer().actingFor();
        }
      } else if (handover instanceof Handover.Completed(_, var completion, _)) {
        state = State.COMPLETED;
        successor = completion.successorId();
        body = completion.actingFor();
        completedOn = completion.on();
        newToTeam = completion.newToTeam();
      }
      return new Outline(
          opening.handoverId(),
          opening.placeId(),
          opening.slotId(),
          opening.relationshipId(),
          slot.terms().kind(),
          slot.terms().organisationId(),
          standing.apply(opening.holderId()),
          opening.actingFor(),
          opening.cause(),
          opening.on(),
          state,
          successor == null ? null : standing.apply(successor),
          body,
          completedOn,
          newToTeam);
    }

    private static boolean isLive(Defined slot, HandoverOpened opening) {
      @Nullable Relationship held = slot.relationships().get(opening.relationshipId());
      return held != null && held.isLive();
    }
  }

  /**
   * What the successor has to know, made of facts.
   *
   * @param counterparts whom the relationship is with, as the team wrote them
   * @param talks the last ones, the latest first
   * @param promises of both sides that are open: they stay in the ledger they were made in
   * @param nextContact for which the holder planned a talk
   */
  record Brief(
      List<String> counterparts,
      List<TalkInBrief> talks,
      List<Wish> priorities,
      List<OpenPromise> promises,
      List<OpenAsk> asks,
      @Nullable LocalDate nextContact,
      boolean keptKey,
      boolean focalPoint,
      List<OpinionInBrief> opinions) {}

  /**
   * @param words null where nothing was written down, or it is not kept any more
   */
  record TalkInBrief(
      LocalDate on,
      ContactKind kind,
      boolean twoWay,
      @Nullable String topicNow,
      @Nullable String words) {}

  record OpinionInBrief(UUID assessmentRef, PersonId authorId, boolean goesAlong) {}
}
