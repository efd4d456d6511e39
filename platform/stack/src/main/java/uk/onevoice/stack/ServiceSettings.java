package uk.onevoice.stack;

import java.util.HashMap;
import java.util.Map;

/** What a service is told about the stack it runs in, as environment variables. */
final class ServiceSettings {
  private ServiceSettings() {}

  static Map<String, String> of(Site site, Services.Service service) {
    var variables = new HashMap<>(place(site, service));
    var settings = site.settings();
    defaults(site, service)
        .forEach((name, value) -> variables.put(name, settings.said(name).orElse(value)));
    return variables;
  }

  /**
   * Where its own parts are, each service's others: nothing that one variable could say for all.
   */
  private static Map<String, String> place(Site site, Services.Service service) {
    var name = service.name();
    var settings = site.settings();
    var ports = site.ports();
    var variables = new HashMap<String, String>();
    // As in service, and what a demonstration alone may do: see Backdating in platform/service.
    variables.put("QUARKUS_PROFILE", "prod,local");
    variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    variables.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(name)));
    var postgres = "jdbc:postgresql://127.0.0.1:" + ports.of(Postgres.NAME) + "/";
    variables.put("QUARKUS_DATASOURCE_JDBC_URL", postgres + name);
    variables.put("QUARKUS_DATASOURCE_USERNAME", name);
    variables.put("QUARKUS_DATASOURCE_PASSWORD", settings.get("secret.database." + name));
    if (service.writes() || !service.hears().isEmpty()) {
      variables.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of(Broker.NAME));
      variables.put("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");
      variables.put("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512");
      variables.put(
          "KAFKA_SASL_JAAS_CONFIG", Broker.jaas(name, settings.get("secret.kafka." + name)));
      variables.put("KAFKA_GROUP_ID", name);
    }
    if (service.writes()) {
      variables.put("QUARKUS_DATASOURCE_KEYS_JDBC_URL", postgres + service.keys());
      variables.put("QUARKUS_DATASOURCE_KEYS_USERNAME", service.keys());
      variables.put(
          "QUARKUS_DATASOURCE_KEYS_PASSWORD", settings.get("secret.database." + service.keys()));
      variables.put("ONEVOICE_LOG_NAME", name);
      variables.put("ONEVOICE_LOG_TOPIC", service.topic());
      variables.put("ONEVOICE_LOG_PARTNER_TOPIC", Services.PARTNER_TOPIC);
      if (service.told().contains(Services.CLIENTS_TOPIC)) {
        variables.put("ONEVOICE_LOG_CLIENTS_TOPIC", Services.CLIENTS_TOPIC);
      }
    }
    return variables;
  }

  /** What the environment may say otherwise. */
  private static Map<String, String> defaults(Site site, Services.Service service) {
    var variables = new HashMap<String, String>();
    variables.put("QUARKUS_OIDC_AUTH_SERVER_URL", Stack.issuer(site));
    variables.put("ONEVOICE_FIRST_ADMINISTRATOR_ISSUER", Stack.issuer(site));
    variables.put("ONEVOICE_FIRST_ADMINISTRATOR_SUBJECT", Stack.FIRST_ADMINISTRATOR);
    if (service.name().equals("organisations")) {
      variables.put("ONEVOICE_FHIR_BASE", Stack.origin(site) + "/fhir");
    }
    if (service.name().equals("meetings")) {
      variables.put("ONEVOICE_SITE", Stack.origin(site).toString());
      variables.put("ONEVOICE_MAIL_SENDS", "true");
      variables.put("ONEVOICE_MAIL_EVERY_SECONDS", "2");
      variables.put("QUARKUS_MAILER_HOST", "127.0.0.1");
      variables.put("QUARKUS_MAILER_PORT", Integer.toString(site.ports().of(MailCatcher.NAME)));
    }
    if (service.name().equals("feeds")) {
      variables.put("ONEVOICE_FEEDS_SECRET", site.settings().get("secret.feeds"));
      variables.put("ONEVOICE_FEEDS_REGISTRY", Stack.origin(site).toString());
      variables.put("ONEVOICE_FEEDS_KAFKA_SERVERS", PartnersListener.address(site));
    }
    if (service.name().equals("web")) {
      variables.put("ONEVOICE_API_URL", Stack.origin(site).toString());
      variables.put(
          "QUARKUS_OIDC_CREDENTIALS_SECRET", site.settings().get("secret.client.onevoice-web"));
    }
    return variables;
  }
}
