package uk.onevoice.organisations.adapter.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationCorrected;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationEnded;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationClosed;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationRenamed;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceRevised;
import uk.onevoice.organisations.domain.place.PlaceId;

class ResourceJsonTest {
  private static final LocalDate TODAY = Samples.TODAY;

  private static JsonNode json(List<Version> versions) {
    return json(versions.getLast(), TODAY);
  }

  private static JsonNode json(Version version, LocalDate today) {
    return ResourceJson.of(version, Objects.requireNonNull(version.content()), today);
  }

  @Test
  void an_organisation_of_the_ods_has_its_code_and_its_role() {
    var trust = json(Samples.organisation(Samples.official("WRA", OrganisationKind.TRUST, null)));

    assertThat(trust.path("id").asText()).isEqualTo("WRA");
    assertThat(trust.at("/meta/versionId").asText()).isEqualTo("1");
    assertThat(trust.at("/meta/lastUpdated").asText()).isEqualTo("2026-11-20T09:30:00.123456Z");
    assertThat(trust.at("/identifier/0/system").asText())
        .isEqualTo("https://fhir.nhs.uk/Id/ods-organization-code");
    assertThat(trust.at("/identifier/0/value").asText()).isEqualTo("WRA");
    assertThat(trust.at("/extension/0/extension/0/valueCodeableConcept/coding/0/code").asText())
        .isEqualTo("RO197");
    assertThat(trust.at("/type/0/coding/0/code").asText()).isEqualTo("RC1");
  }

  @ParameterizedTest
  @EnumSource(
      value = OrganisationKind.class,
      names = {"FEDERATION", "LMC", "LEADERSHIP_GROUP"})
  void a_body_of_our_own_has_no_code_and_no_role_of_the_ods(OrganisationKind kind) {
    var body = json(Samples.organisation(Samples.own(kind)));

    assertThat(body.toString()).doesNotContain("ods-organization-code", "ODSOrganisationRole");
    assertThat(body.at("/identifier/0/system").asText())
        .isEqualTo("https://onevoice.example/id/organisation");
    assertThat(body.at("/type/0/coding/0/code").asText()).isEqualTo(kind.name());
  }

  @Test
  void a_place_is_part_of_the_icb_of_its_ics_and_has_an_identifier_of_ours() {
    var place = json(Samples.place());

    assertThat(place.path("id").asText()).isEqualTo(Samples.PLACE.toString());
    assertThat(place.at("/identifier/0/system").asText())
        .isEqualTo("https://onevoice.example/id/place");
    assertThat(place.at("/partOf/reference").asText()).isEqualTo("Organization/WQA");
  }

