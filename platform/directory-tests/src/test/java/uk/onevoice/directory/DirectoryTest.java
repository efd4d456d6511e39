package uk.onevoice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import uk.onevoice.contracts.EventSchema;
import uk.onevoice.kernel.Period;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.testkit.stack.Database;
import uk.onevoice.testkit.stack.RunningStack;

class DirectoryTest {
  private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
  private static final LocalDate LAST_OF_MARCH = LocalDate.parse("2026-03-31");
  private static final UUID PERSON = id("person");
  private static final PlaceId MARL_VALLEY = new PlaceId(id("place"));
  private static final OrganisationId PRACTICE = new OrganisationId("WYVP0001");
  private static final OrganisationId PCN = new OrganisationId("WYVN0001");

  private static Database database;
  private static PGSimpleDataSource source;

  private final List<HeardEvent> heard = new ArrayList<>();
  private final Directory directory = new Directory(source);
  private long position;

  @BeforeAll
  static void tables() {
    database = RunningStack.get().createDatabase("directory");
    Flyway.configure()
        .dataSource(database.url(), database.username(), database.password())
        .locations("db/directory")
        .load()
        .migrate();
    source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(database.username());
    source.setPassword(database.password());
  }

  @AfterAll
  static void gone() {
    RunningStack.get().dropDatabase(database);
  }

  @BeforeEach
  void nothingHeard() {
    heard.clear();
  }

