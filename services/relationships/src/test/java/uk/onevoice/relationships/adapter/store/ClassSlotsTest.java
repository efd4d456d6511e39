package uk.onevoice.relationships.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.OrganisationKind;
import uk.onevoice.relationships.domain.PeopleCommand.NoteCounterpart;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.Slot;
import uk.onevoice.relationships.domain.SlotCommand;
import uk.onevoice.relationships.domain.SlotEvent;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.SlotKind;
import uk.onevoice.relationships.domain.SlotRejection;
import uk.onevoice.relationships.domain.judgement.Basis;
import uk.onevoice.relationships.domain.judgement.JudgementCommand;
import uk.onevoice.relationships.domain.judgement.JudgementEvent;
import uk.onevoice.relationships.domain.judgement.JudgementRejection;
import uk.onevoice.relationships.domain.judgement.Judgements;
import uk.onevoice.relationships.domain.judgement.Strength;
import uk.onevoice.relationships.domain.judgement.Surroundings;
import uk.onevoice.relationships.domain.judgement.Verdict;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.vault.NewWords;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.Vault;

/** The days of a judgement, seen with a clock that is moved on. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "relationships"))
class ClassSlotsTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final ActorRef NADIA = ActorRef.person(UUID.randomUUID().toString());

  @Inject
  CommandHandler<JudgementCommand, Judgements, JudgementEvent, JudgementRejection> judgements;

  @Inject CommandHandler<SlotCommand, Slot, SlotEvent, SlotRejection> slots;
  @Inject AgroalDataSource database;

  @Inject
  @DataSource("keys")
  AgroalDataSource keys;

  @Inject Vault vault;
  @Inject Today today;
  @Inject Clock clock;
  @Inject Ids ids;

  @Test
  void a_judgement_ends_by_itself_and_what_was_foreseen_stays_said_once() {
    LocalDate day = today.get();
    LocalDate until = day.plusMonths(6);
    SlotId slot = heldSlot();
    Slot.Defined held = (Slot.Defined) slots.current(SlotLog.stream(slot)).state();
    var pellow = held.counterparts().iterator().next();
    var judged = new Judged(Verdict.YES, Basis.FACT, pellow);
    WordsRef ref = kept(slot, "judgement", judged.written(), until);
    WordsRef words = kept(slot, "judgement-words", "Changed the clinic letter", until);
    does(
        slot,
        new JudgementCommand.RecordAssessment(
            slot,
            ref,
            words,
            until,
            List.of(),
            false,
            new Surroundings(
                KeptJudgements.live(held),
                KeptJudgements.sways(ref, day, until, judged, held).toList(),
                day)));
    assertThat(known(slot).strengthOn(day)).isEqualTo(Strength.NONE);
    assertThat(known(slot).strengthOn(until.minusDays(1))).isEqualTo(Strength.NONE);
    assertThat(known(slot).strengthOn(until)).isEqualTo(Strength.UNKNOWN);

    long before = judgements.current(JudgementLog.stream(slot)).version();
    assertThat(seenAt(until.minusDays(1)).of(slot, known(slot))).hasSize(1);
    classing(until.minusDays(1)).classAnew(slot, until.minusDays(1));
    assertThat(seenAt(until).of(slot, known(slot))).isEmpty();
    classing(until).classAnew(slot, until);
    assertThat(judgements.current(JudgementLog.stream(slot)).version()).isEqualTo(before);

    // A row that goes before its day was not foreseen, and is said.
    vault.delete(new uk.onevoice.vault.VaultRef(ref.value()));
    classing(day).classAnew(slot, day);
    assertThat(known(slot).strengthOn(day)).isEqualTo(Strength.UNKNOWN);
    classing(day).classAnew(slot, day);
    assertThat(judgements.current(JudgementLog.stream(slot)).version()).isEqualTo(before + 1);
  }

  private KeptJudgements seenAt(LocalDate day) {
    return new KeptJudgements(new Vault(database, keys, ids, on(day)));
  }

  private ClassSlots classing(LocalDate day) {
    return new ClassSlots(judgements, slots, seenAt(day), database, today, on(day), ids, 1000);
  }

  private static Clock on(LocalDate day) {
    return Clock.fixed(day.atTime(12, 0).atZone(LONDON).toInstant(), LONDON);
  }

  private Judgements known(SlotId slot) {
    return judgements.current(JudgementLog.stream(slot)).state();
  }

  private WordsRef kept(SlotId slot, String kind, String text, LocalDate until) {
    Instant ends = until.atStartOfDay(LONDON).toInstant();
    return new WordsRef(
        vault
            .keep(
                new NewWords(
                    kind,
                    JudgementLog.stream(slot),
                    Set.of(new Subject(UUID.randomUUID())),
                    text,
                    NADIA,
                    ends))
            .value());
  }

  private void does(SlotId slot, JudgementCommand command) {
    judgements.handle(Envelope.of(JudgementLog.stream(slot), command, metadata(), clock.instant()));
  }

  /** Held since a moment ago, with one person of the other side. */
  private SlotId heldSlot() {
    var place = new PlaceId(UUID.randomUUID());
    var trust = new OrganisationId("WYVT0001");
    SlotId slot = SlotId.of(place, SlotKind.ACUTE, trust);
    var pellow = new CounterpartRef(UUID.randomUUID());
    for (SlotCommand command :
        List.of(
            new SlotCommand.Define(
                slot, place, SlotKind.ACUTE, trust, Set.of(OrganisationKind.TRUST)),
            new NoteCounterpart(slot, pellow),
            new SlotCommand.OpenRelationship(
                slot,
                new RelationshipId(UUID.randomUUID()),
                new PersonId(UUID.randomUUID()),
                new OrganisationId("WYVP0001"),
                List.of(pellow),
                true,
                true))) {
      slots.handle(Envelope.of(SlotLog.stream(slot), command, metadata(), clock.instant()));
    }
    return slot;
  }

  private Metadata metadata() {
    return new Metadata(NADIA, null, null, ids.get(), null, null);
  }
}
