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

/** What each service may do in Kafka: keep its own topic, read what it hears, its own groups. */
final class Permissions {
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

  static List<String> topics() {
    return Services.ALL.stream()
        .filter(Services.Service::writes)
        .map(Services.Service::topic)
        .toList();
  }

  static List<AclBinding> all() {
    var bindings = new ArrayList<AclBinding>();
    for (var service : Services.ALL) {
      if (service.writes()) {
        // CREATE and DELETE: a relay fills a topic again whose data Kafka lost.
        for (var operation :
            List.of(
                AclOperation.WRITE,
                AclOperation.DESCRIBE,
                AclOperation.CREATE,
                AclOperation.DELETE)) {
          bindings.add(
              allow(service, operation, ResourceType.TOPIC, service.topic(), PatternType.LITERAL));
        }
      }
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
    }
    return bindings;
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
