package uk.onevoice.organisations.domain.affiliation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.AcceptOds;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Reassign;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Stated;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.TakeBack;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationCorrected;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationEnded;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationStarted;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.BelongsElsewhere;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.EndedAlready;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.MemberNotOpen;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.NotAssigned;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.OwnParent;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.ParentNotOpen;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.UnknownAffiliation;
import uk.onevoice.testkit.DeciderRules;

/** A person says to whom a member goes when others followed its parent. */
class AssignmentTest {
  private static final OrganisationId SUB_ICB = new OrganisationId("W1A");
  private static final LocalDate Y2022 = LocalDate.of(2022, 7, 1);
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
  private static final Period ALWAYS = Period.from(LocalDate.of(1974, 4, 1));

  private static final AffiliationStarted BEFORE = started("WQO", Y2022, null);
  private static final AffiliationEnded ENDED =
      new AffiliationEnded(
          BEFORE.affiliationId(), SUB_ICB, "WQO", AffiliationKind.COMMISSIONED_BY, APRIL);
  private static final AffiliationStarted ASSIGNED = started("WQA", APRIL, BEFORE.affiliationId());

  private final DeciderRules<
          AffiliationsCommand, Affiliations, AffiliationsEvent, AffiliationsRejection>
      affiliations = DeciderRules.of(Affiliations.DECIDER);

  @Test
  void it_ends_there_and_begins_here_on_the_same_day() {
    affiliations.given(BEFORE).when(to("WQA")).then(ENDED, ASSIGNED);
  }

  @Test
  void assigning_it_again_changes_nothing_and_elsewhere_only_after_taking_it_back() {
    affiliations.given(BEFORE, ENDED, ASSIGNED).when(to("WQA")).then();
    affiliations
        .given(BEFORE, ENDED, ASSIGNED)
        .when(to("WQB"))
        .thenRejected(new BelongsElsewhere(AffiliationKind.COMMISSIONED_BY, "WQA"));
  }

  @Test
  void that_it_stays_is_said_too() {
    affiliations
        .given(BEFORE)
        .when(to("WQO"))
        .then(ENDED, started("WQO", APRIL, BEFORE.affiliationId()));
  }

  @Test
  void what_was_first_seen_after_that_day_goes_from_its_own_first_day() {
    var seen = started("WQO", AUGUST, null);
    affiliations
        .given(seen)
        .when(new Reassign(seen.affiliationId(), "WQA", APRIL, ALWAYS, ALWAYS))
        .then(
            new AffiliationEnded(
                seen.affiliationId(), SUB_ICB, "WQO", AffiliationKind.COMMISSIONED_BY, AUGUST),
            started("WQA", AUGUST, seen.affiliationId()));
    affiliations
        .given(seen)
        .when(new Reassign(seen.affiliationId(), "WQO", APRIL, ALWAYS, ALWAYS))
        .then();
  }

  @Test
  void an_end_that_is_known_stays_its_end() {
    var ends =
        new AffiliationEnded(
            BEFORE.affiliationId(), SUB_ICB, "WQO", AffiliationKind.COMMISSIONED_BY, AUGUST);
    affiliations
        .given(BEFORE, ends)
        .when(to("WQA"))
        .then(
            ENDED,
            ASSIGNED,
            new AffiliationEnded(
                ASSIGNED.affiliationId(), SUB_ICB, "WQA", AffiliationKind.COMMISSIONED_BY, AUGUST));
  }

  @Test
  void a_practice_of_both_federations_that_became_one_is_in_it_once() {
    var one = federation("one");
    var other = federation("other");
    var ended =
        new AffiliationEnded(
            one.affiliationId(), SUB_ICB, "one", AffiliationKind.FEDERATION, APRIL);
    var wish = new Reassign(one.affiliationId(), "other", APRIL, ALWAYS, ALWAYS);
    affiliations.given(one, other).when(wish).then(ended);
    affiliations.given(one, other, ended).when(wish).then();
  }

