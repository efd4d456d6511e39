package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.ListEntry;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.LedgerDesk.Account;
import uk.onevoice.relationships.adapter.http.Timeline.Moment;
import uk.onevoice.relationships.adapter.http.Timeline.Shown;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.listing.Part;
import uk.onevoice.vault.TypedWords;

/** One relationship, for the team of its slot. */
@Path("/v1/relationships/slots/{id}")
@RunOnVirtualThread
class RelationshipsResource {
  private final LedgerDesk desk;
  private final RelationshipViews views;
  private final TypedWords words;
  private final ListedTopics topics;
  private final Today today;

  RelationshipsResource(
      LedgerDesk desk,
      RelationshipViews views,
      TypedWords words,
      ListedTopics topics,
      Today today) {
    this.desk = desk;
    this.views = views;
    this.words = words;
    this.topics = topics;
    this.today = today;
  }

  @GET
  @Path("/relationships/{relationshipId}")
  @Permission("readRelationship")
  public Response read(@PathParam("id") UUID id, @PathParam("relationshipId") UUID relationship) {
    Account account = desk.of(id, relationship);
    var ledger = desk.current(account.relationship());
    return Response.ok(views.whole(account, ledger.state(), today.get()))
        .header("ETag", Versions.etag(ledger.version()))
        .build();
  }

  @GET
  @Path("/relationships/{relationshipId}/timeline")
  @Permission("readRelationshipTimeline")
  public Page<TimelineItem> timeline(
      @PathParam("id") UUID id,
      @PathParam("relationshipId") UUID relationship,
      @QueryParam("topicId") @Nullable String topicId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    @Nullable UUID wanted = topicId == null ? null : now(PageRequest.uuid("topicId", topicId));
    Account account = desk.of(id, relationship);
    List<Moment> all =
        Timeline.of(account.held(), desk.ledger(account.relationship()), today.get()).stream()
            .filter(moment -> wanted == null || wanted.equals(now(moment.topicId())))
            .toList();
    return Part.of(all, request, this::items);
  }

  private List<TimelineItem> items(List<Moment> moments) {
    Map<WordsRef, String> read =
        words.read(moments.stream().map(Moment::words).filter(Objects::nonNull).toList());
    List<TimelineItem> items = new ArrayList<>();
    for (Moment moment : moments) {
      @Nullable WordsRef ref = moment.words();
      items.add(
          moment
              .view()
              .apply(
                  new Shown(
                      now(moment.topicId()),
                      topics.labelNow(moment.topicId()),
                      ref == null ? null : read.get(ref))));
    }
    return items;
  }

  private @Nullable UUID now(@Nullable UUID topic) {
    @Nullable ListEntry now = topics.now(topic);
    return now == null ? topic : now.id();
  }
}
