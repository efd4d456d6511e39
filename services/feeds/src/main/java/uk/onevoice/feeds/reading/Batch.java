package uk.onevoice.feeds.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.log.FeedEvent;
import uk.onevoice.feeds.readers.Reader;

/**
 * Events as one reader is told them: CloudEvents 1.0 in JSON, without data. The id is the reader's
 * own, the same whenever the event is read: two readers cannot find out by it that they heard of
 * the same.
 */
public final class Batch {
  static final String MEDIA_TYPE = "application/cloudevents-batch+json";

  /** Of one event. */
  public static final String EVENT_MEDIA_TYPE = "application/cloudevents+json";

  /** Where events come from: with the id, it is unique. */
  private static final String SOURCE = "/v1/feed";

  private static final int ID_BYTES = 16;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Secrets secrets;

  public Batch(Secrets secrets) {
    this.secrets = secrets;
  }

  /** The same text for the same events. */
  String of(Reader reader, List<FeedEvent> events) {
    byte[] key = key(reader);
    return json(events.stream().map(event -> event(key, event)).toList());
  }

  /** One of them, as it is among others. */
  public String one(Reader reader, FeedEvent event) {
    return json(event(key(reader), event));
  }

  /** Its id for this reader. */
  public String id(Reader reader, FeedEvent event) {
    return id(key(reader), event);
  }

  private byte[] key(Reader reader) {
    return secrets.key("ids of\n" + reader.client() + "\n" + reader.organisation());
  }

  private static String json(Object told) {
    try {
      return JSON.writeValueAsString(told);
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException("Events could not be written", cause);
    }
  }

  private static Map<String, String> event(byte[] key, FeedEvent event) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("specversion", "1.0");
    told.put("id", id(key, event));
    told.put("source", SOURCE);
    told.put("type", event.type());
    told.put("subject", event.subject());
    told.put("time", event.time().toString());
    told.put("dataref", event.dataref());
    putIfAny(told, "place", event.place());
    putIfAny(told, "topic", event.topic());
    putIfAny(told, "ics", event.ics());
    return told;
  }

  private static void putIfAny(Map<String, String> told, String name, @Nullable String value) {
    if (value != null) {
      told.put(name, value);
    }
  }

  private static String id(byte[] key, FeedEvent event) {
    String which = event.id() + "\n" + event.recordedAt();
    byte[] mac = Secrets.hmac(key, which.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, ID_BYTES));
  }
}
