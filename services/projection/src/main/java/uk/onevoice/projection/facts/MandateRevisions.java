package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.Consent;
import uk.onevoice.projection.facts.FactValue.Mandate;

/**
 * What the mandates service says: mandates, and each practice's answers. Practices answer a version
 * of a mandate, and each version from the second on has a key of its own: its answers count while
 * it is in force.
 */
final class MandateRevisions {
  static final Set<String> TYPES =
      Set.of(
          "MandateOpened",
          "VersionAsked",
          "VersionWithdrawn",
          "MandateActivated",
          "MandateSuspended",
          "SuspensionLifted",
          "MandateEnded",
          "ConsentGranted",
          "ConsentConditional",
          "ConsentDeclined",
          "ConsentWithdrawn",
          "ConsentEnded");

  /**
   * What is no fact of M1: what is only drafted; whether grants suffice, since at risk is live;
   * that it ran out, since it said its last day; and what is agreed under it.
   */
  static final Set<String> IGNORES =
      Set.of(
          "MandateDrafted",
          "DraftRevised",
          "DraftWithdrawn",
          "MandateEndorsed",
          "HolderAccepted",
          "MandateAtRisk",
          "MandateRestored",
          "MandateExpired",
          "PracticesReminded",
          "AlternateNamed",
          "AlternateStoodDown",
          "ConfirmationNeeded",
          "MandateConfirmed",
          "MandateInvoked",
          "RatificationGiven",
          "LmcRatificationGiven",
          "InvocationRatified",
          "InvocationTakenBack");

  private static final String ASKED = "ASKED";
  private static final String LIVE = "LIVE";
  private static final String SUSPENDED = "SUSPENDED";
  private static final String ENDED = "ENDED";

  private MandateRevisions() {}

  static List<Revision<?>> of(Payload event) {
    return switch (event.event().type()) {
      case "MandateOpened" -> List.of(opened(event));
      case "VersionAsked" -> asked(event);
      case "VersionWithdrawn" -> List.of(mandate(event, _ -> List.of()));
      case "MandateActivated" -> activated(event);
      case "MandateSuspended" -> List.of(from(event, SUSPENDED));
      case "SuspensionLifted" -> List.of(from(event, LIVE));
      case "MandateEnded" -> List.of(from(event, ENDED));
      case "ConsentGranted" -> List.of(answer(event, "GRANTED"));
      case "ConsentConditional" -> List.of(answer(event, "CONDITIONAL"));
      case "ConsentDeclined" -> List.of(answer(event, "DECLINED"));
      case "ConsentWithdrawn" -> List.of(answer(event, "WITHDRAWN"));
      case "ConsentEnded" -> List.of(answer(event, ENDED));
      default -> throw new Unappliable(event.event(), "not an event of mandates");
    };
  }

  /** A mandate's first version has the mandate's own key, as those had that knew no versions. */
  private static String key(String mandateId, long version) {
    return version == 1 ? mandateId : mandateId + "#" + version;
  }

  private static String key(Payload event) {
    @Nullable Long version = event.optionalNumber("version");
    return key(event.text("mandateId"), version == null ? 1 : version);
  }

  /** Where the event does not say since when practices can answer, it is since it happened. */
  private static Revision<Mandate> opened(Payload event) {
    @Nullable LocalDate openedOn = event.optionalDate("openedOn");
    LocalDate since = openedOn == null ? event.day() : openedOn;
    @Nullable Payload terms = event.optionalPart("terms");
    String place = event.text("placeId");
    Mandate mandate = terms == null ? ofOneStep(event, place, since) : ofTerms(terms, place, since);
    Span valid = Span.of(event.date("start"), event.date("end"));
    return mandate(event, _ -> List.of(new Fact<>(valid, mandate)));
  }

  /** In force from its first day on. */
  private static Mandate ofOneStep(Payload event, String place, LocalDate since) {
    @Nullable String board = event.optionalText("board");
    return mandate(
        place,
        List.of(event),
        board == null ? List.of() : List.of(board),
        event.text("holderId"),
        event.text("holderRole"),
        since,
        LIVE,
        null);
  }

