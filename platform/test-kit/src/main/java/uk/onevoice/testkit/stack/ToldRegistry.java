package uk.onevoice.testkit.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Who is who, as a test tells it: organisations' events on the topic that a service's directory
 * hears, in place of the organisations service. What is told is sent when the method returns, and
 * known to the service a moment later; wait for what it makes possible.
 *
 * <pre>{@code
 * try (var registry = ToldRegistry.on(topic)) {
 *   registry.practice("WYVP0001", place);
 *   UUID nadia = registry.person("nadia.velloso");
 *   registry.appoint(nadia, "FEDERATION_LEAD", federation);
 * }
 * }</pre>
 */
public final class ToldRegistry implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate EVER_SINCE = LocalDate.of(2020, 4, 1);

  private final RunningStack stack = RunningStack.get();
  private final String log;
  private final String topic;
  private final Producer<String, String> producer;
  private final Told told;
  private final Map<Integer, Long> reached = new TreeMap<>();

  /** What was told on a topic so far, by whoever told it: a log's positions never begin again. */
  private static final class Told {
    private final Map<String, Long> versions = new HashMap<>();
    private long position;
  }

  private static final Map<String, Told> BY_TOPIC = new ConcurrentHashMap<>();

  private ToldRegistry(String log, String topic) {
    this.log = log;
    this.topic = topic;
    this.told = BY_TOPIC.computeIfAbsent(topic, _ -> new Told());
    this.producer =
        new KafkaProducer<>(
            stack.kafkaProperties(), new StringSerializer(), new StringSerializer());
  }

  /**
   * @param topic the real name of the topic: {@code onevoice.directory.topic} of the service
   */
  public static ToldRegistry on(String topic) {
    return new ToldRegistry("organisations", topic);
  }

  /** The same for another service's log, for what its own events tell. */
  public static ToldRegistry of(String log, String topic) {
    return new ToldRegistry(log, topic);
  }

  public void place(UUID place, String ics, String name) {
    tell(
        "place-" + place,
        "PlaceDefined",
        Map.of(
            "placeId",
            place.toString(),
            "icsId",
            ics,
            "name",
            name,
            "start",
            EVER_SINCE.toString()));
  }

  /** A topic of an ICS's list. */
  public void topic(UUID topic, String ics, String label) {
    tell(
        "topics-" + ics,
        "TopicDefined",
        Map.of(
            "topicId",
            topic.toString(),
            "icsId",
            ics,
            "label",
            label,
            "start",
            EVER_SINCE.toString()));
  }

  /** From this day on, whoever names the one topic means the other. */
  public void merged(UUID topic, String ics, UUID into, LocalDate on) {
    tell(
        "topics-" + ics,
        "TopicMerged",
        Map.of(
            "topicId", topic.toString(),
            "icsId", ics,
            "into", into.toString(),
            "on", on.toString()));
  }

  /** A forum of an ICS's list that is called otherwise from a day on. */
  public void forum(UUID forum, String ics, String label, String next, LocalDate from) {
    tell(
        "forums-" + ics,
        "ForumRegistered",
        Map.of(
            "forumId",
            forum.toString(),
            "icsId",
            ics,
            "label",
            label,
            "start",
            EVER_SINCE.toString()));
    tell(
        "forums-" + ics,
        "ForumRenamed",
        Map.of("forumId", forum.toString(), "icsId", ics, "label", next, "from", from.toString()));
  }

  /** An organisation that is open. */
  public void organisation(String id, String name, String... kinds) {
    tell(
        "organisation-" + id,
        "OrganisationRegistered",
        Map.of(
            "organisationId",
            id,
            "name",
            name,
            "kinds",
            List.of(kinds),
            "start",
            EVER_SINCE.toString(),
            "status",
            "ACTIVE"));
  }

  /** A leadership group of a place, without terms: nobody sits in it. */
  public void group(UUID id, String ics, UUID place) {
    organisation(id.toString(), "Leadership group", "LEADERSHIP_GROUP");
    tell(
        "group-" + id,
        "GroupFormed",
        Map.of(
            "groupId",
            id.toString(),
            "icsId",
            ics,
            "placeIds",
            List.of(place.toString()),
            "footing",
            "SEPARATE",
            "start",
            EVER_SINCE.toString()));
  }

  /** A practice that lies in this place. */
  public void practice(String odsCode, UUID place) {
    organisation(odsCode, "Practice " + odsCode, "PRACTICE");
    member(odsCode, place.toString(), "PLACE");
  }

  /** The national map of practices with patients lists the practice. */
  public void listed(String odsCode) {
    tell(
        "organisation-" + odsCode,
        "PracticeListed",
        Map.of("organisationId", odsCode, "from", EVER_SINCE.toString()));
  }

  public void member(String member, String parent, String kind) {
    tell(
        "affiliations-" + member,
        "AffiliationStarted",
        Map.of(
            "affiliationId", UUID.randomUUID().toString(),
            "memberId", member,
            "parentId", parent,
            "kind", kind,
            "start", EVER_SINCE.toString()));
  }

  /** Registers a person and links the sign-in of this user of the demonstration realm to them. */
  public UUID person(String user) {
    UUID person = UUID.randomUUID();
    JsonNode claims = claims(stack.token(user));
    tell("person-" + person, "PersonRegistered", Map.of("personId", person.toString()));
    tell(
        "person-" + person,
        "IdentityLinked",
        Map.of(
            "personId",
            person.toString(),
            "identityHash",
            sha256(claims.path("iss").asText() + "\n" + claims.path("sub").asText())));
    return person;
  }

  /**
   * Lets a person hold a role from long ago on.
   *
   * @return the role holding, as {@code X-Acting-As} names it
   */
  public UUID appoint(UUID person, String role, @Nullable String organisation) {
    UUID holding = UUID.randomUUID();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("roleHoldingId", holding.toString());
    fields.put("personId", person.toString());
    fields.put("role", role);
    if (organisation != null) {
      fields.put("organisationId", organisation);
    }
    fields.put("start", EVER_SINCE.toString());
    tell("person-" + person, "RoleAppointed", fields);
    return holding;
  }

  /**
   * Ends a holding.
   *
   * @param end the first day on which it counts no more
   */
  public void end(UUID person, UUID holding, LocalDate end) {
    tell(
        "person-" + person,
        "RoleEnded",
        Map.of(
            "personId",
            person.toString(),
            "roleHoldingId",
            holding.toString(),
            "end",
            end.toString()));
  }

  /** Says that a person's record is one of somebody else, who stands for both. */
  public void merge(UUID person, UUID into) {
    tell(
        "person-" + person,
        "PersonMerged",
        Map.of("personId", person.toString(), "into", into.toString()));
  }

  /** Says that they are two people after all. */
  public void undoMerge(UUID person, UUID from) {
    tell(
        "person-" + person,
        "PersonMergeUndone",
        Map.of("personId", person.toString(), "from", from.toString()));
  }

  /** Registers and approves a system client. */
  public void client(String clientId, String organisation, String kind) {
    tell(
        "client-" + clientId,
        "ClientRegistered",
        Map.of("clientId", clientId, "organisationId", organisation, "kind", kind));
    tell("client-" + clientId, "ClientApproved", Map.of("clientId", clientId));
  }

  /** Asks every service to erase the person. */
  public void erased(UUID person) {
    tell("person-" + person, "PersonErased", Map.of("personId", person.toString()));
  }

  /** Registers a system client, approves and suspends it. */
  public void suspendedClient(String clientId, String organisation, String kind) {
    client(clientId, organisation, kind);
    tell("client-" + clientId, "ClientSuspended", Map.of("clientId", clientId));
  }

  /** How far all that was told has come, as {@code X-Position} says it. */
  public synchronized String positions() {
    return reached.entrySet().stream()
        .map(each -> log + ":" + each.getKey() + ":" + each.getValue())
        .collect(Collectors.joining(","));
  }

  /** Any event of the log. */
  public void tell(String stream, String type, Map<String, ?> fields) {
    synchronized (told) {
      tellNext(stream, type, fields);
    }
  }

  private synchronized void tellNext(String stream, String type, Map<String, ?> fields) {
    told.position++;
    long version = told.versions.merge(stream, 1L, Long::sum);
    String now = Instant.now().toString();
    var event = new ProducerRecord<>(topic, stream, json(fields));
    var headers = new LinkedHashMap<String, String>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", UUID.randomUUID().toString());
    headers.put("ce_source", "/" + log);
    headers.put("ce_type", type);
    headers.put("ce_time", now);
    headers.put("ce_subject", stream);
    headers.put("ce_dataschema", "/contracts/events/" + log + "/" + type + "-v1.json");
    headers.put("content-type", "application/json");
    headers.put("ce_logposition", Long.toString(told.position));
    headers.put("ce_logepoch", "1");
    headers.put("ce_streamversion", Long.toString(version));
    headers.put("ce_recordedtime", now);
    headers.put("ce_actor", "service:" + log);
    headers.put("ce_correlationid", UUID.randomUUID().toString());
    headers.forEach(
        (name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try {
      reached.put(producer.send(event).get().partition(), told.position);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot tell " + type, e);
    }
  }

  private static String json(Map<String, ?> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode claims(String token) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
