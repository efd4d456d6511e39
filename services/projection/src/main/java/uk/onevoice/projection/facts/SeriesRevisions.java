package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.Nomination;
import uk.onevoice.projection.facts.FactValue.Seat;
import uk.onevoice.projection.facts.FactValue.Series;

/** What a series of meetings says: its seats for general practice, and who is to sit there. */
final class SeriesRevisions {
  static final Set<String> TYPES =
      Set.of(
          "SeriesStarted",
          "SeriesEnded",
          "SeatAllocated",
          "SeatWithdrawn",
          "RepresentativeNominated",
          "NominationEnded",
          "NominationCorrected");

  /** When it meets, its meetings say themselves. */
  static final Set<String> IGNORES =
      Set.of(
          "SeriesTermsRevised",
          "SeriesRescheduled",
          "OccurrencesPlanned",
          "OccurrenceAdded",
          "OccurrenceLeftOut");

  private SeriesRevisions() {}

  static List<Revision<?>> of(Payload event) {
    return List.of(
        switch (event.event().type()) {
          case "SeriesStarted" ->
              new Revision<>(
                  FactTable.SERIES,
                  List.of(event.text("seriesId")),
                  started(
                      event.date("first"),
                      new Series(
                          event.text("placeId"),
                          event.text("forum"),
                          event.optionalText("forumId"))));
          case "SeriesEnded" ->
              new Revision<>(
                  FactTable.SERIES, List.of(event.text("seriesId")), ended(event.date("end")));
          case "SeatAllocated" ->
              new Revision<>(
                  FactTable.SEAT,
                  List.of(event.text("seatId")),
                  started(
                      event.date("start"),
                      new Seat(
                          event.text("seriesId"),
                          event.text("label"),
                          event.optionalText("bodyId"))));
          case "SeatWithdrawn" ->
              new Revision<>(
                  FactTable.SEAT, List.of(event.text("seatId")), ended(event.date("end")));
          case "RepresentativeNominated" -> nominated(event);
          case "NominationEnded" ->
              new Revision<>(
                  FactTable.NOMINATION,
                  List.of(event.text("nominationId")),
                  noLongerFrom(event.date("end")));
          case "NominationCorrected" -> corrected(event);
          default -> throw new Unappliable(event.event(), "not an event of a series");
        });
  }

  private static <V extends FactValue> UnaryOperator<List<Fact<V>>> started(LocalDate on, V value) {
    return _ -> List.of(new Fact<>(Span.from(on), value));
  }

  private static <V extends FactValue> UnaryOperator<List<Fact<V>>> ended(LocalDate on) {
    return facts ->
        facts.stream().map(fact -> new Fact<>(fact.valid().until(on), fact.value())).toList();
  }

  private static Revision<Nomination> nominated(Payload event) {
    Nomination nomination =
        new Nomination(event.text("seatId"), event.text("personId"), event.text("part"), false);
    Span valid = Span.of(event.date("start"), event.optionalDate("end"));
    return new Revision<>(
        FactTable.NOMINATION,
        List.of(event.text("nominationId")),
        _ -> List.of(new Fact<>(valid, nomination)));
  }

  /** One that ends as it begins never was; it is kept all the same, for a later correction. */
  private static UnaryOperator<List<Fact<Nomination>>> noLongerFrom(LocalDate on) {
    return facts ->
        facts.stream()
            .map(fact ->
                fact.valid().from().isBefore(on)
                    ? new Fact<>(fact.valid().until(on), fact.value())
                    : new Fact<>(fact.valid(), fact.value().thatNeverWas()))
            .toList();
  }

  /** The seat stays: the event does not repeat it. */
  private static Revision<Nomination> corrected(Payload event) {
    String person = event.text("personId");
    String part = event.text("part");
    boolean annulled = event.flag("void");
    Span valid = Span.of(event.date("start"), event.optionalDate("end"));
    return new Revision<>(
        FactTable.NOMINATION,
        List.of(event.text("nominationId")),
        facts -> {
          if (facts.isEmpty()) {
            throw new Unappliable(event.event(), "nobody was nominated by this id");
          }
          String seat = facts.getLast().value().seatId();
          Nomination right = new Nomination(seat, person, part, annulled || valid.isEmpty());
          return List.of(new Fact<>(valid.isEmpty() ? Span.ALWAYS : valid, right));
        });
  }
}
