package uk.onevoice.meetings;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.onevoice.contracts.EventChecks;
import uk.onevoice.contracts.RouteChecks;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.meetings.domain.MeetingEvent;
import uk.onevoice.meetings.domain.action.ActionEvent;
import uk.onevoice.meetings.domain.briefing.BriefingEvent;
import uk.onevoice.meetings.domain.feedback.FeedbackEvent;
import uk.onevoice.meetings.domain.guests.GuestsEvent;
import uk.onevoice.meetings.domain.minutes.MinutesEvent;
import uk.onevoice.meetings.domain.papers.PapersEvent;
import uk.onevoice.meetings.domain.series.SeriesEvent;
import uk.onevoice.vault.rights.SubjectEvent;

class ContractTest {
  @TestFactory
  Stream<DynamicTest> events() {
    return EventChecks.of(
        "meetings",
        EventTypes.of(MeetingEvent.class),
        EventTypes.of(ActionEvent.class),
        EventTypes.of(MinutesEvent.class),
        EventTypes.of(BriefingEvent.class),
        EventTypes.of(FeedbackEvent.class),
        EventTypes.of(SeriesEvent.class),
        EventTypes.of(PapersEvent.class),
        EventTypes.of(GuestsEvent.class),
        EventTypes.of(SubjectEvent.class));
  }

  @TestFactory
  Stream<DynamicTest> routes() {
    return RouteChecks.of("meetings", "uk.onevoice.meetings");
  }
}
