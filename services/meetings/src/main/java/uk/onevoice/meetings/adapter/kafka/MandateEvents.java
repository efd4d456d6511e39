package uk.onevoice.meetings.adapter.kafka;

import static uk.onevoice.meetings.adapter.kafka.MandatePayloads.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.adapter.kafka.MandatePayloads.Alternate;
import uk.onevoice.meetings.adapter.kafka.MandatePayloads.Answered;
import uk.onevoice.meetings.adapter.kafka.MandatePayloads.Asked;
import uk.onevoice.meetings.adapter.kafka.MandatePayloads.Invoked;
import uk.onevoice.meetings.adapter.kafka.MandatePayloads.OfInvocation;
import uk.onevoice.meetings.adapter.kafka.MandatePayloads.OfMandate;
import uk.onevoice.meetings.adapter.kafka.MandatePayloads.OfVersion;
import uk.onevoice.meetings.adapter.kafka.MandatePayloads.Opened;
import uk.onevoice.meetings.domain.mandate.KnownInvocation.State;
import uk.onevoice.meetings.domain.mandate.KnownMandate;
import uk.onevoice.meetings.domain.mandate.MandateHeard;
import uk.onevoice.messaging.EventHandler;
import uk.onevoice.messaging.HeardEvent;

/**
 * Keeps the copy of mandates: their terms, when they were in force, what practices answered, and
 * what was agreed under them. An event heard a second time changes nothing.
 */
public final class MandateEvents implements EventHandler {
  private static final Set<String> APPLIES =
      Set.of(
          "MandateOpened",
          "VersionAsked",
          "MandateActivated",
          "MandateSuspended",
          "SuspensionLifted",
          "MandateExpired",
          "MandateEnded",
          "AlternateNamed",
          "AlternateStoodDown",
          "ConsentGranted",
          "ConsentConditional",
          "ConsentDeclined",
          "ConsentWithdrawn",
          "ConsentEnded",
          "MandateInvoked",
          "InvocationRatified",
          "InvocationTakenBack");

  @Override
  public Set<String> applies() {
    return APPLIES;
  }

  @Override
  public Set<String> ignores() {
    return Set.of();
  }

  /**
   * This is a copy of a few facts; drafts, positions, schemes and the rest are not its business.
   */
  @Override
  public boolean ignores(String type) {
    return !APPLIES.contains(type);
  }

  @Override
  public boolean startOver(Connection transaction, String log) throws SQLException {
    try (var statement = transaction.createStatement()) {
      for (String table : List.of("known_mandate", "known_invocation", "known_answer")) {
        statement.addBatch("delete from " + table);
      }
      statement.executeBatch();
    }
    return true;
  }

  /**
   * A mandate while a batch is applied.
   *
   * @param heard the version of its stream up to which all is applied
   */
  record Copy(KnownMandate mandate, long heard) {}

  @Override
  public void apply(Connection transaction, List<HeardEvent> events) throws SQLException {
    var rows = new MandateRows(transaction);
    Map<String, @Nullable Copy> copies = new LinkedHashMap<>();
    for (HeardEvent event : events) {
      UUID id = read(event, OfAny.class).mandateId();
      @Nullable Copy copy = copies.get(event.stream());
      if (copy == null) {
        copy = rows.find(id);
      }
      // Heard before: applying it again would undo a later event.
      if (copy == null || event.version() > copy.heard()) {
        copies.put(event.stream(), apply(rows, event, copy));
      }
    }
    for (@Nullable Copy copy : copies.values()) {
      if (copy != null) {
        rows.put(copy);
      }
    }
  }

  private record OfAny(UUID mandateId) {}

  private static @Nullable Copy apply(MandateRows rows, HeardEvent event, @Nullable Copy copy)
      throws SQLException {
    switch (event.type()) {
      case "MandateInvoked" -> rows.put(read(event, Invoked.class));
      case "InvocationRatified" -> invocation(rows, event, State.RATIFIED);
      case "InvocationTakenBack" -> invocation(rows, event, State.TAKEN_BACK);
      case "ConsentGranted" -> rows.put(read(event, Answered.class), "GRANTED");
      case "ConsentConditional" -> rows.put(read(event, Answered.class), "CONDITIONAL");
      case "ConsentDeclined" -> rows.put(read(event, Answered.class), "DECLINED");
      case "ConsentWithdrawn" -> rows.put(read(event, Answered.class), "WITHDRAWN");
      case "ConsentEnded" -> rows.put(read(event, Answered.class), "ENDED");
      default -> {
        // What changes the mandate itself is below.
      }
    }
    @Nullable KnownMandate mandate = copy == null ? null : copy.mandate();
    for (MandateHeard heard : changes(event)) {
      mandate =
          mandate == null && heard instanceof MandateHeard.Opened(var id, var place)
              ? new KnownMandate(id, place, List.of(), List.of(), List.of())
              : mandate == null ? null : mandate.after(heard);
    }
    return mandate == null ? null : new Copy(mandate, event.version());
  }

  private static void invocation(MandateRows rows, HeardEvent event, State state)
      throws SQLException {
    rows.set(read(event, OfInvocation.class).invocationId(), state);
  }

  private static List<MandateHeard> changes(HeardEvent event) {
    return switch (event.type()) {
      case "MandateOpened" -> opened(read(event, Opened.class));
      case "VersionAsked" -> {
        var asked = read(event, Asked.class);
        yield List.of(
            new MandateHeard.Asked(
                asked.mandateId(),
                asked.terms().version(asked.version()),
                asked.terms().standIns()));
      }
      case "MandateActivated", "SuspensionLifted" -> {
        var from = read(event, OfVersion.class);
        yield List.of(new MandateHeard.InForceFrom(from.mandateId(), from.version(), from.on()));
      }
      case "MandateSuspended", "MandateExpired", "MandateEnded" -> {
        var from = read(event, OfMandate.class);
        yield List.of(new MandateHeard.OutOfForceFrom(from.mandateId(), from.on()));
      }
      case "AlternateNamed" -> {
        var named = read(event, Alternate.class);
        yield List.of(
            new MandateHeard.AlternateNamed(
                named.mandateId(), named.alternate().held(), named.on()));
      }
      case "AlternateStoodDown" -> {
        var named = read(event, Alternate.class);
        yield List.of(
            new MandateHeard.AlternateStoodDown(
                named.mandateId(), named.alternate().held(), named.on()));
      }
      default -> List.of();
    };
  }

  /** Asked for in one step, it is in force from its first day on; else once it is activated. */
  private static List<MandateHeard> opened(Opened opened) {
    var first = new MandateHeard.Opened(opened.mandateId(), opened.placeId());
    var terms = opened.terms();
    return terms == null
        ? List.of(
            first,
            new MandateHeard.Asked(opened.mandateId(), opened.ofOneStep(), List.of()),
            new MandateHeard.InForceFrom(opened.mandateId(), 1, opened.start()))
        : List.of(
            first, new MandateHeard.Asked(opened.mandateId(), terms.version(1), terms.standIns()));
  }
}
