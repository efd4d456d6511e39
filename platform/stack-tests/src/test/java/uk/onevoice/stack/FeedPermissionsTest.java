package uk.onevoice.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The feed service cannot leak what it never had: Kafka refuses it every other topic. */
class FeedPermissionsTest {
  private static final Services.Service FEEDS =
      new Services.Service("feeds", false, List.of("partner", "clients"));
  private static final Set<String> HEARD = Set.of("partner.events", "clients.events");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void nobody_else_may_read_what_is_told_to_partners_or_of_systems() {
    assertThat(
            Services.ALL.stream()
                .filter(service -> !service.name().equals(FEEDS.name()))
                .flatMap(service -> Permissions.of(service).stream())
                .filter(binding -> HEARD.contains(binding.pattern().name()))
                .map(binding -> binding.entry().operation())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            AclOperation.WRITE, AclOperation.DESCRIBE, AclOperation.CREATE, AclOperation.DELETE);
    assertThat(Permissions.topics().keySet()).containsAll(HEARD);
  }

  @Test
  void kafka_lets_the_feed_service_read_two_topics_and_refuses_every_other() throws Exception {
    try (var shared = SharedKeycloak.find()) {
      var facts = shared.facts();
      var servers = facts.getProperty("kafka.servers");
      var password = UUID.randomUUID().toString();
      var made = new ArrayList<String>();
      try (var admin =
          Admin.create(
              Broker.client(
                  servers, facts.getProperty("kafka.user"), facts.getProperty("kafka.password")))) {
        try {
          prepare(admin, password, made);
          isHeldToIts(Broker.client(servers, FEEDS.name(), password));
        } finally {
          admin.deleteTopics(made).all().get();
          admin
              .deleteAcls(Permissions.of(FEEDS).stream().map(AclBinding::toFilter).toList())
              .all()
              .get();
        }
      }
    }
  }

  private static void prepare(Admin admin, String password, List<String> made) throws Exception {
    var there = admin.listTopics().names().get();
    for (var topic : Permissions.topics().keySet()) {
      if (!there.contains(topic)) {
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        made.add(topic);
      }
    }
    var scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
    admin
        .alterUserScramCredentials(
            List.of(new UserScramCredentialUpsertion(FEEDS.name(), scram, password)))
        .all()
        .get();
    admin.createAcls(Permissions.of(FEEDS)).all().get();
  }

  private static void isHeldToIts(Properties feeds) throws Exception {
    // Else the first refusal would be the producer's last answer.
    feeds.setProperty("enable.idempotence", "false");
    try (var admin = Admin.create(feeds);
        var consumer =
            new KafkaConsumer<>(feeds, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var producer =
            new KafkaProducer<>(feeds, new ByteArraySerializer(), new ByteArraySerializer())) {
      // It sees the topics that it writes for partners as well, of which others may make some now.
      assertThat(admin.listTopics().names().get())
          .filteredOn(topic -> !topic.startsWith(PartnerGrants.PREFIX))
          .containsExactlyInAnyOrder("partner.events", "clients.events", PartnerGrants.TOPIC);
      mayNotPermitItselfAnything(admin);
      for (var topic : Permissions.topics().keySet()) {
        var partition = List.of(new TopicPartition(topic, 0));
        if (HEARD.contains(topic)) {
          assertThat(consumer.endOffsets(partition, PATIENCE)).containsKey(partition.getFirst());
        } else {
          assertThatThrownBy(() -> consumer.endOffsets(partition, PATIENCE))
              .as(topic)
              .isInstanceOf(TopicAuthorizationException.class);
        }
        assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, new byte[1])).get())
            .as(topic)
            .isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(TopicAuthorizationException.class);
      }
    }
  }

  /** It says who may read a partner's topic; that it is so is not for it to make. */
  private static void mayNotPermitItselfAnything(Admin admin) {
    var own = PartnerGrants.bindings("meetings.events", FEEDS.name());
    assertThatThrownBy(() -> admin.createAcls(own).all().get())
        .hasCauseInstanceOf(ClusterAuthorizationException.class);
    var password =
        new UserScramCredentialUpsertion(
            Broker.ADMIN, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), "mine");
    assertThatThrownBy(() -> admin.alterUserScramCredentials(List.of(password)).all().get())
        .hasCauseInstanceOf(ClusterAuthorizationException.class);
  }

  @Test
  void nothing_that_the_feed_service_says_lets_anybody_read_more_than_a_partners_topic() {
    var topic = "partner-feed.RXX.0123456789abcdef";
    var subject = "0190f1c8-0000-7000-8000-000000000061";
    assertThat(granted(topic, subject)).contains(subject);
    assertThat(granted(topic, FEEDS.name())).isEmpty();
    assertThat(granted(topic, "*")).isEmpty();
    assertThat(granted(topic, null)).isEmpty();
    for (var other :
        List.of(
            "meetings.events",
            "*",
            "partner-feed.",
            "partner-feed.RXX.0123456789abcde",
            "x" + topic,
            topic + "x",
            PartnerGrants.TOPIC)) {
      assertThat(granted(other, subject)).as(other).isEmpty();
    }
    assertThat(PartnerGrants.bindings(topic, subject))
        .allSatisfy(binding -> {
          assertThat(binding.pattern().name()).isEqualTo(topic);
          assertThat(binding.entry().principal()).isEqualTo("User:" + subject);
          assertThat(binding.entry().operation())
              .isIn(AclOperation.READ, AclOperation.DESCRIBE);
        });
  }

  private static Optional<String> granted(String topic, @Nullable String subject) {
    return PartnerGrants.subject(new ConsumerRecord<>(PartnerGrants.TOPIC, 0, 0, topic, subject));
  }
}
