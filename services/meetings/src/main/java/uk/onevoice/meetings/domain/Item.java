package uk.onevoice.meetings.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One point of the agenda.
 *
 * @param topicId the topic of the ICS's list, null where it names none of it
 * @param concerns the organisations that it is about
 * @param reach how far general practice got, null where nobody has said
 * @param position what general practice said, null when it said nothing
 * @param mark that presence was no consent, null where nobody marked it
 * @param agreement that somebody agreed for general practice, null where nobody did
 * @param sameWithoutUs null where nobody has answered
 * @param helpedBy the organisations that helped what general practice asked for
 */
public record Item(
    ItemId itemId,
    TitleRef titleRef,
    Topic topic,
    @Nullable UUID topicId,
    List<OrganisationId> concerns,
    @Nullable Reach reach,
    @Nullable Stance position,
    @Nullable PresenceMark mark,
    @Nullable Agreement agreement,
    Result result,
    @Nullable SameWithoutUs sameWithoutUs,
    List<OrganisationId> helpedBy) {
  public Item {
    concerns = List.copyOf(concerns);
    helpedBy = List.copyOf(helpedBy);
  }

  /** What came of it. */
  public sealed interface Result {}

  public record Undecided() implements Result {}

  public record Decided(Outcome outcome, Assessment assessment) implements Result {}

  /** How far it came from us. Not assessed is a class of its own, never "no influence". */
  public sealed interface Assessment {}

  public record NotAssessed() implements Assessment {}

  /** An assessment that somebody made, whatever became of it. */
  public sealed interface Made extends Assessment {
    Influence influence();

    PersonId assessedBy();

    /** What shows it, in the vault; null where nobody gave any. */
    @Nullable UUID evidenceRef();

    Made withEvidence(UUID ref);
  }

  public record Assessed(Influence influence, PersonId assessedBy, @Nullable UUID evidenceRef)
      implements Made {
    @Override
    public Made withEvidence(UUID ref) {
      return new Assessed(influence, assessedBy, ref);
    }
  }

  public record Confirmed(
      Influence influence, PersonId assessedBy, @Nullable UUID evidenceRef, PersonId confirmedBy)
      implements Made {
    @Override
    public Made withEvidence(UUID ref) {
      return new Confirmed(influence, assessedBy, ref, confirmedBy);
    }
  }

  /** Does not count until it is settled. */
  public record Disputed(Made disputed, PersonId disputedBy, UUID reasonRef)
      implements Assessment {}

  /** As it is put on the agenda. */
  public static Item added(
      ItemId itemId,
      TitleRef titleRef,
      Topic topic,
      @Nullable UUID topicId,
      List<OrganisationId> concerns) {
    return new Item(
        itemId,
        titleRef,
        topic,
        topicId,
        concerns,
        null,
        null,
        null,
        null,
        new Undecided(),
        null,
        List.of());
  }

  Item helped(List<OrganisationId> now) {
    return new Item(
        itemId,
        titleRef,
        topic,
        topicId,
        concerns,
        reach,
        position,
        mark,
        agreement,
        result,
        sameWithoutUs,
        now);
  }

  Item with(Reach now) {
    return new Item(
        itemId,
        titleRef,
        topic,
        topicId,
        concerns,
        now,
        position,
        mark,
        agreement,
        result,
        sameWithoutUs,
        helpedBy);
  }

  Item with(Stance now) {
    return new Item(
        itemId,
        titleRef,
        topic,
        topicId,
        concerns,
        reach,
        now,
        mark,
        agreement,
        result,
        sameWithoutUs,
        helpedBy);
  }

  Item marked(@Nullable PresenceMark now) {
    return new Item(
        itemId,
        titleRef,
        topic,
        topicId,
        concerns,
        reach,
        position,
        now,
        agreement,
        result,
        sameWithoutUs,
        helpedBy);
  }

  Item agreed(@Nullable Agreement now) {
    return new Item(
        itemId,
        titleRef,
        topic,
        topicId,
        concerns,
        reach,
        position,
        mark,
        now,
        result,
        sameWithoutUs,
        helpedBy);
  }

  Item with(Result now) {
    return new Item(
        itemId,
        titleRef,
        topic,
        topicId,
        concerns,
        reach,
        position,
        mark,
        agreement,
        now,
        sameWithoutUs,
        helpedBy);
  }

  Item with(SameWithoutUs now) {
    return new Item(
        itemId, titleRef, topic, topicId, concerns, reach, position, mark, agreement, result, now,
        helpedBy);
  }
}
