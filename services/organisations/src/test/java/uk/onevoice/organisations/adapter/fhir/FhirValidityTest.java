package uk.onevoice.organisations.adapter.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationCorrected;
import uk.onevoice.organisations.imports.RealEngland;
import uk.onevoice.service.problem.OperationOutcomes;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.StandardProblems;

/**
 * What is sent is FHIR R4, by HAPI's validator; and in the shape in which NHS England's own service
 * tells it: no element and no code system that its samples do not have, but our own.
 */
class FhirValidityTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final FhirValidator VALIDATOR = validator();
  private static final URI BASE = URI.create("http://localhost:8080/fhir");

  private static final Question NOTHING = new Question(Map.of(), List.of());

  private static FhirValidator validator() {
    // It reads its own definitions with this one, and would find that of the workbooks first.
    System.setProperty("javax.xml.stream.XMLInputFactory", "com.ctc.wstx.stax.WstxInputFactory");
    System.setProperty("javax.xml.stream.XMLOutputFactory", "com.ctc.wstx.stax.WstxOutputFactory");
    var context = FhirContext.forR4();
    var instances =
        new FhirInstanceValidator(
            new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context)));
    instances.setAnyExtensionsAllowed(true);
    return context.newValidator().registerValidatorModule(instances);
  }

  private static void assertValid(JsonNode resource) {
    assertValid(resource.toString());
  }

  private static void assertValid(String resource) {
    var result = VALIDATOR.validateWithResult(resource);
    assertThat(
            result.getMessages().stream()
                .filter(each -> each.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(each -> each.getLocationString() + ": " + each.getMessage()))
        .as(resource)
        .isEmpty();
  }

  private static JsonNode json(List<Version> versions) {
    var last = versions.getLast();
    return ResourceJson.of(last, Objects.requireNonNull(last.content()), Samples.TODAY);
  }

  @Test
  void the_validator_sees_what_is_wrong() {
    var result =
        VALIDATOR.validateWithResult(
            "{\"resourceType\":\"Organization\",\"id\":\"A\",\"activ\":true}");

    assertThat(result.isSuccessful()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(OrganisationKind.class)
  void organisations_of_every_kind_are_valid(OrganisationKind kind) {
    assertValid(
        json(
            Samples.organisation(
                kind.isLocal() ? Samples.own(kind) : Samples.official("WRA", kind, null))));
  }

  @Test
  void places_are_valid() {
    assertValid(json(Samples.place()));
  }

  @ParameterizedTest
  @EnumSource(AffiliationKind.class)
  void affiliations_of_every_kind_are_valid(AffiliationKind kind) {
    var parent = kind == AffiliationKind.PLACE ? Samples.PLACE.toString() : "W00002";
    assertValid(json(Samples.affiliations(Samples.started("W81003", parent, kind, null))));
    assertValid(json(Samples.affiliations(Samples.started("W81003", parent, kind, true))));
  }

  @Test
  void bundles_of_what_was_found_are_valid() {
    var trust =
        Samples.organisation(Samples.official("WRA", OrganisationKind.TRUST, Samples.TODAY));
    var page =
        new Search.Page(
            3,
            List.of(trust.getLast(), Samples.place().getLast()),
            List.of(),
            new Cursor("WRA", "WRA"));

    assertValid(new Bundle(BASE, Samples.TODAY).found("Organization", NOTHING, page));
    assertValid(
        new Bundle(BASE, Samples.TODAY)
            .found("Organization", NOTHING, new Search.Page(0, List.of(), List.of(), null)));
  }

  @Test
  void bundles_with_what_is_included_and_what_was_passed_over_are_valid() {
    var page =
        new Search.Page(
            1,
            Samples.affiliations(Samples.started("W81003", "WRA", AffiliationKind.PCN_CORE, null)),
            Samples.organisation(Samples.official("WRA", OrganisationKind.TRUST, null)),
            null);
    var bundle =
        new Bundle(BASE, Samples.TODAY)
            .found(
                "OrganizationAffiliation",
                new Question(
                    Map.of("_include", List.of("OrganizationAffiliation:organization")),
                    List.of("colour", "size")),
                page);

    assertValid(bundle);
    assertThat(bundle.path("entry").findValuesAsText("mode"))
        .containsExactly("match", "include", "outcome");
    assertThat(bundle.at("/entry/2/resource/issue/0/diagnostics").asText())
        .isEqualTo("Not known here and passed over: colour, size.");
    assertThat(bundle.at("/link/0/url").asText()).doesNotContain("colour");
  }

  @ParameterizedTest
  @CsvSource({"_summary, true", "_elements, name", "_elements, 'partOf,code'"})
  void subsets_are_valid_and_say_that_they_are_not_whole(String parameter, String value) {
    var subset = Subset.ofOne(new Question(Map.of(parameter, List.of(value)), List.of()));
    for (var versions :
        List.of(
            Samples.organisation(Samples.official("WRA", OrganisationKind.TRUST, Samples.TODAY)),
            Samples.place(),
            Samples.affiliations(
                Samples.started("W81003", "WRA", AffiliationKind.PCN_CORE, null)))) {
      var resource = subset.of((ObjectNode) json(versions));

      assertValid(resource);
      assertThat(resource.has("extension")).isFalse();
      assertThat(resource.has("address")).isFalse();
      assertThat(resource.at("/meta/tag/0/code").asText()).isEqualTo("SUBSETTED");
      assertThat(resource.has("name"))
          .isEqualTo(!value.contains(",") && resource.path("resourceType").asText().length() == 12);
    }
  }

  @Test
  void bundles_of_what_changed_are_valid_with_what_was_withdrawn() {
    var started = Samples.started("W81003", "W00002", AffiliationKind.PCN_CORE, null);
    var versions =
        Samples.affiliations(
            started,
            new AffiliationCorrected(
                started.affiliationId(),
                started.memberId(),
                started.parentId(),
                started.kind(),
                started.start(),
                null,
                null,
                true));
    var bundle =
        new Bundle(BASE, Samples.TODAY)
            .changed(
                "OrganizationAffiliation/_history",
                NOTHING,
                versions.reversed(),
                new Cursor("affiliations-W81003", "1"));

    assertValid(bundle);
    assertThat(bundle.at("/entry/0/request/method").asText()).isEqualTo("DELETE");
    assertThat(bundle.at("/entry/0").has("resource")).isFalse();
    assertThat(bundle.at("/entry/1/request/method").asText()).isEqualTo("POST");
    assertThat(bundle.at("/link/1/url").asText())
        .startsWith(BASE + "/OrganizationAffiliation/_history?_cursor=");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {400, 401, 403, 404, 405, 406, 408, 412, 413, 414, 415, 422, 429, 431, 500, 503})
  void outcomes_are_valid(int status) {
    assertValid(OperationOutcomes.text(StandardProblems.ofStatus(status), "correlation-1"));
    assertValid(
        OperationOutcomes.text(
            Problem.of(status, "some-problem", "Some problem.").at("query:name", "is missing"),
            "correlation-1"));
  }

  @Test
  void the_capability_statement_is_valid_and_lists_what_is_searched_by() {
    var statement = MetadataResource.statement(BASE.toString());

    assertValid(statement);
    assertThat(parameters(statement, 0)).isEqualTo(withoutModifiers(Search.OF_ORGANIZATIONS));
    assertThat(parameters(statement, 1)).isEqualTo(withoutModifiers(Search.OF_AFFILIATIONS));
  }

  private static Set<String> parameters(JsonNode statement, int resource) {
    Set<String> names = new TreeSet<>();
    statement
        .at("/rest/0/resource/" + resource + "/searchParam")
        .forEach(parameter -> names.add(parameter.path("name").asText()));
    return names;
  }

  private static Set<String> withoutModifiers(Set<String> parameters) {
    Set<String> names = new TreeSet<>(parameters);
    // Where a page is cut and what of it is sent is told in words.
    names.removeIf(name ->
        name.contains(":") || Set.of("_sort", "_include", "_summary", "_elements").contains(name));
    return names;
  }

  @Test
  void an_organisation_has_the_shape_of_our_sample() throws IOException {
    var trust = json(Samples.organisation(Samples.official("WRA", OrganisationKind.TRUST, null)));
    assertShape(trust, sample("organization.json"));
  }

  @Test
  void an_affiliation_has_the_shape_of_our_sample() throws IOException {
    assertShape(affiliation(), sample("organization-affiliation.json"));
  }

  @Test
  void an_organisation_has_the_shape_of_the_official_sample() throws IOException {
    var trust = json(Samples.organisation(Samples.official("WRA", OrganisationKind.TRUST, null)));
    assertShape(trust, official("fhir_Organization_id_200.json"));
  }

  @Test
  void an_affiliation_says_what_the_official_sample_says() throws IOException {
    var sample = official("fhir_OrganizationAffiliation_id_200.json");
    assertShape(affiliation(), sample);
    for (var element : List.of("code", "organization", "participatingOrganization", "period")) {
      assertThat(affiliation().path(element)).as(element).isEqualTo(sample.path(element));
    }
  }

  private static JsonNode affiliation() {
    return json(
        Samples.affiliations(Samples.started("G81086", "U36842", AffiliationKind.PCN_CORE, null)));
  }

  private static void assertShape(JsonNode ours, JsonNode sample) {
    assertValid(ours);
    assertThat(paths(sample)).containsAll(paths(ours));
    assertThat(names(sample)).containsAll(names(ours));
  }

  /** Which elements there are, whatever is in them. */
  private static Set<String> paths(JsonNode tree) {
    Set<String> paths = new TreeSet<>();
    addPaths(tree, "", paths);
    return paths;
  }

  private static void addPaths(JsonNode tree, String at, Set<String> paths) {
    paths.add(at);
    tree.properties().forEach(each -> addPaths(each.getValue(), at + "/" + each.getKey(), paths));
    if (tree.isArray()) {
      tree.forEach(each -> addPaths(each, at, paths));
    }
  }

  /** Extensions and code systems with their codes, but for our own. */
  private static Set<String> names(JsonNode tree) {
    List<String> names = new ArrayList<>(tree.findValuesAsText("url"));
    tree.findParents("code")
        .forEach(coding ->
            names.add(coding.path("system").asText() + "|" + coding.path("code").asText()));
    names.addAll(tree.findValuesAsText("system"));
    names.removeIf(name -> name.startsWith("https://onevoice.example/"));
    return new TreeSet<>(names);
  }

  private static JsonNode sample(String name) throws IOException {
    try (var file = FhirValidityTest.class.getResourceAsStream("/fhir/" + name)) {
      return JSON.readTree(Objects.requireNonNull(file));
    }
  }

  /** The samples of NHS England stay where they are; without them there is nothing to compare. */
  private static JsonNode official(String name) throws IOException {
    var folder = RealEngland.folder();
    assumeTrue(folder != null, "no samples of NHS England beside the repository");
    return JSON.readTree(Objects.requireNonNull(folder).resolve("samples").resolve(name).toFile());
  }
}