  /** Not in force before somebody says so. */
  private static Mandate ofTerms(Payload terms, String place, LocalDate since) {
    List<Payload> topics = terms.parts("topics");
    if (topics.isEmpty()) {
      throw new Unappliable(terms.event(), "topics is empty");
    }
    Payload holder = terms.part("holder");
    @Nullable Long days = terms.optionalNumber("reportBackDays");
    return mandate(
        place,
        topics,
        terms.parts("tables").stream().map(table -> table.text("label")).distinct().toList(),
        holder.text("organisationId"),
        holder.text("label"),
        since,
        ASKED,
        days == null ? null : days.toString());
  }

  /**
   * @param topics each with a topic, and a topicId where it is one of a list
   */
  private static Mandate mandate(
      String place,
      List<Payload> topics,
      List<String> boards,
      String holderId,
      String holderRole,
      LocalDate since,
      String state,
      @Nullable String reportBackDays) {
    Payload first = topics.getFirst();
    return new Mandate(
        place,
        first.text("topic"),
        first.optionalText("topicId"),
        boards.isEmpty() ? null : boards.getFirst(),
        holderId,
        holderRole,
        since,
        topics.stream().map(topic -> topic.text("topic")).toList(),
        topics.stream()
            .map(topic -> Objects.requireNonNullElse(topic.optionalText("topicId"), ""))
            .toList(),
        boards,
        state,
        reportBackDays);
  }

  /** The place is that of the first version: its facts are in the same stream, and never go. */
  private static List<Revision<?>> asked(Payload event) {
    Payload terms = event.part("terms");
    Span valid = Span.of(terms.date("start"), terms.date("end"));
    String mandateId = event.text("mandateId");
    long version = event.number("version");
    Mandate asked = ofTerms(terms, event.text("placeId"), event.date("on"));
    // What was never in force is not asked for any more.
    return Stream.concat(
            before(mandateId, version, MandateRevisions::unlessEverLive),
            Stream.of(
                new Revision<>(
                    FactTable.MANDATE,
                    List.of(key(mandateId, version)),
                    _ -> List.of(new Fact<>(valid, asked)))))
        .<Revision<?>>map(revision -> revision)
        .toList();
  }

  private static List<Fact<Mandate>> unlessEverLive(List<Fact<Mandate>> facts) {
    return facts.stream().allMatch(fact -> fact.value().state().equals(ASKED)) ? List.of() : facts;
  }

  private static List<Revision<?>> activated(Payload event) {
    LocalDate on = event.date("on");
    return Stream.concat(
            before(
                event.text("mandateId"),
                event.number("version"),
                facts ->
                    facts.stream()
                        .map(fact -> new Fact<>(fact.valid().until(on), fact.value()))
                        .toList()),
            Stream.of(from(event, LIVE)))
        .<Revision<?>>map(revision -> revision)
        .toList();
  }

  /** The same for each version before this one. */
  private static Stream<Revision<Mandate>> before(
      String mandateId, long version, UnaryOperator<List<Fact<Mandate>>> revise) {
    return IntStream.range(1, (int) version)
        .mapToObj(each -> new Revision<>(FactTable.MANDATE, List.of(key(mandateId, each)), revise));
  }

  private static Revision<Mandate> mandate(
      Payload event, UnaryOperator<List<Fact<Mandate>>> revise) {
    return new Revision<>(FactTable.MANDATE, List.of(key(event)), revise);
  }

  /** From this day until its last, it is so. */
  private static Revision<Mandate> from(Payload event, String state) {
    LocalDate on = event.date("on");
    return mandate(
        event,
        facts -> {
          List<Fact<Mandate>> now = new ArrayList<>();
          for (Fact<Mandate> fact : facts) {
            now.add(new Fact<>(fact.valid().until(on), fact.value()));
          }
          if (!facts.isEmpty()) {
            Fact<Mandate> last = facts.getLast();
            LocalDate start = facts.getFirst().valid().from();
            LocalDate first = start.isAfter(on) ? start : on;
            now.add(new Fact<>(Span.of(first, last.valid().to()), last.value().in(state)));
          }
          return now;
        });
  }

  /** From its day on it takes the place of every answer recorded earlier. */
  private static Revision<Consent> answer(Payload event, String answer) {
    LocalDate on = event.date("on");
    return new Revision<>(
        FactTable.CONSENT,
        List.of(key(event), event.text("practiceId")),
        facts -> {
          List<Fact<Consent>> answers = new ArrayList<>();
          facts.forEach(fact -> answers.add(new Fact<>(fact.valid().until(on), fact.value())));
          answers.add(new Fact<>(Span.from(on), new Consent(answer)));
          return answers;
        });
  }
}
