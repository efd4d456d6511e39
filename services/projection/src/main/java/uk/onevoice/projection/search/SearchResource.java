package uk.onevoice.projection.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.AskedTime;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.reading.Views;
import uk.onevoice.security.Permission;
import uk.onevoice.service.listing.Page;

/**
 * Finds organisations and places by words of their name (also when slightly misspelt), by the
 * beginning of their code or of their postcode. Exact codes come first, closed bodies last.
 */
@Path("/v1/search")
@RunOnVirtualThread
class SearchResource {
  private static final String SQL =
      """
      with body as (
        select o.organisation_id as id, o.ods_code, o.name, o.kinds, o.postcode, o.open
        from organisation_at(:asOf, :knownAt) o
        where o.name ilike all (?) or ? operator(public.<%) o.name
          or o.ods_code like ? or replace(o.postcode, ' ', '') like ?
        union all
        select p.place_id, null, p.name, array['PLACE'], null, true
        from place_fact p
        where p.valid_from <= :asOf and :asOf < p.valid_to
          and p.known_from <= :knownAt and :knownAt < p.known_to
          and p.part_of is null
          and (p.name ilike all (?) or ? operator(public.<%) p.name)
      ),
      ranked as (
        select b.*,
          case
            when b.ods_code || '%' = ? then 0
            when replace(b.postcode, ' ', '') || '%' = ? then 1
            when b.name ilike ? then 2
            when b.name ilike all (?) then 3
            else 4
          end as rank,
          public.word_similarity(?, b.name) as likeness
        from body b
        where (?::text is null or ? = any (b.kinds))
          and (?::text is null
            or ? in (select c.ics_id from ics_of(b.id, :asOf, :knownAt) c))
        order by b.open desc, rank, likeness desc, b.name, b.id
        limit ? offset ?
      )
      select r.*, area.codes, area.names
      from ranked r
      left join lateral (
        select array_agg(c.ics_id order by c.ics_id) as codes,
          array_agg(o.name order by c.ics_id) as names
        from ics_of(r.id, :asOf, :knownAt) c
        left join organisation_at(:asOf, :knownAt) o on o.organisation_id = c.ics_id) area on true
      order by r.open desc, r.rank, r.likeness desc, r.name, r.id\
      """;

  private final Views views;

  SearchResource(Views views) {
    this.views = views;
  }

  @GET
  @Permission("search")
  public Response search(
      @QueryParam("query") @Nullable String query,
      @QueryParam("type") @Nullable String type,
      @QueryParam("ics") @Nullable String ics,
      @BeanParam AskedTime time,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    Searching searching = Searching.of(query, type, ics, after, limit);
    return views.ofRegistry(time, facts -> page(facts, searching));
  }

  private static Page<Found> page(Snapshot facts, Searching asked) {
    List<Found> found =
        facts.list(
            SQL,
            SearchResource::found,
            asked.words(),
            asked.query(),
            asked.code(),
            asked.postcode(),
            asked.words(),
            asked.query(),
            asked.code(),
            asked.postcode(),
            asked.beginning(),
            asked.words(),
            asked.query(),
            asked.type(),
            asked.type(),
            asked.ics(),
            asked.ics(),
            asked.limit() + 1,
            asked.offset());
    return found.size() > asked.limit()
        ? new Page<>(found.subList(0, asked.limit()), asked.next())
        : new Page<>(found, null);
  }

  private static Found found(ResultSet row) throws SQLException {
    List<String> kinds = texts(row.getArray("kinds"));
    List<String> codes = texts(row.getArray("codes"));
    List<String> names = texts(row.getArray("names"));
    List<Found.Area> areas = new ArrayList<>(codes.size());
    for (int i = 0; i < codes.size(); i++) {
      areas.add(new Found.Area(codes.get(i), names.get(i)));
    }
    return new Found(
        row.getString("id"),
        row.getString("ods_code"),
        row.getString("name"),
        kinds.isEmpty() ? "UNKNOWN" : kinds.getFirst(),
        kinds,
        row.getString("postcode"),
        row.getBoolean("open"),
        areas);
  }

  private static List<String> texts(@Nullable Array array) throws SQLException {
    return array == null
        ? List.of()
        : Arrays.stream((Object[]) array.getArray()).map(String.class::cast).toList();
  }
}
