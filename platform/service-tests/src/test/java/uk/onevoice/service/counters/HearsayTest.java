package uk.onevoice.service.counters;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.directory.IdentityHash;
import uk.onevoice.eventstore.Append;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.eventstore.NewEvent;
import uk.onevoice.eventstore.Outcome;
import uk.onevoice.eventstore.postgres.Database;
import uk.onevoice.eventstore.postgres.PostgresEventStore;
import uk.onevoice.eventstore.relay.Relay;
import uk.onevoice.eventstore.relay.RelaySettings;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.service.edge.Position;
import uk.onevoice.service.wiring.Kafka;
import uk.onevoice.testkit.stack.RunningStack;

/** The way from organisations' log over Kafka to who may call here. */
@QuarkusTest
@WithTestResource(CountersUnderTest.class)
class HearsayTest {
  @Inject Kafka kafka;

  @ConfigProperty(name = "onevoice.directory.topic")
  String topic;

  private final Tokens tokens = new Tokens();
  private final uk.onevoice.testkit.stack.Database organisations =
      RunningStack.get().createDatabase("organisations-elsewhere");
  private AgroalDataSource reads;
  private PostgresEventStore store;
  private Relay relay;

  @BeforeEach
  void organisationsElsewhere() throws SQLException {
    Flyway.configure()
        .dataSource(organisations.url(), organisations.username(), organisations.password())
        .locations("db/eventstore")
        .load()
        .migrate();
    reads =
        AgroalDataSource.from(
            new AgroalPropertiesReader()
                .readProperties(
                    Map.of(
                        AgroalPropertiesReader.MAX_SIZE, "4",
                        AgroalPropertiesReader.JDBC_URL, organisations.url(),
                        AgroalPropertiesReader.PRINCIPAL, organisations.username(),
                        AgroalPropertiesReader.CREDENTIAL, organisations.password())));
    var database =
        new Database(organisations.url(), organisations.username(), organisations.password());
    store = new PostgresEventStore(database, reads);
    relay =
        new Relay(database, new RelaySettings("organisations", topic, kafka.settings())).start();
    store.whenCommitted(relay::wake);
  }

  @AfterEach
  void organisationsEnd() {
    relay.close();
    store.close();
    reads.close();
    RunningStack.get().dropDatabase(organisations);
  }

  @Test
  void who_was_registered_elsewhere_may_call_here_with_the_position_of_that() {
    UUID person = UUID.randomUUID();
    String subject = "newcomer-" + person;
    String stream = "person-" + person;

    long position =
        append(
            stream,
            event("PersonRegistered", "{\"personId\":\"%s\"}".formatted(person)),
            event(
                "IdentityLinked",
                "{\"personId\":\"%s\",\"identityHash\":\"%s\"}"
                    .formatted(person, IdentityHash.of(tokens.issuer(), subject))),
            event(
                "RoleAppointed",
                "{\"personId\":\"%s\",\"roleHoldingId\":\"%s\",\"role\":\"REGISTRY_KEEPER\",\"start\":\"2026-01-01\"}"
                    .formatted(person, UUID.randomUUID())));
    var newcomer = new Caller(tokens.ofPerson(subject));
    var answer =
        newcomer.get(
            "/v1/counters/me",
            "X-Position",
            Position.of("organisations", stream, position).toString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("REGISTRY_KEEPER");
    assertThat(answer.headers().firstValue("X-Position-Behind")).isEmpty();
    assertThat(newcomer.command("/v1/counters", "{\"label\":\"Beans\"}").statusCode())
        .isEqualTo(201);
  }

  @Test
  void a_position_of_another_form_is_refused() {
    for (String odd : List.of("7", "organisations:7", "organisations:a:1", "a:1:1,", ";drop")) {
      var answer = new Caller(tokens.ofPerson("keeper")).get("/v1/counters/me", "X-Position", odd);
      assertThat(answer.statusCode()).as(odd + answer.body()).isEqualTo(400);
    }
  }

  private long append(String stream, NewEvent... events) {
    var metadata =
        new Metadata(ActorRef.service("test"), null, null, UUID.randomUUID(), null, null);
    Outcome outcome =
        store.append(new Append(stream, 0, Arrays.asList(events), metadata, null)).join();
    assertThat(outcome).isInstanceOf(Outcome.Appended.class);
    return ((Outcome.Appended) outcome).lastPosition();
  }

  private static NewEvent event(String type, String payload) {
    return new NewEvent(UUID.randomUUID(), type, 1, payload, Instant.now());
  }
}
