package uk.onevoice.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What each service may do in Kafka: keep its own topic, tell others on theirs, read what it hears,
 * its own groups. Of what is told to partners, only the feed service reads anything, and it reads
 * nothing else. It keeps topics for partners that ask, and says who may read them; that it is so,
 * is for {@link PartnerGrants} to make.
 */
final class Permissions {
  private static final String FEEDS = "feeds";

  private Permissions() {}

  /** Kafka's users with their passwords: one for each service that meets Kafka. */
  static Map<String, String> users(Settings settings) {
    var users = new LinkedHashMap<String, String>();
    for (var service : Services.ALL) {
      if (service.writes() || !service.hears().isEmpty()) {
        users.put(service.name(), settings.get("secret.kafka." + service.name()));
      }
    }
    return users;
  }

  /** Every topic, with its number of partitions. */
  static Map<String, Integer> topics() {
    var topics = new LinkedHashMap<>(Services.TOLD);
    Services.ALL.stream()
        .filter(Services.Service::writes)
        .forEach(service -> topics.put(service.topic(), Broker.PARTITIONS));
    return topics;
  }

  static List<AclBinding> all() {
    return Services.ALL.stream().flatMap(service -> of(service).stream()).toList();
  }

  static List<AclBinding> of(Services.Service service) {
    var bindings = new ArrayList<AclBinding>();
    if (service.writes()) {
      tells(service, service.topic(), PatternType.LITERAL, bindings);
    }
    service.told().forEach(topic -> tells(service, topic, PatternType.LITERAL, bindings));
    for (var heard : service.hears()) {
      var topic = heard + ".events";
      bindings.add(
          allow(service, AclOperation.READ, ResourceType.TOPIC, topic, PatternType.LITERAL));
      bindings.add(
          allow(service, AclOperation.DESCRIBE, ResourceType.TOPIC, topic, PatternType.LITERAL));
    }
    if (!service.hears().isEmpty()) {
      bindings.add(
          allow(
              service,
              AclOperation.READ,
              ResourceType.GROUP,
              service.name(),
              PatternType.PREFIXED));
    }
    if (service.name().equals(FEEDS)) {
      tells(service, PartnerGrants.PREFIX, PatternType.PREFIXED, bindings);
      for (var operation : List.of(AclOperation.WRITE, AclOperation.DESCRIBE)) {
        bindings.add(
            allow(
                service, operation, ResourceType.TOPIC, PartnerGrants.TOPIC, PatternType.LITERAL));
      }
    }
    return bindings;
  }

  /** CREATE and DELETE: a relay fills a topic again whose data Kafka lost. */
  private static void tells(
      Services.Service service, String topic, PatternType pattern, List<AclBinding> bindings) {
    for (var operation :
        List.of(
            AclOperation.WRITE, AclOperation.DESCRIBE, AclOperation.CREATE, AclOperation.DELETE)) {
      bindings.add(allow(service, operation, ResourceType.TOPIC, topic, pattern));
    }
  }

  private static AclBinding allow(
      Services.Service service,
      AclOperation operation,
      ResourceType type,
      String name,
      PatternType pattern) {
    return new AclBinding(
        new ResourcePattern(type, name, pattern),
        new AccessControlEntry("User:" + service.name(), "*", operation, AclPermissionType.ALLOW));
  }
}
