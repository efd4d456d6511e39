package uk.onevoice.meetings.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.contracts.ToldChecks.told;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.contracts.ToldChecks;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.eventstore.relay.Language;
import uk.onevoice.eventstore.relay.Told;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.adapter.store.TellsPartners;
import uk.onevoice.meetings.domain.Agreement;
import uk.onevoice.meetings.domain.AttendanceEvent.AttendanceRecorded;
import uk.onevoice.meetings.domain.AttendanceEvent.PartnerAttendanceRecorded;
import uk.onevoice.meetings.domain.AttendanceEvent.PartnerAttendanceTakenBack;
import uk.onevoice.meetings.domain.Capacity;
import uk.onevoice.meetings.domain.ItemEvent.AgreementRecorded;
import uk.onevoice.meetings.domain.ItemEvent.AgreementTakenBack;
import uk.onevoice.meetings.domain.ItemEvent.HelpNoted;
import uk.onevoice.meetings.domain.ItemEvent.OutcomeRecorded;
import uk.onevoice.meetings.domain.ItemEvent.PositionPut;
import uk.onevoice.meetings.domain.ItemEvent.PresenceMarkTakenBack;
import uk.onevoice.meetings.domain.ItemEvent.PresenceMarked;
import uk.onevoice.meetings.domain.ItemEvent.ReachRecorded;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingEvent;
import uk.onevoice.meetings.domain.MeetingEvent.ItemAdded;
import uk.onevoice.meetings.domain.MeetingEvent.MeetingScheduled;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.PartnerKind;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.PresenceMark;
import uk.onevoice.meetings.domain.Reach;
import uk.onevoice.meetings.domain.RecordEvent.MeetingClosed;
import uk.onevoice.meetings.domain.Stance;
import uk.onevoice.meetings.domain.TitleRef;
import uk.onevoice.meetings.domain.Topic;

class PartnerLanguageTest {
  private static final Language LANGUAGE = TellsPartners.language();
  private static final EventTypes<MeetingEvent> TYPES = EventTypes.of(MeetingEvent.class);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final MeetingId ID = new MeetingId(new UUID(1, 1));
  private static final PlaceId PLACE = new PlaceId(new UUID(2, 2));
  private static final ItemId LISTED = new ItemId(new UUID(3, 1));
  private static final ItemId OTHER = new ItemId(new UUID(3, 2));
  private static final UUID TOPIC = new UUID(4, 4);
  private static final PersonId PERSON = new PersonId(new UUID(9, 1));
  private static final MeetingScheduled SCHEDULED =
      new MeetingScheduled(ID, PLACE, new Label("Board"), DAY, null);
  private static final ItemAdded FIRST = item(LISTED, TOPIC);
  private static final ItemAdded SECOND = item(OTHER, null);
  private static final OutcomeRecorded AGREED = new OutcomeRecorded(ID, LISTED, Outcome.AGREED);
  private static final AgreementRecorded FOR_US =
      new AgreementRecorded(
          ID, LISTED, null, null, Agreement.Standing.PROVISIONAL, List.of(), PERSON);

  private static ItemAdded item(ItemId id, @Nullable UUID topic) {
    return new ItemAdded(ID, id, new TitleRef(new UUID(9, 2)), new Topic("care"), topic);
  }

  private static PartnerAttendanceRecorded partner(
      String organisation, @Nullable PersonId person, PartnerKind kind) {
    return new PartnerAttendanceRecorded(ID, new OrganisationId(organisation), person, kind);
  }

  /** As {@code 5 TRUST01 TRUST02 about care}: the event, who hears it, and whether it is listed. */
  private static List<String> of(MeetingEvent... events) {
    List<Told> told =
        told(
            LANGUAGE,
            TYPES,
            Stream.concat(Stream.of(SCHEDULED, FIRST, SECOND), Stream.of(events))
                .toArray(MeetingEvent[]::new));
    return told.stream()
        .map(one -> {
          assertThat(one.type()).isEqualTo("meeting-item-outcome-shared-1");
          assertThat(one.subject()).isEqualTo(PLACE.value().toString());
          assertThat(one.payload())
              .contains("\"dataref\":\"/v1/meetings/shared/" + ID.value() + "\"")
              .contains("\"place\":\"" + PLACE.value() + "\"");
          String audience = one.payload().replaceAll(".*\\[(.*)].*", "$1").replace("\"", "");
          return one.by().version()
              - 3
              + " "
              + audience
              + (one.payload().contains(TOPIC.toString()) ? " listed" : "");
        })
        .toList();
  }

