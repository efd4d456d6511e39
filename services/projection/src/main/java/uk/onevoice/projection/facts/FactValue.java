package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fact says of its key, one record per fact table: the components are the table's columns
 * beside the key, in snake case.
 */
sealed interface FactValue {
  /**
   * @param since the day of the record that said so
   */
  record Organisation(
      LocalDate since,
      @Nullable String odsCode,
      String name,
      List<String> kinds,
      @Nullable String postcode,
      String status,
      @Nullable String sector)
      implements FactValue {
    Organisation renamed(String newName, LocalDate from) {
      return new Organisation(from, odsCode, newName, kinds, postcode, status, sector);
    }
  }

  record Open() implements FactValue {}

  record Listing(boolean listed) implements FactValue {}

  record Affiliation(String memberId, String parentId, String kind) implements FactValue {}

  record ListSize(long patients) implements FactValue {}

  /**
   * @param partOf the place of which it is a neighbourhood
   */
  record Place(String icsId, String name, @Nullable String partOf) implements FactValue {
    Place named(String other) {
      return new Place(icsId, other, partOf);
    }

    Place in(String ics) {
      return new Place(ics, name, partOf);
    }
  }

  /** Who followed on the day that is its key. */
  record Succession(List<String> successors) implements FactValue {}

  /**
   * @param placeIds none for the whole ICS
   */
  record LeadershipGroup(String icsId, List<String> placeIds) implements FactValue {}

  /**
   * @param since the day from which it is called so
   */
  record Topic(LocalDate since, String label) implements FactValue {}

  /** Whoever names the topic that is its key means this one. */
  record TopicMerger(String intoId) implements FactValue {}

  /**
   * One version of a mandate.
   *
   * @param topic the first of its topics, in the words of the day
   * @param topicId that of the ICS's list
   * @param board the first of its tables; null where it holds at every one
   * @param opened from when practices could answer; its first day may come later
   * @param topics all of them, in these words
   * @param topicIds those of the ICS's list, in the same order; empty where the topic is none of it
   * @param boards all of its tables; none where it holds at every one
   * @param state ASKED, LIVE, SUSPENDED or ENDED; at risk is live
   */
  record Mandate(
      String placeId,
      String topic,
      @Nullable String topicId,
      @Nullable String board,
      String holderId,
      String holderRole,
      LocalDate opened,
      List<String> topics,
      List<String> topicIds,
      List<String> boards,
      String state)
      implements FactValue {
    Mandate in(String other) {
      return new Mandate(
          placeId,
          topic,
          topicId,
          board,
          holderId,
          holderRole,
          opened,
          topics,
          topicIds,
          boards,
          other);
    }
  }

  record Consent(String answer) implements FactValue {}

  /** At which level a practice takes part. */
  record Ambition(String practiceId, String federationId, int level) implements FactValue {}

  /**
   * @param outcome whether the practice acted: ACTED, NOT_ACTED or NOT_SAID
   */
  record Ask(String practiceId, LocalDate due, String outcome) implements FactValue {}

  /**
   * What a body says in public.
   *
   * @param stances each as {@code option|stance|since}
   */
  record Position(String placeId, String bodyId, String topicId, List<String> stances)
      implements FactValue {}

  record Meeting(String placeId, String forum) implements FactValue {}

  record Item(@Nullable String outcome, @Nullable String influence, boolean confirmed)
      implements FactValue {
    Item decided(String result) {
      return new Item(result, influence, confirmed);
    }

    /** A new assessment has to be confirmed anew. */
    Item assessed(String code) {
      return new Item(outcome, code, false);
    }

    Item confirmedBySomebodyElse() {
      return new Item(outcome, influence, true);
    }

    /** Does not count until it is settled: a claim as one nobody confirmed, all else as unknown. */
    Item disputed() {
      boolean claim = "CHANGED".equals(influence) || "PARTLY".equals(influence);
      return new Item(outcome, claim ? influence : null, false);
    }

    /**
     * @param code the assessment that stands; null where it is gone
     */
    Item settled(@Nullable String code, boolean wasConfirmed) {
      return new Item(outcome, code, wasConfirmed);
    }
  }

  record Attendance(String capacity) implements FactValue {}

  record Slot(String placeId, String kind, String organisationId) implements FactValue {}

  record Relationship(String slotId, String holderId, @Nullable String actingFor)
      implements FactValue {}

  record Contact(String slotId, String relationshipId, String kind, boolean twoWay)
      implements FactValue {}
}
