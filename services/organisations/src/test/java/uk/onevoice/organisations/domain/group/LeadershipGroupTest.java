package uk.onevoice.organisations.domain.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.group.GroupCommand.AdoptTerms;
import uk.onevoice.organisations.domain.group.GroupCommand.ClosePulse;
import uk.onevoice.organisations.domain.group.GroupCommand.CorrectInterest;
import uk.onevoice.organisations.domain.group.GroupCommand.DeclareInterest;
import uk.onevoice.organisations.domain.group.GroupCommand.DissolveGroup;
import uk.onevoice.organisations.domain.group.GroupCommand.EndInterest;
import uk.onevoice.organisations.domain.group.GroupCommand.FormGroup;
import uk.onevoice.organisations.domain.group.GroupCommand.Known;
import uk.onevoice.organisations.domain.group.GroupCommand.LeaveSeat;
import uk.onevoice.organisations.domain.group.GroupCommand.NameChair;
import uk.onevoice.organisations.domain.group.GroupCommand.OpenPulse;
import uk.onevoice.organisations.domain.group.GroupCommand.ReachMilestone;
import uk.onevoice.organisations.domain.group.GroupCommand.RestoreGroup;
import uk.onevoice.organisations.domain.group.GroupCommand.ReviseGroup;
import uk.onevoice.organisations.domain.group.GroupCommand.StandDown;
import uk.onevoice.organisations.domain.group.GroupCommand.TakeSeat;
import uk.onevoice.organisations.domain.group.GroupCommand.WithdrawInterest;
import uk.onevoice.organisations.domain.group.GroupCommand.WithdrawMilestone;
import uk.onevoice.organisations.domain.group.GroupCommand.WithdrawTerms;
import uk.onevoice.organisations.domain.group.GroupEvent.ChairNamed;
import uk.onevoice.organisations.domain.group.GroupEvent.ChairStoodDown;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupDissolved;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupFormed;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupRestored;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupRevised;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupTermsAdopted;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupTermsWithdrawn;
import uk.onevoice.organisations.domain.group.GroupEvent.InterestCorrected;
import uk.onevoice.organisations.domain.group.GroupEvent.InterestDeclared;
import uk.onevoice.organisations.domain.group.GroupEvent.InterestEnded;
import uk.onevoice.organisations.domain.group.GroupEvent.MilestoneReached;
import uk.onevoice.organisations.domain.group.GroupEvent.MilestoneWithdrawn;
import uk.onevoice.organisations.domain.group.GroupEvent.PulseClosed;
import uk.onevoice.organisations.domain.group.GroupEvent.PulseOpened;
import uk.onevoice.organisations.domain.group.GroupEvent.SeatLeft;
import uk.onevoice.organisations.domain.group.GroupEvent.SeatTaken;
import uk.onevoice.organisations.domain.group.GroupRejection.AlreadyFormed;
import uk.onevoice.organisations.domain.group.GroupRejection.ChairRuleSaysNo;
import uk.onevoice.organisations.domain.group.GroupRejection.Dissolved;
import uk.onevoice.organisations.domain.group.GroupRejection.EndsBeforeItStarts;
import uk.onevoice.organisations.domain.group.GroupRejection.FederationDoesNotFit;
import uk.onevoice.organisations.domain.group.GroupRejection.MilestoneNotReached;
import uk.onevoice.organisations.domain.group.GroupRejection.MilestoneReachedAlready;
import uk.onevoice.organisations.domain.group.GroupRejection.NoChair;
import uk.onevoice.organisations.domain.group.GroupRejection.NoClaimToSeat;
import uk.onevoice.organisations.domain.group.GroupRejection.NoSeats;
import uk.onevoice.organisations.domain.group.GroupRejection.NoSuchPulse;
import uk.onevoice.organisations.domain.group.GroupRejection.NoSuchSeat;
import uk.onevoice.organisations.domain.group.GroupRejection.NoTerms;
import uk.onevoice.organisations.domain.group.GroupRejection.NotALegalEntity;
import uk.onevoice.organisations.domain.group.GroupRejection.NotDissolved;
import uk.onevoice.organisations.domain.group.GroupRejection.NotFormed;
import uk.onevoice.organisations.domain.group.GroupRejection.NotInIcs;
import uk.onevoice.organisations.domain.group.GroupRejection.NotTheLatestTerms;
import uk.onevoice.organisations.domain.group.GroupRejection.OfficeWithoutRole;
import uk.onevoice.organisations.domain.group.GroupRejection.PlaceNotInIcs;
import uk.onevoice.organisations.domain.group.GroupRejection.PulseOpenAlready;
import uk.onevoice.organisations.domain.group.GroupRejection.ReviewBeforeTerms;
import uk.onevoice.organisations.domain.group.GroupRejection.RoleNotHeld;
import uk.onevoice.organisations.domain.group.GroupRejection.RulesOverlap;
import uk.onevoice.organisations.domain.group.GroupRejection.SeatComesWithOffice;
import uk.onevoice.organisations.domain.group.GroupRejection.SeatNotVacant;
import uk.onevoice.organisations.domain.group.GroupRejection.SeatVacant;
import uk.onevoice.organisations.domain.group.GroupRejection.TooEarly;
import uk.onevoice.organisations.domain.group.GroupRejection.UnknownInterest;
import uk.onevoice.organisations.domain.person.Role;
import uk.onevoice.organisations.domain.person.RoleHoldingId;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.testkit.DeciderRules;

