package uk.onevoice.organisations.domain.affiliation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.AcceptOds;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.CorrectAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.EndAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.JoinNeighbourhood;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.MoveAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Restore;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.StartAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Stated;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.VoidAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationCorrected;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationEnded;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationStarted;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.BelongsAlready;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.BelongsElsewhere;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.EndedAlready;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.EndsBeforeItStarts;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.InNeighbourhood;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.MemberNotOpen;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.NotInItsPlace;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.OwnParent;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.ParentNotOpen;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.SaidByFiles;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.UnknownAffiliation;
import uk.onevoice.testkit.DeciderRules;

class AffiliationsTest {
  private static final OrganisationId PRACTICE = new OrganisationId("W81001");
  private static final LocalDate Y2020 = LocalDate.of(2020, 4, 1);
  private static final LocalDate Y2022 = LocalDate.of(2022, 4, 1);
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
  private static final UUID ID = UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91");
  private static final Period ALWAYS = Period.from(LocalDate.of(1974, 4, 1));

  private final DeciderRules<
          AffiliationsCommand, Affiliations, AffiliationsEvent, AffiliationsRejection>
      affiliations = DeciderRules.of(Affiliations.DECIDER);

  @Test
  void a_practice_has_one_place_at_a_time_and_many_federations() {
    affiliations
        .given(started("north", AffiliationKind.PLACE, Y2020, null))
        .when(start("south", AffiliationKind.PLACE, FEBRUARY, ALWAYS, ALWAYS))
        .thenRejected(new BelongsElsewhere(AffiliationKind.PLACE, "north"));
    affiliations
        .given(started("one", AffiliationKind.FEDERATION, Y2020, null))
        .when(start("two", AffiliationKind.FEDERATION, FEBRUARY, ALWAYS, ALWAYS))
        .then(
            new AffiliationStarted(
                ID, PRACTICE, "two", AffiliationKind.FEDERATION, FEBRUARY, null));
    affiliations
        .given(started("one", AffiliationKind.FEDERATION, Y2020, null))
        .when(start("one", AffiliationKind.FEDERATION, FEBRUARY, ALWAYS, ALWAYS))
        .thenRejected(new BelongsAlready("one"));
    affiliations
        .given(started("one", AffiliationKind.FEDERATION, FEBRUARY, null))
        .when(start("one", AffiliationKind.FEDERATION, FEBRUARY, ALWAYS, ALWAYS))
        .then();
  }

  @Test
  void one_may_begin_on_the_day_the_other_has_ended() {
    affiliations
        .given(
            started("north", AffiliationKind.PLACE, Y2020, null),
            ended("north", AffiliationKind.PLACE, Y2020, FEBRUARY))
        .when(start("south", AffiliationKind.PLACE, FEBRUARY, ALWAYS, ALWAYS))
        .then(new AffiliationStarted(ID, PRACTICE, "south", AffiliationKind.PLACE, FEBRUARY, null));
  }

  @Test
  void member_and_parent_are_open_when_it_starts() {
    var closed = new Period(Y2020, Y2022);
    affiliations
        .given()
        .when(start("one", AffiliationKind.LMC, FEBRUARY, closed, ALWAYS))
        .thenRejected(new MemberNotOpen(FEBRUARY));
    affiliations
        .given()
        .when(start("one", AffiliationKind.LMC, FEBRUARY, ALWAYS, closed))
        .thenRejected(new ParentNotOpen(FEBRUARY));
    affiliations
        .given()
        .when(start("one", AffiliationKind.LMC, FEBRUARY, ALWAYS, null))
        .thenRejected(new ParentNotOpen(FEBRUARY));
    affiliations
        .given()
        .when(start("W81001", AffiliationKind.LMC, FEBRUARY, ALWAYS, ALWAYS))
        .thenRejected(new OwnParent());
  }

