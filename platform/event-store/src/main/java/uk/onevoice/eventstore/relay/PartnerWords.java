package uk.onevoice.eventstore.relay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventJson;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.kernel.PartnerEvent;

/** Writes what partners are told, by the schemas in contracts/events/partner. */
public final class PartnerWords {
  /** In this order each has its partitions of the topic; never changed, only added to. */
  private static final List<String> LOGS =
      List.of("organisations", "relationships", "meetings", "mandates");

  private PartnerWords() {}

  /** How this log is told to partners, on the topic that all share. */
  public static Telling telling(String log, Language language) {
    int index = LOGS.indexOf(log);
    if (index < 0) {
      throw new IllegalArgumentException("Partners hear nothing of " + log + ".");
    }
    return new Telling(language, index * Partitions.COUNT, LOGS.size() * Partitions.COUNT);
  }

  public static Told of(StoredEvent by, PartnerEvent event) {
    ObjectNode payload = EventJson.mapper().createObjectNode();
    payload.put("subject", event.subject()).put("dataref", event.dataref());
    put(payload, "place", event.place());
    put(payload, "topic", event.topic());
    put(payload, "ics", event.ics());
    ObjectNode audience = payload.putObject("audience");
    if (event.audience().everyone()) {
      audience.put("everyone", true);
    } else {
      ArrayNode organisations = audience.putArray("organisations");
      event.audience().organisations().forEach(organisations::add);
    }
    String schema = event.type().schema();
    return new Told(
        by, type(schema), "partner/" + schema + "-v1", event.subject(), payload.toString());
  }

  /** {@code gp-position-published-1} for {@code GpPositionPublished}. */
  private static String type(String schema) {
    return schema.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + "-1";
  }

  private static void put(ObjectNode payload, String name, @Nullable String value) {
    if (value != null) {
      payload.put(name, value);
    }
  }
}
