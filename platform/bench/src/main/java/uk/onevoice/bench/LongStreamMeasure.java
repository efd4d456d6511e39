package uk.onevoice.bench;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.agroal.api.AgroalDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.eventstore.Handled;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.postgres.Database;
import uk.onevoice.eventstore.postgres.PostgresEventStore;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.kernel.Label;
import uk.onevoice.mandates.domain.Answer;
import uk.onevoice.mandates.domain.Belonging;
import uk.onevoice.mandates.domain.ConsentCommand.Given;
import uk.onevoice.mandates.domain.ConsentCommand.Respond;
import uk.onevoice.mandates.domain.Electorate;
import uk.onevoice.mandates.domain.Mandate;
import uk.onevoice.mandates.domain.MandateCommand;
import uk.onevoice.mandates.domain.MandateCommand.Open;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.MandateRejection;
import uk.onevoice.mandates.domain.Manner;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.Topic;

/**
 * P13: a command for a mandate with 5,000 events, against one with 50: both of 200 practices that
 * change their minds, through the command handler into PostgreSQL. The ratio is the median of those
 * of several rounds, in each of which the two take turns and the short one is a new one. Said as
 * well, and judged by nobody: the first command after a start, which reads the stream once.
 */
final class LongStreamMeasure implements Measure {
  private static final double GOAL = 1.5;
  private static final int LONG = 5_000;
  private static final int SHORT = 50;
  private static final int PRACTICES = 200;
  private static final int ROUNDS = 15;
  private static final int COMMANDS = 100;
  private static final LocalDate START = LocalDate.of(2026, 4, 1);
  private static final PlaceId PLACE = new PlaceId(new UUID(1, 1));
  private static final Belonging HERE = new Belonging(PLACE, Set.of());
  private static final Electorate ELECTORATE = new Electorate(List.of());

  private final NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator();

  @Override
  public Set<String> numbers() {
    return Set.of("P13");
  }

  @Override
  public List<Verdict> measure(Ground ground) throws Exception {
    Database database = ground.database("long_streams", "db/eventstore");
    try (AgroalDataSource pool = Ground.pool(database, 2);
        PostgresEventStore store = new PostgresEventStore(database, pool)) {
      var handler = handler(store);
      MandateId many = filled(handler, LONG);
      round(handler, many, 0); // nobody judges the warm-up
      List<Round> rounds = new ArrayList<>();
      for (int number = 1; number <= ROUNDS; number++) {
        rounds.add(round(handler, many, number));
      }
      double[] ratios = rounds.stream().mapToDouble(Round::ratio).sorted().toArray();
      double ratio = ratios[ROUNDS / 2];
      long ofMany = median(rounds.stream().map(Round::ofMany).toList());
      long ofFew = median(rounds.stream().map(Round::ofFew).toList());
      long first = answer(handler(store), many, (ROUNDS + 1) * COMMANDS);
      return List.of(
          new Verdict(
              "P13",
              "a command for a mandate with 5,000 events: %.2f ms; the first after a start: %.0f ms"
                  .formatted(millis(ofMany), millis(first)),
              "with 50 events: %.2f ms; ratio %.2f (of %d rounds %.2f to %.2f), goal 1.5"
                  .formatted(millis(ofFew), ratio, ROUNDS, ratios[0], ratios[ROUNDS - 1]),
              ratio <= GOAL));
    }
  }

  /** Medians of one round, in nanoseconds. */
  private record Round(long ofMany, long ofFew) {
    double ratio() {
      return (double) ofMany / ofFew;
    }
  }

  /** They take turns, and so do who is first, so that what else the machine does hits both. */
  private Round round(
      CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> handler,
      MandateId many,
      int number) {
    MandateId few = filled(handler, SHORT);
    List<Long> ofMany = new ArrayList<>();
    List<Long> ofFew = new ArrayList<>();
    for (int n = number * COMMANDS; n < (number + 1) * COMMANDS; n++) {
      if (n % 2 == 0) {
        ofMany.add(answer(handler, many, n));
        ofFew.add(answer(handler, few, n));
      } else {
        ofFew.add(answer(handler, few, n));
        ofMany.add(answer(handler, many, n));
      }
    }
    return new Round(median(ofMany), median(ofFew));
  }

  private CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> handler(
      PostgresEventStore store) {
    return new CommandHandler<>(
        store, Mandate.DECIDER, EventTypes.of(MandateEvent.class), ids::generate);
  }

  private MandateId filled(
      CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> handler, int events) {
    var id = new MandateId(ids.generate());
    handle(
        handler,
        new Open(
            id,
            PLACE,
            new Topic("community-services"),
            null,
            new OrganisationId("WYVF0001"),
            true,
            new Label("Federation lead"),
            START,
            START.plusYears(2),
            START,
            START,
            null));
    for (int n = 1; n < events; n++) {
      answer(handler, id, n);
    }
    return id;
  }

  /** A practice says yes, and the next time round no. */
  private long answer(
      CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> handler,
      MandateId id,
      int round) {
    var practice = new PracticeId("WYVP%04d".formatted(round % PRACTICES));
    return handle(
        handler,
        new Respond(
            id,
            List.of(
                new Given(
                    practice,
                    HERE,
                    true,
                    round / PRACTICES % 2 == 0 ? Answer.GRANT : Answer.DECLINE,
                    START,
                    null)),
            null,
            Manner.ONLINE,
            START,
            ELECTORATE));
  }

  private long handle(
      CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> handler,
      MandateCommand command) {
    long before = System.nanoTime();
    var handled =
        handler.handle(
            Envelope.of(
                "mandate-" + command.mandateId().value(),
                command,
                new Metadata(ActorRef.service("bench"), null, null, ids.generate(), null, null),
                Instant.now()));
    if (!(handled instanceof Handled.Done<Mandate, MandateEvent, MandateRejection>)) {
      throw new IllegalStateException("A command was not accepted: " + handled);
    }
    return System.nanoTime() - before;
  }

  private static long median(List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(each -> each).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static double millis(long nanos) {
    return (double) nanos / Duration.ofMillis(1).toNanos();
  }
}
