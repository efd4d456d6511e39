package uk.onevoice.feeds.reading;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.onevoice.feeds.log.FeedType;
import uk.onevoice.feeds.log.Heartbeats;
import uk.onevoice.feeds.readers.Reader;
import uk.onevoice.feeds.readers.Readers;
import uk.onevoice.security.Permission;
import uk.onevoice.service.listing.Page;

/** The pull feed, the types it tells, and how the caller stands with it. */
@Path("/v1/feed")
@RunOnVirtualThread
class FeedResource {
  private static final String VARY = "Authorization";

  private final FeedReading reading;
  private final Readers readers;

  FeedResource(FeedReading reading, Readers readers) {
    this.reading = reading;
    this.readers = readers;
  }

  @GET
  @Path("/events")
  @Produces(Batch.MEDIA_TYPE)
  @Permission("readFeedEvents")
  public Response events(@BeanParam AskedFeed asked, @Context Request request) throws SQLException {
    FeedReading.Told told = reading.next(asked);
    var answer = Response.ok(told.body());
    if (told.full()) {
      EntityTag tag = new EntityTag(digest(told.body()));
      var known = request.evaluatePreconditions(tag);
      answer = (known == null ? answer : known).tag(tag);
    }
    return answer
        .header("Link", FeedReading.link(asked.next(told.next())))
        .header("Vary", VARY)
        .build();
  }

  /**
   * A type of events.
   *
   * @param subject what its subject is an id of
   * @param audience who hears one: EVERY_READER, CONCERNED, the organisations that it is about, or
   *     WHO_ASKS for its type
   */
  record TypeBody(String type, String says, String subject, String audience, String dataschema) {}

  @GET
  @Path("/types")
  @Produces(MediaType.APPLICATION_JSON)
  @Permission("listFeedTypes")
  public Page<TypeBody> types() {
    return new Page<>(
        Stream.concat(
                Arrays.stream(FeedType.values())
                    .map(type ->
                        new TypeBody(
                            type.type(),
                            type.says(),
                            type.subject().toUpperCase(Locale.ROOT),
                            type.forSome() ? "CONCERNED" : "EVERY_READER",
                            type.dataschema())),
                Stream.of(
                    new TypeBody(
                        Heartbeats.TYPE,
                        Heartbeats.SAYS,
                        "FEED",
                        "WHO_ASKS",
                        "/contracts/openapi/feeds.yaml")))
            .toList(),
        null);
  }

  /** A body of general practice that lets the caller hear the feed, and since when. */
  record ApprovalBody(String bodyId, Instant since) {}

  /** How the caller stands. */
  record SubscriptionBody(
      String clientId, String organisationId, boolean approved, List<ApprovalBody> approvals) {}

  @GET
  @Path("/subscription")
  @Produces(MediaType.APPLICATION_JSON)
  @Permission("readFeedSubscription")
  public SubscriptionBody subscription() throws SQLException {
    Reader reader = readers.caller();
    List<ApprovalBody> approvals =
        readers.approvals(reader).stream()
            .map(one -> new ApprovalBody(one.bodyId(), one.since()))
            .toList();
    return new SubscriptionBody(
        reader.client(), reader.organisation(), !approvals.isEmpty(), approvals);
  }

  private static String digest(String body) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("Every Java has SHA-256.", cause);
    }
  }
}
