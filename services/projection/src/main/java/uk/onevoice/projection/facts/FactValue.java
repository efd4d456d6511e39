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

  record ListSize(long patients, int revision) implements FactValue {}

  record Place(String icsId, String name) implements FactValue {}

  record Mandate(
      String placeId, String topic, @Nullable String board, String holderId, String holderRole)
      implements FactValue {}

  record Consent(String answer) implements FactValue {}

  record Meeting(String placeId, String forum) implements FactValue {}

  record Item(
      @Nullable String title,
      @Nullable String topic,
      @Nullable String stance,
      @Nullable String outcome,
      @Nullable String influence,
      @Nullable String assessedBy,
      @Nullable String confirmedBy)
      implements FactValue {
    Item position(String put) {
      return new Item(title, topic, put, outcome, influence, assessedBy, confirmedBy);
    }

    Item decided(String result) {
      return new Item(title, topic, stance, result, influence, assessedBy, confirmedBy);
    }

    /** A new assessment has to be confirmed anew. */
    Item assessed(String code, @Nullable String by) {
      return new Item(title, topic, stance, outcome, code, by, null);
    }

    Item confirmed(String by) {
      return new Item(title, topic, stance, outcome, influence, assessedBy, by);
    }
  }

  record Attendance(String capacity) implements FactValue {}

  record Slot(String placeId, String kind, String organisationId) implements FactValue {}

  record Relationship(String slotId, String holderId, @Nullable String actingFor)
      implements FactValue {}

  record Contact(String slotId, String relationshipId, String kind, boolean twoWay)
      implements FactValue {}
}