  @Test
  void it_ends_once_and_not_before_it_starts() {
    var one = started("one", AffiliationKind.LMC, Y2020, null);
    var end = ended("one", AffiliationKind.LMC, Y2020, FEBRUARY);
    var id = one.affiliationId();
    affiliations.given(one).when(new EndAffiliation(id, FEBRUARY)).then(end);
    affiliations.given(one, end).when(new EndAffiliation(id, FEBRUARY)).then();
    affiliations
        .given(one, end)
        .when(new EndAffiliation(id, AUGUST))
        .thenRejected(new EndedAlready(FEBRUARY));
    affiliations
        .given(one)
        .when(new EndAffiliation(id, Y2020.minusDays(1)))
        .thenRejected(new EndsBeforeItStarts(Y2020, Y2020.minusDays(1)));
    affiliations
        .given()
        .when(new EndAffiliation(id, FEBRUARY))
        .thenRejected(new UnknownAffiliation(id));
    var official = started("W00001", AffiliationKind.PCN_CORE, Y2020, null);
    affiliations
        .given(official)
        .when(new EndAffiliation(official.affiliationId(), FEBRUARY))
        .thenRejected(new SaidByFiles(AffiliationKind.PCN_CORE));
  }

  @Test
  void a_correction_may_not_overlap_another_place() {
    var north = started("north", AffiliationKind.PLACE, Y2020, null);
    affiliations
        .given(
            north,
            ended("north", AffiliationKind.PLACE, Y2020, Y2022),
            started("south", AffiliationKind.PLACE, Y2022, null))
        .when(correct(north, Y2020, FEBRUARY))
        .thenRejected(new BelongsElsewhere(AffiliationKind.PLACE, "south"));
    affiliations
        .given(north)
        .when(correct(north, Y2022, null))
        .then(corrected("north", AffiliationKind.PLACE, Y2020, Y2022, null, null, null));
  }

  @Test
  void a_correction_keeps_to_the_days_on_which_both_are_open_and_to_its_own() {
    var one = started("one", AffiliationKind.FEDERATION, Y2020, null);
    affiliations
        .given(one)
        .when(
            new CorrectAffiliation(
                one.affiliationId(), FEBRUARY, null, new Period(Y2020, Y2022), ALWAYS))
        .thenRejected(new MemberNotOpen(FEBRUARY));
    affiliations
        .given(one)
        .when(new CorrectAffiliation(one.affiliationId(), FEBRUARY, null, ALWAYS, null))
        .thenRejected(new ParentNotOpen(FEBRUARY));
    affiliations
        .given(one)
        .when(correct(one, FEBRUARY, Y2022))
        .thenRejected(new EndsBeforeItStarts(FEBRUARY, Y2022));
    affiliations
        .given(
            one,
            ended("one", AffiliationKind.FEDERATION, Y2020, Y2022),
            started("one", AffiliationKind.FEDERATION, FEBRUARY, null))
        .when(correct(one, Y2020, AUGUST))
        .thenRejected(new BelongsAlready("one"));
    affiliations.given(one).when(correct(one, Y2020, null)).then();
    affiliations
        .given()
        .when(correct(one, Y2020, null))
        .thenRejected(new UnknownAffiliation(one.affiliationId()));
  }

  @Test
  void what_official_files_say_is_neither_corrected_nor_voided_by_hand() {
    var official = started("W00001", AffiliationKind.PCN_CORE, Y2020, null);
    affiliations
        .given(official)
        .when(correct(official, Y2022, null))
        .thenRejected(new SaidByFiles(AffiliationKind.PCN_CORE));
    affiliations
        .given(official)
        .when(new VoidAffiliation(official.affiliationId()))
        .thenRejected(new SaidByFiles(AffiliationKind.PCN_CORE));
  }

