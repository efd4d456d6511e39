package uk.onevoice.projection.representation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that a figure is made of.
 *
 * @param key tells it from every other row of the list
 * @param id what it is: an item, a meeting, a mandate …, by {@code what}
 * @param within the meeting of an item, the slot of a promise, the series of a seat
 * @param placeId the place that it is of; null where it is of none
 * @param organisationId the practice that answers, the partner of a relationship, whose seat it is
 * @param organisationName what it is called on the day; null where that is not known
 * @param topicId of a mandate, of the ICS's list; null for own words, and for all else, as are the
 *     next two
 * @param topic of a mandate, in words that stay the same
 * @param day when it was: of the meeting, the answer, the talk, the last day of a promise
 * @param why what made it count as it does
 * @param minutes M12 alone: what it adds to the figure
 * @param recordedOn the day on which this was entered (Europe/London)
 * @param enteredFor the organisation for which it was; nobody is named
 * @param page the address of its page on the website; null where there is none
 * @param mayOpen whether this caller may open it: of one that is for others nothing else is told
 */
record Evidence(
    @JsonIgnore String key,
    What what,
    @Nullable String id,
    @Nullable String within,
    @Nullable String placeId,
    @Nullable String organisationId,
    @Nullable String organisationName,
    @Nullable String topicId,
    @Nullable String topic,
    @Nullable String board,
    @Nullable String label,
    @Nullable LocalDate day,
    List<Counts> counts,
    String why,
    @Nullable Integer minutes,
    @Nullable LocalDate recordedOn,
    @Nullable String enteredFor,
    @Nullable String enteredForName,
    @Nullable String page,
    boolean mayOpen) {
  private static final int LAST_DAY = 9_999_999;

  /** What a row is, and the page on which its reader finds it. */
  enum What {
    ITEM,
    MEETING,
    ATTENDANCE,
    ANSWER,
    SLOT,
    PROMISE,
    SEAT,
    PARTNER,
    JOINT_GROUP,
    TOPIC;

    @Nullable String page(
        @Nullable String id,
        @Nullable String within,
        @Nullable String place,
        @Nullable String organisation) {
      return switch (this) {
        case ITEM -> "/meetings/" + within + "/agenda/" + id;
        case MEETING, ATTENDANCE -> "/meetings/" + id;
        // Who has not answered was given nothing that could be opened, but it has a page itself.
        case ANSWER -> id == null ? "/organisations/" + organisation : "/mandates/" + id;
        case SLOT -> "/slots/" + id;
        case PROMISE -> "/slots/" + within;
        case SEAT -> "/series/" + within;
        case PARTNER -> "/organisations/" + organisation;
        case JOINT_GROUP -> "/joint-groups/" + id;
        case TOPIC -> "/positions/of/" + place;
      };
    }
  }

  /** Where it stands in the list: the newest first, those of no day last. */
  @JsonIgnore
  String position() {
    long before = day == null ? LAST_DAY : LAST_DAY / 2 - day.toEpochDay();
    return "%07d".formatted(before) + key;
  }

  boolean is(Counts one) {
    return counts.contains(one);
  }

  /** With what the organisations are called that it names by their codes. */
  Evidence named(Map<String, String> names) {
    return new Evidence(
        key,
        what,
        id,
        within,
        placeId,
        organisationId,
        organisationId == null ? null : names.get(organisationId),
        topicId,
        topic,
        board,
        label,
        day,
        counts,
        why,
        minutes,
        recordedOn,
        enteredFor,
        enteredFor == null ? null : names.get(enteredFor),
        page,
        mayOpen);
  }

  /** That there is such a row, and nothing of what it is: it is of a place that is not theirs. */
  Evidence ofOthers() {
    return new Evidence(
        key, what, null, null, null, null, null, null, null, null, null, null, counts, why, minutes,
        null, null, null, null, false);
  }
}
