package uk.onevoice.meetings.domain.briefing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.mandate.KnownMandate;
import uk.onevoice.meetings.domain.mandate.KnownMandate.Version;

/**
 * What mandates allow on an item: as much as can be said without the words of their limits, which
 * the mandates service alone keeps.
 *
 * @param covering the mandates that cover topic, table and day, whatever their limits say
 */
public record Verdict(Kind kind, Why why, List<Covering> covering) {
  public Verdict {
    covering = List.copyOf(covering);
  }

  public enum Kind {
    /** A mandate covers it and all of its limits are things that may be agreed. */
    INSIDE,
    /** One covers it, and what its limits say has to be read first. */
    MUST_COME_BACK,
    /** None covers it: what is agreed binds nobody until practices ratify it. */
    OUTSIDE
  }

  public enum Why {
    COVERED,
    /** It lists what has to come back first, or must not be agreed. */
    HAS_LIMITS,
    /** It does not say what may be agreed: its holder may speak and not agree. */
    NO_LIMITS_STATED,
    /** The item names no topic of the ICS's list, and mandates name nothing else. */
    NO_LISTED_TOPIC,
    NO_MANDATE,
    OTHER_TABLE,
    NOT_IN_FORCE
  }

  public record Covering(UUID mandateId, Version version) {}

  /**
   * Of several mandates that cover it, the widest decides: each is shown, and whoever goes is bound
   * by their own.
   *
   * @param ofPlace the mandates of the place, with topics and tables as they are named now
   * @param topicId of the item; null where it names none of the list
   * @param forumId the table; null where it is none of the list
   * @param day of the meeting
   */
  public static Verdict of(
      Collection<KnownMandate> ofPlace,
      @Nullable UUID topicId,
      @Nullable UUID forumId,
      LocalDate day) {
    if (topicId == null) {
      return new Verdict(Kind.OUTSIDE, Why.NO_LISTED_TOPIC, List.of());
    }
    List<Covering> ofTopic =
        ofPlace.stream()
            .flatMap(mandate ->
                mandate.on(day).stream()
                    .filter(version -> version.topics().contains(topicId))
                    .map(version -> new Covering(mandate.mandateId(), version)))
            .toList();
    List<Covering> covering =
        ofTopic.stream().filter(one -> holdsAt(one.version(), forumId)).toList();
    if (!covering.isEmpty()) {
      return within(covering);
    }
    if (!ofTopic.isEmpty()) {
      return new Verdict(Kind.OUTSIDE, Why.OTHER_TABLE, List.of());
    }
    boolean once =
        ofPlace.stream()
            .flatMap(mandate -> mandate.versions().stream())
            .anyMatch(version -> version.topics().contains(topicId));
    return new Verdict(Kind.OUTSIDE, once ? Why.NOT_IN_FORCE : Why.NO_MANDATE, List.of());
  }

  private static boolean holdsAt(Version version, @Nullable UUID forumId) {
    return version.everywhere() || (forumId != null && version.tables().contains(forumId));
  }

  private static Verdict within(List<Covering> covering) {
    if (covering.stream().anyMatch(one -> mayAgree(one) && !restricts(one))) {
      return new Verdict(Kind.INSIDE, Why.COVERED, covering);
    }
    return new Verdict(
        Kind.MUST_COME_BACK,
        covering.stream().anyMatch(Verdict::restricts) ? Why.HAS_LIMITS : Why.NO_LIMITS_STATED,
        covering);
  }

  private static boolean mayAgree(Covering one) {
    return one.version().limits().contains("MAY_AGREE");
  }

  private static boolean restricts(Covering one) {
    return one.version().limits().contains("MUST_REFER")
        || one.version().limits().contains("MUST_NOT");
  }
}
