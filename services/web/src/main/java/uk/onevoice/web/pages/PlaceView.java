package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Mandates;
import uk.onevoice.web.api.Meetings;
import uk.onevoice.web.api.Representation;
import uk.onevoice.web.api.Representation.EmptySlot;
import uk.onevoice.web.api.Representation.Measure;
import uk.onevoice.web.api.Representation.Topic;
import uk.onevoice.web.api.Slots;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** How general practice of a place is represented, in the words of the place's page. */
public record PlaceView(
    String placeId,
    String heading,
    String sentence,
    boolean flag,
    String fresh,
    List<BigNumber> numbers,
    List<TopicView> topics,
    String withoutTopic,
    List<Link> coming,
    String influenceSentence,
    String influenceEvidence,
    List<InfluenceRow> influence,
    @Nullable String meetingSentence,
    List<Link> meetings,
    boolean moreMeetings,
    List<MeetingMeasures.Passage> carried,
    String slotSentence,
    List<SlotCard> slots,
    List<MeetingMeasures.Passage> kept,
    List<Grid> keptTables) {

  /** One of the numbers on top. */
  public record BigNumber(String number, String words) {}

  /**
   * The four answers on a topic, and the mandates they come from.
   *
   * @param evidence what to ask for to read them one by one
   */
  public record TopicView(
      String title,
      String sentence,
      String caption,
      List<CoverageRow> rows,
      String practices,
      String patients,
      boolean patientsKnown,
      String unknown,
      List<Link> mandates,
      String evidence) {}

  /** How many items came out in one way. */
  public record InfluenceRow(String words, String count) {}

  /** A key-relationship slot; an empty one takes as much room as a filled one. */
  public record SlotCard(
      @Nullable String href, String kind, String organisation, String words, String state) {}

  /**
   * Everything the page is made of.
   *
   * @param meetings null for a reader who may not know that there are any
   * @param names of organisations
   * @param people names of people whom a measure names to the reader
   * @param past whether another day than today was asked for
   */
  record Sources(
      Place place,
      Representation representation,
      List<Mandates.Terms> mandates,
      @Nullable NewestMeetings meetings,
      List<Slots.Terms> slots,
      boolean past,
      UnaryOperator<String> names,
      UnaryOperator<String> people) {}

  /** The newest meetings up to the day of the page. */
  record NewestMeetings(List<Meetings.Terms> items, boolean more) {}

  private static final Map<String, String> INFLUENCE_WORDS = influenceWords();

  static PlaceView of(Sources sources) {
    Representation representation = sources.representation();
    Measure m1 = measure(representation, "M1");
    Measure m2 = measure(representation, "M2");
    Measure m7 = measure(representation, "M7");
    List<Topic> topics = m1.topics() == null ? List.of() : m1.topics();
    int practices = sources.place().practices();
    Optional<Topic> best = topics.stream().max(Comparator.comparingInt(Topic::numerator));
    List<Mandates.Terms> coming = coming(sources);
    return new PlaceView(
        representation.placeId(),
        "Who speaks for general practice in " + representation.name(),
        // Outsiders may not be told of this week, and so not that nobody has asked either.
        representation.weekly() && best.isEmpty()
            ? nothingByMonday(representation.name(), practices)
            : sentence(representation.name(), practices, best, coming, m7),
        best.map(Topic::numerator).orElse(0) == 0,
        StructureSentences.fresh(
                representation.asOf(), m1.listSizeMonth(), m1.denominator(), m1.unknown())
            + (representation.weekly()
                ? " Your role sees the week as it began: what is recorded now shows from Monday."
                : ""),
        numbers(practices, best, representation.weekly(), m2, m7),
        topics.stream().map(topic -> topic(topic, sources)).toList(),
        representation.weekly()
            ? "When this week began, no mandate was recorded for this day."
            : "Nobody has asked the practices of this place for a mandate on this day.",
        coming.stream().map(mandate -> comingLink(mandate, sources.names())).toList(),
        influenceSentence(m7),
        influenceEvidence(m7),
        influenceRows(m7),
        meetingSentence(sources),
        sources.meetings() == null ? List.of() : meetings(sources.meetings().items()),
        sources.meetings() != null && sources.meetings().more(),
        MeetingMeasures.passages(representation.measures(), sources.names()),
        slotSentence(m2) + pastSlots(sources, m2),
        slots(sources, m2),
        RelationshipMeasures.passages(representation.measures(), sources.names(), sources.people()),
        RelationshipMeasures.tables(representation.measures()));
  }

  private static Measure measure(Representation representation, String number) {
    Measure measure = representation.measures().get(number);
    return measure == null
        ? new Measure(
            number, false, false, null, null, null, null, null, null, null, null, null, null, null,
            null)
        : measure;
  }

  private static String nothingByMonday(String place, int practices) {
    return practices == 0
        ? "No practice is in " + place + " on this day."
        : "When this week began, no mandate of "
            + place
            + "’s "
            + Words.count(practices, "practice", "practices")
            + " was recorded for this day.";
  }

  /** The answer to the page's question. */
  static String sentence(
      String place, int practices, Optional<Topic> best, List<Mandates.Terms> coming, Measure m7) {
    if (practices == 0) {
      return "No practice is in " + place + " on this day.";
    }
    String all = Words.count(practices, "practice", "practices");
    if (best.isEmpty() && !coming.isEmpty()) {
      Mandates.Terms next = coming.getFirst();
      return "Nobody can speak for "
          + place
          + "’s "
          + all
          + " yet. They have been asked on "
          + uk.onevoice.web.ui.Topic.words(next.topic(), next.topicNow())
          + ", from "
          + Words.day(next.start())
          + ".";
    }
    if (best.isEmpty()) {
      return "Nobody can speak for "
          + place
          + "’s "
          + all
          + " yet. Nobody has asked them for a mandate.";
    }
    String topic = words(best.get());
    if (best.get().numerator() == 0) {
      return "Nobody can speak for "
          + place
          + "’s "
          + all
          + " yet. They have been asked on "
          + topic
          + ".";
    }
    String speaks =
        Words.sentence(Words.number(best.get().numerator()))
            + " of "
            + all
            + " in "
            + place
            + " let one body speak for them on "
            + topic
            + ".";
    return speaks + " " + changed(m7);
  }

  private static String changed(Measure m7) {
    if (m7.withheld() || m7.numerator() == null) {
      return "";
    }
    int changed = m7.numerator();
    return changed == 0
        ? "No changed outcome is confirmed for the last year."
        : "In the last year general practice changed "
            + Words.count(changed, "outcome", "outcomes")
            + ", in whole or in part.";
  }

  private static List<BigNumber> numbers(
      int practices, Optional<Topic> best, boolean weekly, Measure m2, Measure m7) {
    List<BigNumber> numbers = new ArrayList<>();
    if (best.isPresent() || !weekly) {
      numbers.add(
          new BigNumber(
              Words.number(best.map(Topic::numerator).orElse(0)),
              "of "
                  + Words.count(practices, "practice", "practices")
                  + " share one voice"
                  + best.map(topic -> " on " + words(topic)).orElse("")));
    }
    if (!m7.withheld() && m7.numerator() != null && orZero(m7.denominator()) > 0) {
      numbers.add(
          new BigNumber(
              Words.number(m7.numerator()),
              "items where we changed an outcome, out of "
                  + Words.number(orZero(m7.denominator()))
                  + " assessed"));
    }
    if (!m2.withheld() && m2.numerator() != null && orZero(m2.denominator()) > 0) {
      int slots = orZero(m2.denominator());
      numbers.add(
          new BigNumber(
              Words.number(m2.numerator()),
              "of "
                  + Words.count(slots, "key relationship", "key relationships")
                  + " with a talk in 90 days"));
      numbers.add(new BigNumber(Words.number(slots - m2.numerator()), "without one"));
    }
    return numbers;
  }

  private static TopicView topic(Topic topic, Sources sources) {
    Coverage coverage = Coverage.of(topic);
    String words = words(topic);
    return new TopicView(
        Words.sentence(words) + (topic.board() == null ? "" : ", " + topic.board()),
        coverage.sentence()
            + (topic.contested() ? " Two bodies hold a mandate: it is contested who speaks." : ""),
        "Answers of the "
            + Words.count(topic.denominator(), "practice", "practices")
            + " on "
            + words,
        coverage.rows(),
        Words.number(topic.denominator()),
        coverage.patients() == null ? "not known" : Words.number(coverage.patients()),
        coverage.patientsKnown(),
        topic.unknown() == 0
            ? ""
            : Words.sentence(Words.count(topic.unknown(), "practice has", "practices have"))
                + " no list size and count in neither half of the patients.",
        sources.mandates().stream()
            .filter(mandate -> topic.mandateIds().contains(mandate.mandateId()))
            .map(mandate ->
                new Link(
                    "Mandate of "
                        + sources.names().apply(mandate.holderId())
                        + ", until "
                        + Words.day(mandate.end().minusDays(1)),
                    "/mandates/" + mandate.mandateId()))
            .toList(),
        EvidenceView.of(topic));
  }

  private static String words(Topic topic) {
    return uk.onevoice.web.ui.Topic.words(topic.topic(), topic.topicLabel());
  }

  /**
   * Mandates that practices are asked for, the next one first: no measure has them, and practices
   * may answer already. Which ones lay ahead on an earlier day cannot be told.
   */
  private static List<Mandates.Terms> coming(Sources sources) {
    return sources.past()
        ? List.of()
        : sources.mandates().stream()
            .filter(mandate -> mandate.comesAfter(sources.representation().asOf()))
            .sorted(Comparator.comparing(Mandates.Terms::start))
            .toList();
  }

  private static Link comingLink(Mandates.Terms mandate, UnaryOperator<String> names) {
    return new Link(
        "Mandate of "
            + names.apply(mandate.holderId())
            + " on "
            + uk.onevoice.web.ui.Topic.words(mandate.topic(), mandate.topicNow())
            + ", from "
            + Words.day(mandate.start()),
        "/mandates/" + mandate.mandateId());
  }

  /** A share only from ten assessed items; below that, counts alone. */
  static String influenceSentence(Measure m7) {
    if (m7.withheld()) {
      return "What came of meetings is not for your role.";
    }
    int base = orZero(m7.denominator());
    if (m7.influenced() != null) {
      return Words.number(m7.influenced().numerator())
          + " of "
          + Words.number(base)
          + " assessed outcomes changed ("
          + m7.influenced().percent()
          + "%, likely range "
          + m7.influenced().low()
          + "% to "
          + m7.influenced().high()
          + "%).";
    }
    if (base == 0) {
      return "No outcome of the last year is assessed yet.";
    }
    return Words.number(orZero(m7.numerator()))
        + " of "
        + Words.count(base, "assessed outcome", "assessed outcomes")
        + " changed. A share is shown only from 10, with 70% assessed.";
  }

  private static String influenceEvidence(Measure m7) {
    if (m7.withheld() || m7.itemsAttended() == null) {
      return "";
    }
    String attended =
        Words.sentence(Words.count(m7.itemsAttended(), "item", "items"))
            + " of the last 365 days with an outcome where general practice was present";
    int unassessed = orZero(m7.unknown());
    String rest = unassessed == 0 ? "." : "; " + Words.number(unassessed) + " not assessed yet.";
    int nobody = orZero(m7.itemsWithoutAttendance());
    return attended
        + rest
        + (nobody == 0
            ? ""
            : " "
                + Words.sentence(Words.count(nobody, "more item has", "more items have"))
                + " an outcome, but nobody’s presence is recorded.");
  }

  private static List<InfluenceRow> influenceRows(Measure m7) {
    if (m7.counts() == null || orZero(m7.itemsAttended()) == 0) {
      return List.of();
    }
    Map<String, Integer> counts = m7.counts();
    List<InfluenceRow> rows = new ArrayList<>();
    INFLUENCE_WORDS.forEach((code, words) ->
        rows.add(new InfluenceRow(words, Words.number(counts.getOrDefault(code, 0)))));
    return rows;
  }

  private static Map<String, String> influenceWords() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("CHANGED", "Changed because of us");
    words.put("PARTLY", "Partly changed");
    words.put("UNCONFIRMED", "Said to be changed, not confirmed yet");
    words.put("DISPUTED", "In dispute, not counted until settled");
    words.put("ALREADY_ALIGNED", "Already agreed before");
    words.put("NONE", "No change");
    words.put("ADVERSE", "Against us");
    words.put("NOT_ASSESSED", "Not assessed yet");
    words.put("NOT_RELEVANT", "Not about general practice");
    return words;
  }

  private static @Nullable String meetingSentence(Sources sources) {
    NewestMeetings meetings = sources.meetings();
    if (meetings == null) {
      return null;
    }
    int count = meetings.items().size();
    if (meetings.more()) {
      return "The newest "
          + Words.count(count, "meeting", "meetings")
          + (sources.past() ? " up to this day." : ".");
    }
    if (count == 0) {
      return sources.past()
          ? "No meeting up to this day is written down."
          : "No meeting is written down yet.";
    }
    return Words.sentence(Words.count(count, "meeting is", "meetings are"))
        + " written down"
        + (sources.past() ? " up to this day." : ".");
  }

  private static List<Link> meetings(List<Meetings.Terms> meetings) {
    return meetings.stream()
        .sorted(Comparator.comparing(Meetings.Terms::on).reversed())
        .map(meeting ->
            new Link(
                meeting.forum() + ", " + Words.day(meeting.on()),
                "/meetings/" + meeting.meetingId()))
        .toList();
  }

  static String slotSentence(Measure m2) {
    if (m2.withheld()) {
      return "Key relationships are not for your role.";
    }
    int slots = orZero(m2.denominator());
    if (slots == 0) {
      return "No key relationship is set here yet. A place usually sets 8; start with the hospital trust and the council.";
    }
    int covered = orZero(m2.numerator());
    String all = Words.count(slots, "key relationship", "key relationships");
    return covered == slots
        ? Words.sentence(slots == 1 ? "the 1 key relationship" : "all " + all)
            + (slots == 1 ? " has" : " have")
            + " a talk of both sides in the last 90 days."
        : Words.number(covered)
            + " of "
            + all
            + (covered == 1 ? " has" : " have")
            + " a talk of both sides in the last 90 days. "
            + Words.sentence(Words.count(slots - covered, "slot needs", "slots need"))
            + " somebody.";
  }

  /** For an earlier day the measure names the slots without a talk, and counts the others. */
  private static String pastSlots(Sources sources, Measure m2) {
    return sources.past() && orZero(m2.numerator()) > 0 && m2.emptySlots() != null
        ? " Those with a talk by that day are counted, not named."
        : "";
  }

  private static List<SlotCard> slots(Sources sources, Measure m2) {
    List<SlotCard> cards = new ArrayList<>();
    Map<String, EmptySlot> uncovered = new LinkedHashMap<>();
    if (m2.emptySlots() != null) {
      m2.emptySlots().forEach(slot -> uncovered.put(slot.slotId(), slot));
    }
    for (Slots.Terms slot : sources.slots()) {
      EmptySlot empty = uncovered.remove(slot.slotId());
      if (empty != null || !sources.past()) {
        cards.add(
            new SlotCard(
                "/slots/" + slot.slotId(),
                kindWords(slot.kind()),
                sources.names().apply(slot.organisationId()),
                slotWords(m2, empty),
                slotState(empty)));
      }
    }
    for (EmptySlot slot : uncovered.values()) {
      cards.add(
          new SlotCard(
              null,
              kindWords(slot.kind()),
              organisation(slot),
              slotWords(m2, slot),
              slotState(slot)));
    }
    return cards;
  }

  private static String kindWords(String kind) {
    return Vocabulary.words(Vocabulary.SLOT_KINDS, kind);
  }

  private static String organisation(EmptySlot slot) {
    if (slot.organisationName() != null) {
      return slot.organisationName();
    }
    return slot.organisationId() == null ? "Which one is not for your role" : slot.organisationId();
  }

  private static String slotWords(Measure m2, @Nullable EmptySlot uncovered) {
    if (m2.emptySlots() == null) {
      return "See when both sides last spoke";
    }
    if (uncovered == null) {
      return "A talk in the last 90 days";
    }
    return uncovered.held() ? "No talk of both sides in 90 days" : "Empty slot: nobody yet";
  }

  private static String slotState(@Nullable EmptySlot uncovered) {
    return uncovered == null ? "" : uncovered.held() ? "due" : "empty";
  }

  private static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }
}
