package uk.onevoice.meetings.adapter.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.vault.NewWords;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultRef;
import uk.onevoice.vault.rights.AlsoErases;

/**
 * Where people want invitations sent. What organisations keeps of how to reach somebody at work is
 * not ours to read: whoever wants mail says an address here, and proves that it is theirs.
 */
@ApplicationScoped
public class MailAddresses implements AlsoErases {
  private static final Duration CODE_HOLDS = Duration.ofDays(2);
  private static final int CODE_BYTES = 16;

  private final DataSource database;
  private final Vault vault;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  MailAddresses(DataSource database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * @param address null when it is no longer kept, or restricted
   */
  public record Address(@Nullable String address, boolean confirmed) {}

  public Optional<Address> of(PersonId person) {
    return row(person).map(row -> new Address(read(row.address()), row.confirmed()));
  }

  /** The address that invitations go to; empty before it was confirmed. */
  Optional<String> confirmed(PersonId person) {
    return of(person).filter(Address::confirmed).map(Address::address);
  }

  /** The address as it is, for the code that confirms it. */
  Optional<String> any(PersonId person) {
    return of(person).map(Address::address);
  }

  private record Row(VaultRef address, boolean confirmed, String requestKey) {}

  private Optional<Row> row(PersonId person) {
    try (Connection connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "select address_ref, confirmed, request_key from calendar_mail where person_id = ?")) {
      select.setObject(1, person.value());
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Row(
                    new VaultRef(row.getObject(1, UUID.class)),
                    row.getBoolean(2),
                    row.getString(3)))
            : Optional.empty();
      }
    } catch (SQLException cause) {
      throw failed(cause);
    }
  }

  private @Nullable String read(VaultRef ref) {
    return vault.read(List.of(ref)).get(ref);
  }

  /**
   * Sets an address that is not confirmed yet, and queues the message with its code. The same
   * request again sends no second one.
   */
  public void set(PersonId person, String address, String requestKey) {
    Optional<Row> before = row(person);
    if (before.filter(row -> row.requestKey().equals(requestKey)).isPresent()) {
      return;
    }
    byte[] bytes = new byte[CODE_BYTES];
    random.nextBytes(bytes);
    String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var until = clock.instant().plus(CODE_HOLDS);
    VaultRef addressRef = keep(person, "calendar-mail-address", address, null);
    VaultRef codeRef = keep(person, "calendar-mail-code", code, until);
    try (Connection connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                """
                with address as (
                  insert into calendar_mail
                    (person_id, address_ref, confirmed, code_hash, code_until, request_key)
                  values (?, ?, false, ?, ?, ?)
                  on conflict (person_id) do update
                    set address_ref = excluded.address_ref, confirmed = false,
                      code_hash = excluded.code_hash, code_until = excluded.code_until,
                      request_key = excluded.request_key
                  returning person_id)
                insert into mail_queue (person_id, ask, sequence, words_ref, due_at)
                select person_id, 'CONFIRM', 0, ?, ? from address\
                """)) {
      insert.setObject(1, person.value());
      insert.setObject(2, addressRef.value());
      insert.setBytes(3, digest(code));
      insert.setObject(4, until.atOffset(ZoneOffset.UTC));
      insert.setString(5, requestKey);
      insert.setObject(6, codeRef.value());
      insert.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException cause) {
      throw failed(cause);
    }
    before.map(Row::address).ifPresent(vault::delete);
  }

  private VaultRef keep(PersonId person, String kind, String words, @Nullable Instant expires) {
    return vault.keepUnnamed(
        new NewWords(
            kind,
            "calendar-mail-" + person.value(),
            Set.of(new Subject(person.value())),
            words,
            ActorRef.person(person.value().toString()),
            expires));
  }

  /** Confirms the address with the code that came there; false where it is not that. */
  public boolean confirm(PersonId person, String code) {
    return change(
            """
            update calendar_mail set confirmed = true
            where person_id = ? and code_hash = ? and code_until > ?\
            """,
            person.value(),
            digest(code),
            clock.instant().atOffset(ZoneOffset.UTC))
        > 0;
  }

  /** Erases the address; what is queued for it is not sent. Again changes nothing. */
  public void remove(PersonId person) {
    row(person).map(Row::address).ifPresent(vault::delete);
    erase(new Subject(person.value()));
  }

  @Override
  public void erase(Subject subject) {
    change("delete from calendar_mail where person_id = ?", subject.value());
    change("delete from mail_queue where person_id = ?", subject.value());
    change("delete from calendar_invitation where person_id = ?", subject.value());
  }

  private int change(String statement, Object... values) {
    try (Connection connection = database.getConnection();
        var change = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        change.setObject(i + 1, values[i]);
      }
      return change.executeUpdate();
    } catch (SQLException cause) {
      throw failed(cause);
    }
  }

  private static EventStoreException failed(SQLException cause) {
    return new EventStoreException("Addresses for calendar mail could not be asked.", cause);
  }

  private static byte[] digest(String code) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
