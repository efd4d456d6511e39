package uk.onevoice.relationships.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.ListEntry;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.Relation;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.service.command.ListedTopics;

/**
 * One slot, as this caller may see it.
 *
 * @param held whether a relationship is live
 * @param lastTwoWayContact of the live ones, null when there has been none
 * @param relation whether the other side is a partner or a peer
 * @param relationships who holds it; null when that is not for this caller
 * @param keyFor whose key relationship it is; null when that is not for this caller
 * @param onTeam whether the caller is of the team, for which there is more
 */
record SlotView(
    @JsonUnwrapped SlotTerms terms,
    Relation relation,
    boolean held,
    @Nullable LocalDate lastTwoWayContact,
    @Nullable List<RelationshipView> relationships,
    @Nullable List<KeyView> keyFor,
    boolean onTeam) {

  /** Who holds it and keeps it on their key list, and since when. */
  record KeyView(PersonId personId, LocalDate since) {}

  record RelationshipView(
      RelationshipId relationshipId,
      PersonId holderId,
      OrganisationId actingFor,
      @Nullable LocalDate lastContact,
      @Nullable LocalDate lastTwoWayContact,
      @Nullable LocalDate closedOn,
      List<TopicView> topics) {
    static RelationshipView of(
        Relationship held, UnaryOperator<PersonId> standing, ListedTopics topics) {
      return new RelationshipView(
          held.relationshipId(),
          standing.apply(held.holderId()),
          held.actingFor(),
          held.lastContact().orElse(null),
          held.lastTwoWayContact().orElse(null),
          held.closedOn(),
          TopicView.of(held.topics(), topics));
    }
  }

  /**
   * What they talked about, and when last.
   *
   * @param topicId as the topic stands in the list today: several may have been merged into it
   */
  record TopicView(UUID topicId, String topicNow, LocalDate lastContact) {
    static List<TopicView> of(Map<UUID, LocalDate> talkedAbout, ListedTopics list) {
      Map<UUID, TopicView> topics = new LinkedHashMap<>();
      talkedAbout.forEach((id, on) -> {
        @Nullable ListEntry now = list.now(id);
        if (now != null) {
          topics.merge(
              now.id(),
              new TopicView(now.id(), now.label(), on),
              (one, two) -> one.lastContact().isBefore(two.lastContact()) ? two : one);
        }
      });
      return topics.values().stream()
          .sorted(Comparator.comparing(TopicView::lastContact).reversed())
          .toList();
    }
  }

  /**
   * With who holds it.
   *
   * @param standing who stands for a person whose record was merged away
   * @param keyFor whose key relationship it is
   * @param onTeam whether the caller is of its team
   */
  static SlotView whole(
      Defined slot,
      UnaryOperator<PersonId> standing,
      ListedTopics topics,
      List<KeyView> keyFor,
      boolean onTeam) {
    return of(
        slot,
        slot.relationships().values().stream()
            .map(held -> RelationshipView.of(held, standing, topics))
            .toList(),
        keyFor,
        onTeam);
  }

  /** The slot only: whether anybody is in touch, not who. */
  static SlotView forPractices(Defined slot) {
    return of(slot, null, null, false);
  }

  private static SlotView of(
      Defined slot,
      @Nullable List<RelationshipView> relationships,
      @Nullable List<KeyView> keyFor,
      boolean onTeam) {
    List<Relationship> live =
        slot.relationships().values().stream().filter(Relationship::isLive).toList();
    return new SlotView(
        SlotTerms.of(slot.terms()),
        slot.terms().kind().relation(),
        !live.isEmpty(),
        live.stream()
            .flatMap(held -> held.lastTwoWayContact().stream())
            .max(Comparator.naturalOrder())
            .orElse(null),
        relationships,
        keyFor,
        onTeam);
  }
}
