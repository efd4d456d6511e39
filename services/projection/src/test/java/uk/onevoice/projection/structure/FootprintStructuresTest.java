package uk.onevoice.projection.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.onevoice.projection.facts.FactDatabase;
import uk.onevoice.projection.facts.Story;
import uk.onevoice.projection.reading.IcsFootprint;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.reading.Snapshots;
import uk.onevoice.projection.representation.Audience;
import uk.onevoice.projection.representation.Part;

/** Places and partners of an ICS go with the area that is chosen, as its practices do. */
class FootprintStructuresTest {
  private static final LocalDate Y2022 = LocalDate.of(2022, 7, 1);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 31);
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 28);
  private static final String PLACE = "0198f000-0000-7000-8000-00000000000a";

  private static FactDatabase database;

  @BeforeAll
  static void an_ICS_that_was_followed() throws SQLException {
    database = FactDatabase.create();
    Story story = new Story(Instant.parse("2026-01-05T09:00:00Z"));
    story.registered("QO1", "ICB", "Old one", null);
    story.registered("QN1", "ICB", "New one", null);
    story.registered("RT1", "TRUST", "A trust", null);
    story.place(PLACE, "QO1", "Old Vale", Y2022);
    story.affiliated("RT1", "QO1", "GEOGRAPHY", Y2022);
    story.say(
        "organisations",
        "affiliations-RT1",
        "AffiliationEnded",
        "affiliationId",
        Story.affiliation("RT1", "QO1", "GEOGRAPHY", Y2022),
        "memberId",
        "RT1",
        "parentId",
        "QO1",
        "kind",
        "GEOGRAPHY",
        "end",
        APRIL);
    story.affiliated("RT1", "QN1", "GEOGRAPHY", APRIL);
    story.say(
        "organisations",
        "place-" + PLACE,
        "PlaceMoved",
        "placeId",
        PLACE,
        "icsId",
        "QN1",
        "from",
        APRIL);
    story.say(
        "organisations",
        "organisation-QO1",
        "OrganisationSucceeded",
        "organisationId",
        "QO1",
        "successors",
        List.of("QN1"),
        "kind",
        "TRANSFER",
        "date",
        APRIL);
    database.apply(story.events());
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
  }

  @Test
  void places_and_partners_are_those_of_the_area() {
    assertThat(told("QO1", Chosen.THEN, MAY)).isEqualTo("null trusts, places []");
    assertThat(told("QO1", Chosen.OLD, MAY)).isEqualTo("1 trusts, places [Old Vale]");
    assertThat(told("QN1", Chosen.THEN, MAY)).isEqualTo("1 trusts, places [Old Vale]");
    assertThat(told("QN1", Chosen.OLD, MAY)).isEqualTo("null trusts, places []");
    assertThat(told("QN1", Chosen.NEW, FEBRUARY)).isEqualTo("1 trusts, places [Old Vale]");
    assertThat(told("QN1", Chosen.THEN, FEBRUARY)).isEqualTo("null trusts, places []");
  }

  private static String told(String ics, Chosen chosen, LocalDate asOf) {
    Snapshot facts =
        Snapshots.of(database.connection(), asOf, Instant.parse("2040-01-01T00:00:00Z"));
    IcsFootprint footprint = IcsFootprint.of(facts, ics, chosen);
    IcsStructure told =
        new Structures(facts.on(footprint.on()))
            .structure(ics, footprint, _ -> new Audience(Set.of(Part.COVERAGE, Part.LIVE)))
            .orElseThrow();
    List<String> places = told.places().stream().map(place -> place.place().name()).toList();
    return told.trusts() + " trusts, places " + places;
  }
}
