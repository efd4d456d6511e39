package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.adapter.store.Diary;
import uk.onevoice.meetings.adapter.store.PapersLog;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.guests.Guests;
import uk.onevoice.meetings.domain.guests.GuestsCommand;
import uk.onevoice.meetings.domain.guests.GuestsEvent;
import uk.onevoice.meetings.domain.guests.GuestsRejection;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** In which meetings of a place general practice meets an organisation. */
@Path("/v1/meetings/with/{organisationId}")
@RunOnVirtualThread
class MeetingsWithResource {
  private final CommandHandler<GuestsCommand, Guests, GuestsEvent, GuestsRejection> guests;
  private final Diary diary;
  private final MeetingDesk desk;
  private final ListedForums forums;
  private final Scope scope;

  MeetingsWithResource(
      CommandHandler<GuestsCommand, Guests, GuestsEvent, GuestsRejection> guests,
      Diary diary,
      MeetingDesk desk,
      ListedForums forums,
      Scope scope) {
    this.guests = guests;
    this.diary = diary;
    this.desk = desk;
    this.forums = forums;
    this.scope = scope;
  }

  /**
   * @param forumNow what the forum is called today; null for one of no list
   * @param there whether somebody of the organisation was there
   * @param invited whether it is invited for items
   */
  record MeetingWith(
      MeetingId meetingId,
      Label forum,
      @Nullable UUID forumId,
      @Nullable String forumNow,
      LocalDate on,
      boolean there,
      boolean invited) {}

  @GET
  @Permission("listMeetingsWith")
  public Page<MeetingWith> list(
      @PathParam("organisationId") String organisationId,
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    var place = new PlaceId(PageRequest.uuid("placeId", placeId));
    if (!scope.covers(MeetingDesk.inDirectory(place))) {
      throw scope.refusal();
    }
    OrganisationId organisation = organisation(organisationId);
    List<MeetingWith> with = new ArrayList<>();
    boolean started = after == null;
    for (Diary.Entry entry : diary.ofPlaceNaming(place, organisation)) {
      if (!started) {
        started = entry.meetingId().value().toString().equals(after);
        continue;
      }
      MeetingWith found = with(entry, organisation);
      if (found.there() || found.invited()) {
        with.add(found);
      }
      if (with.size() > request.limit()) {
        break;
      }
    }
    if (!started) {
      throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
    }
    boolean more = with.size() > request.limit();
    List<MeetingWith> part = more ? with.subList(0, request.limit()) : with;
    return new Page<>(part, more ? part.getLast().meetingId().value().toString() : null);
  }

  private static OrganisationId organisation(String text) {
    try {
      return new OrganisationId(text);
    } catch (IllegalArgumentException noId) {
      throw Problem.notFound().exception();
    }
  }

  private MeetingWith with(Diary.Entry entry, OrganisationId organisation) {
    return new MeetingWith(
        entry.meetingId(),
        new Label(entry.forum()),
        entry.forumId(),
        forums.labelNow(entry.forumId()),
        entry.on(),
        desk.find(entry.meetingId()).filter(it -> it.wasThere(organisation)).isPresent(),
        !guests
            .current(PapersLog.guests(entry.meetingId()))
            .state()
            .itemsOf(List.of(organisation))
            .isEmpty());
  }
}
