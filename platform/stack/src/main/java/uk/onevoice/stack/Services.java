package uk.onevoice.stack;

import java.util.List;
import java.util.Map;

/** The services of OneVoice: what each one writes to Kafka and whom it listens to. */
final class Services {
  /**
   * @param writes whether it has an event log and so a topic of its own
   * @param hears the services whose topics it reads
   */
  record Service(String name, boolean writes, List<String> hears) {
    /** The database of its vault's keys. */
    String keys() {
      return name + "_keys";
    }

    String topic() {
      return name + ".events";
    }

    /** The topics on which it tells its log in another language. */
    List<String> told() {
      if (!writes) {
        return List.of();
      }
      return name.equals("organisations")
          ? List.of(PARTNER_TOPIC, CLIENTS_TOPIC)
          : List.of(PARTNER_TOPIC);
    }
  }

  /** What partners may hear, told by every service that writes; the feed service alone reads it. */
  static final String PARTNER_TOPIC = "partner.events";

  /** Which systems there are and may hear the feed, told by organisations to the feed service. */
  static final String CLIENTS_TOPIC = "clients.events";

  /** Topics that are not a service's own, with the number of partitions that they have for ever. */
  static final Map<String, Integer> TOLD = Map.of(PARTNER_TOPIC, 48, CLIENTS_TOPIC, 12);

  static final List<Service> ALL =
      List.of(
          // Hears everybody's answer when a person is erased or asks what is kept about them.
          new Service(
              "organisations",
              true,
              List.of("organisations", "relationships", "meetings", "mandates")),
          new Service("relationships", true, List.of("organisations", "mandates")),
          new Service("meetings", true, List.of("organisations", "relationships", "mandates")),
          new Service("mandates", true, List.of("organisations")),
          new Service(
              "projection",
              false,
              List.of("organisations", "relationships", "meetings", "mandates")),
          // What others may hear, and nothing else.
          new Service("feeds", false, List.of("partner", "clients")),
          new Service("web", false, List.of()));

  /** Every database of PostgreSQL; a role of the same name owns it. */
  static final List<String> DATABASES =
      List.of(
          "organisations",
          "relationships",
          "meetings",
          "mandates",
          "organisations_keys",
          "relationships_keys",
          "meetings_keys",
          "mandates_keys",
          "projection",
          "feeds",
          "web",
          "keycloak");

  private Services() {}
}
