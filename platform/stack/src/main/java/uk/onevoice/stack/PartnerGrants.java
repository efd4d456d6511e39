package uk.onevoice.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Lets a partner's system read the topic that the feed service keeps for it, and its own consumer
 * groups, for as long as that service says so on a compacted topic: key the partner's topic, value
 * the subject of its sign-in, null when it may not any more. The feed service may not change
 * permissions itself, since then it could give itself any. Here nothing else can come of what it
 * says than that a subject, which no service is, reads a topic of that form.
 */
final class PartnerGrants implements AutoCloseable {
  static final String TOPIC = "feed-grants";
  static final String PREFIX = "partner-feed.";
  private static final Pattern GRANTED =
      Pattern.compile("partner-feed\\.[A-Za-z0-9_-]{1,64}\\.[0-9a-f]{16}");
  private static final Pattern SUBJECT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final String USER = "User:";

  /** Bytes in a second, and per cent of a thread: enough for a day's events in a minute. */
  private static final Map<String, Double> QUOTAS =
      Map.of(
          "consumer_byte_rate",
          1_048_576.0,
          "producer_byte_rate",
          1024.0,
          "request_percentage",
          25.0);

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long PAUSE_MILLIS = 500;

  private final Admin admin;
  private final KafkaConsumer<String, String> consumer;
  private final TopicPartition partition = new TopicPartition(TOPIC, 0);
  private final Map<String, String> said = new HashMap<>();
  private final Progress progress;
  private final Thread thread;
  private volatile boolean closed;

  private PartnerGrants(Broker broker, Progress progress) {
    this.admin = broker.admin();
    this.progress = progress;
    var properties = new Properties();
    properties.putAll(broker.adminProperties());
    properties.setProperty("enable.auto.commit", "false");
    properties.setProperty("receive.buffer.bytes", "65536");
    this.consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    this.thread = Thread.ofPlatform().name("partner-grants").daemon().unstarted(this::run);
  }

  /** Begins with all that was said before; what was granted and is said no more, is taken back. */
  static PartnerGrants start(Broker broker, Progress progress) throws Exception {
    var grants = new PartnerGrants(broker, progress);
    grants.ensureTopic();
    grants.thread.start();
    return grants;
  }

  private void ensureTopic() throws Exception {
    try {
      admin
          .createTopics(
              List.of(
                  new NewTopic(TOPIC, 1, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
          .all()
          .get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private void run() {
    try (consumer) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      // Also when nothing is said: something may be left that was granted before data were lost.
      var due = true;
      while (!closed) {
        due = step(due);
      }
    } catch (WakeupException | InterruptedException _) {
      // Told to end.
    }
  }

  /**
   * @param due whether something was heard that is not applied yet
   * @return whether something still is
   */
  private boolean step(boolean due) throws InterruptedException {
    try {
      var heard = hear() || due;
      if (heard && caughtUp()) {
        apply();
        return false;
      }
      return heard;
    } catch (WakeupException ended) {
      throw ended;
    } catch (KafkaException | ExecutionException e) {
      // What was heard is kept, and applied as soon as the broker answers again.
      progress.say(Broker.NAME, "what partners may read is not applied yet: " + e.getMessage());
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return true;
    }
  }

  private boolean hear() {
    var records = consumer.poll(LOOK);
    for (var record : records.records(partition)) {
      subject(record)
          .ifPresentOrElse(
              subject -> said.put(record.key(), subject), () -> said.remove(record.key()));
    }
    return !records.isEmpty();
  }

  /** Empty where nobody may read the topic, or what is said is of another form. */
  static Optional<String> subject(ConsumerRecord<String, String> said) {
    return Optional.ofNullable(said.value())
        .filter(subject -> SUBJECT.matcher(subject).matches())
        .filter(_ -> said.key() != null && GRANTED.matcher(said.key()).matches());
  }

  private boolean caughtUp() {
    var end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    return consumer.position(partition) >= end;
  }

  private void apply() throws ExecutionException, InterruptedException {
    var wanted = new HashSet<AclBinding>();
    said.forEach((topic, subject) -> wanted.addAll(bindings(topic, subject)));
    var there = there();
    var surplus = new HashSet<>(there);
    surplus.removeAll(wanted);
    if (!surplus.isEmpty()) {
      admin.deleteAcls(surplus.stream().map(AclBinding::toFilter).toList()).all().get();
    }
    wanted.removeAll(there);
    if (!wanted.isEmpty()) {
      // Before anything can be read.
      limit(wanted);
      admin.createAcls(wanted).all().get();
    }
  }

  private Set<AclBinding> there() throws ExecutionException, InterruptedException {
    var there = new HashSet<AclBinding>();
    for (var binding : admin.describeAcls(AclBindingFilter.ANY).values().get()) {
      if (binding.pattern().name().startsWith(PREFIX)
          && SUBJECT.matcher(binding.entry().principal().substring(USER.length())).matches()) {
        there.add(binding);
      }
    }
    return there;
  }

  /** All that a partner may do: read its topic, in groups whose names begin with the topic's. */
  static List<AclBinding> bindings(String topic, String subject) {
    return List.of(
        allow(subject, AclOperation.READ, ResourceType.TOPIC, topic, PatternType.LITERAL),
        allow(subject, AclOperation.DESCRIBE, ResourceType.TOPIC, topic, PatternType.LITERAL),
        allow(subject, AclOperation.READ, ResourceType.GROUP, topic, PatternType.PREFIXED));
  }

  private static AclBinding allow(
      String subject, AclOperation operation, ResourceType type, String name, PatternType pattern) {
    return new AclBinding(
        new ResourcePattern(type, name, pattern),
        new AccessControlEntry(USER + subject, "*", operation, AclPermissionType.ALLOW));
  }

  /** Kept when somebody may read no more: it harms nobody, and holds when they may again. */
  private void limit(Set<AclBinding> granted) throws ExecutionException, InterruptedException {
    var alterations = new ArrayList<ClientQuotaAlteration>();
    granted.stream()
        .map(binding -> binding.entry().principal().substring(USER.length()))
        .distinct()
        .forEach(subject ->
            alterations.add(
                new ClientQuotaAlteration(
                    new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, subject)),
                    QUOTAS.entrySet().stream()
                        .map(
                            quota -> new ClientQuotaAlteration.Op(quota.getKey(), quota.getValue()))
                        .toList())));
    admin.alterClientQuotas(alterations).all().get();
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    consumer.wakeup();
    thread.join(PATIENCE);
    admin.close(PATIENCE);
  }
}
