package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.meetings.adapter.store.Interests;
import uk.onevoice.meetings.adapter.store.PapersLog;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.guests.Guests;
import uk.onevoice.meetings.domain.guests.Guests.Invitation;
import uk.onevoice.meetings.domain.guests.GuestsCommand;
import uk.onevoice.meetings.domain.guests.GuestsEvent;
import uk.onevoice.meetings.domain.guests.GuestsRejection;
import uk.onevoice.security.Permission;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;

/** Flags items of which somebody who attends has declared an interest: for leaders of the place. */
@Path("/v1/meetings/{id}/interests")
@RunOnVirtualThread
class InterestsResource {
  private final CommandHandler<GuestsCommand, Guests, GuestsEvent, GuestsRejection> guests;
  private final Interests interests;
  private final MeetingDesk desk;

  InterestsResource(
      CommandHandler<GuestsCommand, Guests, GuestsEvent, GuestsRejection> guests,
      Interests interests,
      MeetingDesk desk) {
    this.guests = guests;
    this.interests = interests;
    this.desk = desk;
  }

  record InterestInItem(
      ItemId itemId,
      PersonId personId,
      OrganisationId organisationId,
      String kind,
      LocalDate start,
      @Nullable LocalDate end) {
    String id() {
      return itemId.value()
          + "."
          + personId.value()
          + "."
          + organisationId.value()
          + "."
          + kind
          + "."
          + start;
    }
  }

  @GET
  @Permission("listInterestsInItems")
  public Page<InterestInItem> list(
      @PathParam("id") UUID id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    var meeting = new MeetingId(id);
    Scheduled scheduled = desk.there(meeting);
    var declared = interests.ofAttending(meeting, scheduled.terms().on());
    var flagged = new ArrayList<InterestInItem>();
    for (Invitation invitation :
        guests.current(PapersLog.guests(meeting)).state().invitations().values()) {
      if (!invitation.withdrawn()) {
        declared.stream()
            .filter(each -> each.organisation().equals(invitation.organisationId()))
            .forEach(each ->
                invitation
                    .itemIds()
                    .forEach(item ->
                        flagged.add(
                            new InterestInItem(
                                item,
                                each.person(),
                                each.organisation(),
                                each.kind(),
                                each.start(),
                                each.end()))));
      }
    }
    return Slices.of(flagged, request, InterestInItem::id);
  }
}
