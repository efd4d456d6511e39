package uk.onevoice.organisations.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Handled;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.RecordSuccession;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.organisation.SuccessionKind;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "organisations"))
@WithTestResource(AdministratorOfTests.class)
class SystemsHttpTest {
  @Inject
  CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;

  @BeforeEach
  void an_office() {
    Office.open();
  }

  @Test
  void a_system_stops_with_its_organisation_and_reads_for_the_successor_once_approved() {
    var admin = Office.administrator();
    String before = federation("Before");
    String after = federation("After");
    String stays = federation("Stays");
    String system = registered(before);
    String another = registered(stays);

    follow(before, after);

    await("the system is suspended")
        .atMost(Office.PATIENCE)
        .until(() -> state(system).equals("SUSPENDED"));
    assertThat(state(another)).isEqualTo("APPROVED");

    assertThat(
            admin
                .post(
                    "/v1/clients/" + system + "/transfer", "{\"organisationId\":\"" + after + "\"}")
                .statusCode())
        .isEqualTo(204);
    var moved = admin.get("/v1/clients/" + system);
    assertThat(moved.<String>path("organisationId")).isEqualTo(after);
    assertThat(moved.<String>path("organisationName")).isEqualTo("After");
    assertThat(moved.<String>path("state")).isEqualTo("SUSPENDED");
    assertThat(admin.post("/v1/clients/" + system + "/approval", "{}").statusCode()).isEqualTo(204);
    assertThat(state(system)).isEqualTo("APPROVED");
  }

  @Test
  void a_body_of_general_practice_says_whether_a_system_hears_the_feed() {
    String body = federation("Of practices");
    String another = federation("Of others");
    String system = registered(federation("Of a partner"));
    Office.register(
        "nadia.velloso",
        "{\"role\":\"FEDERATION_LEAD\",\"organisationId\":\"%s\",\"start\":\"2026-01-01\"}"
            .formatted(body));
    var lead = Caller.as("nadia.velloso");
    String path = "/v1/clients/" + system + "/feed-approvals";
    await("the lead may say it")
        .atMost(Office.PATIENCE)
        .until(() -> lead.post(path, of(body)).statusCode() == 204);
    assertThat(approvedBy(system)).containsExactly(body);

    assertThat(lead.post(path, of(another)).statusCode()).isEqualTo(403);
    assertThat(Office.administrator().post(path, of(body)).statusCode()).isEqualTo(403);
    assertThat(lead.post("/v1/clients/nobody/feed-approvals", of(body)).statusCode())
        .isEqualTo(404);
    var nobody = lead.post(path, "{\"bodyId\":null}");
    assertThat(nobody.statusCode()).isEqualTo(400);
    assertThat(nobody.asString()).contains("/bodyId");

    var withdrawn = lead.post(path + "/withdrawal", of(body));
    assertThat(withdrawn.statusCode()).isEqualTo(204);
    assertThat(withdrawn.header("X-Position")).startsWith("organisations:");
    assertThat(approvedBy(system)).isEmpty();
  }

  private static String of(String body) {
    return "{\"bodyId\":\"" + body + "\"}";
  }

  private static List<String> approvedBy(String system) {
    return Office.administrator().get("/v1/clients/" + system).path("feedApprovedBy");
  }

  @Test
  void systems_are_listed_by_name_page_by_page() {
    String federation = federation("Many systems");
    for (int i = 0; i < 3; i++) {
      registered(federation);
    }
    var ids = new ArrayList<String>();
    @Nullable String after = null;
    do {
      var page =
          Office.administrator()
              .get("/v1/clients?limit=2" + (after == null ? "" : "&after=" + after));
      assertThat(page.statusCode()).isEqualTo(200);
      ids.addAll(page.path("items.clientId"));
      after = page.path("next");
    } while (after != null);
    assertThat(ids).hasSizeGreaterThan(2).isSorted().doesNotHaveDuplicates();
  }

  private static String registered(String organisation) {
    String id = "system-" + UUID.randomUUID();
    Office.administrator()
        .created(
            "/v1/clients",
            "{\"clientId\":\"%s\",\"organisationId\":\"%s\",\"kind\":\"PARTNER\"}"
                .formatted(id, organisation),
            "clientId");
    assertThat(Office.administrator().post("/v1/clients/" + id + "/approval", "{}").statusCode())
        .isEqualTo(204);
    return id;
  }

  private static String federation(String name) {
    return Office.keeper()
        .created(
            "/v1/organisations",
            "{\"name\":\"%s\",\"kind\":\"FEDERATION\",\"start\":\"2020-04-01\"}".formatted(name),
            "organisationId");
  }

  private void follow(String before, String after) {
    var handled =
        organisations.handle(
            Envelope.of(
                RegistryLog.stream(new OrganisationId(before)),
                new RecordSuccession(
                    List.of(new OrganisationId(after)),
                    SuccessionKind.TRANSFER,
                    LocalDate.of(2026, 4, 1)),
                new Metadata(ActorRef.service("test"), null, null, new UUID(0, 1), null, null),
                Instant.parse("2026-04-01T09:00:00Z")));
    assertThat(handled).isInstanceOf(Handled.Done.class);
  }

  private static String state(String client) {
    return Office.administrator().get("/v1/clients/" + client).path("state");
  }
}
