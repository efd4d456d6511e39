package uk.onevoice.relationships.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.directory.PersonId;
import uk.onevoice.testkit.stack.ToldRegistry;

/**
 * Who sits in the joint groups of these tests: Nadia and a manager of the federation, Sunita (who
 * signs in as demo.practices) and an executive of a trust.
 */
final class JointGroupCast {
  static final String PATH = "/v1/relationships/joint-groups";
  static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  static final UUID LEADERSHIP_GROUP = UUID.randomUUID();

  final String trust = MarlValley.trust();
  final UUID manager = UUID.randomUUID();
  final UUID executive = UUID.randomUUID();
  final UUID sunita;
  final UUID sunitaAtTrust;
  final UUID sunitaInPractice;
  final UUID leaver = UUID.randomUUID();
  private final UUID leaverAtTrust;

  private JointGroupCast(ToldRegistry registry) {
    sunita = registry.person("demo.practices");
    sunitaAtTrust = registry.appoint(sunita, "TRUST_CLINICAL_DIRECTOR", trust);
    sunitaInPractice = registry.appoint(sunita, "PRACTICE_PARTNER", "WYVP0100");
    for (UUID person : List.of(manager, executive, leaver)) {
      registry.tell("person-" + person, "PersonRegistered", Map.of("personId", person.toString()));
    }
    registry.appoint(manager, "LEADERSHIP_GROUP_SUPPORT", MarlValley.FEDERATION);
    registry.appoint(executive, "TRUST_EXECUTIVE", trust);
    leaverAtTrust = registry.appoint(leaver, "TRUST_EXECUTIVE", trust);
    registry.group(LEADERSHIP_GROUP, "WYVICB01", MarlValley.VALLEY);
  }

  static JointGroupCast knownTo(Directory directory) {
    MarlValley.isKnownTo(directory);
    try (var registry = ToldRegistry.on(topic("onevoice.directory.topic"))) {
      var cast = new JointGroupCast(registry);
      await()
          .until(() ->
              directory.holdings(new PersonId(cast.leaver), TODAY).size() == 1
                  && directory.holdings(new PersonId(cast.executive), TODAY).size() == 1
                  && directory.holdings(new PersonId(cast.sunita), TODAY).size() == 2
                  && directory.holdings(new PersonId(cast.manager), TODAY).size() == 1
                  && directory
                      .organisation(new OrganisationId(LEADERSHIP_GROUP.toString()))
                      .isPresent());
      return cast;
    }
  }

  static String topic(String setting) {
    return ConfigProvider.getConfig().getValue(setting, String.class);
  }

  /** Somebody new with this role at the trust. */
  UUID registered(String role, Directory directory) {
    UUID person = UUID.randomUUID();
    try (var registry = ToldRegistry.on(topic("onevoice.directory.topic"))) {
      registry.tell("person-" + person, "PersonRegistered", Map.of("personId", person.toString()));
      registry.appoint(person, role, trust);
      await().until(() -> directory.holdings(new PersonId(person), TODAY).size() == 1);
    }
    return person;
  }

  static UUID holding(UUID person, Directory directory) {
    return directory.holdings(new PersonId(person), TODAY).getFirst().id().value();
  }

  /** From today on the second executive holds no role at the trust. */
  void leaverGoes(Directory directory) {
    try (var registry = ToldRegistry.on(topic("onevoice.directory.topic"))) {
      registry.end(leaver, leaverAtTrust, TODAY);
      await().until(() -> directory.holdings(new PersonId(leaver), TODAY).isEmpty());
    }
  }

  /** A mandate of the valley that is in force since some days. */
  static UUID mandate(UUID place) {
    UUID id = UUID.randomUUID();
    tellMandates(
        id,
        "MandateOpened",
        Map.of(
            "mandateId", id.toString(),
            "placeId", place.toString(),
            "topic", "care",
            "holderId", MarlValley.FEDERATION,
            "holderRole", "Lead",
            "start", TODAY.minusDays(9).toString(),
            "end", TODAY.plusDays(90).toString()));
    return id;
  }

  static void mandateEnds(UUID id) {
    tellMandates(
        id,
        "MandateEnded",
        Map.of("mandateId", id.toString(), "version", 1, "on", TODAY.toString()));
  }

  private static void tellMandates(UUID id, String type, Map<String, ?> fields) {
    try (var mandates = ToldRegistry.of("mandates", topic("onevoice.topics.mandates"))) {
      mandates.tell("mandate-" + id, type, fields);
    }
  }

  /** A group of the valley with the trust, formed some days ago, in which nobody sits. */
  String formed() {
    Response formed = nadia().post(PATH, group(MarlValley.VALLEY, trust, "Letters group"));
    assertThat(formed.statusCode()).as(formed.asString()).isEqualTo(201);
    return PATH + "/" + formed.<String>path("groupId");
  }

  /** A whole group. */
  String whole() {
    String group = formed();
    seat(group, MarlValley.nadia(), MarlValley.FEDERATION, "CLINICAL");
    seat(group, manager, MarlValley.FEDERATION, "MANAGERIAL");
    seat(group, sunita, trust, "CLINICAL");
    seat(group, executive, trust, "MANAGERIAL");
    return group;
  }

  static String seat(String group, UUID person, String organisation, String nature) {
    Response seated = nadia().post(group + "/seats", seating(person, organisation, nature));
    assertThat(seated.statusCode()).as(seated.asString()).isEqualTo(201);
    return seated.path("seatId");
  }

  static String seating(UUID person, String organisation, String nature) {
    return """
    {"personId": "%s", "organisationId": "%s", "nature": "%s", "on": "%s"}\
    """
        .formatted(person, organisation, nature, TODAY.minusDays(5));
  }

  static String group(UUID place, String organisation, String name) {
    return """
    {"placeId": "%s", "organisationId": "%s", "name": "%s", "on": "%s"}\
    """
        .formatted(place, organisation, name, TODAY.minusDays(40));
  }

  /** Everything below a list's address, however small its pages are. */
  static List<String> all(Function<String, Response> get, String path, String field) {
    List<String> listed = new ArrayList<>();
    String after = "";
    do {
      JsonPath page = get.apply(path + after).jsonPath();
      listed.addAll(page.getList("items." + field));
      String next = page.getString("next");
      after = next == null ? "" : "&after=" + next;
    } while (!after.isEmpty());
    return listed;
  }

  static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  static Caller sunita() {
    return Caller.as("demo.practices");
  }

  static void accepted(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(204);
  }

  static String made(Response response, String field) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    return response.<Object>path(field).toString();
  }

  static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }
}
