package uk.onevoice.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import uk.onevoice.kernel.ActorRef;

/**
 * Which registered person somebody is about whom words are kept that was written about before
 * anybody knew. Words about the one are about the person as well, whose rights over them are those
 * of the one. They stay about the one, so that they can be told apart when it was somebody else.
 */
public final class SameHuman {
  private final DataSource database;
  private final Keys keys;
  private final Entries entries;
  private final Clock clock;

  /**
   * @param database with the tables of {@code db/vault} and {@code db/directory}
   * @param keys with the tables of {@code db/vault-keys}
   */
  public SameHuman(DataSource database, DataSource keys, Clock clock) {
    this.database = database;
    this.keys = new Keys(keys);
    this.entries = new Entries(database, this.keys);
    this.clock = clock;
  }

  /**
   * From now on the words about somebody are about a person as well. Words that are kept later have
   * to name both. Who was taken for another before is parted from that one first; the same again
   * changes nothing.
   *
   * @throws Erased when the person was erased; words are then left as they are
   */
  public void join(Subject somebody, Subject person) {
    keys.sealing(Set.of(person));
    if (persons(Set.of(somebody)).values().stream().anyMatch(other -> !other.equals(person))) {
      part(somebody);
    }
    change(
        "insert into vault_same (subject, person) values (?, ?) on conflict do nothing",
        somebody,
        person);
    for (Words each : about(somebody)) {
      var about = new HashSet<>(each.about());
      if (about.add(person)) {
        reseal(each, about, "insert into vault_about (ref, subject) values (?, ?)", person);
      }
    }
  }

  /**
   * Takes that back: the words about somebody are no longer about the person they were taken for,
   * unless that person wrote them, or somebody else whom they are about is taken for them too. The
   * person's own views of the words stay theirs, and stand beside them no longer. Again changes
   * nothing.
   *
   * @return whom they were taken for; empty when for nobody
   */
  public Optional<Subject> part(Subject somebody) {
    Optional<Subject> taken = Optional.ofNullable(persons(Set.of(somebody)).get(somebody));
    taken.ifPresent(person -> {
      String writer = ActorRef.person(person.value().toString()).value();
      for (Words each : about(somebody)) {
        var about = new HashSet<>(each.about());
        boolean stays =
            each.writtenBy().equals(writer)
                || persons(about).entrySet().stream()
                    .anyMatch(
                        same -> !same.getKey().equals(somebody) && same.getValue().equals(person));
        if (!stays && about.remove(person)) {
          change(
              """
              update vault_entry set beside = null where beside = ?
                and ref in (select ref from vault_about where subject = ?)\
              """,
              new Subject(each.ref().value()),
              person);
          reseal(each, about, "delete from vault_about where ref = ? and subject = ?", person);
        }
      }
      change("delete from vault_same where subject = ? and person = ?", somebody, person);
    });
    return taken;
  }

  /** Whom each of these is taken for; who is taken for nobody is missing. */
  public Map<Subject, Subject> persons(Set<Subject> subjects) {
    try (Connection connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "select subject, person from vault_same where subject = any (?)")) {
      select.setArray(
          1, connection.createArrayOf("uuid", subjects.stream().map(Subject::value).toArray()));
      try (var rows = select.executeQuery()) {
        var persons = new HashMap<Subject, Subject>();
        while (rows.next()) {
          persons.put(
              new Subject(rows.getObject(1, UUID.class)),
              new Subject(rows.getObject(2, UUID.class)));
        }
        return persons;
      }
    } catch (SQLException cause) {
      throw new VaultUnavailable("Who is who could not be read.", cause);
    }
  }

  private List<Words> about(Subject somebody) {
    return entries.select(
        clock.instant(),
        "entry.ref in (select ref from vault_about where subject = ?)",
        (_, select) -> select.setObject(2, somebody.value()));
  }

  /** Whom words are about and under whose keys they are changes in one step. */
  private void reseal(Words words, Set<Subject> about, String change, Subject person) {
    byte[] sealed = Seals.seal(words.ref(), words.text(), keys.sealing(about));
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var entry =
              connection.prepareStatement("update vault_entry set sealed = ? where ref = ?");
          var whom = connection.prepareStatement(change)) {
        entry.setBytes(1, sealed);
        entry.setObject(2, words.ref().value());
        entry.executeUpdate();
        whom.setObject(1, words.ref().value());
        whom.setObject(2, person.value());
        whom.executeUpdate();
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException cause) {
      throw new VaultUnavailable("Whom words are about could not be changed.", cause);
    }
  }

  private void change(String statement, Subject one, Subject other) {
    try (Connection connection = database.getConnection();
        var change = connection.prepareStatement(statement)) {
      change.setObject(1, one.value());
      change.setObject(2, other.value());
      change.executeUpdate();
    } catch (SQLException cause) {
      throw new VaultUnavailable("Who is who could not be changed.", cause);
    }
  }
}