  @AfterEach
  void empty() throws SQLException {
    try (Connection connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "truncate directory_person_identity, directory_person_alias, directory_role, directory_client,"
              + " directory_organisation, directory_affiliation, directory_place, directory_place_ics,"
              + " directory_listing, directory_entry");
    }
  }

  @Test
  void a_sign_in_is_the_person_it_was_linked_to() {
    IdentityHash signIn = IdentityHash.of("http://localhost/realm", "subject-1");
    hear("IdentityLinked", "{'personId':'%s','identityHash':'%s'}", PERSON, signIn);

    assertThat(directory.personOf(signIn)).contains(new PersonId(PERSON));
    assertThat(directory.personOf(IdentityHash.of("http://localhost/realm", "subject-2")))
        .isEmpty();
    assertThat(directory.personOf(IdentityHash.of("http://localhost/realm\nsubject", "-1")))
        .isEmpty();
  }

  @Test
  void a_role_counts_from_its_first_day_until_the_day_it_ended() {
    UUID holding = id("holding");
    appoint(holding, "PCN_CLINICAL_DIRECTOR", "'WYVN0001'", "2026-04-01", "null");
    assertThat(holdings(LAST_OF_MARCH)).isEmpty();
    assertThat(holdings(APRIL))
        .singleElement()
        .satisfies(held -> {
          assertThat(held.role()).isEqualTo(Role.PCN_CLINICAL_DIRECTOR);
          assertThat(held.organisation()).isEqualTo(PCN);
          assertThat(held.id()).isEqualTo(new RoleHoldingId(holding));
        });

    hear("RoleEnded", "{'personId':'%s','roleHoldingId':'%s','end':'2026-09-30'}", PERSON, holding);

    assertThat(holdings(LocalDate.parse("2026-09-29"))).hasSize(1);
    assertThat(holdings(LocalDate.parse("2026-09-30"))).isEmpty();
    var id = new RoleHoldingId(holding);
    assertThat(directory.holding(id, LAST_OF_MARCH)).isEmpty();
    assertThat(directory.holding(id, LocalDate.parse("2026-09-29")))
        .map(RoleHolding::person)
        .contains(new PersonId(PERSON));
    assertThat(directory.holding(id, LocalDate.parse("2026-09-30"))).isEmpty();
    assertThat(directory.holding(new RoleHoldingId(PERSON), APRIL)).isEmpty();
  }

  @Test
  void a_role_counts_as_it_was_corrected_and_one_that_never_was_on_no_day() {
    UUID holding = id("holding");
    appoint(holding, "PRACTICE_PARTNER", "'WYVP0001'", "2026-04-01", "null");
    String correction =
        "{'personId':'%s','roleHoldingId':'%s','role':'PRACTICE_PARTNER',"
            + "'organisationId':'WYVP0001','start':'2026-03-31','clinical':true%s}";
    hear("RoleCorrected", correction, PERSON, holding, "");
    assertThat(holdings(LAST_OF_MARCH)).hasSize(1);
    hear("RoleCorrected", correction, PERSON, holding, ",'void':true");
    assertThat(holdings(LAST_OF_MARCH)).isEmpty();
    assertThat(holdings(APRIL)).isEmpty();
    assertThat(directory.holding(new RoleHoldingId(holding), APRIL)).isEmpty();
  }

  @Test
  void who_was_merged_away_counts_for_who_stands_and_for_themselves_again_when_it_is_undone() {
    PersonId one = new PersonId(PERSON);
    PersonId two = new PersonId(id("two"));
    PersonId three = new PersonId(id("three"));
    IdentityHash signIn = IdentityHash.of("http://localhost/realm", "subject-1");
    hear("IdentityLinked", "{'personId':'%s','identityHash':'%s'}", PERSON, signIn);
    appoint(id("holding"), "FEDERATION_LEAD", "'FED'", "2026-04-01", "null");

    hear("PersonMerged", "{'personId':'%s','into':'%s'}", one, two);
    hear("PersonMerged", "{'personId':'%s','into':'%s'}", two, three);

    assertThat(directory.standing(one)).isEqualTo(three);
    assertThat(directory.personOf(signIn)).contains(three);
    for (PersonId each : List.of(one, two, three)) {
      assertThat(directory.records(each)).containsExactlyInAnyOrder(one, two, three);
      assertThat(directory.holdings(each, APRIL)).hasSize(1);
    }

    hear("PersonMergeUndone", "{'personId':'%s','from':'%s'}", two, three);
    assertThat(directory.personOf(signIn)).contains(two);
    assertThat(directory.holdings(three, APRIL)).isEmpty();
    assertThat(directory.records(three)).containsExactly(three);
    assertThat(directory.records(one)).containsExactlyInAnyOrder(one, two);
    hear("PersonMergeUndone", "{'personId':'%s','from':'%s'}", one, two);
    assertThat(directory.personOf(signIn)).contains(one);
    assertThat(directory.holdings(two, APRIL)).isEmpty();
    assertThat(directory.holdings(one, APRIL)).hasSize(1);
  }

  @Test
  void records_that_stand_for_each_other_do_not_keep_a_query_for_ever() {
    PersonId two = new PersonId(id("two"));
    hear("PersonMerged", "{'personId':'%s','into':'%s'}", PERSON, two);
    hear("PersonMerged", "{'personId':'%s','into':'%s'}", two, PERSON);
    assertThat(directory.holdings(two, APRIL)).isEmpty();
  }

  @Test
  void an_installation_has_had_an_administrator_even_when_the_role_has_ended() {
    appoint(id("keeper"), "REGISTRY_KEEPER", "null", "2026-01-01", "null");
    assertThat(directory.hasHadAdministrator()).isFalse();

    appoint(id("admin"), "PLATFORM_ADMINISTRATOR", "null", "2026-01-01", "'2026-02-01'");
    assertThat(directory.hasHadAdministrator()).isTrue();
  }

  @Test
  void a_system_is_registered_then_approved_then_suspended() {
    hear("ClientRegistered", "{'clientId':'icb-client','organisationId':'WYVICB01','kind':'ICB'}");
    assertThat(directory.client("icb-client"))
        .contains(
            new Client(
                "icb-client",
                new OrganisationId("WYVICB01"),
                ClientKind.ICB,
                Client.State.REGISTERED));

    hear("ClientApproved", "{'clientId':'icb-client'}");
    assertThat(directory.client("icb-client").orElseThrow().state())
        .isEqualTo(Client.State.APPROVED);
    hear("ClientSuspended", "{'clientId':'icb-client'}");
    assertThat(directory.client("icb-client").orElseThrow().state())
        .isEqualTo(Client.State.SUSPENDED);
    hear("ClientApproved", "{'clientId':'icb-client'}");
    hear("ClientEnded", "{'clientId':'icb-client'}");
    assertThat(directory.client("icb-client").orElseThrow().state())
        .as("one that ended may read nothing")
        .isEqualTo(Client.State.SUSPENDED);
    assertThat(directory.client("other")).isEmpty();
  }

  @Test
  void an_older_release_of_the_registry_says_nothing_about_today() {
    hear(
        "OrganisationRegistered",
        "{'organisationId':'WYVP0001','name':'Alder','kinds':['PRACTICE'],'status':'ACTIVE'}");
    hear(
        "OdsRecordAccepted",
        "{'organisationId':'WYVP0001','release':'2020-01','name':'Elder','kinds':['PRACTICE'],"
            + "'status':'INACTIVE','historic':true}");
    assertThat(directory.organisation(PRACTICE).orElseThrow().name()).isEqualTo("Alder");

    hear(
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
    hear(
        "OrganisationRegistered",
        "{'organisationId':'WYVP0001','name':'Alder','kinds':['PRACTICE'],'status':'ACTIVE'}");
    hear("OrganisationClosed", "{'organisationId':'WYVP0001','end':'2026-04-01'}");

    Organisation closed = directory.organisation(PRACTICE).orElseThrow();
    assertThat(closed.openOn(LAST_OF_MARCH)).isTrue();
    assertThat(closed.openOn(APRIL)).isFalse();

    hear("OrganisationReopened", "{'organisationId':'WYVP0001','from':'2026-05-01'}");
    hear("OrganisationRenamed", "{'organisationId':'WYVP0001','name':'Birch','from':'2026-05-01'}");
    Organisation open = directory.organisation(PRACTICE).orElseThrow();
    assertThat(open.openOn(APRIL.plusYears(1))).isTrue();
    assertThat(open.name()).isEqualTo("Birch");
  }

  @Test
  void who_belongs_where_is_known_for_any_day() {
    affiliate("one", "WYVP0001", "WYVN0001", "PCN_CORE", "2026-04-01");
    affiliate("two", "WYVP0002", "WYVN0001", "PCN_CORE", "2020-04-01");
    affiliate("three", "WYVP0003", "WYVN0001", "PCN_CORE", "2020-04-01");
    affiliate("four", "WYVP0002", "WYVICB01", "COMMISSIONED_BY", "2020-04-01");
    hear(
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
  void a_practice_of_a_place_is_listed_as_the_latest_map_of_the_day_says() {
    affiliate("one", "WYVP0001", MARL_VALLEY.toString(), "PLACE", "2020-04-01");
    affiliate("two", "WYVP0002", MARL_VALLEY.toString(), "PLACE", "2020-04-01");
    affiliate("three", "WYVP0003", MARL_VALLEY.toString(), "PLACE", "2020-04-01");
    hear("PracticeListed", "{'organisationId':'WYVP0001','from':'2026-03-01'}");
    hear("PracticeDelisted", "{'organisationId':'WYVP0001','from':'2026-04-01'}");
    hear("PracticeListed", "{'organisationId':'WYVP0002','from':'2026-04-01'}");

    assertThat(directory.listedPracticesIn(MARL_VALLEY, LAST_OF_MARCH)).containsExactly(PRACTICE);
    assertThat(directory.listedPracticesIn(MARL_VALLEY, APRIL))
        .extracting(OrganisationId::value)
        .containsExactly("WYVP0002");
  }

  @Test
  void a_copy_that_was_kept_before_listings_were_heard_begins_again_and_empty()
      throws SQLException {
    Database older = RunningStack.get().createDatabase("directory");
    try {
      migrate(older, "3.1");
      try (Connection connection = older.connect();
          var statement = connection.createStatement()) {
        statement.execute(
            "delete from flyway_schema_history where version = '2.10';"
                + "drop table directory_listing;"
                + "insert into directory_place values (gen_random_uuid(), 'WYVICB01', 'Marl');"
                + "insert into checkpoint values"
                + " ('x.directory', 'o', 0, 't', 7, 7, 1, null, now()),"
                + " ('x.facts', 'o', 0, 't', 7, 7, 1, null, now())");
        migrate(older, "latest");
        try (var left =
            statement.executeQuery(
                "select (select count(*) from directory_place),"
                    + " (select string_agg(consumer, ',') from checkpoint)")) {
          assertThat(left.next()).isTrue();
          assertThat(left.getInt(1)).isZero();
          assertThat(left.getString(2)).isEqualTo("x.facts");
        }
      }
    } finally {
      RunningStack.get().dropDatabase(older);
    }
  }

  private static void migrate(Database database, String target) {
    Flyway.configure()
        .dataSource(database.url(), database.username(), database.password())
        .locations("db/directory", "db/messaging")
        .outOfOrder(true)
        .target(target)
        .load()
        .migrate();
  }

  @Test
  void an_affiliation_that_never_was_counts_on_no_day() {
    affiliate("one", "WYVP0001", "WYVN0001", "PCN_CORE", "2026-01-01");
    hear(
        "AffiliationCorrected",
        "{'affiliationId':'one','memberId':'WYVP0001','parentId':'WYVN0001',"
            + "'kind':'PCN_CORE','start':'2026-01-01','void':true}");

    assertThat(directory.members(PCN, AffiliationKind.PCN_CORE, APRIL)).isEmpty();
  }

  @Test
  void bodies_of_a_place_are_those_with_a_practice_in_it_on_the_day() {
    hear(
        "PlaceDefined",
        "{'placeId':'%s','icsId':'WYVICB01','name':'Marl','start':'2026-01-01'}",
        MARL_VALLEY);
    hear("PlaceRevised", "{'placeId':'%s','name':'Marl Valley'}", MARL_VALLEY);
    affiliate("in", "WYVP0001", MARL_VALLEY.toString(), "PLACE", "2026-01-01");
    affiliate("pcn", "WYVP0001", "WYVN0001", "PCN_CORE", "2026-04-01");
    affiliate("fed", "WYVP0001", "FED", "FEDERATION", "2026-01-01");
    affiliate("icb", "WYVP0001", "WYVICB01", "COMMISSIONED_BY", "2026-01-01");
    affiliate("elsewhere", "WYVP0002", "LMC", "LMC", "2026-01-01");

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
  void bodies_of_an_ics_are_those_with_a_practice_in_one_of_its_places() {
    bodies_of_a_place_are_those_with_a_practice_in_it_on_the_day();

    assertThat(directory.bodiesWithMembersInIcs(new OrganisationId("WYVICB01"), APRIL))
        .extracting(OrganisationId::value)
        .containsExactlyInAnyOrder("FED", "WYVN0001");
    assertThat(directory.bodiesWithMembersInIcs(new OrganisationId("WYVICB02"), APRIL)).isEmpty();
  }

  @Test
  void a_merged_topic_means_its_successor_and_is_called_what_it_was_called() {
    define("nursing", "District nursing");
    define("care", "Community services");
    hear(
        "TopicRenamed",
        "{'topicId':'%s','icsId':'WYVICB01','label':'Neighbourhood care','from':'2026-04-01'}",
        id("care"));
    hear(
        "TopicMerged",
        "{'topicId':'%s','icsId':'WYVICB01','into':'%s','on':'2026-04-01'}",
        id("nursing"),
        id("care"));

    assertThat(directory.topicOn(id("nursing"), LAST_OF_MARCH).orElseThrow().id())
        .isEqualTo(id("nursing"));
    var meant = directory.topicOn(id("nursing"), APRIL).orElseThrow();
    assertThat(meant.id()).isEqualTo(id("care"));
    assertThat(meant.openOn(APRIL)).isTrue();
    assertThat(meant.label()).isEqualTo("Neighbourhood care");
    assertThat(meant.labelOn(LAST_OF_MARCH)).isEqualTo("Community services");
    assertThat(directory.topic(id("nursing")).orElseThrow().openOn(APRIL)).isFalse();
    assertThat(directory.forum(id("care"))).as("a topic is no forum").isEmpty();
  }

  @Test
  void a_split_topic_stays_itself_with_its_parts_until_that_is_taken_back() {
    define("care", "Community services");
    define("one", "Care homes");
    define("two", "Nursing");
    hear(
        "TopicSplit",
        "{'topicId':'%s','icsId':'WYVICB01','into':['%s','%s'],'on':'2026-04-01'}",
        id("care"),
        id("one"),
        id("two"));

    var split = directory.topicOn(id("care"), APRIL).orElseThrow();
    assertThat(split.id()).isEqualTo(id("care"));
    assertThat(split.openOn(APRIL)).isFalse();
    assertThat(split.splitInto()).containsExactly(id("one"), id("two"));

    hear("TopicReinstated", "{'topicId':'%s','icsId':'WYVICB01'}", id("care"));
    var back = directory.topic(id("care")).orElseThrow();
    assertThat(back.openOn(APRIL)).isTrue();
    assertThat(back.splitInto()).isEmpty();
  }

  @Test
  void a_forum_is_closed_from_a_day_on() {
    hear(
        "ForumRegistered",
        "{'forumId':'%s','icsId':'WYVICB01','label':'Place board','start':'2026-01-01'}",
        id("board"));
    hear("ForumClosed", "{'forumId':'%s','icsId':'WYVICB01','on':'2026-04-01'}", id("board"));

    var board = directory.forumOn(id("board"), APRIL).orElseThrow();
    assertThat(board.ics().value()).isEqualTo("WYVICB01");
    assertThat(board.openOn(LAST_OF_MARCH)).isTrue();
    assertThat(board.openOn(APRIL)).isFalse();
  }

  @Test
  void a_place_lies_in_the_ics_of_the_day_and_ends() {
    define(MARL_VALLEY, "");
    move("WYVICB03", "2026-05-01");
    move("WYVICB02", "2026-04-01");
    assertThat(icsOn(LAST_OF_MARCH)).isEqualTo("WYVICB01");
    assertThat(icsOn(APRIL)).isEqualTo("WYVICB02");
    assertThat(icsOn(LocalDate.parse("2026-06-01")))
        .as("an earlier day takes the word on later ones back")
        .isEqualTo("WYVICB02");

    hear("PlaceClosed", "{'placeId':'%s','end':'2026-09-01'}", MARL_VALLEY);
    assertThat(end()).isEqualTo("2026-09-01");
    hear("PlaceReopened", "{'placeId':'%s'}", MARL_VALLEY);
    assertThat(end()).isNull();
    hear("PlaceMerged", "{'placeId':'%s','into':'%s','on':'2026-10-01'}", MARL_VALLEY, id("other"));
    assertThat(end()).isEqualTo("2026-10-01");
  }

  @Test
  void a_place_that_began_on_another_day_lies_from_then_on_where_it_lay_on_that_day() {
    define(MARL_VALLEY, "");
    move("WYVICB02", "2026-04-01");
    started("2025-10-01", "WYVICB01");
    assertThat(icsOn(LAST_OF_MARCH)).isEqualTo("WYVICB01");
    assertThat(icsOn(APRIL)).isEqualTo("WYVICB02");

    started("2026-06-01", "WYVICB02");
    assertThat(icsOn(LAST_OF_MARCH)).as("before its first day, its first").isEqualTo("WYVICB02");
    started("2026-01-01", "WYVICB02");
    assertThat(icsOn(LAST_OF_MARCH)).isEqualTo("WYVICB02");
    move("WYVICB03", "2026-04-01");
    assertThat(icsOn(LAST_OF_MARCH)).isEqualTo("WYVICB02");
    assertThat(icsOn(APRIL)).isEqualTo("WYVICB03");
  }

  @Test
  void a_neighbourhood_lies_where_its_place_lies() {
    var north = new PlaceId(id("north"));
    define(MARL_VALLEY, "");
    define(north, ",'partOf':'" + MARL_VALLEY + "'");
    move("WYVICB02", "2026-04-01");

    var place = directory.place(north, APRIL).orElseThrow();
    assertThat(place.ics()).isEqualTo(new OrganisationId("WYVICB02"));
    assertThat(place.partOf()).isEqualTo(MARL_VALLEY);
  }

  @Test
  void belongings_are_listed_with_their_days_in_parts() {
    affiliate(id("a").toString(), "WYVP0002", "FED", "FEDERATION", "2026-01-01");
    affiliate(id("b").toString(), "WYVP0001", "FED", "FEDERATION", "2026-03-01");
    affiliate(id("c").toString(), "WYVP0001", "FED", "FEDERATION", "2026-01-01");
    affiliate(id("d").toString(), "WYVP0003", "FED", "LMC", "2026-01-01");
    hear(
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
      affiliate(id(practice).toString(), practice, MARL_VALLEY.toString(), "PLACE", "2026-01-01");
      hear("PracticeListed", "{'organisationId':'%s','from':'2026-01-01'}", practice);
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
    hear(
        "ListSizePublished",
        "{'organisationId':'%s','month':'%s','patients':" + patients + ",'revision':1%s}",
        practice,
        month,
        more);
  }

  @Test
  void who_is_gone_by_a_day_is_known_with_who_followed() {
    for (String practice : List.of("WYVP0001", "WYVP0002", "WYVP0003", "WYVP0004")) {
      hear(
          "OrganisationRegistered",
          "{'organisationId':'%s','name':'A practice','kinds':['PRACTICE'],'status':'ACTIVE'}",
          practice);
    }
    hear("OrganisationClosed", "{'organisationId':'WYVP0001','end':'2026-03-01'}");
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
    hear(
        "OrganisationSucceeded",
        "{'organisationId':'%s','successors':[%s],'kind':'MERGER','date':'%s'}",
        practice,
        successors,
        on);
  }

  @Test
  void which_roles_are_held_at_a_body_is_known_for_any_day() {
    appoint(id("lead"), "FEDERATION_LEAD", "'FED'", "2026-01-01", "'2026-04-01'");
    appoint(id("support"), "LEADERSHIP_GROUP_SUPPORT", "'FED'", "2026-01-01", "null");
    var federation = new OrganisationId("FED");
    assertThat(directory.rolesHeldAt(federation, LAST_OF_MARCH))
        .containsExactly(Role.FEDERATION_LEAD, Role.LEADERSHIP_GROUP_SUPPORT);
    assertThat(directory.rolesHeldAt(federation, APRIL))
        .containsExactly(Role.LEADERSHIP_GROUP_SUPPORT);
  }

  private void define(PlaceId place, String more) {
    hear(
        "PlaceDefined",
        "{'placeId':'%s','icsId':'WYVICB01','name':'Marl','start':'2026-01-01'%s}",
        place,
        more);
  }

  private void move(String ics, String from) {
    hear("PlaceMoved", "{'placeId':'%s','icsId':'%s','from':'%s'}", MARL_VALLEY, ics, from);
  }

  private void started(String day, String ics) {
    hear(
        "PlaceStartCorrected", "{'placeId':'%s','start':'%s','icsId':'%s'}", MARL_VALLEY, day, ics);
  }

  private String icsOn(LocalDate day) {
    return directory.place(MARL_VALLEY, day).orElseThrow().ics().value();
  }

  private @Nullable LocalDate end() {
    return directory.place(MARL_VALLEY, APRIL).orElseThrow().end();
  }

  @Test
  void hearing_everything_again_in_one_batch_changes_nothing() throws SQLException {
    who_belongs_where_is_known_for_any_day();
    a_place_lies_in_the_ics_of_the_day_and_ends();
    a_system_is_registered_then_approved_then_suspended();

    try (Connection connection = database.connect()) {
      new DirectoryEvents().apply(connection, List.copyOf(heard));
    }

    assertThat(directory.members(PCN, AffiliationKind.PCN_CORE, APRIL))
        .extracting(OrganisationId::value)
        .containsExactly("WYVP0001", "WYVP0002");
    assertThat(directory.client("icb-client").orElseThrow().state())
        .isEqualTo(Client.State.SUSPENDED);
  }

  @Test
  void an_event_that_does_not_fit_names_the_field_and_no_value() {
    record Odd(String type, String payload, String reason) {}
    for (Odd odd :
        List.of(
            new Odd("RoleAppointed", "{'personId':'x'}", "roleHoldingId is missing"),
            new Odd("IdentityLinked", "{'identityHash':'secret'}", "identityHash cannot be read"),
            new Odd(
                "ClientRegistered",
                "{'clientId':'c','organisationId':'o','kind':'SPY'}",
                "kind cannot be read"),
            new Odd(
                "OrganisationRegistered",
                "{'organisationId':'o','name':'n','kinds':['CASTLE'],'status':'ACTIVE'}",
                "kinds holds an unknown value"),
            new Odd("OrganisationRenamed", "{'organisationId':7}", "name is missing"),
            new Odd("OrganisationRenamed", "[]", "payload is not an object"),
            new Odd("OrganisationRenamed", "{", "payload is not JSON"))) {
      assertThatThrownBy(() -> hear(odd.type(), odd.payload()))
          .as(odd.type() + odd.payload())
          .isInstanceOf(Unappliable.class)
          .hasMessage(odd.reason());
    }
  }

  @Test
  void every_event_of_organisations_is_known_in_its_newest_version() {
    var events = new DirectoryEvents();
    var known = new ArrayList<>(events.applies());
    known.addAll(events.ignores());

    List<EventSchema> published = EventSchema.of("organisations");
    assertThat(known)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            published.stream().map(EventSchema::type).distinct().toList());
    assertThat(published)
        .filteredOn(schema -> events.applies().contains(schema.type()))
        .allSatisfy(schema ->
            assertThat(events.newestVersion(schema.type()))
                .as(schema.type())
                .isGreaterThanOrEqualTo(schema.version()));
  }

  @Test
  void what_was_heard_of_a_log_that_was_set_back_counts_no_more() throws SQLException {
    who_belongs_where_is_known_for_any_day();
    a_place_lies_in_the_ics_of_the_day_and_ends();
    a_system_is_registered_then_approved_then_suspended();
    a_role_counts_from_its_first_day_until_the_day_it_ended();
    appoint(id("admin"), "PLATFORM_ADMINISTRATOR", "null", "2026-01-01", "null");
    a_sign_in_is_the_person_it_was_linked_to();
    bodies_of_a_place_are_those_with_a_practice_in_it_on_the_day();
    an_older_release_of_the_registry_says_nothing_about_today();
    define("care", "Community services");

    try (Connection connection = database.connect();
        var statement = connection.createStatement()) {
      assertThat(new DirectoryEvents().startOver(connection, "organisations")).isTrue();

      for (String table :
          List.of("person_identity", "client", "organisation", "affiliation", "place", "entry")) {
        try (var left = statement.executeQuery("select count(*) from directory_" + table)) {
          left.next();
          assertThat(left.getLong(1)).as(table).isZero();
        }
      }
    }
    assertThat(holdings(APRIL)).isEmpty();
    assertThat(directory.hasHadAdministrator()).isTrue();
  }

  private void define(String topic, String label) {
    hear(
        "TopicDefined",
        "{'topicId':'%s','icsId':'WYVICB01','label':'%s','start':'2026-01-01'}",
        id(topic),
        label);
  }

  private List<RoleHolding> holdings(LocalDate on) {
    return directory.holdings(new PersonId(PERSON), on);
  }

  private void appoint(UUID holding, String role, String where, String start, String end) {
    hear(
        "RoleAppointed",
        "{'personId':'%s','roleHoldingId':'%s','role':'%s','organisationId':%s,"
            + "'start':'%s','end':%s}",
        PERSON,
        holding,
        role,
        where,
        start,
        end);
  }

  private void affiliate(String id, String member, String parent, String kind, String start) {
    hear(
        "AffiliationStarted",
        "{'affiliationId':'%s','memberId':'%s','parentId':'%s','kind':'%s','start':'%s'}",
        id,
        member,
        parent,
        kind,
        start);
  }

  private void hear(String type, String payload, Object... values) {
    position++;
    var event =
        new HeardEvent(
            "organisations",
            0,
            position,
            "stream",
            position,
            position,
            id(type + position),
            type,
            1,
            payload.formatted(values).replace('\'', '"'),
            Instant.EPOCH,
            Instant.EPOCH,
            "service:test",
            null,
            null);
    try (Connection connection = database.connect()) {
      new DirectoryEvents().apply(connection, List.of(event));
      heard.add(event);
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