  @ParameterizedTest
  @CsvSource({"1998-03-31, false", "1998-04-01, true", "2026-03-31, true", "2026-04-01, false"})
  void it_is_active_from_its_first_day_to_its_last(LocalDate day, boolean active) {
    var closed =
        Samples.organisation(
            Samples.official("WRA", OrganisationKind.TRUST, LocalDate.of(2026, 4, 1)));

    assertThat(json(closed.getLast(), day).path("active").asBoolean()).isEqualTo(active);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-20, false", "2026-11-29, false", "2026-11-30, true", "2027-01-01, true"})
  void it_has_changed_by_itself_from_the_day_on_which_it_closes(LocalDate day, boolean changed) {
    var closing =
        Samples.organisation(
            Samples.official("WRA", OrganisationKind.TRUST, LocalDate.of(2026, 11, 30)));

    assertThat(closing.getLast().hasChangedByItself(day)).isEqualTo(changed);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-30, false, Marl Valley", "2026-12-01, true, Marl Valley North"})
  void a_name_from_a_later_day_on_is_told_from_that_day(
      LocalDate day, boolean changed, String name) {
    var renamed =
        Samples.place(
            new PlaceRevised(
                new PlaceId(Samples.PLACE), "Marl Valley North", LocalDate.of(2026, 12, 1)));

    assertThat(renamed.getLast().hasChangedByItself(day)).isEqualTo(changed);
    assertThat(json(renamed.getLast(), day).path("name").asText()).isEqualTo(name);
  }

  @Test
  void a_period_ends_with_its_last_day() {
    var closed =
        json(
            Samples.organisation(
                Samples.official("WRA", OrganisationKind.TRUST, LocalDate.of(2026, 4, 1))));

    assertThat(closed.at("/extension/0/extension/1/extension/1/valuePeriod").toString())
        .isEqualTo("{\"start\":\"1998-04-01\",\"end\":\"2026-03-31\"}");
  }

  @Test
  void what_was_closed_from_its_first_day_ended_before_it_and_has_no_first_day() {
    var id = new OrganisationId("WRA");
    var withdrawn =
        json(
            Samples.organisation(
                Samples.official("WRA", OrganisationKind.TRUST, null),
                new OrganisationClosed(id, Samples.OPENED, true)));

    assertThat(withdrawn.path("active").asBoolean()).isFalse();
    assertThat(withdrawn.at("/extension/0/extension/1/extension/1/valuePeriod").toString())
        .isEqualTo("{\"end\":\"1998-03-31\"}");
  }

  @Test
  void each_event_is_a_version_with_what_was_said_then() {
    var id = new OrganisationId(Samples.FEDERATION.toString());
    var versions =
        Samples.organisation(
            Samples.own(OrganisationKind.FEDERATION),
            new OrganisationRenamed(id, "Marl Valley GPs", TODAY));

    assertThat(versions).extracting(Version::number).containsExactly(1L, 2L);
    assertThat(versions).extracting(Version::first).containsExactly(true, false);
    assertThat(json(versions.getFirst(), TODAY).path("name").asText())
        .isEqualTo("Marl Valley Federation");
    assertThat(json(versions).path("name").asText()).isEqualTo("Marl Valley GPs");
  }

  @ParameterizedTest
  @CsvSource({
    "PCN_CORE, W00002, RE8, ODSRelationship, https://fhir.nhs.uk/Id/ods-organization-code",
    "COMMISSIONED_BY, W1B, RE4, ODSRelationship, https://fhir.nhs.uk/Id/ods-organization-code",
    "GEOGRAPHY, WQA, RE5, ODSRelationship, https://fhir.nhs.uk/Id/ods-organization-code",
    "PLACE, 01932c07-0000-7000-8000-00000000001a, PLACE, affiliation-kind, https://onevoice.example/id/place",
    "FEDERATION, 01932c07-0000-7000-8000-0000000000fe, FEDERATION, affiliation-kind, https://onevoice.example/id/organisation"
  })
  void the_member_is_the_organization_and_what_it_belongs_to_participates(
      AffiliationKind kind, String parent, String code, String system, String parentSystem) {
    var affiliation = json(Samples.affiliations(Samples.started("W81003", parent, kind, null)));

    assertThat(affiliation.at("/organization/reference").asText()).isEqualTo("Organization/W81003");
    assertThat(affiliation.at("/participatingOrganization/reference").asText())
        .isEqualTo("Organization/" + parent);
    assertThat(affiliation.at("/participatingOrganization/identifier/system").asText())
        .isEqualTo(parentSystem);
    assertThat(affiliation.at("/code/0/coding/0/code").asText()).isEqualTo(code);
    assertThat(affiliation.at("/code/0/coding/0/system").asText()).endsWith("/" + system);
  }

  @Test
  void a_start_that_is_only_the_day_of_an_extract_is_no_operational_date() {
    var seen =
        json(
            Samples.affiliations(
                Samples.started("W81003", "W00002", AffiliationKind.PCN_CORE, true)));

    assertThat(seen.has("extension")).isFalse();
    assertThat(seen.at("/period/start").asText()).isEqualTo("2019-10-01");
  }

  @Test
  void a_belonging_that_never_was_is_withdrawn_and_may_be_told_again() {
    var started = Samples.started("W81003", "W00002", AffiliationKind.PCN_CORE, null);
    var versions =
        Samples.affiliations(
            started,
            new AffiliationEnded(
                started.affiliationId(),
                started.memberId(),
                started.parentId(),
                started.kind(),
                TODAY),
            new AffiliationCorrected(
                started.affiliationId(),
                started.memberId(),
                started.parentId(),
                started.kind(),
                started.start(),
                null,
                null,
                true),
            started);

    assertThat(versions)
        .extracting(version -> version.content() == null)
        .containsExactly(false, false, true, false);
    assertThat(versions).extracting(Version::first).containsExactly(true, false, false, true);
  }
}
