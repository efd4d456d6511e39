package uk.onevoice.organisations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.Affiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.Affiliations;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.TakeBack;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationStarted;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Close;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Reopen;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.RevokeSuccession;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Succeed;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Successor;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationRegistered;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.organisation.Status;
import uk.onevoice.organisations.domain.organisation.SuccessionKind;

/**
 * Whatever happens to ICBs, no location is lost: on every day it belongs to exactly one, which is
 * open and was followed by nobody since, or it is listed as unresolved.
 */
class LostChildrenTest {
  private static final LocalDate FIRST = LocalDate.of(2022, 7, 1);
  private static final Period ALWAYS = Period.from(FIRST);
  private static final int ICBS = 6;
  private static final int LOCATIONS = 12;
  private static final int STEPS = 60;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void after_any_history_each_is_under_an_open_body_or_listed(long seed) {
    var random = new Random(seed);
    var desk = new Desk(folder);
    IntStream.range(0, ICBS).forEach(i -> register(desk, icb(i), OrganisationKind.ICB));
    IntStream.range(0, LOCATIONS).forEach(i -> begin(desk, i, random));
    var steward = new Steward(desk);
    var day = FIRST.plusMonths(6);
    int assigned = 0;
    for (int step = 0; step < STEPS; step++) {
      day = day.plusDays(random.nextInt(40));
      switch (random.nextInt(6)) {
        case 0, 1 -> succeed(desk, random, day);
        case 2 -> tell(desk, icb(random.nextInt(ICBS)), new Close(day));
        case 3 -> tell(desk, icb(random.nextInt(ICBS)), new Reopen(day));
        case 4 -> takeSomethingBack(desk, random);
        default -> {
          for (var open : steward.unresolved(day)) {
            if (!open.candidates().isEmpty() && random.nextBoolean()) {
              steward.assign(open, open.candidates().get(random.nextInt(open.candidates().size())));
              assigned++;
            }
          }
        }
      }
      assertNobodyIsLost(desk, steward, day, seed, step);
    }
    assertThat(assigned).as("assignments in history %d", seed).isPositive();
  }

  private static void assertNobodyIsLost(
      Desk desk, Steward steward, LocalDate day, long seed, int step) {
    var listed = steward.unresolved(day).stream().map(open -> open.child().subject()).toList();
    for (int i = 0; i < LOCATIONS; i++) {
      var location = location(i).value();
      var where = "location %s in history %d after step %d on %s";
      var parents =
          desk.affiliations(location, AffiliationKind.COMMISSIONED_BY).stream()
              .filter(each -> each.period().includes(day))
              .toList();
      assertThat(parents).as(where, location, seed, step, day).hasSize(1);
      var parent = parents.getFirst();
      var body = desk.organisation(parent.parentId());
      var end = body.record().end();
      boolean closed = end != null && !end.isAfter(day);
      boolean followedSince =
          body.successors().entrySet().stream()
              .anyMatch(entry ->
                  !entry.getValue().isEmpty()
                      && !entry.getKey().isAfter(day)
                      && entry.getKey().isAfter(parent.period().start()));
      assertThat(listed.contains(location))
          .as(where, location, seed, step, day)
          .isEqualTo(closed || followedSince);
    }
  }

  private static void succeed(Desk desk, Random random, LocalDate day) {
    var successors = new ArrayList<Successor>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      var id = icb(random.nextInt(ICBS));
      var record = desk.organisation(id.value()).record();
      successors.add(new Successor(id, record.kinds(), new Period(FIRST, record.end())));
    }
    var kind = successors.size() > 1 ? SuccessionKind.SPLIT : SuccessionKind.MERGER;
    tell(desk, icb(random.nextInt(ICBS)), new Succeed(successors, kind, day));
  }

  /** A succession, or an assignment. */
  private static void takeSomethingBack(Desk desk, Random random) {
    var icb = icb(random.nextInt(ICBS));
    desk.organisation(icb.value()).successors().keySet().stream()
        .findFirst()
        .ifPresent(date -> tell(desk, icb, new RevokeSuccession(date)));
    var location = location(random.nextInt(LOCATIONS));
    desk.registry.affiliationsOf(location).all().stream()
        .filter(each -> each.insteadOf() != null)
        .filter(each -> each.period().end() == null)
        .findFirst()
        .ifPresent(each -> tell(desk, location, new TakeBack(each.id())));
  }

  /** What a rule refuses does not happen. */
  private static void tell(Desk desk, OrganisationId id, OrganisationCommand wish) {
    var decision =
        Organisation.DECIDER.decide().apply(wish, desk.registry.organisation(id).state());
    if (decision instanceof Decision.Accepted<OrganisationEvent, OrganisationRejection>(var all)) {
      desk.say(Streams.organisation(id), all);
    }
  }

  private static void tell(Desk desk, OrganisationId member, AffiliationsCommand wish) {
    var decision = Affiliations.DECIDER.decide().apply(wish, desk.registry.affiliationsOf(member));
    if (decision instanceof Decision.Accepted<AffiliationsEvent, AffiliationsRejection>(var all)) {
      desk.say(Streams.affiliations(member), all);
    }
  }

  private static void begin(Desk desk, int location, Random random) {
    var id = location(location);
    register(desk, id, OrganisationKind.SUB_ICB);
    var parent = icb(random.nextInt(ICBS)).value();
    var kind = AffiliationKind.COMMISSIONED_BY;
    var started =
        new AffiliationStarted(
            Affiliation.id(id, parent, kind, FIRST), id, parent, kind, FIRST, null);
    desk.say(Streams.affiliations(id), List.of(started));
  }

  private static void register(Desk desk, OrganisationId id, OrganisationKind kind) {
    desk.say(
        Streams.organisation(id),
        List.of(
            new OrganisationRegistered(
                id,
                id.value(),
                "NHS " + id,
                List.of(kind),
                null,
                ALWAYS.start(),
                null,
                Status.ACTIVE,
                FIRST,
                Source.ECCG,
                null)));
  }

  private static OrganisationId icb(int number) {
    return new OrganisationId("WQ" + (char) ('A' + number));
  }

  private static OrganisationId location(int number) {
    return new OrganisationId("W1" + (char) ('A' + number));
  }
}
