package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Slots.KeyFor;
import uk.onevoice.web.api.Slots.Relationship;
import uk.onevoice.web.api.Slots.Slot;
import uk.onevoice.web.ui.Words;

/** A key-relationship slot in the words of its page. */
public record SlotView(
    String slotId,
    String organisation,
    String kind,
    String place,
    String sentence,
    boolean flag,
    boolean held,
    List<RelationshipView> relationships,
    String holderWords,
    String keyFor) {
  /** After so many days without a talk of both sides a slot no longer counts as covered. */
  private static final int COVERED_DAYS = 90;

  private static final int DUE_DAYS = 60;

  /** One person's side of a slot; the name where the reader may read it. */
  public record RelationshipView(
      String who, String actingFor, String lastTwoWay, String talkedAbout, String until) {}

  static SlotView of(
      Slot slot,
      String place,
      String readerId,
      UnaryOperator<String> names,
      Function<String, Optional<String>> people,
      LocalDate today) {
    return new SlotView(
        slot.slotId(),
        names.apply(slot.organisationId()),
        Vocabulary.words(Vocabulary.SLOT_KINDS, slot.kind()),
        place,
        sentence(slot.held(), slot.lastTwoWayContact(), today),
        !slot.held() || isDue(slot.lastTwoWayContact(), today),
        slot.held(),
        relationships(slot, readerId, names, people),
        slot.held()
            ? "Somebody keeps in touch; who it is, is for GP leaders."
            : "Nobody of general practice keeps in touch with this organisation yet.",
        keyFor(
            slot,
            person ->
                person.equals(readerId) ? "You" : people.apply(person).orElse("A colleague")));
  }

  /** On whose key list it is; empty where it is on nobody's, or that is not for the reader. */
  static String keyFor(Slot slot, UnaryOperator<String> called) {
    List<KeyFor> all = slot.keyFor() == null ? List.of() : slot.keyFor();
    return all.stream()
        .map(each -> {
          String who = called.apply(each.personId());
          return who
              + (who.equals("You") ? " keep" : " keeps")
              + " it as a key relationship since "
              + Words.day(each.since())
              + ".";
        })
        .collect(Collectors.joining(" "));
  }

  static boolean isDue(@Nullable LocalDate last, LocalDate today) {
    return last == null || ChronoUnit.DAYS.between(last, today) > DUE_DAYS;
  }

  static String sentence(boolean held, @Nullable LocalDate last, LocalDate today) {
    if (!held) {
      return "Empty slot: nobody of general practice keeps in touch.";
    }
    if (last == null) {
      return "Somebody keeps in touch, but no talk of both sides is recorded yet.";
    }
    long days = ChronoUnit.DAYS.between(last, today);
    String when = days == 0 ? "today" : days == 1 ? "yesterday" : Words.number(days) + " days ago";
    String spoke = "Both sides last spoke on " + Words.day(last) + ", " + when + ".";
    return days > COVERED_DAYS
        ? spoke + " After " + COVERED_DAYS + " days the slot no longer counts as covered."
        : spoke;
  }

  private static List<RelationshipView> relationships(
      Slot slot,
      String readerId,
      UnaryOperator<String> names,
      Function<String, Optional<String>> people) {
    List<Relationship> all = slot.relationships() == null ? List.of() : slot.relationships();
    List<RelationshipView> views = new ArrayList<>();
    for (Relationship relationship : all) {
      views.add(
          new RelationshipView(
              relationship.holderId().equals(readerId)
                  ? "You"
                  : people.apply(relationship.holderId()).orElse("A colleague"),
              names.apply(relationship.actingFor()),
              relationship.lastTwoWayContact() == null
                  ? "None yet"
                  : Words.day(relationship.lastTwoWayContact()),
              relationship.topics().isEmpty()
                  ? "Not said"
                  : relationship.topics().stream()
                      .map(topic -> topic.topicNow() + ", " + Words.day(topic.lastContact()))
                      .collect(Collectors.joining("; ")),
              relationship.closedOn() == null ? "Goes on" : Words.day(relationship.closedOn())));
    }
    return views;
  }
}