class LeadershipGroupTest {
  private static final GroupId ID = new GroupId(new UUID(0, 1));
  private static final OrganisationId ICB = new OrganisationId("WYVICB01");
  private static final OrganisationId FEDERATION = new OrganisationId(new UUID(0, 2).toString());
  private static final OrganisationId HOSPITAL = new OrganisationId("WYVT0001");
  private static final PlaceId MARL_VALLEY = new PlaceId(new UUID(0, 3));
  private static final PlaceId ELSEWHERE = new PlaceId(new UUID(0, 4));
  private static final SeatId SEAT = new SeatId(new UUID(0, 5));
  private static final RoleHoldingId ADA = new RoleHoldingId(new UUID(0, 6));
  private static final RoleHoldingId BEN = new RoleHoldingId(new UUID(0, 7));
  private static final InterestId INTEREST = new InterestId(new UUID(0, 8));
  private static final PulseId PULSE = new PulseId(new UUID(0, 9));
  private static final UUID WORDS = new UUID(0, 10);
  private static final UUID MEETING = new UUID(0, 11);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate MARCH = APRIL.minusDays(1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  private static final Scope ALONE =
      new Scope(ICB, List.of(MARL_VALLEY), Footing.NO_FEDERATION, null, null);
  private static final Scope INSIDE =
      new Scope(ICB, List.of(MARL_VALLEY), Footing.INSIDE_FEDERATION, FEDERATION, FEDERATION);
  private static final Known ALL =
      new Known(
          Set.of(MARL_VALLEY),
          Set.of(OrganisationKind.FEDERATION),
          Set.of(OrganisationKind.FEDERATION));
  private static final SeatRule EVERY_DIRECTOR =
      new SeatRule(Per.EVERY_PCN, Role.PCN_CLINICAL_DIRECTOR, FilledBy.OFFICE, 1);
  private static final Terms TERMS = terms(APRIL, ChairRule.ANYONE, EVERY_DIRECTOR);

  private static final GroupFormed FORMED =
      new GroupFormed(ID, ICB, List.of(MARL_VALLEY), Footing.NO_FEDERATION, null, null, APRIL);
  private static final GroupTermsAdopted ADOPTED = adopted(1, TERMS);
  private static final SeatTaken TAKEN = new SeatTaken(ID, SEAT, ADA, MAY, null);
  private static final ChairNamed CHAIRED = new ChairNamed(ID, ADA, MAY);
  private static final InterestDeclared DECLARED =
      new InterestDeclared(
          ID, INTEREST, SEAT, ADA, InterestKind.FINANCIAL, HOSPITAL, MAY, null, WORDS);
  private static final PulseOpened ASKED = new PulseOpened(ID, PULSE, MAY);
  private static final MilestoneReached REACHED =
      new MilestoneReached(ID, Milestone.FIRST_MANDATE, JUNE, MEETING);
  private static final GroupDissolved DISSOLVED = new GroupDissolved(ID, JULY);

  private final DeciderRules<GroupCommand, LeadershipGroup, GroupEvent, GroupRejection> group =
      DeciderRules.of(LeadershipGroup.DECIDER);

  @Test
  void a_group_speaks_for_places_of_one_ics() {
    group.given().when(new FormGroup(ID, ALONE, ALL, APRIL)).then(FORMED);
    group
        .given(FORMED)
        .when(new FormGroup(ID, ALONE, ALL, APRIL))
        .thenRejected(new AlreadyFormed());
    var nowhere = new Known(Set.of(), Set.of(), Set.of());
    group.given().when(new FormGroup(ID, ALONE, nowhere, APRIL)).thenRejected(new NotInIcs());
    var other = new Scope(ICB, List.of(ELSEWHERE), Footing.SEPARATE, null, null);
    group
        .given()
        .when(new FormGroup(ID, other, ALL, APRIL))
        .thenRejected(new PlaceNotInIcs(ELSEWHERE));
    group.given().when(new DissolveGroup(JULY)).thenRejected(new NotFormed());
  }

  @Test
  void a_group_for_no_place_of_its_own_speaks_for_the_whole_ics() {
    var whole = new Scope(ICB, List.of(), Footing.SEPARATE, null, null);
    group
        .given()
        .when(new FormGroup(ID, whole, ALL, APRIL))
        .then(new GroupFormed(ID, ICB, List.of(), Footing.SEPARATE, null, null, APRIL));
  }

  @Test
  void a_group_inside_a_federation_names_it_and_no_other_group_does() {
    group
        .given()
        .when(new FormGroup(ID, INSIDE, ALL, APRIL))
        .then(
            new GroupFormed(
                ID,
                ICB,
                List.of(MARL_VALLEY),
                Footing.INSIDE_FEDERATION,
                FEDERATION,
                FEDERATION,
                APRIL));
    var unnamed = new Scope(ICB, List.of(), Footing.INSIDE_FEDERATION, null, null);
    var beside = new Scope(ICB, List.of(), Footing.SEPARATE, FEDERATION, null);
    for (var scope : List.of(unnamed, beside)) {
      group
          .given()
          .when(new FormGroup(ID, scope, ALL, APRIL))
          .thenRejected(new FederationDoesNotFit());
    }
    var lmc = new Known(Set.of(MARL_VALLEY), Set.of(OrganisationKind.LMC), Set.of());
    group
        .given()
        .when(new FormGroup(ID, INSIDE, lmc, APRIL))
        .thenRejected(new FederationDoesNotFit());
  }

  @Test
  void a_group_is_no_legal_entity_and_neither_is_a_network_it_might_name() {
    for (var kind : List.of(OrganisationKind.LEADERSHIP_GROUP, OrganisationKind.PCN)) {
      var known = new Known(Set.of(MARL_VALLEY), Set.of(OrganisationKind.FEDERATION), Set.of(kind));
      group
          .given()
          .when(new FormGroup(ID, INSIDE, known, APRIL))
          .thenRejected(new NotALegalEntity());
    }
  }

  @Test
  void what_a_group_stands_on_changes_from_a_day_on() {
    group
        .given(FORMED)
        .when(new ReviseGroup(INSIDE, ALL, MAY))
        .then(
            new GroupRevised(
                ID,
                ICB,
                List.of(MARL_VALLEY),
                Footing.INSIDE_FEDERATION,
                FEDERATION,
                FEDERATION,
                MAY));
    group.given(FORMED).when(new ReviseGroup(ALONE, ALL, MAY)).then();
    group.given(FORMED).when(new ReviseGroup(INSIDE, ALL, MARCH)).thenRejected(new TooEarly(APRIL));
  }

  @Test
  void the_first_terms_are_a_milestone_and_later_ones_follow_them() {
    group
        .given(FORMED)
        .when(new AdoptTerms(TERMS))
        .then(ADOPTED, new MilestoneReached(ID, Milestone.TERMS_ADOPTED, APRIL, null));
    var later = terms(MAY, ChairRule.FROM_SEATS, EVERY_DIRECTOR);
    group.given(withTerms(ADOPTED)).when(new AdoptTerms(later)).then(adopted(2, later));
    var earlier = terms(MARCH, ChairRule.ANYONE, EVERY_DIRECTOR);
    group.given(withTerms(ADOPTED)).when(new AdoptTerms(earlier)).thenRejected(new TooEarly(APRIL));
  }

  @Test
  void terms_of_the_same_day_are_corrected_and_the_latest_can_be_taken_back() {
    var corrected = terms(APRIL, ChairRule.INDEPENDENT, EVERY_DIRECTOR);
    group.given(withTerms(ADOPTED)).when(new AdoptTerms(corrected)).then(adopted(1, corrected));
    group.given(withTerms(ADOPTED)).when(new AdoptTerms(TERMS)).then();
    group.given(withTerms(ADOPTED)).when(new WithdrawTerms(1)).then(new GroupTermsWithdrawn(ID, 1));
    group
        .given(withTerms(ADOPTED))
        .when(new WithdrawTerms(2))
        .thenRejected(new NotTheLatestTerms());
  }

  @Test
  void terms_make_seats_and_each_rule_makes_others() {
    group
        .given(FORMED)
        .when(new AdoptTerms(terms(APRIL, ChairRule.ANYONE)))
        .thenRejected(new NoSeats());
    var again = new SeatRule(Per.EVERY_PCN, Role.PCN_CLINICAL_DIRECTOR, FilledBy.NOMINATION, 2);
    group
        .given(FORMED)
        .when(new AdoptTerms(terms(APRIL, ChairRule.ANYONE, EVERY_DIRECTOR, again)))
        .thenRejected(new RulesOverlap());
    var nameless = new SeatRule(Per.EVERY_LMC, null, FilledBy.OFFICE, 1);
    group
        .given(FORMED)
        .when(new AdoptTerms(terms(APRIL, ChairRule.ANYONE, nameless)))
        .thenRejected(new OfficeWithoutRole());
    var late =
        new Terms(
            APRIL,
            List.of(EVERY_DIRECTOR),
            3,
            DecisionRule.CONSENSUS,
            ChairRule.ANYONE,
            APRIL,
            null);
    group.given(FORMED).when(new AdoptTerms(late)).thenRejected(new ReviewBeforeTerms());
  }

  @Test
  void a_seat_by_nomination_is_taken_by_who_has_a_claim_to_it() {
    var terms = withTerms(ADOPTED);
    group.given(terms).when(take(FilledBy.NOMINATION, ADA, true, MAY, null)).then(TAKEN);
    group
        .given(FORMED)
        .when(take(FilledBy.NOMINATION, ADA, true, MAY, null))
        .thenRejected(new NoTerms());
    group.given(terms).when(take(null, ADA, true, MAY, null)).thenRejected(new NoSuchSeat());
    group
        .given(terms)
        .when(take(FilledBy.OFFICE, ADA, true, MAY, null))
        .thenRejected(new SeatComesWithOffice());
    group
        .given(terms)
        .when(take(FilledBy.NOMINATION, ADA, false, MAY, null))
        .thenRejected(new NoClaimToSeat());
    group
        .given(terms)
        .when(take(FilledBy.NOMINATION, ADA, true, MAY, MAY))
        .thenRejected(new EndsBeforeItStarts());
  }

  @Test
  void nobody_sits_on_another_ones_seat() {
    group
        .given(withTerms(ADOPTED, TAKEN))
        .when(take(FilledBy.NOMINATION, BEN, true, JUNE, null))
        .thenRejected(new SeatNotVacant());
    var left = new SeatLeft(ID, SEAT, ADA, MAY, JUNE);
    group.given(withTerms(ADOPTED, TAKEN)).when(new LeaveSeat(SEAT, JUNE)).then(left);
    group
        .given(withTerms(ADOPTED, TAKEN, left))
        .when(take(FilledBy.NOMINATION, BEN, true, JUNE, null))
        .then(new SeatTaken(ID, SEAT, BEN, JUNE, null));
    group
        .given(withTerms(ADOPTED, TAKEN, left))
        .when(new LeaveSeat(SEAT, JULY))
        .thenRejected(new SeatVacant());
  }

  @Test
  void a_seat_taken_by_mistake_is_left_on_the_day_it_was_taken() {
    var undone = new SeatLeft(ID, SEAT, ADA, MAY, MAY);
    group.given(withTerms(ADOPTED, TAKEN)).when(new LeaveSeat(SEAT, MAY)).then(undone);
    group
        .given(withTerms(ADOPTED, TAKEN, undone))
        .when(take(FilledBy.NOMINATION, BEN, true, APRIL, null))
        .then(new SeatTaken(ID, SEAT, BEN, APRIL, null));
  }

  @Test
  void whoever_holds_a_role_may_chair_whatever_their_profession() {
    group
        .given(withTerms(ADOPTED))
        .when(new NameChair(ADA, true, false, MAY))
        .then(CHAIRED, new MilestoneReached(ID, Milestone.CHAIR_NAMED, MAY, null));
    group
        .given(withTerms(ADOPTED))
        .when(new NameChair(ADA, false, false, MAY))
        .thenRejected(new RoleNotHeld());
    group.given(FORMED).when(new NameChair(ADA, true, true, MAY)).thenRejected(new NoTerms());
  }

  @Test
  void the_terms_say_whether_the_chair_has_to_sit() {
    var fromSeats = withTerms(adopted(1, terms(APRIL, ChairRule.FROM_SEATS, EVERY_DIRECTOR)));
    group
        .given(fromSeats)
        .when(new NameChair(ADA, true, false, MAY))
        .thenRejected(new ChairRuleSaysNo(ChairRule.FROM_SEATS));
    var independent = withTerms(adopted(1, terms(APRIL, ChairRule.INDEPENDENT, EVERY_DIRECTOR)));
    group
        .given(independent)
        .when(new NameChair(ADA, true, true, MAY))
        .thenRejected(new ChairRuleSaysNo(ChairRule.INDEPENDENT));
  }

  @Test
  void a_new_chair_follows_the_one_before() {
    var first = new MilestoneReached(ID, Milestone.CHAIR_NAMED, MAY, null);
    var history = withTerms(ADOPTED, CHAIRED, first);
    group
        .given(history)
        .when(new NameChair(BEN, true, true, JUNE))
        .then(new ChairStoodDown(ID, ADA, MAY, JUNE), new ChairNamed(ID, BEN, JUNE));
    group.given(history).when(new NameChair(ADA, true, true, JUNE)).then();
    group.given(history).when(new StandDown(JUNE)).then(new ChairStoodDown(ID, ADA, MAY, JUNE));
    group.given(withTerms(ADOPTED)).when(new StandDown(JUNE)).thenRejected(new NoChair());
  }

  @Test
  void who_sits_declares_interests_and_nobody_else() {
    group.given(FORMED).when(declare(ADA, null)).then(DECLARED);
    group.given(FORMED).when(declare(null, null)).thenRejected(new SeatVacant());
    group.given(FORMED).when(declare(ADA, MAY)).thenRejected(new EndsBeforeItStarts());
  }

  @Test
  void an_interest_ends_is_corrected_or_never_was() {
    group
        .given(FORMED, DECLARED)
        .when(new EndInterest(INTEREST, JUNE))
        .then(new InterestEnded(ID, INTEREST, JUNE));
    group
        .given(FORMED, DECLARED)
        .when(new EndInterest(INTEREST, APRIL))
        .thenRejected(new EndsBeforeItStarts());
    var never =
        new InterestCorrected(
            ID, INTEREST, InterestKind.FINANCIAL, HOSPITAL, MAY, null, null, true);
    group.given(FORMED, DECLARED).when(new WithdrawInterest(INTEREST)).then(never);
    group
        .given(FORMED, DECLARED, never)
        .when(new WithdrawInterest(INTEREST))
        .thenRejected(new UnknownInterest());
    group.given(FORMED).when(new EndInterest(INTEREST, JUNE)).thenRejected(new UnknownInterest());
    var correct = new CorrectInterest(INTEREST, InterestKind.INDIRECT, null, APRIL, JUNE, null);
    group
        .given(FORMED, DECLARED)
        .when(correct)
        .then(
            new InterestCorrected(
                ID, INTEREST, InterestKind.INDIRECT, null, APRIL, JUNE, null, null));
    group.given(FORMED).when(correct).thenRejected(new UnknownInterest());
    var backwards = new CorrectInterest(INTEREST, InterestKind.INDIRECT, null, JUNE, MAY, null);
    group.given(FORMED, DECLARED).when(backwards).thenRejected(new EndsBeforeItStarts());
  }

  @Test
  void a_pulse_is_told_of_from_five_answers_on() {
    group.given(FORMED).when(new OpenPulse(PULSE, MAY)).then(ASKED);
    group
        .given(FORMED, ASKED)
        .when(new OpenPulse(new PulseId(WORDS), MAY))
        .thenRejected(new PulseOpenAlready());
    group
        .given(FORMED, ASKED)
        .when(new ClosePulse(PULSE, List.of(0, 1, 2, 1, 1), JUNE))
        .then(new PulseClosed(ID, PULSE, JUNE, 5, List.of(0, 1, 2, 1, 1)));
    group
        .given(FORMED, ASKED)
        .when(new ClosePulse(PULSE, List.of(0, 1, 2, 1, 0), JUNE))
        .then(new PulseClosed(ID, PULSE, JUNE, null, null));
    group
        .given(FORMED)
        .when(new ClosePulse(PULSE, List.of(0, 1, 2, 1, 1), JUNE))
        .thenRejected(new NoSuchPulse());
  }

  @Test
  void a_milestone_is_reached_once_and_can_be_taken_back() {
    var reach = new ReachMilestone(Milestone.FIRST_MANDATE, JUNE, MEETING);
    group.given(FORMED).when(reach).then(REACHED);
    group.given(FORMED, REACHED).when(reach).thenRejected(new MilestoneReachedAlready(JUNE));
    var withdraw = new WithdrawMilestone(Milestone.FIRST_MANDATE);
    var withdrawn = new MilestoneWithdrawn(ID, Milestone.FIRST_MANDATE);
    group.given(FORMED, REACHED).when(withdraw).then(withdrawn);
    group.given(FORMED, REACHED, withdrawn).when(reach).then(REACHED);
    group.given(FORMED).when(withdraw).thenRejected(new MilestoneNotReached());
  }

  @Test
  void a_dissolved_group_does_nothing_until_that_is_taken_back() {
    group.given(FORMED).when(new DissolveGroup(JULY)).then(DISSOLVED);
    group.given(FORMED).when(new DissolveGroup(MARCH)).thenRejected(new TooEarly(APRIL));
    group.given(FORMED, DISSOLVED).when(new DissolveGroup(JULY)).then();
    group.given(FORMED, DISSOLVED).when(new AdoptTerms(TERMS)).thenRejected(new Dissolved(JULY));
    group.given(FORMED, DISSOLVED).when(new RestoreGroup()).then(new GroupRestored(ID));
    group.given(FORMED).when(new RestoreGroup()).thenRejected(new NotDissolved());
  }

  @Test
  void what_has_happened_is_never_refused() {
    group.evolvesEvery(
        GroupEvent.class,
        FORMED,
        new GroupRevised(
            ID, ICB, List.of(), Footing.INSIDE_FEDERATION, FEDERATION, FEDERATION, MAY),
        ADOPTED,
        new GroupTermsWithdrawn(ID, 1),
        TAKEN,
        new SeatLeft(ID, SEAT, ADA, MAY, APRIL),
        CHAIRED,
        new ChairStoodDown(ID, ADA, MAY, APRIL),
        DECLARED,
        new InterestEnded(ID, INTEREST, APRIL),
        new InterestCorrected(ID, INTEREST, InterestKind.PERSONAL, null, MAY, APRIL, WORDS, null),
        ASKED,
        new PulseClosed(ID, PULSE, JUNE, 5, List.of(1, 1, 1, 1, 1)),
        REACHED,
        new MilestoneWithdrawn(ID, Milestone.FIRST_MANDATE),
        DISSOLVED,
        new GroupRestored(ID));
  }

  private static Terms terms(LocalDate from, ChairRule chair, SeatRule... rules) {
    return new Terms(
        from, List.of(rules), 3, DecisionRule.CONSENSUS, chair, JULY.plusYears(1), WORDS);
  }

  private static GroupTermsAdopted adopted(int version, Terms terms) {
    return new GroupTermsAdopted(
        ID,
        version,
        terms.from(),
        terms.seatRules(),
        terms.quorum(),
        terms.decisionRule(),
        terms.chairRule(),
        terms.reviewOn(),
        terms.wordsRef());
  }

  private static List<GroupEvent> withTerms(GroupTermsAdopted adopted, GroupEvent... more) {
    var history = new ArrayList<GroupEvent>();
    history.add(FORMED);
    history.add(adopted);
    history.add(new MilestoneReached(ID, Milestone.TERMS_ADOPTED, APRIL, null));
    history.addAll(List.of(more));
    return history;
  }

  private static TakeSeat take(
      @Nullable FilledBy seat,
      RoleHoldingId holding,
      boolean fits,
      LocalDate start,
      @Nullable LocalDate end) {
    return new TakeSeat(SEAT, seat, holding, fits, start, end);
  }

  private static DeclareInterest declare(@Nullable RoleHoldingId holding, @Nullable LocalDate end) {
    return new DeclareInterest(
        INTEREST, SEAT, holding, InterestKind.FINANCIAL, HOSPITAL, MAY, end, WORDS);
  }
}