  @Test
  void who_moves_leaves_its_place_on_that_day_and_its_neighbourhood_with_it() {
    var north = started("north", AffiliationKind.PLACE, Y2020, null);
    affiliations
        .given(north, started("hill", AffiliationKind.NEIGHBOURHOOD, Y2022, null))
        .when(move("south", FEBRUARY))
        .then(
            ended("hill", AffiliationKind.NEIGHBOURHOOD, Y2022, FEBRUARY),
            ended("north", AffiliationKind.PLACE, Y2020, FEBRUARY),
            new AffiliationStarted(ID, PRACTICE, "south", AffiliationKind.PLACE, FEBRUARY, null));
    affiliations
        .given()
        .when(move("south", FEBRUARY))
        .then(new AffiliationStarted(ID, PRACTICE, "south", AffiliationKind.PLACE, FEBRUARY, null));
    affiliations
        .given(north)
        .when(move("south", Y2020))
        .thenRejected(new BelongsElsewhere(AffiliationKind.PLACE, "north"));
    affiliations.given(north).when(move("north", Y2020)).then();
    affiliations
        .given(north)
        .when(move("north", FEBRUARY))
        .thenRejected(new BelongsAlready("north"));
  }

  @Test
  void a_move_that_cannot_begin_ends_nothing() {
    affiliations
        .given(started("north", AffiliationKind.PLACE, Y2020, null))
        .when(
            new MoveAffiliation(
                start("south", AffiliationKind.PLACE, FEBRUARY, ALWAYS, new Period(Y2020, Y2022))))
        .thenRejected(new ParentNotOpen(FEBRUARY));
  }

  @Test
  void a_practice_is_in_one_neighbourhood_of_its_own_place() {
    var north = started("north", AffiliationKind.PLACE, Y2020, null);
    var hill = started("hill", AffiliationKind.NEIGHBOURHOOD, Y2022, null);
    affiliations
        .given(north)
        .when(join("hill", "north", FEBRUARY))
        .then(
            new AffiliationStarted(
                ID, PRACTICE, "hill", AffiliationKind.NEIGHBOURHOOD, FEBRUARY, null));
    affiliations
        .given(north)
        .when(join("cliff", "south", FEBRUARY))
        .thenRejected(new NotInItsPlace("south"));
    affiliations
        .given(north, ended("north", AffiliationKind.PLACE, Y2020, AUGUST))
        .when(join("hill", "north", FEBRUARY))
        .thenRejected(new NotInItsPlace("north"));
    affiliations
        .given(north, hill)
        .when(join("vale", "north", FEBRUARY))
        .then(
            ended("hill", AffiliationKind.NEIGHBOURHOOD, Y2022, FEBRUARY),
            new AffiliationStarted(
                ID, PRACTICE, "vale", AffiliationKind.NEIGHBOURHOOD, FEBRUARY, null));
  }

  @Test
  void who_leaves_its_place_leaves_its_neighbourhood() {
    var north = started("north", AffiliationKind.PLACE, Y2020, null);
    var hill = started("hill", AffiliationKind.NEIGHBOURHOOD, FEBRUARY, null);
    affiliations
        .given(north, hill)
        .when(new EndAffiliation(north.affiliationId(), AUGUST))
        .then(
            ended("hill", AffiliationKind.NEIGHBOURHOOD, FEBRUARY, AUGUST),
            ended("north", AffiliationKind.PLACE, Y2020, AUGUST));
    affiliations
        .given(north, hill)
        .when(new EndAffiliation(north.affiliationId(), Y2022))
        .then(
            ended("hill", AffiliationKind.NEIGHBOURHOOD, FEBRUARY, FEBRUARY),
            ended("north", AffiliationKind.PLACE, Y2020, Y2022));
  }

