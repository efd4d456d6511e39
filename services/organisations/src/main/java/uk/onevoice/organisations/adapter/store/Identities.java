package uk.onevoice.organisations.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.organisations.domain.person.IdentityHash;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.rights.AlsoErases;

/**
 * Whose a sign-in is, across all persons: taken before the person's event is appended. What was
 * taken for an event that never came is taken again by the same person's next try.
 */
@ApplicationScoped
public class Identities implements AlsoErases {
  private final DataSource database;

  Identities(DataSource database) {
    this.database = database;
  }

  /** Whose the sign-in is. */
  public Optional<PersonId> owner(IdentityHash identity) {
    try (Connection connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "select person_id from identity_taken where identity_hash = ?")) {
      select.setString(1, identity.value());
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new PersonId(row.getObject(1, UUID.class)))
            : Optional.empty();
      }
    } catch (SQLException cause) {
      throw new EventStoreException("A sign-in could not be looked up.", cause);
    }
  }

  /** Takes the sign-in for this person, unless somebody has it; who has it now. */
  public PersonId take(IdentityHash identity, PersonId person) {
    try (Connection connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                """
                insert into identity_taken (identity_hash, person_id) values (?, ?)
                on conflict do nothing\
                """);
        var select =
            connection.prepareStatement(
                "select person_id from identity_taken where identity_hash = ?")) {
      insert.setString(1, identity.value());
      insert.setObject(2, person.value());
      insert.executeUpdate();
      select.setString(1, identity.value());
      try (var row = select.executeQuery()) {
        row.next();
        return new PersonId(row.getObject(1, UUID.class));
      }
    } catch (SQLException cause) {
      throw new EventStoreException("A sign-in could not be taken.", cause);
    }
  }

  /** Whose sign-in it was is forgotten; it belongs to nobody then. */
  @Override
  public void erase(Subject subject) {
    try (Connection connection = database.getConnection();
        var delete =
            connection.prepareStatement("delete from identity_taken where person_id = ?")) {
      delete.setObject(1, subject.value());
      delete.executeUpdate();
    } catch (SQLException cause) {
      throw new EventStoreException("A sign-in could not be forgotten.", cause);
    }
  }
}
