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

  /**
   * A table at which something is decided.
   *
   * @param since the day from which it is called so
   * @param ownerId who convenes it; null where that is not known
   * @param placeIds none for the whole ICS
   */
  record Forum(
      LocalDate since,
      String icsId,
      String label,
      String level,
      @Nullable String ownerId,
      List<String> placeIds)
      implements FactValue {
    Forum named(String other, LocalDate from) {
      return new Forum(from, icsId, other, level, ownerId, placeIds);
    }

    Forum sitting(String otherLevel, @Nullable String otherOwner, List<String> otherPlaces) {
      return new Forum(since, icsId, label, otherLevel, otherOwner, otherPlaces);
    }
  }

  /**
   * The forum that is its key is used no more.
   *
   * @param intoId whoever names it means this one; null where none took its place
   */
  record ForumEnd(@Nullable String intoId) implements FactValue {}

  record RoleHolding(String personId, String organisationId) implements FactValue {}

  record PersonMerger(String intoId) implements FactValue {}

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
   * @param reportBackDays within which practices hear of a meeting; null where nothing is said
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
      String state,
      @Nullable String reportBackDays)
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
          other,
          reportBackDays);
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

  /**
   * From its day on.
   *
   * @param forumId that of the ICS's list; null where the meeting names none of it
   * @param starts the hour, as 14:00; null where only the day is known
   * @param closed whether its record is complete
   */
  record Meeting(
      String placeId,
      String forum,
      @Nullable String forumId,
      @Nullable String seriesId,
      @Nullable String starts,
      @Nullable String ends,
      boolean cancelled,
      boolean closed)
      implements FactValue {
    Meeting at(@Nullable String start, @Nullable String end) {
      return new Meeting(placeId, forum, forumId, seriesId, start, end, cancelled, closed);
    }

    Meeting calledOff() {
      return new Meeting(placeId, forum, forumId, seriesId, starts, ends, true, closed);
    }

    Meeting recorded() {
      return new Meeting(placeId, forum, forumId, seriesId, starts, ends, cancelled, true);
    }
  }

  /**
   * @param disputed whether somebody else says that the assessment is wrong, and it is not settled
   * @param reach how far general practice got, short of a position; null where nobody said
   * @param stance the position that general practice put; null where it put none
   */
  record Item(
      @Nullable String outcome,
      @Nullable String influence,
      boolean confirmed,
      boolean disputed,
      @Nullable String reach,
      @Nullable String stance)
      implements FactValue {
    Item decided(String result) {
      return new Item(result, influence, confirmed, disputed, reach, stance);
    }

    /** A new assessment has to be confirmed anew. */
    Item assessed(@Nullable String code) {
      return new Item(outcome, code, false, false, reach, stance);
    }

    Item confirmedBySomebodyElse() {
      return new Item(outcome, influence, true, disputed, reach, stance);
    }

    Item disputed(boolean now) {
      return new Item(outcome, influence, confirmed, now, reach, stance);
    }

    Item reached(String step) {
      return new Item(outcome, influence, confirmed, disputed, step, stance);
    }

    Item put(String position) {
      return new Item(outcome, influence, confirmed, disputed, reach, position);
    }
  }

  /**
   * @param kind PRESENT, VIRTUAL, SUBSTITUTE or IN_ATTENDANCE
   * @param mandateId under which they spoke
   */
  record Attendance(String capacity, String kind, @Nullable String mandateId)
      implements FactValue {}

  /** All that was talked about before the meeting that is its key is recorded. */
  record Preparation() implements FactValue {}

  /** A partner organisation was there. */
  record PartnerAttendance() implements FactValue {}

  /**
   * What was said with a partner about an item outside the meeting.
   *
   * @param recordedAt the moment; it counts only if the meeting had not begun
   */
  record PreAlignment(
      String meetingId,
      String itemId,
      String organisationId,
      LocalDate spokenOn,
      String recordedAt,
      boolean agreed)
      implements FactValue {}

  /**
   * What a mandate's practices were told about a meeting, from the day they first were.
   *
   * @param practices those who can read the latest version
   */
  record Feedback(String placeId, LocalDate due, List<String> practices) implements FactValue {}

  /** A practice has read it. */
  record FeedbackRead() implements FactValue {}

  /**
   * @param open whether somebody still has to do it
   */
  record Action(String placeId, String meetingId, String ownerId, LocalDate due, boolean open)
      implements FactValue {
    Action due(LocalDate other) {
      return new Action(placeId, meetingId, ownerId, other, open);
    }

    Action open(boolean now) {
      return new Action(placeId, meetingId, ownerId, due, now);
    }
  }

  record Series(String placeId, String forum, @Nullable String forumId) implements FactValue {}

  record Seat(String seriesId, String label, @Nullable String bodyId) implements FactValue {}

  /**
   * @param part NOMINEE or SUBSTITUTE
   * @param annulled whether it never was
   */
  record Nomination(String seatId, String personId, String part, boolean annulled)
      implements FactValue {
    Nomination thatNeverWas() {
      return new Nomination(seatId, personId, part, true);
    }
  }

  /**
   * @param sessions what the role is given of a week, in sessions of 4 hours 10 minutes
   */
  record Sessions(String personId, String sessions) implements FactValue {}

  record Slot(String placeId, String kind, String organisationId) implements FactValue {}

  record Relationship(String slotId, String holderId, @Nullable String actingFor)
      implements FactValue {}

  record Contact(String slotId, String relationshipId, String kind, boolean twoWay)
      implements FactValue {}

  /**
   * @param strength STRONG, SOME, NONE or UNKNOWN, as it was known on the day
   */
  record SlotClass(String strength) implements FactValue {}

  /**
   * What one side promised the other.
   *
   * @param side OURS or THEIRS
   * @param state OPEN, KEPT, BROKEN, or WITHDRAWN where it never was one
   */
  record Commitment(String slotId, String side, LocalDate due, String state) implements FactValue {
    Commitment due(LocalDate other) {
      return new Commitment(slotId, side, other, state);
    }

    Commitment in(String other) {
      return new Commitment(slotId, side, due, other);
    }
  }

  record JointGroup(String placeId, String organisationId) implements FactValue {}

  /**
   * What the half of general practice cites; it is in a stream of its own, so a fact of its own.
   *
   * @param leadershipGroupId for which it sits; null where it names none
   */
  record JointMandate(String mandateId, @Nullable String leadershipGroupId) implements FactValue {}

  /**
   * @param side GP or PARTNER
   * @param nature CLINICAL or MANAGERIAL
   */
  record JointSeat(String personId, String side, String nature) implements FactValue {}

  /**
   * @param fixBy the day by which it is to be put right
   */
  record JointIssue(LocalDate fixBy, boolean open) implements FactValue {
    JointIssue fixBy(LocalDate other) {
      return new JointIssue(other, open);
    }

    JointIssue open(boolean now) {
      return new JointIssue(fixBy, now);
    }
  }
}
