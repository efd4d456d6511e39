package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.projection.facts.FactValue.Feedback;
import uk.onevoice.projection.facts.FactValue.FeedbackRead;
import uk.onevoice.projection.facts.FactValue.PreAlignment;
import uk.onevoice.projection.facts.FactValue.Preparation;

/** What was talked about before meetings, and what practices were told after them. */
final class PreparationRevisions {
  static final Set<String> TYPES =
      Set.of(
          "PreAlignmentRecorded",
          "PreAlignmentWithdrawn",
          "PreparationCompleted",
          "FeedbackSent",
          "FeedbackRead");

  /** Briefs are listed where they are kept; what is drafted has reached nobody. */
  static final Set<String> IGNORES =
      Set.of(
          "BriefItemWritten",
          "PreparationTimeSaid",
          "BriefIssued",
          "BriefAcknowledged",
          "PartnerExpected",
          "PartnerNotExpected",
          "FeedbackDrafted",
          "FeedbackConfirmed",
          "FeedbackReplied");

  private PreparationRevisions() {}

  static List<Revision<?>> of(Payload event) {
    return List.of(
        switch (event.event().type()) {
          case "PreAlignmentRecorded" -> recorded(event);
          case "PreAlignmentWithdrawn" ->
              new Revision<>(FactTable.PRE_ALIGNMENT, key(event), _ -> List.of());
          case "PreparationCompleted" -> completed(event);
          case "FeedbackSent" -> sent(event);
          case "FeedbackRead" -> read(event);
          default -> throw new Unappliable(event.event(), "not an event of preparation");
        });
  }

  private static List<String> key(Payload event) {
    return List.of(event.text("preAlignmentId"));
  }

  private static Revision<PreAlignment> recorded(Payload event) {
    PreAlignment talk =
        new PreAlignment(
            event.text("meetingId"),
            event.text("itemId"),
            event.text("organisationId"),
            event.date("on"),
            event.text("recordedAt"),
            event.flag("agreed"));
    return new Revision<>(
        FactTable.PRE_ALIGNMENT, key(event), _ -> List.of(new Fact<>(Span.ALWAYS, talk)));
  }

  /** In a table of its own: the meeting's facts come from another stream. */
  private static Revision<Preparation> completed(Payload event) {
    return new Revision<>(
        FactTable.PREPARATION,
        List.of(event.text("meetingId")),
        _ -> List.of(new Fact<>(Span.ALWAYS, new Preparation())));
  }

  /** A correction is told to the same practices, and they were told on the day of the first. */
  private static Revision<Feedback> sent(Payload event) {
    Feedback feedback =
        new Feedback(event.text("placeId"), event.date("dueOn"), event.texts("practices"));
    LocalDate on = event.date("on");
    return new Revision<>(
        FactTable.FEEDBACK,
        List.of(event.text("meetingId"), event.text("mandateId")),
        facts ->
            List.of(
                new Fact<>(facts.isEmpty() ? Span.from(on) : facts.getFirst().valid(), feedback)));
  }

  private static Revision<FeedbackRead> read(Payload event) {
    LocalDate on = event.date("on");
    return new Revision<>(
        FactTable.FEEDBACK_READ,
        List.of(event.text("meetingId"), event.text("mandateId"), event.text("practiceId")),
        facts -> facts.isEmpty() ? List.of(new Fact<>(Span.from(on), new FeedbackRead())) : facts);
  }
}
