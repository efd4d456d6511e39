package uk.onevoice.meetings.domain.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.domain.Hours;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.SeriesId;
import uk.onevoice.meetings.domain.series.SeriesCommand.AllocateSeat;
import uk.onevoice.meetings.domain.series.SeriesCommand.CorrectNomination;
import uk.onevoice.meetings.domain.series.SeriesCommand.EndNomination;
import uk.onevoice.meetings.domain.series.SeriesCommand.Nominate;
import uk.onevoice.meetings.domain.series.SeriesCommand.WithdrawNomination;
import uk.onevoice.meetings.domain.series.SeriesCommand.WithdrawSeat;
import uk.onevoice.meetings.domain.series.SeriesEvent.NominationCorrected;
import uk.onevoice.meetings.domain.series.SeriesEvent.NominationEnded;
import uk.onevoice.meetings.domain.series.SeriesEvent.OccurrenceAdded;
import uk.onevoice.meetings.domain.series.SeriesEvent.OccurrenceLeftOut;
import uk.onevoice.meetings.domain.series.SeriesEvent.OccurrencesPlanned;
import uk.onevoice.meetings.domain.series.SeriesEvent.RepresentativeNominated;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeatAllocated;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeatWithdrawn;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeriesEnded;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeriesRescheduled;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeriesStarted;
import uk.onevoice.meetings.domain.series.SeriesEvent.SeriesTermsRevised;
import uk.onevoice.meetings.domain.series.SeriesRejection.EndsAlready;
import uk.onevoice.meetings.domain.series.SeriesRejection.EndsBeforeItStarts;
import uk.onevoice.meetings.domain.series.SeriesRejection.NoSuchNomination;
import uk.onevoice.meetings.domain.series.SeriesRejection.NoSuchSeat;
import uk.onevoice.meetings.domain.series.SeriesRejection.NominatedAlready;
import uk.onevoice.meetings.domain.series.SeriesRejection.OutsideSeat;
import uk.onevoice.meetings.domain.series.SeriesRejection.PersonNotKnown;
import uk.onevoice.meetings.domain.series.SeriesRejection.SamePerson;
import uk.onevoice.meetings.domain.series.SeriesRejection.SeatTaken;
import uk.onevoice.meetings.domain.series.SeriesRejection.SeatThereAlready;
import uk.onevoice.testkit.DeciderRules;