  @Test
  void an_outcome_is_told_to_the_organisations_that_were_there() {
    assertThat(
            of(
                partner("TRUST01", null, PartnerKind.PRESENT),
                partner("TRUST01", PERSON, PartnerKind.VIRTUAL),
                partner("COUNCIL1", null, PartnerKind.IN_ATTENDANCE),
                partner("TRUST02", null, PartnerKind.APOLOGIES),
                partner("TRUST03", null, PartnerKind.EXPECTED),
                AGREED,
                new OutcomeRecorded(ID, OTHER, Outcome.NOTED)))
        .containsExactly("6 TRUST01,COUNCIL1 listed", "7 TRUST01,COUNCIL1");
  }

  @Test
  void where_no_partner_was_nobody_hears_anything() {
    assertThat(of(AGREED, FOR_US)).isEmpty();
    assertThat(
            of(
                partner("TRUST01", null, PartnerKind.PRESENT),
                new PartnerAttendanceTakenBack(ID, new OrganisationId("TRUST01"), null),
                AGREED))
        .isEmpty();
  }

  @Test
  void who_is_known_to_have_been_there_later_hears_of_all_that_was_decided() {
    assertThat(
            of(
                AGREED,
                partner("TRUST01", null, PartnerKind.EXPECTED),
                partner("TRUST01", null, PartnerKind.PRESENT),
                partner("TRUST01", PERSON, PartnerKind.PRESENT),
                new OutcomeRecorded(ID, OTHER, Outcome.NOTED),
                partner("TRUST02", null, PartnerKind.PRESENT)))
        .containsExactly("3 TRUST01 listed", "5 TRUST01", "6 TRUST02 listed", "6 TRUST02");
  }

  @Test
  void what_general_practice_said_to_it_is_told_once_it_is_decided() {
    var there = partner("TRUST01", null, PartnerKind.PRESENT);
    assertThat(
            of(there, FOR_US, new PresenceMarked(ID, LISTED, PresenceMark.NOT_CONSULTED), AGREED))
        .containsExactly("4 TRUST01 listed");
    assertThat(
            of(
                there,
                AGREED,
                FOR_US,
                new AgreementTakenBack(ID, LISTED),
                new PresenceMarked(ID, LISTED, PresenceMark.NOT_AGREED),
                new PresenceMarkTakenBack(ID, LISTED)))
        .containsExactly(
            "2 TRUST01 listed",
            "3 TRUST01 listed",
            "4 TRUST01 listed",
            "5 TRUST01 listed",
            "6 TRUST01 listed");
  }

  @Test
  void what_stays_with_general_practice_leaves_no_trace() {
    ToldChecks.isToldWithout(
        Set.of(
            AttendanceRecorded.class,
            PositionPut.class,
            ReachRecorded.class,
            HelpNoted.class,
            MeetingClosed.class),
        LANGUAGE,
        TYPES,
        SCHEDULED,
        FIRST,
        new AttendanceRecorded(ID, PERSON, Capacity.OBSERVER, null, null, null, null),
        partner("TRUST01", PERSON, PartnerKind.PRESENT),
        new PositionPut(ID, LISTED, Stance.AGAINST),
        new ReachRecorded(ID, LISTED, Reach.SPOKE),
        AGREED,
        new HelpNoted(ID, LISTED, List.of(new OrganisationId("TRUST02"))),
        FOR_US,
        new MeetingClosed(ID, PERSON, DAY));
  }

  @Test
  void of_everything_else_here_nothing_is_told() {
    assertThat(
            List.of(
                "SeriesStarted",
                "PaperFiled",
                "BriefIssued",
                "PreAlignmentRecorded",
                "MinutesPublished",
                "ActionOpened",
                "FeedbackSent",
                "OrganisationInvited",
                "SubjectErased"))
        .noneMatch(LANGUAGE::mayTell);
  }
}
