package uk.onevoice.vault.rights;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.vault.rights.PersonRecord.Mention;
import uk.onevoice.vault.rights.PersonRecord.Part;

/**
 * What a log says about a person by reference. Reads the whole log, without an index that every
 * append would pay for: somebody asks once in a while, and may wait a second.
 */
@ApplicationScoped
class Mentions {
  private static final String NAMED = "payload::text like any (?)";

  private final DataSource database;

  Mentions(DataSource database) {
    this.database = database;
  }

  /** Which events are asked for. */
  enum Only {
    /** Those that name the person, whoever entered them. */
    ABOUT(NAMED),
    /** Those that the person entered about something else. */
    ENTERED("actor = any (?) and not " + NAMED),
    ALL("(actor = any (?) or " + NAMED + ")");

    private final String condition;

    Only(String condition) {
      this.condition = condition;
    }

    static Only of(@Nullable String text) {
      return switch (text) {
        case null -> ALL;
        case "ABOUT" -> ABOUT;
        case "ENTERED" -> ENTERED;
        default -> throw Problem.invalid("query:only", "must be ABOUT or ENTERED").exception();
      };
    }
  }

  /**
   * @param records all of the person's
   */
  Page<Mention> of(Set<UUID> records, Only only, PageRequest page) {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                select position, type, stream, occurred_at, actor = any (?) from event
                where position > ? and %s
                order by position limit ?\
                """
                    .formatted(only.condition))) {
      var actors = texts(connection, records, id -> ActorRef.person(id.toString()).value());
      int next = 1;
      select.setArray(next++, actors);
      select.setLong(next++, position(page.after()));
      if (only != Only.ABOUT) {
        select.setArray(next++, actors);
      }
      select.setArray(next++, texts(connection, records, id -> "%" + id + "%"));
      select.setInt(next, page.limit() + 1);
      try (var rows = select.executeQuery()) {
        var mentions = new ArrayList<Mention>();
        String last = null;
        while (rows.next()) {
          if (mentions.size() == page.limit()) {
            return new Page<>(mentions, last);
          }
          mentions.add(
              new Mention(
                  rows.getString(2),
                  rows.getString(3),
                  rows.getTimestamp(4).toInstant(),
                  rows.getBoolean(5) ? Part.ACTED : Part.NAMED));
          last = rows.getString(1);
        }
        return new Page<>(mentions, null);
      }
    } catch (SQLException cause) {
      throw new EventStoreException("The log could not be searched.", cause);
    }
  }

  private static Array texts(Connection connection, Set<UUID> records, Function<UUID, String> text)
      throws SQLException {
    return connection.createArrayOf("text", records.stream().map(text).toArray());
  }

  static long position(@Nullable String after) {
    if (after == null) {
      return 0;
    }
    if (!after.matches("[0-9]{1,18}")) {
      throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
    }
    return Long.parseLong(after);
  }
}
