package uk.onevoice.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Clock;
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
    rows = migrated("vault", "db/vault");
    keys = migrated("vault_keys", "db/vault-keys");
  }

  private static Database migrated(String name, String location) {
    var database = RunningStack.get().createDatabase(name);
    Flyway.configure()
        .dataSource(database.url(), database.username(), database.password())
        .locations(location)
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

  private static PGSimpleDataSource source(Database database) {
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
}