  @Test
  void both_are_open_on_that_day_and_the_belonging_is_known() {
    var closed = new Period(Y2022, JANUARY);
    affiliations
        .given(BEFORE)
        .when(new Reassign(BEFORE.affiliationId(), "WQA", APRIL, closed, ALWAYS))
        .thenRejected(new MemberNotOpen(APRIL));
    affiliations
        .given(BEFORE)
        .when(new Reassign(BEFORE.affiliationId(), "WQA", APRIL, ALWAYS, null))
        .thenRejected(new ParentNotOpen(APRIL));
    affiliations.given(BEFORE).when(to("W1A")).thenRejected(new OwnParent());
    affiliations
        .given()
        .when(to("WQA"))
        .thenRejected(new UnknownAffiliation(BEFORE.affiliationId()));
    affiliations.given(BEFORE, ENDED).when(to("WQA")).thenRejected(new EndedAlready(APRIL));
  }

  @Test
  void an_assignment_is_taken_back_and_may_be_made_again() {
    var back = List.of(voided(ASSIGNED), reopened());
    affiliations
        .given(BEFORE, ENDED, ASSIGNED)
        .when(new TakeBack(ASSIGNED.affiliationId()))
        .then(back.get(0), back.get(1));
    affiliations
        .given(BEFORE, ENDED, ASSIGNED, back.get(0), back.get(1))
        .when(to("WQB"))
        .then(ENDED, started("WQB", APRIL, BEFORE.affiliationId()));
    affiliations
        .given(BEFORE)
        .when(new TakeBack(BEFORE.affiliationId()))
        .thenRejected(new NotAssigned(BEFORE.affiliationId()));
    affiliations
        .given(BEFORE)
        .when(new TakeBack(ASSIGNED.affiliationId()))
        .thenRejected(new UnknownAffiliation(ASSIGNED.affiliationId()));
  }

  @Test
  void a_later_file_confirms_it_or_corrects_it() {
    affiliations.given(BEFORE, ENDED, ASSIGNED).when(file("WQA", AUGUST, JANUARY)).then();
    affiliations
        .given(BEFORE, ENDED, ASSIGNED)
        .when(file("WQB", AUGUST, JANUARY))
        .then(
            new AffiliationEnded(
                ASSIGNED.affiliationId(), SUB_ICB, "WQA", AffiliationKind.COMMISSIONED_BY, AUGUST),
            new AffiliationStarted(
                Affiliation.id(SUB_ICB, "WQB", AffiliationKind.COMMISSIONED_BY, AUGUST),
                SUB_ICB,
                "WQB",
                AffiliationKind.COMMISSIONED_BY,
                AUGUST,
                true));
  }

  @Test
  void a_file_from_before_that_day_moves_nothing() {
    affiliations.given(BEFORE, ENDED, ASSIGNED).when(file("WQO", JANUARY, null)).then();
  }

  private static Reassign to(String successor) {
    return new Reassign(BEFORE.affiliationId(), successor, APRIL, ALWAYS, ALWAYS);
  }

  private static AcceptOds file(String parent, LocalDate release, @Nullable LocalDate newest) {
    return new AcceptOds(
        SUB_ICB,
        AffiliationKind.COMMISSIONED_BY,
        List.of(new Stated(parent, null, null)),
        release,
        newest);
  }

  private static AffiliationStarted started(
      String parent, LocalDate start, @Nullable UUID insteadOf) {
    return new AffiliationStarted(
        Affiliation.id(SUB_ICB, parent, AffiliationKind.COMMISSIONED_BY, start),
        SUB_ICB,
        parent,
        AffiliationKind.COMMISSIONED_BY,
        start,
        null,
        insteadOf);
  }

  private static AffiliationStarted federation(String parent) {
    return new AffiliationStarted(
        Affiliation.id(SUB_ICB, parent, AffiliationKind.FEDERATION, Y2022),
        SUB_ICB,
        parent,
        AffiliationKind.FEDERATION,
        Y2022,
        null);
  }

  private static AffiliationCorrected voided(AffiliationStarted assigned) {
    return new AffiliationCorrected(
        assigned.affiliationId(),
        SUB_ICB,
        assigned.parentId(),
        assigned.kind(),
        assigned.start(),
        null,
        null,
        true,
        assigned.insteadOf());
  }

  private static AffiliationCorrected reopened() {
    return new AffiliationCorrected(
        BEFORE.affiliationId(),
        SUB_ICB,
        "WQO",
        AffiliationKind.COMMISSIONED_BY,
        Y2022,
        null,
        null,
        null);
  }
}
