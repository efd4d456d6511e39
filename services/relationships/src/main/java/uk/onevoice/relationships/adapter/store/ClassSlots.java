package uk.onevoice.relationships.adapter.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Handled;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.relationships.domain.Slot;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.SlotCommand;
import uk.onevoice.relationships.domain.SlotEvent;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.SlotRejection;
import uk.onevoice.relationships.domain.judgement.JudgementCommand;
import uk.onevoice.relationships.domain.judgement.JudgementCommand.ClassSlot;
import uk.onevoice.relationships.domain.judgement.JudgementEvent;
import uk.onevoice.relationships.domain.judgement.JudgementRejection;
import uk.onevoice.relationships.domain.judgement.Judgements;
import uk.onevoice.relationships.domain.judgement.Surroundings;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.service.wiring.Rounds;

/**
 * Classes slots anew when something else than a judgement changes what their class follows from: a
 * relationship began or ended or is with somebody else, the vault has lost or hidden a judgement,
 * or a day has come.
 *
 * <p>A slot that is of the class it was said to be stays as it is, so that a round that is broken
 * off is done again. It holds its row, so that replicas take turns.
 */
@ApplicationScoped
class ClassSlots {
  private static final Logger LOG = Logger.getLogger(ClassSlots.class);
  private static final String NAME = "class-slots";

  /** Slots of the events since the round before. */
  private static final String TOUCHED =
      """
      select distinct event.payload ->> 'slotId' from event
      join stream on stream.stream = 'judgement-' || (event.payload ->> 'slotId')
      where event.position > ? and event.position <= ? and event.type in (
        'SlotDefined', 'SlotWithdrawn', 'RelationshipOpened', 'RelationshipClosed',
        'CounterpartNamed', 'CounterpartLeft', 'CounterpartLinked', 'CounterpartUnlinked')\
      """;

  private static final String ALL =
      "select substr(stream, 11) from stream where stream like 'judgement-%' order by stream";

  /** Whether words about somebody went, or were corrected, since the round before. */
  private static final String WORDS_WENT =
      """
      select exists (select from event where position > ? and position <= ?
        and type in ('SubjectErased', 'WordsRectified'))\
      """;

  /** Who is restricted, under which records: a text that changes when that does. */
  private static final String RESTRICTED =
      """
      select md5(coalesce((select string_agg(subject::text, ' ' order by subject)
        from vault_restricted), '') || coalesce((select string_agg(person_id || ' ' || into_id, ' '
        order by person_id) from directory_person_alias), ''))\
      """;

  private final CommandHandler<JudgementCommand, Judgements, JudgementEvent, JudgementRejection>
      judgements;
  private final CommandHandler<SlotCommand, Slot, SlotEvent, SlotRejection> slots;
  private final KeptJudgements kept;
  private final Today today;
  private final Clock clock;
  private final Ids ids;
  private final long everyMillis;
  private final Rounds rounds;

  ClassSlots(
      CommandHandler<JudgementCommand, Judgements, JudgementEvent, JudgementRejection> judgements,
      CommandHandler<SlotCommand, Slot, SlotEvent, SlotRejection> slots,
      KeptJudgements kept,
      DataSource database,
      Today today,
      Clock clock,
      Ids ids,
      @ConfigProperty(name = "onevoice.relationships.classed-every", defaultValue = "1000")
          long everyMillis) {
    this.judgements = judgements;
    this.slots = slots;
    this.kept = kept;
    this.rounds = new Rounds(NAME, database, this::classNews);
    this.today = today;
    this.clock = clock;
    this.ids = ids;
    this.everyMillis = everyMillis;
  }

  void start(@Observes StartupEvent start) {
    rounds.begin(everyMillis);
  }

  void stop(@Observes ShutdownEvent stop) {
    rounds.end();
  }

  /** What the round before had seen. */
  private record Seen(long position, LocalDate day, String restricted) {}

  private void classNews(Connection transaction) throws SQLException {
    Seen before = seen(transaction);
    Seen now = new Seen(head(transaction), today.get(), restricted(transaction));
    if (!now.equals(before)) {
      for (SlotId slot : slotsToLookAt(transaction, before, now)) {
        classAnew(slot, now.day());
      }
      note(transaction, now);
    }
  }

  private static List<SlotId> slotsToLookAt(Connection connection, Seen before, Seen now)
      throws SQLException {
    boolean all =
        !now.day().equals(before.day())
            || !now.restricted().equals(before.restricted())
            // The database was set back to an earlier time.
            || now.position() < before.position()
            || wordsWent(connection, before, now);
    try (PreparedStatement select = connection.prepareStatement(all ? ALL : TOUCHED)) {
      if (!all) {
        select.setLong(1, before.position());
        select.setLong(2, now.position());
      }
      try (ResultSet rows = select.executeQuery()) {
        List<SlotId> found = new ArrayList<>();
        while (rows.next()) {
          found.add(new SlotId(UUID.fromString(rows.getString(1))));
        }
        return found;
      }
    }
  }

  private static boolean wordsWent(Connection connection, Seen before, Seen now)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(WORDS_WENT)) {
      select.setLong(1, before.position());
      select.setLong(2, now.position());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** As of this day; of what class it is already, nothing is said again. */
  void classAnew(SlotId slot, LocalDate day) {
    String stream = JudgementLog.stream(slot);
    Judgements known = judgements.current(stream).state();
    var handled =
        judgements.handle(
            Envelope.of(
                stream,
                new ClassSlot(slot, around(slot, known, day)),
                new Metadata(ActorRef.service("relationships"), null, null, ids.get(), null, null),
                clock.instant()));
    if (handled instanceof Handled.Done<Judgements, JudgementEvent, JudgementRejection> done
        && !done.events().isEmpty()) {
      LOG.infof("slot classed anew slot=%s version=%d", slot.value(), done.version());
    }
  }

  private Surroundings around(SlotId slot, Judgements known, LocalDate day) {
    return slots.current(SlotLog.stream(slot)).state() instanceof Defined defined
        ? new Surroundings(KeptJudgements.live(defined), kept.sways(slot, defined, known), day)
        : new Surroundings(Set.of(), List.of(), day);
  }

  private static Seen seen(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select position, day, restricted from class_round for update");
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Seen(row.getLong(1), row.getObject(2, LocalDate.class), row.getString(3));
    }
  }

  private static long head(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("select position from log_head");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static String restricted(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(RESTRICTED);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  private static void note(Connection connection, Seen now) throws SQLException {
    try (PreparedStatement note =
        connection.prepareStatement(
            "update class_round set position = ?, day = ?, restricted = ?")) {
      note.setLong(1, now.position());
      note.setObject(2, now.day());
      note.setString(3, now.restricted());
      note.executeUpdate();
    }
  }
}
