package uk.onevoice.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.testkit.stack.Database;
import uk.onevoice.testkit.stack.RunningStack;
import uk.onevoice.vault.Disclosure.Purpose;

class VaultTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final ActorRef KEEPER = ActorRef.person("keeper");
  private static final String NAME = "Canary Quillfeather";

  private static Database rows;
  private static Database keys;

  private final Subject ada = new Subject(UUID.randomUUID());
  private final Subject ben = new Subject(UUID.randomUUID());
  private final Vault vault = vaultAt(NOW);

  @BeforeAll
  static void tables() {
    rows = migrated("vault", "db/eventstore", "db/directory", "db/vault");
    keys = migrated("vault_keys", "db/vault-keys");
  }

  static Database migrated(String name, String... locations) {
    var database = RunningStack.get().createDatabase(name);
    Flyway.configure()
        .dataSource(database.url(), database.username(), database.password())
        .locations(locations)
        .load()
        .migrate();
    return database;
  }

  @AfterAll
  static void gone() {
    RunningStack.get().dropDatabase(rows);
    RunningStack.get().dropDatabase(keys);
  }

  private static Vault vaultAt(Instant now) {
    return new Vault(
        source(rows), source(keys), UUID::randomUUID, Clock.fixed(now, ZoneOffset.UTC));
  }

  static PGSimpleDataSource source(Database database) {
    var source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(database.username());
    source.setPassword(database.password());
    return source;
  }

  private VaultRef keep(String words, @Nullable Instant expires, Subject... about) {
    return vault.keep(
        new NewWords("person-name", "person-1", Set.of(about), words, KEEPER, expires));
  }

  @Test
  void words_are_read_as_they_were_written() {
    var name = keep(NAME, null, ada);
    var note = keep("Nobody's words", null);

    assertThat(vault.read(List.of(name, note)))
        .containsOnly(entry(name, NAME), entry(note, "Nobody's words"));
  }

  private static java.util.Map.Entry<VaultRef, String> entry(VaultRef ref, String words) {
    return java.util.Map.entry(ref, words);
  }

  @Test
  void the_database_never_holds_the_words_themselves() throws SQLException {
    var ref = keep(NAME, null, ada, ben);

    try (var connection = source(rows).getConnection();
        var select = connection.prepareStatement("select sealed from vault_entry where ref = ?")) {
      select.setObject(1, ref.value());
      var row = select.executeQuery();
      row.next();
      assertThat(new String(row.getBytes(1), ISO_8859_1))
          .doesNotContain(new String(NAME.getBytes(UTF_8), ISO_8859_1));
    }
  }

  @Test
  void words_about_two_people_go_when_one_of_them_is_erased() {
    var both = keep("Ada and Ben", null, ada, ben);
    var other = keep("Ben", null, ben);

    vault.erase(ada);
    vault.erase(ada);

    assertThat(vault.read(List.of(both, other))).containsOnly(entry(other, "Ben"));
  }

  @Test
  void a_restored_row_of_somebody_erased_stays_unreadable() throws SQLException {
    var ref = keep(NAME, null, ada);
    byte[] sealed;
    try (var connection = source(rows).getConnection();
        var select = connection.prepareStatement("select sealed from vault_entry where ref = ?")) {
      select.setObject(1, ref.value());
      var row = select.executeQuery();
      row.next();
      sealed = row.getBytes(1);
    }
    vault.erase(ada);
    try (var connection = source(rows).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into vault_entry (ref, stream, kind, sealed, written_by, written_at) values ('"
              + ref
              + "', 'person-1', 'person-name', '\\x"
              + java.util.HexFormat.of().formatHex(sealed)
              + "', 'person:keeper', now())");
      statement.execute(
          "insert into vault_about (ref, subject) values ('" + ref + "', '" + ada.value() + "')");
    }

    assertThat(vault.read(List.of(ref))).isEmpty();
  }

  @Test
  void nothing_more_is_kept_about_somebody_who_was_erased() {
    vault.erase(ada);

    assertThatExceptionOfType(Erased.class).isThrownBy(() -> keep(NAME, null, ada));
  }

  @Test
  void words_are_not_shown_once_they_have_expired() {
    var ref = keep("An opinion", NOW.plusSeconds(60), ada);

    assertThat(vaultAt(NOW.plusSeconds(59)).read(List.of(ref))).hasSize(1);
    assertThat(vaultAt(NOW.plusSeconds(60)).read(List.of(ref))).isEmpty();
  }

  @Test
  void words_can_be_deleted_one_by_one() {
    var ref = keep(NAME, null, ada);

    vault.delete(ref);

    assertThat(vault.read(List.of(ref))).isEmpty();
  }

  @Test
  void words_copied_to_another_row_do_not_open_there() throws SQLException {
    var from = keep(NAME, null, ada);
    var to = keep("Other", null, ada);
    try (var connection = source(rows).getConnection();
        var copy =
            connection.prepareStatement(
                """
                update vault_entry set sealed = (select sealed from vault_entry where ref = ?)
                where ref = ?\
                """)) {
      copy.setObject(1, from.value());
      copy.setObject(2, to.value());
      copy.executeUpdate();
    }

    assertThatExceptionOfType(VaultUnavailable.class)
        .isThrownBy(() -> vault.read(List.of(to)))
        .withMessageNotContaining(NAME);
  }

  @Test
  void words_of_a_stream_come_with_who_wrote_them_and_when_oldest_first() {
    var stream = "meeting-" + UUID.randomUUID();
    var first = vaultAt(NOW).keep(of(stream, "One", ada));
    var second = vaultAt(NOW.plusSeconds(1)).keep(of(stream, "Two"));

    assertThat(vault.ofStream(stream))
        .extracting(Words::ref, Words::text, Words::writtenBy, Words::writtenAt)
        .containsExactly(
            tuple(first, "One", KEEPER.value(), NOW),
            tuple(second, "Two", KEEPER.value(), NOW.plusSeconds(1)));
  }

  private NewWords of(String stream, String words, Subject... about) {
    return new NewWords("note", stream, Set.of(about), words, KEEPER, null);
  }

  @Test
  void words_of_somebody_restricted_are_shown_only_to_those_entitled() {
    var both = keep("Ada and Ben", null, ada, ben);
    var other = keep("Ben", null, ben);

    vault.restrict(ada);
    vault.restrict(ada);

    assertThat(vault.read(List.of(both, other))).containsOnly(entry(other, "Ben"));
    assertThat(vault.readAll("person-name")).containsEntry(other, "Ben").doesNotContainKey(both);
    assertThat(disclosure().to(KEEPER, Purpose.COMPLAINT, Set.of(ada)))
        .extracting(Words::text, Words::restricted)
        .containsExactly(tuple("Ada and Ben", true));

    vault.release(ada);

    assertThat(vault.read(List.of(both))).containsOnly(entry(both, "Ada and Ben"));
  }

  @Test
  void a_restriction_covers_every_record_of_one_human_being_until_they_are_parted()
      throws SQLException {
    var ofAda = keep("Ada", null, ada);
    var ofBen = keep("Ada under another name", null, ben);
    merged(ben, ada);
    vault.restrict(ben);

    assertThat(vault.read(List.of(ofAda, ofBen))).isEmpty();
    assertThat(disclosure().toThemself(Set.of(ada, ben)))
        .extracting(Words::text, Words::restricted)
        .containsExactlyInAnyOrder(tuple("Ada", true), tuple("Ada under another name", true));

    parted(ben);
    assertThat(vault.read(List.of(ofAda, ofBen))).containsOnlyKeys(ofAda);
    merged(ada, ben);
    assertThat(vault.read(List.of(ofAda, ofBen))).isEmpty();
    vault.release(ben);
    assertThat(vault.read(List.of(ofAda, ofBen))).containsOnlyKeys(ofAda, ofBen);
  }

  private static void merged(Subject one, Subject into) throws SQLException {
    change("insert into directory_person_alias (person_id, into_id) values (?, ?)", one, into);
  }

  private static void parted(Subject one) throws SQLException {
    change("delete from directory_person_alias where person_id = ?", one);
  }

  private static void change(String statement, Subject... values) throws SQLException {
    try (var connection = source(rows).getConnection();
        var change = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        change.setObject(i + 1, values[i].value());
      }
      change.executeUpdate();
    }
  }

  private static Disclosure disclosure() {
    return new Disclosure(source(rows), source(keys), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void
      what_somebody_else_reads_about_a_person_is_written_down_and_what_they_read_themself_is_not() {
    var one = keep("One", null, ada);
    var two = keep("Two", null, ada);

    disclosure().toThemself(Set.of(ada));
    assertThat(disclosure().readings(Set.of(ada), null, 10)).isEmpty();
    disclosure().to(KEEPER, Purpose.LEGAL_CLAIM, Set.of(ada));

    var readings = disclosure().readings(Set.of(ada), null, 10);
    assertThat(readings)
        .extracting(
            Disclosure.Reading::ref,
            Disclosure.Reading::reader,
            Disclosure.Reading::why,
            Disclosure.Reading::at)
        .containsExactlyInAnyOrder(
            tuple(one, KEEPER.value(), Purpose.LEGAL_CLAIM, NOW),
            tuple(two, KEEPER.value(), Purpose.LEGAL_CLAIM, NOW));
    assertThat(disclosure().readings(Set.of(ada), readings.getFirst().id(), 10))
        .containsExactly(readings.getLast());
  }

  @Test
  void corrected_words_keep_who_wrote_them_first() {
    var ref = keep("Adda", null, ada);

    vaultAt(NOW.plusSeconds(60))
        .rectify(vault.find(ref).orElseThrow(), "Ada", ActorRef.person("ada"));

    assertThat(vault.find(ref))
        .get()
        .extracting(
            Words::text, Words::writtenBy, Words::writtenAt, Words::rectifiedBy, Words::rectifiedAt)
        .containsExactly("Ada", KEEPER.value(), NOW, "person:ada", NOW.plusSeconds(60));
  }

  @Test
  void a_persons_own_view_stands_beside_words_and_goes_with_them() {
    var opinion = keep("An opinion", null, ada);
    var view = vault.keepBeside(opinion, of("subject-1", "My view", ada));

    assertThat(vault.find(view)).get().extracting(Words::beside).isEqualTo(opinion);

    vault.delete(opinion);

    assertThat(vault.find(view)).isEmpty();
  }

  @Test
  void words_that_have_expired_or_that_no_event_names_are_swept() throws SQLException {
    var stream = "meeting-" + UUID.randomUUID();
    var named = vault.keep(of(stream, "Named"));
    var orphan = vault.keep(of(stream, "Orphan"));
    var expired = keep("Expired", NOW.plusSeconds(1), ada);
    event(stream, named);

    assertThat(sweepAt(NOW)).as("too young").isZero();
    assertThat(sweepAt(NOW.plus(Duration.ofHours(25)))).isGreaterThanOrEqualTo(2);

    assertThat(vault.read(List.of(named, orphan, expired))).containsOnlyKeys(named);
    removeEvents(stream);
    sweepAt(NOW.plus(Duration.ofHours(50)));
    assertThat(vault.read(List.of(named))).as("once named, looked for no more").hasSize(1);
  }

  private static int sweepAt(Instant now) {
    return new VaultSweep(
            new VaultSettings() {
              @Override
              public Duration sweptEvery() {
                return Duration.ofHours(1);
              }

              @Override
              public Duration orphansAfter() {
                return Duration.ofHours(24);
              }
            },
            source(rows),
            Clock.fixed(now, ZoneOffset.UTC))
        .sweep();
  }

  private static void event(String stream, VaultRef ref) throws SQLException {
    try (var connection = source(rows).getConnection();
        var insert =
            connection.prepareStatement(
                """
                insert into event (position, stream, version, id, type, schema_version, payload,
                  occurred_at, recorded_at, actor, correlation_id)
                values (1, ?, 1, ?, 'ItemAdded', 1, jsonb_build_object('titleRef', ?::text),
                  now(), now(), 'person:keeper', ?)\
                """)) {
      insert.setString(1, stream);
      insert.setObject(2, UUID.randomUUID());
      insert.setString(3, ref.toString());
      insert.setObject(4, UUID.randomUUID());
      insert.executeUpdate();
    }
  }

  private static void removeEvents(String stream) throws SQLException {
    try (var connection = source(rows).getConnection();
        var delete = connection.prepareStatement("delete from event where stream = ?")) {
      delete.setString(1, stream);
      delete.executeUpdate();
    }
  }

  @Test
  void words_that_were_kept_elsewhere_are_taken_over_once_with_their_time() {
    var ref = new VaultRef(UUID.randomUUID());
    var earlier = Instant.parse("2026-01-01T00:00:00Z");

    vault.takeOver(ref, of("meeting-1", "Title"), earlier);
    vault.takeOver(ref, of("meeting-1", "Title again"), NOW);

    assertThat(vault.find(ref))
        .get()
        .extracting(Words::text, Words::writtenAt)
        .containsExactly("Title", earlier);
  }
}
