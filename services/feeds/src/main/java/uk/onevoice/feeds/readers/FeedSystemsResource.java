package uk.onevoice.feeds.readers;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.ClientKind;
import uk.onevoice.directory.OrganisationId;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** Whom a body of general practice lets hear the feed, and whom it could. */
@Path("/v1/feed/systems")
@RunOnVirtualThread
class FeedSystemsResource {
  private final DataSource database;
  private final Scope scope;

  FeedSystemsResource(DataSource database, Scope scope) {
    this.database = database;
    this.scope = scope;
  }

  /**
   * An approved system.
   *
   * @param approvedSince since when this body lets it hear; null where it does not
   * @param hears whether any body does
   */
  record SystemView(
      String clientId,
      String organisationId,
      ClientKind kind,
      @Nullable Instant approvedSince,
      boolean hears) {}

  @GET
  @Permission("listFeedSystems")
  public Page<SystemView> of(
      @QueryParam("bodyId") @Nullable String bodyId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit)
      throws SQLException {
    PageRequest request = PageRequest.of(after, limit);
    String body = body(bodyId);
    var _ = scope.at(new OrganisationId(body));
    List<SystemView> found = systems(body, after == null ? "" : after, request.limit() + 1);
    if (found.size() <= request.limit()) {
      return new Page<>(found, null);
    }
    List<SystemView> items = found.subList(0, request.limit());
    return new Page<>(items, items.getLast().clientId());
  }

  private static String body(@Nullable String bodyId) {
    if (bodyId == null || !bodyId.matches("[A-Za-z0-9-]{1,64}")) {
      throw Problem.invalid("query:bodyId", "must be the id of a body").exception();
    }
    return bodyId;
  }

  private List<SystemView> systems(String body, String after, int limit) throws SQLException {
    List<SystemView> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select client.client_id, client.organisation_id, client.kind, own.since,
                  exists (select from feed_approval any_body
                    where any_body.client_id = client.client_id)
                from directory_client client
                left join feed_approval own
                  on own.client_id = client.client_id and own.body_id = ?
                where client.state = 'APPROVED' and client.client_id > ?
                order by client.client_id limit ?\
                """)) {
      select.setString(1, body);
      select.setString(2, after);
      select.setInt(3, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Timestamp since = row.getTimestamp(4);
          found.add(
              new SystemView(
                  row.getString(1),
                  row.getString(2),
                  ClientKind.valueOf(row.getString(3)),
                  since == null ? null : since.toInstant(),
                  row.getBoolean(5)));
        }
      }
    }
    return found;
  }
}
