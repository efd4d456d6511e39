package uk.onevoice.mandates.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.service.problem.Problem;

/**
 * What practices of a place were asked for and have not answered, read from the log itself. It
 * reads of a place what has not run out, and of a practice its answers to that, and no other
 * mandate; whether the practice is asked at all, and still, is for the mandate to say.
 */
@ApplicationScoped
public class Unanswered {
  private static final Pattern CURSOR =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([0-9A-Za-z-]{3,40})");

  // Types stand in the text, so that the planner can use the partial indexes.
  private static final String QUESTIONS =
      """
      with question as (
        select own.practice, asked.stream,
          coalesce(asked.payload ->> 'end', asked.payload -> 'terms' ->> 'end') as "end",
          coalesce((asked.payload ->> 'version')::int, 1) as version
        from unnest(?::text[], ?::text[]) as own (practice, place)
        join event asked on asked.type in ('MandateOpened', 'VersionAsked')
          and asked.payload ->> 'placeId' = own.place
          and coalesce(asked.payload ->> 'end', asked.payload -> 'terms' ->> 'end') > ?)
      select stream, version, practice, "end", exists (
        select from event answer
        where %1$s and answer.payload ->> 'practiceId' = practice and answer.stream = question.stream
          and coalesce((answer.payload ->> 'version')::int, 1) < question.version)
      from question
      where coalesce((
          select answer.type from event answer
          where %1$s and answer.payload ->> 'practiceId' = practice
            and answer.stream = question.stream
            and coalesce((answer.payload ->> 'version')::int, 1) = question.version
          order by answer.version desc limit 1), 'ConsentEnded') = 'ConsentEnded'
        and ("end", stream, practice) > (?, ?, ?)
      order by "end", stream, practice limit ?\
      """
          .formatted(
              """
              answer.type in ('ConsentGranted', 'ConsentConditional', 'ConsentDeclined',
                'ConsentWithdrawn', 'ConsentEnded')\
              """);

  private final DataSource database;

  Unanswered(DataSource database) {
    this.database = database;
  }

  /**
   * A version that a practice may have been asked for, and did not answer.
   *
   * @param end the first day after the last on which it can
   * @param answeredBefore whether it answered an earlier version
   */
  public record Question(
      MandateId mandateId,
      int version,
      PracticeId practiceId,
      LocalDate end,
      boolean answeredBefore) {
    /** From where the list goes on after this. */
    public String cursor() {
      return end + "_" + mandateId.value() + "_" + practiceId.value();
    }
  }

  /**
   * Those that end first come first.
   *
   * @param practices with the place of each
   * @param after the {@link Question#cursor} of the last one before; null for the first
   */
  public List<Question> of(
      Map<PracticeId, PlaceId> practices, LocalDate day, @Nullable String after, int limit) {
    String[] from = from(after);
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(QUESTIONS)) {
      var pairs = List.copyOf(practices.entrySet());
      select.setArray(1, texts(connection, pairs.stream().map(own -> own.getKey().value())));
      select.setArray(
          2, texts(connection, pairs.stream().map(own -> own.getValue().value().toString())));
      select.setString(3, day.toString());
      for (int i = 0; i < from.length; i++) {
        select.setString(4 + i, from[i]);
      }
      select.setInt(7, limit);
      List<Question> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(question(rows));
        }
      }
      return found;
    } catch (SQLException cause) {
      throw new EventStoreException("What waits for practices could not be read.", cause);
    }
  }

  private static String[] from(@Nullable String after) {
    if (after == null) {
      return new String[] {"", "", ""};
    }
    var cursor = CURSOR.matcher(after);
    if (!cursor.matches()) {
      throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
    }
    return new String[] {cursor.group(1), MandateLog.PREFIX + cursor.group(2), cursor.group(3)};
  }

  private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  private static Question question(ResultSet row) throws SQLException {
    return new Question(
        new MandateId(UUID.fromString(row.getString(1).substring(MandateLog.PREFIX.length()))),
        row.getInt(2),
        new PracticeId(row.getString(3)),
        LocalDate.parse(row.getString(4)),
        row.getBoolean(5));
  }
}
