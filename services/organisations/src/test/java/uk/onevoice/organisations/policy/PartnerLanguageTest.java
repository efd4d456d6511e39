package uk.onevoice.organisations.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.contracts.ToldChecks.lines;
import static uk.onevoice.contracts.ToldChecks.told;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.eventstore.relay.Language;
import uk.onevoice.eventstore.relay.Told;
import uk.onevoice.organisations.adapter.store.TellsOthers;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationCorrected;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationEnded;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationStarted;
import uk.onevoice.organisations.domain.client.ClientEvent;
import uk.onevoice.organisations.domain.client.ClientId;
import uk.onevoice.organisations.domain.client.ClientKind;
import uk.onevoice.organisations.domain.place.PlaceEvent;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceClosed;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceDefined;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceMerged;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceMoved;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceReopened;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceRevised;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceStartCorrected;
import uk.onevoice.organisations.domain.place.PlaceId;

class PartnerLanguageTest {
  private static final Language LANGUAGE = TellsOthers.ofRegistry();
  private static final EventTypes<AffiliationsEvent> AFFILIATIONS =
      EventTypes.of(AffiliationsEvent.class);
  private static final EventTypes<PlaceEvent> PLACES = EventTypes.of(PlaceEvent.class);
  private static final EventTypes<ClientEvent> CLIENTS = EventTypes.of(ClientEvent.class);
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
  private static final OrganisationId PRACTICE = new OrganisationId("P00001");
  private static final OrganisationId ICB = new OrganisationId("ICB01");
  private static final OrganisationId NEW_ICB = new OrganisationId("ICB02");
  private static final PlaceId PLACE = new PlaceId(new UUID(2, 2));
  private static final UUID AFFILIATION = new UUID(9, 1);

  @ParameterizedTest
  @EnumSource
  void what_an_organisation_belongs_to_is_told_with_the_place_where_it_is_one(
      AffiliationKind kind) {
    boolean ofPlace = kind == AffiliationKind.PLACE || kind == AffiliationKind.NEIGHBOURHOOD;
    String parent = PLACE.toString();
    List<Told> told =
        told(
            LANGUAGE,
            AFFILIATIONS,
            new AffiliationStarted(AFFILIATION, PRACTICE, parent, kind, DAY, null),
            new AffiliationEnded(AFFILIATION, PRACTICE, parent, kind, DAY.plusDays(9)),
            new AffiliationCorrected(AFFILIATION, PRACTICE, parent, kind, DAY, null, null, null));
    assertThat(lines(told))
        .containsExactly(
            "1 org-affiliation-changed-1",
            "2 org-affiliation-changed-1",
            "3 org-affiliation-changed-1");
    String place = ofPlace ? "\"place\":\"" + PLACE + "\"," : "";
    assertThat(told)
        .allSatisfy(one ->
            assertThat(one.payload())
                .isEqualTo(
                    """
                    {"subject":"P00001","dataref":"/v1/organisations/P00001",%s\
                    "audience":{"everyone":true}}\
                    """
                        .formatted(place)));
  }

  @Test
  void what_becomes_of_a_place_is_told_with_the_ics_in_which_it_lies_then() {
    List<Told> told =
        told(
            LANGUAGE,
            PLACES,
            new PlaceDefined(PLACE, ICB, "Marl Valley", DAY, null),
            new PlaceRevised(PLACE, "Marl", DAY),
            new PlaceMoved(PLACE, NEW_ICB, DAY.plusDays(1)),
            new PlaceClosed(PLACE, DAY.plusDays(9)),
            new PlaceReopened(PLACE),
            new PlaceMerged(PLACE, new PlaceId(new UUID(2, 3)), DAY.plusDays(20)),
            new PlaceStartCorrected(PLACE, DAY.minusDays(1), ICB));
    assertThat(told)
        .extracting(Told::payload)
        .containsExactly(
            place(ICB),
            place(ICB),
            place(NEW_ICB),
            place(NEW_ICB),
            place(NEW_ICB),
            place(NEW_ICB),
            place(ICB));
    assertThat(told).allSatisfy(one -> assertThat(one.type()).isEqualTo("place-changed-1"));
  }

  private static String place(OrganisationId ics) {
    return """
    {"subject":"%1$s","dataref":"/v1/organisations/places/%1$s","place":"%1$s","ics":"%2$s",\
    "audience":{"everyone":true}}\
    """
        .formatted(PLACE, ics.value());
  }

  @Test
  void of_everything_else_in_the_registry_partners_are_told_nothing() {
    assertThat(
            List.of(
                "OrganisationRegistered",
                "PersonNamed",
                "RoleAppointed",
                "InterestDeclared",
                "GroupFormed",
                "PulseOpened",
                "ClientRegistered",
                "ClientFeedApproved",
                "ImportAccepted",
                "SubjectErased"))
        .noneMatch(LANGUAGE::mayTell);
  }

  @Test
  void the_feed_service_is_told_of_systems_and_of_nothing_else() {
    var id = new ClientId("partner-client");
    List<Told> told =
        told(
            TellsOthers.ofClients(),
            CLIENTS,
            new ClientEvent.ClientRegistered(id, PRACTICE, ClientKind.PARTNER),
            new ClientEvent.ClientApproved(id),
            new ClientEvent.ClientFeedApproved(id, ICB),
            new ClientEvent.ClientFeedApprovalWithdrawn(id, ICB),
            new ClientEvent.ClientSuspended(id),
            new ClientEvent.ClientSuspended(id, true),
            new ClientEvent.ClientTransferred(id, NEW_ICB),
            new ClientEvent.ClientEnded(id));
    assertThat(told)
        .extracting(one -> one.type() + " " + one.payload())
        .containsExactly(
            "ClientRegistered " + json("\"organisationId\":\"P00001\",\"kind\":\"PARTNER\""),
            "ClientApproved " + json(null),
            "ClientFeedApproved " + json("\"bodyId\":\"ICB01\""),
            "ClientFeedApprovalWithdrawn " + json("\"bodyId\":\"ICB01\""),
            "ClientSuspended " + json(null),
            "ClientSuspended " + json("\"withOrganisation\":true"),
            "ClientTransferred " + json("\"organisationId\":\"ICB02\""),
            "ClientEnded " + json(null));
    assertThat(told).allSatisfy(one -> assertThat(one.subject()).isEqualTo("partner-client"));
    assertThat(List.of("PersonNamed", "OrganisationRegistered", "AffiliationStarted"))
        .noneMatch(TellsOthers.ofClients()::mayTell);
  }

  private static String json(@Nullable String more) {
    return "{\"clientId\":\"partner-client\"" + (more == null ? "" : "," + more) + "}";
  }
}