  @Test
  void no_correction_leaves_a_practice_in_a_neighbourhood_without_its_place() {
    var north = started("north", AffiliationKind.PLACE, Y2020, null);
    var hill = started("hill", AffiliationKind.NEIGHBOURHOOD, Y2022, null);
    affiliations
        .given(north, hill)
        .when(correct(north, FEBRUARY, null))
        .thenRejected(new InNeighbourhood("hill"));
    affiliations
        .given(north, hill)
        .when(new VoidAffiliation(north.affiliationId()))
        .thenRejected(new InNeighbourhood("hill"));
    affiliations
        .given(north, hill)
        .when(correct(hill, LocalDate.of(2019, 4, 1), null))
        .thenRejected(new NotInItsPlace("hill"));
    affiliations
        .given(north, hill)
        .when(correct(hill, Y2020, FEBRUARY))
        .then(corrected("hill", AffiliationKind.NEIGHBOURHOOD, Y2022, Y2020, FEBRUARY, null, null));
    affiliations
        .given(north, hill)
        .when(correct(north, Y2022, null))
        .then(corrected("north", AffiliationKind.PLACE, Y2020, Y2022, null, null, null));
  }

  @Test
  void what_never_was_is_voided_and_leaves_room() {
    var north = started("north", AffiliationKind.PLACE, Y2020, null);
    var voided = corrected("north", AffiliationKind.PLACE, Y2020, Y2020, null, null, true);
    affiliations.given(north).when(new VoidAffiliation(north.affiliationId())).then(voided);
    affiliations
        .given(north, voided)
        .when(start("south", AffiliationKind.PLACE, Y2020, ALWAYS, ALWAYS))
        .then(new AffiliationStarted(ID, PRACTICE, "south", AffiliationKind.PLACE, Y2020, null));
  }

  @Test
  void an_extract_starts_what_it_shows_on_its_day_until_a_file_has_the_true_date() {
    var seen = started("WPCN1", AffiliationKind.PCN_CORE, AUGUST, true);
    affiliations.given().when(shows("WPCN1", AUGUST, null)).then(seen);
    affiliations.given(seen).when(shows("WPCN1", OCTOBER, AUGUST)).then();
    affiliations
        .given(seen)
        .when(states(OCTOBER, AUGUST, new Stated("WPCN1", Y2020, null)))
        .then(corrected("WPCN1", AffiliationKind.PCN_CORE, AUGUST, Y2020, null, null, null));
    affiliations
        .given(seen)
        .when(states(FEBRUARY, AUGUST, new Stated("WPCN1", Y2020, null)))
        .then(corrected("WPCN1", AffiliationKind.PCN_CORE, AUGUST, Y2020, null, null, null));
  }

  @Test
  void a_newer_extract_moves_a_practice_and_shows_when_it_has_left() {
    var first = started("WPCN1", AffiliationKind.PCN_CORE, Y2020, null);
    affiliations
        .given(first)
        .when(shows("WPCN2", AUGUST, FEBRUARY))
        .then(
            ended("WPCN1", AffiliationKind.PCN_CORE, Y2020, AUGUST),
            started("WPCN2", AffiliationKind.PCN_CORE, AUGUST, true));
    affiliations
        .given(first)
        .when(states(AUGUST, FEBRUARY))
        .then(ended("WPCN1", AffiliationKind.PCN_CORE, Y2020, AUGUST));
  }

  @Test
  void an_older_file_fills_in_the_past_and_moves_nothing_of_today() {
    var now = started("WPCN2", AffiliationKind.PCN_CORE, AUGUST, true);
    affiliations
        .given(now)
        .when(states(FEBRUARY, AUGUST, new Stated("WPCN1", Y2020, null)))
        .then(
            started("WPCN1", AffiliationKind.PCN_CORE, Y2020, null),
            ended("WPCN1", AffiliationKind.PCN_CORE, Y2020, AUGUST));
    affiliations.given(now).when(states(FEBRUARY, AUGUST)).then();
    affiliations
        .given(started("WPCN2", AffiliationKind.PCN_CORE, Y2020, null))
        .when(shows("WPCN1", FEBRUARY, AUGUST))
        .then();
  }

