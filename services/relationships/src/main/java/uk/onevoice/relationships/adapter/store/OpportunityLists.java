package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStoreException;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.opportunity.OpportunityId;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/**
 * Which opportunities somebody may know of, newest first. Read from the log itself, so that who is
 * removed finds nothing from the next request on.
 */
@ApplicationScoped
public class OpportunityLists {
  private static final Pattern CURSOR =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private static final String OPENED =
      """
      select opened.stream, opened.payload ->> 'on' last_day
      from event opened
      where opened.type = 'OpportunityOpened'
      """;

  /** Those whose last word about one of these people's records is that they are named. */
  private static final String NAMED =
      """
        and opened.stream in (
          select last.stream from (
            select distinct on (said.stream, said.payload ->> 'personId') said.stream, said.type
            from event said
            where said.type in ('OpportunityPersonNamed', 'OpportunityPersonRemoved')
              and said.payload ->> 'personId' = any (?)
            order by said.stream, said.payload ->> 'personId', said.version desc) last
          where last.type = 'OpportunityPersonNamed')
      """;

  /** Those whose last word about one of these organisations is that it has joined. */
  private static final String JOINED =
      """
        and opened.stream in (
          select last.stream from (
            select distinct on (said.stream, said.payload ->> 'organisationId')
              said.stream, said.type
            from event said
            where said.type in ('OpportunityPartnerJoined', 'OpportunityPartnerLeft')
              and said.payload ->> 'organisationId' = any (?)
            order by said.stream, said.payload ->> 'organisationId', said.version desc) last
          where last.type = 'OpportunityPartnerJoined')
      """;

  /** Those that were awarded and that this organisation hosts or leads, as everybody may know. */
  private static final String HOSTED =
      """
        and result.payload ->> 'result' = 'AWARDED'
        and exists (
          select from (
            select said.payload from event said
            where said.stream = opened.stream and said.type = 'OpportunityHosted'
            order by said.version desc limit 1) hosted
          where ? in (hosted.payload ->> 'hostId', hosted.payload ->> 'leadId'))
      """;

  /** Those of the place whose last word about a result is that there is one, and which. */
  private static final String WITH_RESULT =
      """
      select opened.stream, result.payload ->> 'on' last_day
      from event opened
      join lateral (
        select said.type, said.payload from event said
        where said.stream = opened.stream
          and (said.type = 'OpportunityResultRecorded'
            or (said.type = 'OpportunityStepTakenBack' and said.payload ->> 'step' = 'RESULT'))
        order by said.version desc limit 1) result on result.type = 'OpportunityResultRecorded'
      where opened.type = 'OpportunityOpened' and opened.payload ->> 'placeId' = ?
        and result.payload ->> 'result' = any (?)
      """;

  private final DataSource database;

  OpportunityLists(DataSource database) {
    this.database = database;
  }

  /**
   * Those behind whose wall this person is, by the day they were opened.
   *
   * @param with an organisation that bids in them; null for any
   */
  public Page<OpportunityId> ofPerson(
      Collection<UUID> records, @Nullable OrganisationId with, PageRequest request) {
    List<Object> values = new ArrayList<>();
    values.add(texts(records));
    if (with != null) {
      values.add(texts(List.of(with.value())));
    }
    return page(OPENED + NAMED + (with == null ? "" : JOINED), values, request);
  }

  /** Those in which one of these organisations bids, by the day they were opened. */
  public Page<OpportunityId> ofBidders(Collection<OrganisationId> bidders, PageRequest request) {
    List<Object> values = new ArrayList<>();
    values.add(texts(bidders.stream().map(OrganisationId::value).toList()));
    return page(OPENED + JOINED, values, request);
  }

  /**
   * Those of a place with one of these results, by the day of it.
   *
   * @param with an organisation that hosts or leads what was awarded; null for any
   */
  public Page<OpportunityId> withResult(
      PlaceId place,
      Collection<String> results,
      @Nullable OrganisationId with,
      PageRequest request) {
    List<Object> values = new ArrayList<>(List.of(place.value().toString(), texts(results)));
    if (with != null) {
      values.add(with.value());
    }
    return page(WITH_RESULT + (with == null ? "" : HOSTED), values, request);
  }

  private static String[] texts(Collection<?> values) {
    return values.stream().map(Object::toString).toArray(String[]::new);
  }

  private record Line(OpportunityId id, String day) {}

  private Page<OpportunityId> page(String lines, List<Object> values, PageRequest request) {
    @Nullable String day = null;
    @Nullable String stream = null;
    if (request.after() != null) {
      var cursor = CURSOR.matcher(request.after());
      if (!cursor.matches()) {
        throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
      }
      day = cursor.group(1);
      stream = OpportunityLog.STREAM + cursor.group(2);
    }
    List<Object> all = new ArrayList<>(values);
    String sql =
        "select stream, last_day from ("
            + lines
            + ") line "
            + (day == null ? "" : "where (last_day, stream) < (?, ?) ")
            + "order by last_day desc, stream desc limit ?";
    if (day != null && stream != null) {
      all.add(day);
      all.add(stream);
    }
    all.add(request.limit() + 1);
    List<Line> found = lines(sql, all);
    List<Line> part = found.subList(0, Math.min(found.size(), request.limit()));
    return new Page<>(
        part.stream().map(Line::id).toList(),
        found.size() > part.size()
            ? part.getLast().day() + "_" + part.getLast().id().value()
            : null);
  }

  private List<Line> lines(String sql, List<Object> values) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        Object value = values.get(i);
        select.setObject(
            i + 1,
            value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
      }
      try (var rows = select.executeQuery()) {
        List<Line> found = new ArrayList<>();
        while (rows.next()) {
          String id = rows.getString(1).substring(OpportunityLog.STREAM.length());
          found.add(new Line(new OpportunityId(UUID.fromString(id)), rows.getString(2)));
        }
        return found;
      }
    } catch (SQLException cause) {
      throw new EventStoreException("The opportunities could not be read.", cause);
    }
  }
}
