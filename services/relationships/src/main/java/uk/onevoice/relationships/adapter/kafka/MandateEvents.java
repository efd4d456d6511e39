package uk.onevoice.relationships.adapter.kafka;

import static uk.onevoice.relationships.adapter.kafka.MandatePayloads.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.EventHandler;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.relationships.adapter.kafka.MandatePayloads.Asked;
import uk.onevoice.relationships.adapter.kafka.MandatePayloads.OfAny;
import uk.onevoice.relationships.adapter.kafka.MandatePayloads.OfDay;
import uk.onevoice.relationships.adapter.kafka.MandatePayloads.OfVersion;
import uk.onevoice.relationships.adapter.kafka.MandatePayloads.Opened;
import uk.onevoice.relationships.domain.mandate.KnownMandate;
import uk.onevoice.relationships.domain.mandate.MandateHeard;

/**
 * Keeps the copy of mandates: their terms, and when they were in force. An event heard a second
 * time changes nothing.
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
          "MandateEnded");

  @Override
  public Set<String> applies() {
    return APPLIES;
  }

  @Override
  public Set<String> ignores() {
    return Set.of();
  }

  /** This is a copy of a few facts; answers, positions, schemes and the rest are not needed. */
  @Override
  public boolean ignores(String type) {
    return !APPLIES.contains(type);
  }

  @Override
  public boolean startOver(Connection transaction, String log) throws SQLException {
    try (var statement = transaction.createStatement()) {
      statement.execute("delete from known_mandate");
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
      @Nullable Copy copy = copies.get(event.stream());
      if (copy == null) {
        copy = rows.find(read(event, OfAny.class).mandateId());
      }
      // Heard before: applying it again would undo a later event.
      if (copy == null || event.version() > copy.heard()) {
        copies.put(event.stream(), applied(event, copy));
      }
    }
    for (@Nullable Copy copy : copies.values()) {
      if (copy != null) {
        rows.put(copy);
      }
    }
  }

  private static @Nullable Copy applied(HeardEvent event, @Nullable Copy copy) {
    @Nullable KnownMandate mandate = copy == null ? null : copy.mandate();
    for (MandateHeard heard : changes(event)) {
      mandate =
          mandate == null
              ? heard instanceof MandateHeard.Opened opened ? KnownMandate.of(opened) : null
              : mandate.after(heard);
    }
    return mandate == null ? null : new Copy(mandate, event.version());
  }

  private static List<MandateHeard> changes(HeardEvent event) {
    return switch (event.type()) {
      case "MandateOpened" -> opened(read(event, Opened.class));
      case "VersionAsked" -> {
        var asked = read(event, Asked.class);
        yield List.of(new MandateHeard.Asked(asked.terms().version(asked.version())));
      }
      case "MandateActivated", "SuspensionLifted" -> {
        var from = read(event, OfVersion.class);
        yield List.of(new MandateHeard.InForceFrom(from.version(), from.on()));
      }
      case "MandateSuspended", "MandateExpired", "MandateEnded" ->
          List.of(new MandateHeard.OutOfForceFrom(read(event, OfDay.class).on()));
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
            new MandateHeard.Asked(opened.ofOneStep()),
            new MandateHeard.InForceFrom(1, opened.start()))
        : List.of(first, new MandateHeard.Asked(terms.version(1)));
  }
}
