package uk.onevoice.organisations.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.affiliation.Affiliations;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.VoidAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection;
import uk.onevoice.organisations.imports.SyntheticEngland;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = {
      @ResourceArg(name = "log", value = "organisations"),
      // A registry of its own: other tests take real England into theirs.
      @ResourceArg(name = "for", value = "fhir")
    })
@WithTestResource(AdministratorOfTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FhirHttpTest {
  private static final String BASE = "http://localhost:8080/fhir";

  @Inject
  CommandHandler<AffiliationsCommand, Affiliations, AffiliationsEvent, AffiliationsRejection>
      affiliations;

  @TestHTTPResource URI service;

  private boolean open;
  private String federation = "";
  private String place = "";

  @BeforeEach
  void an_office_with_a_country_and_bodies_of_its_own() throws Exception {
    if (open) {
      return;
    }
    open = true;
    Office.open();
    Office.take(SyntheticEngland.country());
    federation = federation("Áshford Féderation");
    place =
        Office.keeper()
            .created(
                "/v1/organisations/places",
                "{\"icsId\":\"WQB\",\"name\":\"Ashford Place\",\"start\":\"2025-04-01\"}",
                "placeId");
    belong("/v1/organisations/" + federation + "/members", "memberIds", "W81004", "FEDERATION");
  }

  private static String federation(String name) {
    return Office.keeper()
        .created(
            "/v1/organisations",
            "{\"name\":\"%s\",\"kind\":\"FEDERATION\",\"start\":\"2024-01-01\"}".formatted(name),
            "organisationId");
  }

  private static void belong(String path, String field, String member, String kind) {
    var added =
        Office.keeper()
            .post(
                path,
                "{\"%s\":[\"%s\"],\"kind\":\"%s\",\"start\":\"2025-04-01\"}"
                    .formatted(field, member, kind));
    assertThat(added.statusCode()).as(added.asString()).isEqualTo(200);
  }

  private static void rename(String id, String name) {
    var renamed =
        Office.keeper()
            .post(
                "/v1/organisations/" + id + "/names",
                "{\"name\":\"%s\",\"from\":\"2026-01-01\"}".formatted(name));
    assertThat(renamed.statusCode()).as(renamed.asString()).isEqualTo(204);
  }

  private static Response get(String path) {
    return Office.keeper().get("/fhir" + path);
  }

  private static JsonPath found(String path) {
    var answer = get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/fhir+json");
    return answer.jsonPath();
  }

  private static List<String> ids(String path) {
    return found(path).getList("entry.resource.id");
  }

  private static void outcome(Response answer, int status, String issue, String problem) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/fhir+json");
    assertThat(answer.<String>path("resourceType")).isEqualTo("OperationOutcome");
    assertThat(answer.<String>path("issue[0].code")).isEqualTo(issue);
    assertThat(answer.<String>path("issue[0].details.coding[0].code")).isEqualTo(problem);
  }

  @Test
  void an_organisation_is_read_by_its_code_and_not_sent_again_while_it_is_the_same() {
    var practice = get("/Organization/W81003");
    assertThat(practice.statusCode()).isEqualTo(200);
    assertThat(practice.<String>path("name")).isEqualTo("BROOK & CO SURGERY");
    assertThat(practice.<Boolean>path("active")).isTrue();
    assertThat(
            practice.<List<String>>path(
                "extension.extension.flatten().valueCodeableConcept.coding.flatten().code"))
        .contains("RO177", "RO76");
    var etag = practice.header("ETag");
    assertThat(etag)
        .isEqualTo("W/\"" + practice.<String>path("meta.versionId") + "\"")
        .isEqualTo("W/" + Office.keeper().get("/v1/organisations/W81003").header("ETag"));
    assertThat(practice.header("Last-Modified")).isNotBlank();

    var again =
        Office.keeper()
            .request()
            .header("If-None-Match", "\"0\", " + etag)
            .get("/fhir/Organization/W81003");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.asString()).isEmpty();
    assertThat(
            Office.keeper()
                .request()
                .header("If-None-Match", "W/\"0\"")
                .get("/fhir/Organization/W81003")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void our_own_bodies_and_places_are_read_by_their_uuid() {
    assertThat(get("/Organization/" + federation).<String>path("identifier[0].system"))
        .isEqualTo("https://onevoice.example/id/organisation");
    assertThat(get("/Organization/" + place).<String>path("partOf.reference"))
        .isEqualTo("Organization/WQB");
  }

  @ParameterizedTest
  @CsvSource({
    "identifier=https://fhir.nhs.uk/Id/ods-organization-code|WRA, WRA",
    "identifier=WRA, WRA",
    "identifier=https://onevoice.example/id/organisation|WRA,",
    "identifier=|WRA,",
    "'_id=WRA,WRB', WRA;WRB",
    "name=north nhs trust, WRA",
    "name=nhs trust,",
    "name:contains=nhs trust, WRA;WRB;WRC;WRD",
    "name:contains=nhs trust&active=true, WRA;WRB;WRC",
    "name:contains=nhs trust&active=false, WRD",
    "name:contains=nhs trust&_sort=-name, WRC;WRB;WRA;WRD",
    "name:exact=NORTH NHS TRUST, WRA",
    "name:exact=North NHS Trust,",
    "name:contains=%, ",
    "roleCode=RO197&name:contains=gone, WRD",
    "type=COUNCIL, 901;902",
    "type=COUNCIL&type=https://digital.nhs.uk/services/organisation-data-service/CodeSystem/ODSRecordClass|RC1, 901;902",
    "type=COUNCIL&_lastUpdated=lt2001, ",
    "type=COUNCIL&_lastUpdated=ge2001, 901;902"
  })
  void organisations_are_found(String query, @Nullable String ids) {
    assertThat(ids("/Organization?" + query.replace("%", "%25")))
        .isEqualTo(ids == null ? null : List.of(ids.split(";")));
  }

  @Test
  void our_own_are_found_by_name_whatever_the_accents_and_by_what_they_are() {
    assertThat(ids("/Organization?name=ashford&_sort=-name")).containsExactly(place, federation);
    assertThat(ids("/Organization?type=PLACE&partof=Organization/WQB&name=ashford"))
        .containsExactly(place);
    assertThat(ids("/Organization?partof=" + BASE + "/Organization/WQB&name=ashford"))
        .containsExactly(place);
    assertThat(
            ids(
                "/Organization?identifier=https://onevoice.example/id/place|"
                    + place
                    + ",https://onevoice.example/id/organisation|"
                    + federation
                    + "&_sort=-name"))
        .containsExactly(place, federation);
  }

  @Test
  void what_was_just_said_is_found() {
    var id = federation("Quickly Found");
    assertThat(ids("/Organization?name=quickly")).containsExactly(id);
    rename(id, "Slowly Found");
    assertThat(found("/Organization?name=quickly").getInt("total")).isZero();
    assertThat(ids("/Organization?name=slowly")).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_id", "-_id", "name", "-name", "_lastUpdated", "-_lastUpdated"})
  void pages_follow_each_other_and_leave_nothing_out(String sort) {
    var all = ids("/Organization?_count=200&_sort=" + sort);
    var seen = new ArrayList<String>();
    for (var page : pages("/Organization?_count=7&_sort=" + sort)) {
      assertThat(page.getInt("total")).isEqualTo(all.size());
      seen.addAll(page.getList("entry.resource.id"));
    }
    assertThat(seen).isEqualTo(all).doesNotHaveDuplicates().hasSizeGreaterThan(14);
  }

  @Test
  void a_count_of_zero_gives_the_number_alone() {
    var page = found("/Organization?type=COUNCIL&_count=0");
    assertThat(page.getInt("total")).isEqualTo(2);
    assertThat(page.getList("entry")).isNull();
  }

  /** Every page by its link, as a client follows it. */
  private static List<JsonPath> pages(String path) {
    var pages = new ArrayList<JsonPath>();
    @Nullable String next = path;
    while (next != null) {
      var page = found(next);
      pages.add(page);
      next = next(page);
    }
    return pages;
  }

  private static @Nullable String next(JsonPath page) {
    String link = page.getString("link.find { it.relation == 'next' }?.url");
    if (link == null) {
      return null;
    }
    assertThat(link).startsWith(BASE + "/");
    // RestAssured encodes it again.
    return URLDecoder.decode(link.substring(BASE.length()), StandardCharsets.UTF_8);
  }

  @Test
  void affiliations_are_found_by_who_belongs_to_what_and_since_when() {
    var query = "/OrganizationAffiliation?primary-organization=W81004";
    var roles =
        found(query + "&active=true")
            .<List<List<String>>>getList("entry.resource.code.coding.code");
    assertThat(roles.toString()).contains("RE8", "RE4", "FEDERATION");
    assertThat(ids(query + "&role=FEDERATION"))
        .isEqualTo(
            ids("/OrganizationAffiliation?participating-organization=Organization/" + federation))
        .hasSize(1);
    assertThat(ids(query + "&role=FEDERATION&date=ge2026-01-01&date=le2026-01-01")).hasSize(1);
    assertThat(found(query + "&role=FEDERATION&date=le2025-03-31").getInt("total")).isZero();
    assertThat(ids(query + "&role=FEDERATION&date=sa2025-03-31")).hasSize(1);
    assertThat(found(query + "&role=FEDERATION&date=eb2099-01-01").getInt("total")).isZero();
    var all = ids("/OrganizationAffiliation?_count=200");
    var seen = new ArrayList<String>();
    pages("/OrganizationAffiliation?_count=9")
        .forEach(page -> seen.addAll(page.getList("entry.resource.id")));
    assertThat(seen).isEqualTo(all).doesNotHaveDuplicates();
  }

  @Test
  void a_belonging_that_never_was_is_gone_and_its_history_says_so() {
    var body = federation("Never Joined");
    belong("/v1/organisations/" + body + "/members", "memberIds", "W81005", "FEDERATION");
    var path = "/OrganizationAffiliation?participating-organization=" + body;
    var id = ids(path).getFirst();
    assertThat(get("/OrganizationAffiliation/" + id).<String>path("organization.reference"))
        .isEqualTo("Organization/W81005");

    withdraw("W81005", UUID.fromString(id));

    outcome(get("/OrganizationAffiliation/" + id), 410, "deleted", "gone");
    var versions = "/OrganizationAffiliation/" + id + "/_history/";
    List<String> etags =
        found("/OrganizationAffiliation/" + id + "/_history").getList("entry.response.etag");
    outcome(get(versions + number(etags.getFirst())), 410, "deleted", "gone");
    assertThat(get(versions + number(etags.getLast())).<String>path("organization.reference"))
        .isEqualTo("Organization/W81005");
    assertThat(found(path).getInt("total")).isZero();
    var history = found("/OrganizationAffiliation/" + id + "/_history");
    assertThat(history.getList("entry.request.method")).containsExactly("DELETE", "POST");
    assertThat(history.getList("entry.resource.id")).containsExactly(id);
  }

  private static String number(String etag) {
    return etag.replaceAll("[^0-9]", "");
  }

  private void withdraw(String member, UUID affiliation) {
    affiliations.handle(
        Envelope.<AffiliationsCommand>of(
            RegistryLog.affiliations(new OrganisationId(member)),
            new VoidAffiliation(affiliation),
            new Metadata(ActorRef.service("test"), null, null, UUID.randomUUID(), null, null),
            Instant.parse("2026-11-25T09:00:00Z")));
  }

  @Test
  void the_history_of_an_organisation_has_each_version_newest_first() {
    var id = federation("First Name");
    rename(id, "Second Name");
    rename(id, "Third Name");
    var path = "/Organization/" + id + "/_history";

    var history = found(path);
    assertThat(history.getList("entry.resource.name"))
        .containsExactly("Third Name", "Second Name", "First Name");
    assertThat(history.getList("entry.resource.meta.versionId")).containsExactly("3", "2", "1");
    assertThat(history.getList("entry.request.method")).containsExactly("PUT", "PUT", "POST");
    var names = new ArrayList<String>();
    pages(path + "?_count=1&_sort=_lastUpdated")
        .forEach(page -> names.addAll(page.getList("entry.resource.name")));
    assertThat(names).containsExactly("First Name", "Second Name", "Third Name");
    String second = history.getString("entry[1].resource.meta.lastUpdated");
    assertThat(found(path + "?_since=" + second).getList("entry.resource.name"))
        .containsExactly("Third Name", "Second Name");
  }

  @Test
  void a_version_is_read_as_its_history_tells_it() {
    var id = federation("Old Name");
    rename(id, "New Name");
    var path = "/Organization/" + id + "/_history";

    var first = get(path + "/1");
    assertThat(first.header("ETag")).isEqualTo("W/\"1\"");
    assertThat(first.header("Last-Modified")).isNotBlank();
    assertThat(first.jsonPath().<Map<String, Object>>get("$"))
        .isEqualTo(found(path).get("entry[1].resource"))
        .containsEntry("name", "Old Name");
    assertThat(
            Office.keeper()
                .request()
                .header("If-None-Match", "W/\"2\"")
                .get("/fhir" + path + "/2")
                .statusCode())
        .isEqualTo(304);
    for (var unknown : List.of("3", "0", "01", "x")) {
      outcome(get(path + "/" + unknown), 404, "not-found", "not-found");
    }
    outcome(get("/Organization/W99999/_history/1"), 404, "not-found", "not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "organization, W81004",
    "primary-organization, W81004",
    "primary-organization:Organization, W81004",
    "participating-organization,"
  })
  void what_an_affiliation_refers_to_comes_along(String include, @Nullable String id) {
    var page =
        found(
            "/OrganizationAffiliation?primary-organization=W81004&role=FEDERATION"
                + "&_include=OrganizationAffiliation:"
                + include);
    assertThat(page.getInt("total")).isEqualTo(1);
    assertThat(page.getList("entry.search.mode")).containsExactly("match", "include");
    assertThat(page.getString("entry[1].resource.id")).isEqualTo(id == null ? federation : id);
    assertThat(page.getString("entry[1].fullUrl"))
        .isEqualTo(BASE + "/Organization/" + page.getString("entry[1].resource.id"));
  }

  @Test
  void what_several_refer_to_comes_along_once() {
    var both =
        found(
            "/OrganizationAffiliation?primary-organization=W81004&_summary=true"
                + "&_include=OrganizationAffiliation:organization"
                + "&_include=OrganizationAffiliation:participating-organization");
    List<String> included =
        both.getList("entry.findAll { it.search.mode == 'include' }.resource.id");
    assertThat(included).contains("W81004", federation).doesNotHaveDuplicates();
    assertThat(both.getList("entry.resource.meta.tag.code").toString()).contains("SUBSETTED");
  }

  @Test
  void a_summary_and_chosen_elements_say_that_they_are_not_whole() {
    var summary = found("/Organization/W81003?_summary=true");
    assertThat(summary.<Map<String, Object>>get("$"))
        .containsKeys("identifier", "active", "type", "name")
        .doesNotContainKeys("extension", "address");
    assertThat(summary.getString("meta.tag[0].code")).isEqualTo("SUBSETTED");
    var names = found("/Organization?name=north&_elements=name");
    assertThat(names.<Map<String, Object>>get("entry[0].resource"))
        .containsOnlyKeys("resourceType", "id", "meta", "identifier", "active", "name");
    assertThat(found("/Organization/W81003?_summary=false").<Object>get("meta.tag")).isNull();
    var count = found("/Organization?type=COUNCIL&_summary=count");
    assertThat(count.getInt("total")).isEqualTo(2);
    assertThat(count.getList("entry")).isNull();
  }

  @Test
  void who_prefers_it_has_unknown_parameters_passed_over_and_is_told() {
    var path = "/fhir/Organization?type=COUNCIL&nmae=north";
    for (var preference : List.of("handling=lenient", "return=minimal, Handling=\"lenient\"")) {
      var page = Office.keeper().request().header("Prefer", preference).get(path).jsonPath();
      assertThat(page.getInt("total")).isEqualTo(2);
      assertThat(page.getList("entry.search.mode")).containsExactly("match", "match", "outcome");
      assertThat(page.getString("entry[2].resource.issue[0].diagnostics")).contains("nmae");
      assertThat(page.getString("link[0].url")).endsWith("/Organization?type=COUNCIL");
    }
    outcome(
        Office.keeper().request().header("Prefer", "handling=strict").get(path),
        400,
        "invalid",
        "invalid-request");
    // A modifier that is not known would turn round what is asked for.
    outcome(
        Office.keeper()
            .request()
            .header("Prefer", "handling=lenient")
            .get("/fhir/Organization?type:not=COUNCIL"),
        400,
        "invalid",
        "invalid-request");
  }

  @Test
  void a_bar_may_be_left_as_it_is_in_a_query_and_nowhere_else() throws Exception {
    var query = "identifier=https://fhir.nhs.uk/Id/ods-organization-code|WRA";
    assertThat(raw("/fhir/Organization?" + query + "&type=https://example.org|X,COUNCIL,RC1"))
        .startsWith("HTTP/1.1 200 ")
        .contains("\"id\":\"WRA\"", "ods-organization-code%7CWRA");
    for (var path :
        List.of("/fhir/Organization/W|A", "/fhir/Organization?name={x}", "/fhir/W^?name=x")) {
      assertThat(raw(path))
          .startsWith("HTTP/1.1 400 ")
          .contains("application/fhir+json", "OperationOutcome", "| as %7C");
    }
  }

  /** An address as it is written: a client's library would encode it. */
  private String raw(String address) throws Exception {
    try (var socket = new Socket(service.getHost(), service.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                  .formatted(address, Office.keeper().token())
                  .getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void who_follows_the_changes_misses_none_while_more_come_in() {
    String since = newest("/Organization/_history");
    var id = federation("Change 0");
    for (int i = 1; i < 6; i++) {
      rename(id, "Change " + i);
    }
    var path = "/Organization/_history?_count=2&_sort=_lastUpdated&_since=" + since;
    var names = new ArrayList<String>();
    var first = found(path);
    names.addAll(first.getList("entry.resource.name"));
    rename(id, "Change 6");
    pages(Objects.requireNonNull(next(first)))
        .forEach(page -> names.addAll(page.getList("entry.resource.name")));

    assertThat(names)
        .filteredOn(name -> name.startsWith("Change"))
        .containsExactly(
            "Change 0", "Change 1", "Change 2", "Change 3", "Change 4", "Change 5", "Change 6");
  }

  @Test
  void pages_of_changes_newest_first_are_not_moved_by_what_comes_in() {
    var id = federation("Step 0");
    for (int i = 1; i < 6; i++) {
      rename(id, "Step " + i);
    }
    var first = found("/Organization/_history?_count=3");
    rename(id, "Step 6");
    var second = found(Objects.requireNonNull(next(first)));

    assertThat(first.getList("entry.resource.name")).containsExactly("Step 5", "Step 4", "Step 3");
    assertThat(second.getList("entry.resource.name")).containsExactly("Step 2", "Step 1", "Step 0");
  }

  @Test
  void all_changes_together_are_all_versions_of_everything() {
    var last = new LinkedHashMap<String, String>();
    var versions = new HashSet<String>();
    for (var page : pages("/Organization/_history?_count=200&_sort=_lastUpdated")) {
      for (Map<String, Map<String, Object>> entry :
          page.<Map<String, Map<String, Object>>>getList("entry")) {
        var resource = entry.get("resource");
        @SuppressWarnings("unchecked")
        var meta = (Map<String, String>) resource.get("meta");
        assertThat(versions.add(resource.get("id") + "/" + meta.get("versionId"))).isTrue();
        last.put((String) resource.get("id"), meta.get("versionId"));
      }
    }
    var now = new LinkedHashMap<String, String>();
    pages("/Organization?_count=200")
        .forEach(page -> {
          List<String> ids = page.getList("entry.resource.id");
          List<String> numbers = page.getList("entry.resource.meta.versionId");
          for (int i = 0; i < ids.size(); i++) {
            now.put(ids.get(i), numbers.get(i));
          }
        });
    assertThat(last).containsExactlyInAnyOrderEntriesOf(now);
  }

  private static String newest(String path) {
    return found(path + "?_count=1").getString("entry[0].response.lastModified");
  }

  @Test
  void changes_of_affiliations_are_told_too() {
    String since = newest("/OrganizationAffiliation/_history");
    var body = federation("Just Joined");
    belong("/v1/organisations/" + body + "/members", "memberIds", "W81001", "FEDERATION");

    assertThat(
            found("/OrganizationAffiliation/_history?_since=" + since)
                .getString("entry[0].resource.participatingOrganization.reference"))
        .isEqualTo("Organization/" + body);
  }

  @Test
  void what_is_not_there_is_told_as_an_outcome() {
    outcome(get("/Organization/W99999"), 404, "not-found", "not-found");
    outcome(get("/Organization/W99999/_history"), 404, "not-found", "not-found");
    outcome(get("/OrganizationAffiliation/" + UUID.randomUUID()), 404, "not-found", "not-found");
    outcome(get("/Organization/W81003/more"), 404, "not-found", "not-found");
    outcome(get("/Practitioner"), 404, "not-found", "not-found");
    outcome(
        Office.keeper().post("/fhir/Organization", "{}"),
        405,
        "not-supported",
        "method-not-allowed");
  }

  @Test
  void who_may_not_read_is_told_as_an_outcome() {
    outcome(Caller.nobody().get("/fhir/metadata"), 401, "login", "not-signed-in");
    outcome(Caller.forged().get("/fhir/Organization/W81003"), 401, "login", "not-signed-in");
    outcome(
        Caller.as("nadia.velloso").get("/fhir/Organization"), 403, "forbidden", "not-registered");
  }

  @ParameterizedTest
  @CsvSource({
    "/Organization?nmae=north, http.nmae",
    "/Organization?active=yes, http.active",
    "/Organization?_count=-1, http._count",
    "/Organization?_sort=postcode, http._sort",
    "/Organization?_cursor=abc, http._cursor",
    "/Organization?_sort=_lastUpdated&_cursor=WyJhIiwiYiJd, http._cursor",
    "/Organization?_lastUpdated=yesterday, http._lastUpdated",
    "/Organization/W81003?active=true, http.active",
    "/OrganizationAffiliation?_sort=name, http._sort",
    "/OrganizationAffiliation?date=2026-13, http.date",
    "/Organization/_history?_since=lt2026, http._since",
    "/Organization/_history?_cursor=WyJwZXJzb24teCIsIjEiXQ, http._cursor",
    "/Organization/_history?_sort=name, http._sort",
    "/Organization/_history?_summary=true, http._summary",
    "/Organization?_summary=text, http._summary",
    "/Organization/W81003?_summary=count, http._summary",
    "/Organization?_elements=name;x, http._elements",
    "/Organization?_elements=name&_summary=true, http._elements",
    "/Organization?_include=Organization:partof, http._include",
    "/OrganizationAffiliation?_include=OrganizationAffiliation:location, http._include",
    "/OrganizationAffiliation?_include=Organization:organization, http._include"
  })
  void what_cannot_be_answered_is_refused_and_never_passed_over(String path, String location) {
    var answer = get(path);
    outcome(answer, 400, "invalid", "invalid-request");
    assertThat(answer.<String>path("issue[0].location[0]")).isEqualTo(location);
  }

  @ParameterizedTest
  @CsvSource({
    "application/fhir+json, , 200",
    "application/json, , 200",
    "*/*, , 200",
    "application/fhir+xml, , 406",
    "text/html, , 406",
    "application/fhir+xml, json, 200",
    "application/json, application/fhir+json, 200",
    "application/json, xml, 406"
  })
  void it_is_told_in_json_only(String accept, @Nullable String format, int status) {
    var request = Office.keeper().request().header("Accept", accept);
    if (format != null) {
      request.queryParam("_format", format);
    }
    var answer = request.get("/fhir/metadata");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/fhir+json");
    if (status == 200) {
      assertThat(answer.<String>path("implementation.url")).isEqualTo(BASE);
      assertThat(answer.<String>path("fhirVersion")).isEqualTo("4.0.1");
    } else {
      outcome(answer, 406, "not-supported", "not-acceptable");
    }
  }

  @Test
  void links_lead_to_the_address_that_callers_use() {
    var page = found("/Organization?name=north nhs trust&_count=1");
    assertThat(page.getString("entry[0].fullUrl")).isEqualTo(BASE + "/Organization/WRA");
    assertThat(URI.create(page.getString("link[0].url")).getPath()).isEqualTo("/fhir/Organization");
    assertThat(page.getString("link[0].url")).contains("name=north%20nhs%20trust");
  }
}
