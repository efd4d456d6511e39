package uk.onevoice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.directory.ToldDirectory.id;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.onevoice.kernel.Period;

/** What an organisation is, who belongs to it, and who is gone. */
class DirectoryOrganisationsTest {
  private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
  private static final LocalDate LAST_OF_MARCH = LocalDate.parse("2026-03-31");
  private static final PlaceId MARL_VALLEY = new PlaceId(id("place"));
  private static final OrganisationId PRACTICE = new OrganisationId("WYVP0001");
  private static final OrganisationId PCN = new OrganisationId("WYVN0001");

  @RegisterExtension static final ToldDirectory told = new ToldDirectory();

  private final Directory directory = told.directory();

  @Test
  void an_older_release_of_the_registry_says_nothing_about_today() {
    told.hear(
        "OrganisationRegistered",
        "{'organisationId':'WYVP0001','name':'Alder','kinds':['PRACTICE'],'status':'ACTIVE'}");
    told.hear(
        "OdsRecordAccepted",
        "{'organisationId':'WYVP0001','release':'2020-01','name':'Elder','kinds':['PRACTICE'],"
            + "'status':'INACTIVE','historic':true}");
    assertThat(directory.organisation(PRACTICE).orElseThrow().name()).isEqualTo("Alder");

    told.hear(
        "OdsRecordAccepted",
        "{'organisationId':'WYVP0001','release':'2026-11','name':'Ash','kinds':['PRACTICE'],"
            + "'start':'1990-04-01','status':'ACTIVE'}");
    assertThat(directory.organisation(PRACTICE).orElseThrow())
        .isEqualTo(
            new Organisation(
                PRACTICE,
                "Ash",
                java.util.Set.of(OrganisationKind.PRACTICE),
                LocalDate.parse("1990-04-01"),
                null,
                "ACTIVE"));
  }

  @Test
  void an_organisation_is_closed_from_the_day_after_its_last_and_may_open_again() {
    told.hear(
        "OrganisationRegistered",
        "{'organisationId':'WYVP0001','name':'Alder','kinds':['PRACTICE'],'status':'ACTIVE'}");
    told.hear("OrganisationClosed", "{'organisationId':'WYVP0001','end':'2026-04-01'}");

    Organisation closed = directory.organisation(PRACTICE).orElseThrow();
    assertThat(closed.openOn(LAST_OF_MARCH)).isTrue();
    assertThat(closed.openOn(APRIL)).isFalse();

    told.hear("OrganisationReopened", "{'organisationId':'WYVP0001','from':'2026-05-01'}");
    told.hear(
        "OrganisationRenamed", "{'organisationId':'WYVP0001','name':'Birch','from':'2026-05-01'}");
    Organisation open = directory.organisation(PRACTICE).orElseThrow();
    assertThat(open.openOn(APRIL.plusYears(1))).isTrue();
    assertThat(open.name()).isEqualTo("Birch");
  }

  @Test
  void who_belongs_where_is_known_for_any_day() {
    told.affiliate("one", "WYVP0001", "WYVN0001", "PCN_CORE", "2026-04-01");
    told.affiliate("two", "WYVP0002", "WYVN0001", "PCN_CORE", "2020-04-01");
    told.affiliate("three", "WYVP0003", "WYVN0001", "PCN_CORE", "2020-04-01");
    told.affiliate("four", "WYVP0002", "WYVICB01", "COMMISSIONED_BY", "2020-04-01");
    told.hear(
        "AffiliationEnded",
        "{'affiliationId':'three','memberId':'WYVP0003','parentId':'WYVN0001',"
            + "'kind':'PCN_CORE','end':'2026-04-01'}");

    assertThat(directory.members(PCN, AffiliationKind.PCN_CORE, LAST_OF_MARCH))
        .extracting(OrganisationId::value)
        .containsExactly("WYVP0002", "WYVP0003");
    assertThat(directory.members(PCN, AffiliationKind.PCN_CORE, APRIL))
        .extracting(OrganisationId::value)
        .containsExactly("WYVP0001", "WYVP0002");
    assertThat(directory.parents(PRACTICE, AffiliationKind.PCN_CORE, APRIL)).containsExactly(PCN);
    assertThat(directory.parents(PRACTICE, AffiliationKind.PCN_CORE, LAST_OF_MARCH)).isEmpty();
  }

  @Test
  void an_affiliation_that_never_was_counts_on_no_day() {
    told.affiliate("one", "WYVP0001", "WYVN0001", "PCN_CORE", "2026-01-01");
    told.hear(
        "AffiliationCorrected",
        "{'affiliationId':'one','memberId':'WYVP0001','parentId':'WYVN0001',"
            + "'kind':'PCN_CORE','start':'2026-01-01','void':true}");

    assertThat(directory.members(PCN, AffiliationKind.PCN_CORE, APRIL)).isEmpty();
  }