  @Test
  void two_stated_periods_of_one_practice_follow_each_other() {
    affiliations
        .given()
        .when(
            states(
                AUGUST, null, new Stated("WPCN2", Y2022, null), new Stated("WPCN1", Y2020, Y2022)))
        .then(
            started("WPCN1", AffiliationKind.PCN_CORE, Y2020, null),
            ended("WPCN1", AffiliationKind.PCN_CORE, Y2020, Y2022),
            started("WPCN2", AffiliationKind.PCN_CORE, Y2022, null));
  }

  @Test
  void what_an_undone_import_did_is_put_back() {
    var first = started("WPCN1", AffiliationKind.PCN_CORE, Y2020, null);
    var end = ended("WPCN1", AffiliationKind.PCN_CORE, Y2020, AUGUST);
    var second = started("WPCN2", AffiliationKind.PCN_CORE, AUGUST, true);
    var before =
        new Affiliation(
            first.affiliationId(),
            PRACTICE,
            "WPCN1",
            AffiliationKind.PCN_CORE,
            Period.from(Y2020),
            false);
    affiliations
        .given(first, end, second)
        .when(
            new Restore(
                PRACTICE, List.of(before), List.of(first.affiliationId(), second.affiliationId())))
        .then(
            corrected("WPCN1", AffiliationKind.PCN_CORE, Y2020, Y2020, null, null, null),
            corrected("WPCN2", AffiliationKind.PCN_CORE, AUGUST, AUGUST, null, null, true));
  }

  @Test
  void what_has_happened_is_never_refused() {
    affiliations.evolvesEvery(
        AffiliationsEvent.class,
        started("WPCN1", AffiliationKind.PCN_CORE, Y2022, null),
        ended("WPCN1", AffiliationKind.PCN_CORE, Y2022, Y2020),
        corrected("WPCN1", AffiliationKind.PCN_CORE, Y2022, Y2020, Y2022, null, null));
  }

  private static StartAffiliation start(
      String parent,
      AffiliationKind kind,
      LocalDate day,
      @Nullable Period member,
      @Nullable Period parentOpen) {
    return new StartAffiliation(ID, PRACTICE, parent, kind, day, member, parentOpen);
  }

  private static MoveAffiliation move(String place, LocalDate day) {
    return new MoveAffiliation(start(place, AffiliationKind.PLACE, day, ALWAYS, ALWAYS));
  }

  private static JoinNeighbourhood join(String neighbourhood, String place, LocalDate day) {
    return new JoinNeighbourhood(
        start(neighbourhood, AffiliationKind.NEIGHBOURHOOD, day, ALWAYS, ALWAYS), place);
  }

  private static CorrectAffiliation correct(
      AffiliationStarted known, LocalDate start, @Nullable LocalDate end) {
    return new CorrectAffiliation(known.affiliationId(), start, end, ALWAYS, ALWAYS);
  }

  private static AcceptOds shows(String parent, LocalDate day, @Nullable LocalDate newest) {
    return states(day, newest, new Stated(parent, null, null));
  }

  private static AcceptOds states(LocalDate release, @Nullable LocalDate newest, Stated... stated) {
    return new AcceptOds(PRACTICE, AffiliationKind.PCN_CORE, List.of(stated), release, newest);
  }

  private static AffiliationStarted started(
      String parent, AffiliationKind kind, LocalDate start, @Nullable Boolean seen) {
    return new AffiliationStarted(
        Affiliation.id(PRACTICE, parent, kind, start), PRACTICE, parent, kind, start, seen);
  }

  private static AffiliationEnded ended(
      String parent, AffiliationKind kind, LocalDate start, LocalDate end) {
    return new AffiliationEnded(
        Affiliation.id(PRACTICE, parent, kind, start), PRACTICE, parent, kind, end);
  }

  private static AffiliationCorrected corrected(
      String parent,
      AffiliationKind kind,
      LocalDate first,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable Boolean seen,
      @Nullable Boolean void_) {
    return new AffiliationCorrected(
        Affiliation.id(PRACTICE, parent, kind, first),
        PRACTICE,
        parent,
        kind,
        start,
        end,
        seen,
        void_);
  }
}
