package uk.onevoice.vault.rights;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
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
  private final DataSource database;

  Mentions(DataSource database) {
    this.database = database;
  }

  Page<Mention> of(UUID person, PageRequest page) {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                select position, type, stream, occurred_at, actor = ? from event
                where position > ? and (actor = ? or position(? in payload::text) > 0)
                order by position limit ?\
                """)) {
      String actor = ActorRef.person(person.toString()).value();
      select.setString(1, actor);
      select.setLong(2, position(page.after()));
      select.setString(3, actor);
      select.setString(4, person.toString());
      select.setInt(5, page.limit() + 1);
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
