package uk.onevoice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.onevoice.directory.ToldDirectory.PERSON;
import static uk.onevoice.directory.ToldDirectory.id;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.onevoice.contracts.EventSchema;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.testkit.stack.Database;
import uk.onevoice.testkit.stack.RunningStack;

/** What is heard, heard again, and heard no more. */
class DirectoryTest {
  private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
  private static final PlaceId MARL_VALLEY = new PlaceId(id("place"));
  private static final OrganisationId PCN = new OrganisationId("WYVN0001");

  @RegisterExtension static final ToldDirectory told = new ToldDirectory();

  private final Directory directory = told.directory();

  @Test
  void a_system_is_registered_then_approved_then_suspended() {
    told.hear(
        "ClientRegistered", "{'clientId':'icb-client','organisationId':'WYVICB01','kind':'ICB'}");
    assertThat(directory.client("icb-client"))
        .contains(
            new Client(
                "icb-client",
                new OrganisationId("WYVICB01"),
                ClientKind.ICB,
                Client.State.REGISTERED));

    told.hear("ClientApproved", "{'clientId':'icb-client'}");
    assertThat(directory.client("icb-client").orElseThrow().state())
        .isEqualTo(Client.State.APPROVED);
    told.hear("ClientSuspended", "{'clientId':'icb-client'}");
    assertThat(directory.client("icb-client").orElseThrow().state())
        .isEqualTo(Client.State.SUSPENDED);
    told.hear("ClientApproved", "{'clientId':'icb-client'}");
    told.hear("ClientEnded", "{'clientId':'icb-client'}");
    assertThat(directory.client("icb-client").orElseThrow().state())
        .as("one that ended may read nothing")
        .isEqualTo(Client.State.SUSPENDED);
    assertThat(directory.client("other")).isEmpty();
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
  void hearing_everything_again_in_one_batch_changes_nothing() {
    members_and_places_are_told();
    a_system_is_registered_then_approved_then_suspended();

    told.hear(told.heard());

    assertThat(directory.members(PCN, AffiliationKind.PCN_CORE, APRIL))
        .extracting(OrganisationId::value)
        .containsExactly("WYVP0001", "WYVP0002");
    assertThat(directory.client("icb-client").orElseThrow().state())
        .isEqualTo(Client.State.SUSPENDED);
  }

  private void members_and_places_are_told() {
    told.affiliate("one", "WYVP0001", "WYVN0001", "PCN_CORE", "2026-04-01");
    told.affiliate("two", "WYVP0002", "WYVN0001", "PCN_CORE", "2020-04-01");
    told.affiliate("three", "WYVP0003", "WYVN0001", "PCN_CORE", "2020-04-01");
    told.hear(
        "AffiliationEnded",
        "{'affiliationId':'three','memberId':'WYVP0003','parentId':'WYVN0001',"
            + "'kind':'PCN_CORE','end':'2026-04-01'}");
    told.hear(
        "PlaceDefined",
        "{'placeId':'%s','icsId':'WYVICB01','name':'Marl','start':'2026-01-01'}",
        MARL_VALLEY);
    told.hear("PlaceMoved", "{'placeId':'%s','icsId':'WYVICB02','from':'2026-04-01'}", MARL_VALLEY);
    told.hear("PlaceClosed", "{'placeId':'%s','end':'2026-09-01'}", MARL_VALLEY);
    told.hear("PlaceReopened", "{'placeId':'%s'}", MARL_VALLEY);
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
      assertThatThrownBy(() -> told.hear(odd.type(), odd.payload()))
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
    members_and_places_are_told();
    a_system_is_registered_then_approved_then_suspended();
    told.appoint(id("director"), "PCN_CLINICAL_DIRECTOR", "'WYVN0001'", "2026-04-01", "null");
    told.appoint(id("admin"), "PLATFORM_ADMINISTRATOR", "null", "2026-01-01", "null");
    told.hear(
        "IdentityLinked",
        "{'personId':'%s','identityHash':'%s'}",
        PERSON,
        IdentityHash.of("http://localhost/realm", "subject-1"));
    told.hear(
        "OrganisationRegistered",
        "{'organisationId':'WYVP0001','name':'Alder','kinds':['PRACTICE'],'status':'ACTIVE'}");
    told.hear(
        "TopicDefined",
        "{'topicId':'%s','icsId':'WYVICB01','label':'Community services','start':'2026-01-01'}",
        id("care"));

    try (Connection connection = told.connect();
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
    assertThat(directory.holdings(new PersonId(PERSON), APRIL)).isEmpty();
    assertThat(directory.hasHadAdministrator()).isTrue();
  }
}
