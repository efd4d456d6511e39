package uk.onevoice.service.parked;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.onevoice.messaging.ParkedStreams;
import uk.onevoice.messaging.ParkedStreams.RecordKey;
import uk.onevoice.messaging.ParkedStreams.StreamKey;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.problem.StandardProblems;

/** Shows what is parked, without what it holds, and takes an administrator's decisions about it. */
@Path("/parked-streams")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ParkedStreamsResource {
  private static final Logger LOG = Logger.getLogger(ParkedStreamsResource.class);

  private final ParkedStreams parked;
  private final CurrentActor actor;

  ParkedStreamsResource(DataSource database, CurrentActor actor) {
    this.parked = new ParkedStreams(database);
    this.actor = actor;
  }

  /**
   * A stream that waits.
   *
   * @param missing the version it waits for; null when it waits to be retried
   */
  record WaitingStream(
      String consumer,
      String topic,
      String stream,
      String reason,
      Instant since,
      long messages,
      @Nullable Long missing) {}

  /** A record that could not be read. */
  record UnreadRecord(
      String consumer,
      String topic,
      String topicId,
      int partition,
      long offset,
      String reason,
      Instant since) {}

  record RetryBody(String consumer, String topic, String stream) {}

  record DismissalBody(String consumer, String topic, String topicId, int partition, long offset) {}

  private interface Query<T> {
    T ask() throws SQLException;
  }

  @GET
  @Permission("listParkedStreams")
  public Page<WaitingStream> streams(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
    PageRequest page = PageRequest.of(after, limit);
    StreamKey from = page.after() == null ? null : Cursor.stream(page.after());
    List<ParkedStreams.Waiting> found = answer(() -> parked.streams(from, page.limit() + 1));
    return page(
        found,
        page.limit(),
        one ->
            new WaitingStream(
                one.key().consumer(),
                one.key().topic(),
                one.key().stream(),
                one.reason(),
                one.since(),
                one.messages(),
                one.missing()),
        one -> Cursor.of(one.key()));
  }

  @GET
  @Path("/unread")
  @Permission("listUnreadRecords")
  public Page<UnreadRecord> unread(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
    PageRequest page = PageRequest.of(after, limit);
    RecordKey from = page.after() == null ? null : Cursor.record(page.after());
    List<ParkedStreams.Unread> found = answer(() -> parked.unread(from, page.limit() + 1));
    return page(
        found,
        page.limit(),
        one ->
            new UnreadRecord(
                one.key().consumer(),
                one.key().topic(),
                one.key().topicId(),
                one.key().partition(),
                one.key().offset(),
                one.reason(),
                one.since()),
        one -> Cursor.of(one.key()));
  }

  /** The consumer tries within seconds; what it finds shows in the list. */
  @POST
  @Path("/retries")
  @Consumes(MediaType.APPLICATION_JSON)
  @Permission("retryParkedStream")
  public Response retry(RetryBody body) {
    var key = new StreamKey(body.consumer(), body.topic(), body.stream());
    if (!answer(() -> parked.retry(key))) {
      throw Problem.notFound().exception();
    }
    LOG.infof(
        "retry asked for consumer=%s topic=%s stream=%s actor=%s",
        key.consumer(), key.topic(), key.stream(), actor.get().ref());
    return Response.accepted().build();
  }

  @POST
  @Path("/dismissals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Permission("dismissUnreadRecord")
  public Response dismiss(DismissalBody body) {
    var key =
        new RecordKey(
            body.consumer(), body.topic(), body.topicId(), body.partition(), body.offset());
    String by = actor.get().ref().value();
    if (!answer(() -> parked.dismiss(key, by))) {
      throw Problem.notFound().exception();
    }
    LOG.infof(
        "record dismissed consumer=%s topic=%s partition=%d offset=%d actor=%s",
        key.consumer(), key.topic(), key.partition(), key.offset(), by);
    return Response.noContent().build();
  }

  /**
   * @param found one more than the limit where there are more
   */
  private static <T, U> Page<U> page(
      List<T> found, int limit, Function<T, U> shown, Function<T, String> cursor) {
    List<T> items = found.subList(0, Math.min(limit, found.size()));
    String next = found.size() > limit ? cursor.apply(items.getLast()) : null;
    return new Page<>(items.stream().map(shown).toList(), next);
  }

  private static <T> T answer(Query<T> query) {
    try {
      return query.ask();
    } catch (SQLException away) {
      LOG.warn("database unavailable", away);
      throw StandardProblems.ofStatus(503).exception();
    }
  }
}