  @Test
  void a_practice_of_a_place_is_listed_as_the_latest_map_of_the_day_says() {
    told.affiliate("one", "WYVP0001", MARL_VALLEY.toString(), "PLACE", "2020-04-01");
    told.affiliate("two", "WYVP0002", MARL_VALLEY.toString(), "PLACE", "2020-04-01");
    told.affiliate("three", "WYVP0003", MARL_VALLEY.toString(), "PLACE", "2020-04-01");
    told.hear("PracticeListed", "{'organisationId':'WYVP0001','from':'2026-03-01'}");
    told.hear("PracticeDelisted", "{'organisationId':'WYVP0001','from':'2026-04-01'}");
    told.hear("PracticeListed", "{'organisationId':'WYVP0002','from':'2026-04-01'}");

    assertThat(directory.listedPracticesIn(MARL_VALLEY, LAST_OF_MARCH)).containsExactly(PRACTICE);
    assertThat(directory.listedPracticesIn(MARL_VALLEY, APRIL))
        .extracting(OrganisationId::value)
        .containsExactly("WYVP0002");
  }

  @Test
  void bodies_of_a_place_are_those_with_a_practice_in_it_on_the_day() {
    told.hear(
        "PlaceDefined",
        "{'placeId':'%s','icsId':'WYVICB01','name':'Marl','start':'2026-01-01'}",
        MARL_VALLEY);
    told.hear("PlaceRevised", "{'placeId':'%s','name':'Marl Valley'}", MARL_VALLEY);
    told.affiliate("in", "WYVP0001", MARL_VALLEY.toString(), "PLACE", "2026-01-01");
    told.affiliate("pcn", "WYVP0001", "WYVN0001", "PCN_CORE", "2026-04-01");
    told.affiliate("fed", "WYVP0001", "FED", "FEDERATION", "2026-01-01");
    told.affiliate("icb", "WYVP0001", "WYVICB01", "COMMISSIONED_BY", "2026-01-01");
    told.affiliate("elsewhere", "WYVP0002", "LMC", "LMC", "2026-01-01");

    assertThat(directory.place(MARL_VALLEY, APRIL).orElseThrow().name()).isEqualTo("Marl Valley");
    assertThat(directory.practicesIn(MARL_VALLEY, APRIL)).containsExactly(PRACTICE);
    assertThat(directory.placeOf(PRACTICE, APRIL)).contains(MARL_VALLEY);
    assertThat(directory.placeOf(PRACTICE, LocalDate.parse("2025-12-31"))).isEmpty();
    assertThat(directory.bodiesWithMembersIn(MARL_VALLEY, LAST_OF_MARCH))
        .extracting(OrganisationId::value)
        .containsExactly("FED");
    assertThat(directory.bodiesWithMembersIn(MARL_VALLEY, APRIL))
        .extracting(OrganisationId::value)
        .containsExactlyInAnyOrder("FED", "WYVN0001");
  }

  @Test
  void of_some_bodies_those_with_a_practice_in_the_place_on_the_day() {
    bodies_of_a_place_are_those_with_a_practice_in_it_on_the_day();
    told.affiliate("also", "WYVP0002", "FED", "FEDERATION", "2026-01-01");
    told.affiliate("void", "WYVP0001", "VOID", "LMC", "2026-01-01");
    told.hear(
        "AffiliationCorrected",
        "{'affiliationId':'void','memberId':'WYVP0001','parentId':'VOID','kind':'LMC',"
            + "'start':'2026-01-01','void':true}");
    List<OrganisationId> all =
        Stream.of("LMC", "WYVN0001", "VOID", "FED", "WYVICB01", "WYVP0001", "NOBODY")
            .map(OrganisationId::new)
            .toList();

    for (LocalDate day : List.of(LAST_OF_MARCH, APRIL, LocalDate.parse("2025-12-31"))) {
      Set<OrganisationId> found = directory.bodiesWithMembersIn(MARL_VALLEY, day);
      for (OrganisationId each : all) {
        assertThat(directory.hasMembersIn(MARL_VALLEY, each, day))
            .as("%s on %s", each, day)
            .isEqualTo(found.contains(each));
      }
    }
    assertThat(all)
        .filteredOn(each -> directory.hasMembersIn(MARL_VALLEY, each, APRIL))
        .extracting(OrganisationId::value)
        .containsExactly("WYVN0001", "FED");
  }

  @Test
  void bodies_of_an_ics_are_those_with_a_practice_in_one_of_its_places() {
    bodies_of_a_place_are_those_with_a_practice_in_it_on_the_day();
    assertThat(bodiesOf("WYVICB01", LAST_OF_MARCH)).containsExactly("FED");
    assertThat(bodiesOf("WYVICB01", APRIL)).containsExactly("WYVN0001", "FED");
    assertThat(bodiesOf("WYVICB02", APRIL)).isEmpty();

    told.hear("PlaceMoved", "{'placeId':'%s','icsId':'WYVICB02','from':'2026-04-01'}", MARL_VALLEY);
    assertThat(bodiesOf("WYVICB01", LAST_OF_MARCH)).containsExactly("FED");
    assertThat(bodiesOf("WYVICB01", APRIL)).isEmpty();
    assertThat(bodiesOf("WYVICB02", APRIL)).containsExactly("WYVN0001", "FED");
  }