class SeatsTest {
  private static final SeriesId ID = new SeriesId(new UUID(0, 1));
  private static final SeatId SEAT = new SeatId(new UUID(0, 2));
  private static final SeatId OTHER_SEAT = new SeatId(new UUID(0, 3));
  private static final NominationId ONE = new NominationId(new UUID(0, 4));
  private static final NominationId TWO = new NominationId(new UUID(0, 5));
  private static final PersonId NADIA = new PersonId(new UUID(0, 6));
  private static final PersonId OWEN = new PersonId(new UUID(0, 7));
  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
  private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
  private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);
  private static final Hours HOURS = new Hours(LocalTime.of(14, 0), LocalTime.of(16, 0));
  private static final SeriesStarted STARTED =
      new SeriesStarted(
          ID,
          new PlaceId(new UUID(0, 8)),
          new UUID(0, 9),
          new Label("Place board"),
          RetentionClass.BOARD,
          null,
          null,
          SEPTEMBER,
          new Rule("FREQ=WEEKLY"),
          HOURS);
  private static final SeatAllocated ALLOCATED =
      new SeatAllocated(
          ID, SEAT, new Label("PCN clinical directors"), new OrganisationId("U00001"), SEPTEMBER);
  private static final RepresentativeNominated NOMINATED =
      new RepresentativeNominated(ID, SEAT, ONE, NADIA, Part.NOMINEE, SEPTEMBER, MARCH);

  private final DeciderRules<SeriesCommand, Series, SeriesEvent, SeriesRejection> series =
      DeciderRules.of(Series.DECIDER);

  @Test
  void a_forum_has_seats_for_general_practice() {
    var allocate = new AllocateSeat(ID, SEAT, ALLOCATED.label(), ALLOCATED.bodyId(), SEPTEMBER);
    series.given(STARTED).when(allocate).then(ALLOCATED);
    series.given(STARTED, ALLOCATED).when(allocate).thenRejected(new SeatThereAlready(SEAT));
  }

  @Test
  void a_seat_is_withdrawn_once_and_not_before_it_was_there() {
    var withdrawn = new SeatWithdrawn(ID, SEAT, MARCH);
    series.given(STARTED, ALLOCATED).when(new WithdrawSeat(ID, SEAT, MARCH)).then(withdrawn);
    series.given(STARTED, ALLOCATED, withdrawn).when(new WithdrawSeat(ID, SEAT, MARCH)).then();
    series
        .given(STARTED, ALLOCATED)
        .when(new WithdrawSeat(ID, SEAT, SEPTEMBER.minusDays(1)))
        .thenRejected(new EndsBeforeItStarts(SEPTEMBER));
    series
        .given(STARTED)
        .when(new WithdrawSeat(ID, SEAT, MARCH))
        .thenRejected(new NoSuchSeat(SEAT));
  }

  @Test
  void somebody_with_a_role_is_nominated_for_a_seat_that_is_there() {
    series
        .given(STARTED, ALLOCATED)
        .when(nominate(ONE, NADIA, Part.NOMINEE, SEPTEMBER, MARCH))
        .then(NOMINATED);
    series
        .given(STARTED)
        .when(nominate(ONE, NADIA, Part.NOMINEE, SEPTEMBER, MARCH))
        .thenRejected(new NoSuchSeat(SEAT));
    series
        .given(STARTED, ALLOCATED)
        .when(new Nominate(ID, SEAT, ONE, NADIA, false, Part.NOMINEE, SEPTEMBER, MARCH))
        .thenRejected(new PersonNotKnown(NADIA));
    series
        .given(STARTED, ALLOCATED)
        .when(nominate(ONE, NADIA, Part.NOMINEE, SEPTEMBER.minusDays(1), MARCH))
        .thenRejected(new OutsideSeat(SEAT));
    series
        .given(STARTED, ALLOCATED)
        .when(nominate(ONE, NADIA, Part.NOMINEE, SEPTEMBER, SEPTEMBER))
        .thenRejected(new EndsBeforeItStarts(SEPTEMBER));
    series
        .given(STARTED, ALLOCATED, NOMINATED)
        .when(nominate(ONE, NADIA, Part.NOMINEE, SEPTEMBER, MARCH))
        .thenRejected(new NominatedAlready(ONE));
  }

  @Test
  void a_seat_has_one_nominee_on_a_day() {
    series
        .given(STARTED, ALLOCATED, NOMINATED)
        .when(nominate(TWO, OWEN, Part.NOMINEE, DECEMBER, null))
        .thenRejected(new SeatTaken(ONE));
    accepted(
        List.of(STARTED, ALLOCATED, NOMINATED), nominate(TWO, OWEN, Part.NOMINEE, MARCH, null));
    accepted(
        List.of(
            STARTED,
            ALLOCATED,
            new SeatAllocated(ID, OTHER_SEAT, ALLOCATED.label(), null, SEPTEMBER),
            new RepresentativeNominated(ID, OTHER_SEAT, ONE, NADIA, Part.NOMINEE, SEPTEMBER, null)),
        nominate(TWO, OWEN, Part.NOMINEE, DECEMBER, null));
  }

  @Test
  void substitutes_are_named_beside_the_nominee_and_are_others() {
    series
        .given(STARTED, ALLOCATED, NOMINATED)
        .when(nominate(TWO, OWEN, Part.SUBSTITUTE, DECEMBER, null))
        .then(new RepresentativeNominated(ID, SEAT, TWO, OWEN, Part.SUBSTITUTE, DECEMBER, null));
    series
        .given(STARTED, ALLOCATED, NOMINATED)
        .when(nominate(TWO, NADIA, Part.SUBSTITUTE, DECEMBER, null))
        .thenRejected(new SamePerson(ONE));
    accepted(
        List.of(
            STARTED,
            ALLOCATED,
            new RepresentativeNominated(ID, SEAT, ONE, NADIA, Part.SUBSTITUTE, SEPTEMBER, null)),
        nominate(TWO, OWEN, Part.NOMINEE, DECEMBER, null));
  }

  @Test
  void a_nomination_ends_earlier_and_never_later() {
    var ended = new NominationEnded(ID, ONE, DECEMBER);
    series
        .given(STARTED, ALLOCATED, NOMINATED)
        .when(new EndNomination(ID, ONE, DECEMBER))
        .then(ended);
    series
        .given(STARTED, ALLOCATED, NOMINATED, ended)
        .when(new EndNomination(ID, ONE, DECEMBER))
        .then();
    series
        .given(STARTED, ALLOCATED, NOMINATED, ended)
        .when(new EndNomination(ID, ONE, MARCH))
        .thenRejected(new EndsAlready(DECEMBER));
    series
        .given(STARTED, ALLOCATED, NOMINATED)
        .when(new EndNomination(ID, ONE, SEPTEMBER))
        .thenRejected(new EndsBeforeItStarts(SEPTEMBER));
    series
        .given(STARTED, ALLOCATED)
        .when(new EndNomination(ID, ONE, MARCH))
        .thenRejected(new NoSuchNomination(ONE));
  }

  @Test
  void a_nomination_is_put_right_whole_and_by_the_same_rules() {
    var corrected = new NominationCorrected(ID, ONE, OWEN, Part.SUBSTITUTE, DECEMBER, null, null);
    var wish = new CorrectNomination(ID, ONE, OWEN, true, Part.SUBSTITUTE, DECEMBER, null);
    series.given(STARTED, ALLOCATED, NOMINATED).when(wish).then(corrected);
    series.given(STARTED, ALLOCATED, NOMINATED, corrected).when(wish).then();
    series.given(STARTED, ALLOCATED).when(wish).thenRejected(new NoSuchNomination(ONE));
    series
        .given(STARTED, ALLOCATED, NOMINATED)
        .when(new CorrectNomination(ID, ONE, OWEN, false, Part.NOMINEE, DECEMBER, null))
        .thenRejected(new PersonNotKnown(OWEN));
    series
        .given(
            STARTED,
            ALLOCATED,
            NOMINATED,
            new RepresentativeNominated(ID, SEAT, TWO, OWEN, Part.NOMINEE, MARCH, null))
        .when(new CorrectNomination(ID, ONE, NADIA, true, Part.NOMINEE, SEPTEMBER, null))
        .thenRejected(new SeatTaken(TWO));
  }

  @Test
  void a_nomination_that_never_was_is_none() {
    var gone = new NominationCorrected(ID, ONE, NADIA, Part.NOMINEE, SEPTEMBER, MARCH, true);
    series.given(STARTED, ALLOCATED, NOMINATED).when(new WithdrawNomination(ID, ONE)).then(gone);
    series
        .given(STARTED, ALLOCATED, NOMINATED, gone)
        .when(new WithdrawNomination(ID, ONE))
        .thenRejected(new NoSuchNomination(ONE));
    accepted(
        List.of(STARTED, ALLOCATED, NOMINATED, gone),
        nominate(TWO, OWEN, Part.NOMINEE, SEPTEMBER, null));
  }

  @Test
  void seats_of_a_series_that_has_ended_can_be_put_right() {
    series
        .given(STARTED, ALLOCATED, new SeriesEnded(ID, DECEMBER, List.of()))
        .when(nominate(ONE, NADIA, Part.NOMINEE, SEPTEMBER, MARCH))
        .then(NOMINATED);
  }

  @Test
  void what_has_happened_is_never_refused() {
    var meeting = new MeetingId(new UUID(0, 10));
    series.evolvesEvery(
        SeriesEvent.class,
        STARTED,
        new SeriesTermsRevised(ID, RetentionClass.OTHER_GROUP, null, null),
        new OccurrencesPlanned(ID, MARCH, List.of(new Occurrence(meeting, DECEMBER))),
        new SeriesRescheduled(
            ID,
            DECEMBER,
            DECEMBER,
            new Rule("FREQ=DAILY"),
            HOURS,
            MARCH,
            List.of(),
            List.of(meeting)),
        new OccurrenceLeftOut(ID, DECEMBER, meeting),
        new OccurrenceAdded(ID, DECEMBER, HOURS, meeting),
        new SeriesEnded(ID, MARCH, List.of(meeting)),
        ALLOCATED,
        new SeatWithdrawn(ID, SEAT, MARCH),
        NOMINATED,
        new NominationEnded(ID, ONE, DECEMBER),
        new NominationCorrected(ID, ONE, OWEN, Part.NOMINEE, SEPTEMBER, null, null));
  }

  private static Nominate nominate(
      NominationId id, PersonId person, Part part, LocalDate start, @Nullable LocalDate end) {
    return new Nominate(ID, SEAT, id, person, true, part, start, end);
  }

  private static void accepted(List<SeriesEvent> history, SeriesCommand command) {
    assertThat(Series.decide(command, Series.DECIDER.fold(history)))
        .isInstanceOfSatisfying(
            Decision.Accepted.class, accepted -> assertThat(accepted.events()).isNotEmpty());
  }
}