  private List<String> bodiesOf(String ics, LocalDate on) {
    return Stream.of("LMC", "WYVN0001", "FED", "WYVICB01", "WYVP0001")
        .filter(body ->
            directory.hasMembersInIcs(new OrganisationId(ics), new OrganisationId(body), on))
        .toList();
  }

  @Test
  void belongings_are_listed_with_their_days_in_parts() {
    told.affiliate(id("a").toString(), "WYVP0002", "FED", "FEDERATION", "2026-01-01");
    told.affiliate(id("b").toString(), "WYVP0001", "FED", "FEDERATION", "2026-03-01");
    told.affiliate(id("c").toString(), "WYVP0001", "FED", "FEDERATION", "2026-01-01");
    told.affiliate(id("d").toString(), "WYVP0003", "FED", "LMC", "2026-01-01");
    told.hear(
        "AffiliationEnded",
        "{'affiliationId':'%s','memberId':'WYVP0001','parentId':'FED','kind':'FEDERATION',"
            + "'end':'2026-02-01'}",
        id("c"));
    var federation = new OrganisationId("FED");

    var first = directory.belongings(federation, AffiliationKind.FEDERATION, null, 2);
    assertThat(first).extracting(Directory.Belonging::id).containsExactly(id("c"), id("b"));
    assertThat(first.getFirst().period())
        .isEqualTo(new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-02-01")));
    assertThat(directory.belongings(federation, AffiliationKind.FEDERATION, id("b"), 2))
        .extracting(Directory.Belonging::id)
        .containsExactly(id("a"));
  }

  @Test
  void a_place_has_the_list_sizes_of_the_newest_month_that_had_begun() {
    for (String practice : List.of("WYVP0001", "WYVP0002", "WYVP0003")) {
      told.affiliate(
          id(practice).toString(), practice, MARL_VALLEY.toString(), "PLACE", "2026-01-01");
      told.hear("PracticeListed", "{'organisationId':'%s','from':'2026-01-01'}", practice);
    }
    listSize("WYVP0001", "2026-03", 9_000, "");
    listSize("WYVP0001", "2026-04", 9_100, "");
    listSize("WYVP0001", "2026-05", 9_200, "");
    listSize("WYVP0002", "2026-03", 4_000, "");
    listSize("WYVP0003", "2026-04", 5_000, "");
    listSize("WYVP0003", "2026-04", 5_000, ",'void':true");

    assertThat(directory.listSizesIn(MARL_VALLEY, APRIL))
        .containsExactly(
            new Directory.ListedPractice(new OrganisationId("WYVP0001"), 9_100L),
            new Directory.ListedPractice(new OrganisationId("WYVP0002"), null),
            new Directory.ListedPractice(new OrganisationId("WYVP0003"), null));
    assertThat(directory.listSizesIn(MARL_VALLEY, LAST_OF_MARCH))
        .extracting(Directory.ListedPractice::patients)
        .containsExactly(9_000L, 4_000L, null);
  }

  private void listSize(String practice, String month, int patients, String more) {
    told.hear(
        "ListSizePublished",
        "{'organisationId':'%s','month':'%s','patients':" + patients + ",'revision':1%s}",
        practice,
        month,
        more);
  }

  @Test
  void who_is_gone_by_a_day_is_known_with_who_followed() {
    for (String practice : List.of("WYVP0001", "WYVP0002", "WYVP0003", "WYVP0004")) {
      told.hear(
          "OrganisationRegistered",
          "{'organisationId':'%s','name':'A practice','kinds':['PRACTICE'],'status':'ACTIVE'}",
          practice);
    }
    told.hear("OrganisationClosed", "{'organisationId':'WYVP0001','end':'2026-03-01'}");
    followed("WYVP0002", "2026-03-15", "'WYVP0009'");
    followed("WYVP0003", "2026-03-20", "'WYVP0003','WYVP0009'");
    followed("WYVP0004", "2026-03-20", "'WYVP0009'");
    followed("WYVP0004", "2026-03-20", "");
    var all =
        Set.of(
            new OrganisationId("WYVP0001"),
            new OrganisationId("WYVP0002"),
            new OrganisationId("WYVP0003"),
            new OrganisationId("WYVP0004"));

    assertThat(directory.gone(all, APRIL))
        .containsExactly(
            new Directory.Gone(
                new OrganisationId("WYVP0001"), LocalDate.parse("2026-03-01"), List.of()),
            new Directory.Gone(
                new OrganisationId("WYVP0002"),
                LocalDate.parse("2026-03-15"),
                List.of(new OrganisationId("WYVP0009"))));
    assertThat(directory.gone(all, LocalDate.parse("2026-03-14")))
        .extracting(gone -> gone.id().value())
        .containsExactly("WYVP0001");
  }

  private void followed(String practice, String on, String successors) {
    told.hear(
        "OrganisationSucceeded",
        "{'organisationId':'%s','successors':[%s],'kind':'MERGER','date':'%s'}",
        practice,
        successors,
        on);
  }
}
