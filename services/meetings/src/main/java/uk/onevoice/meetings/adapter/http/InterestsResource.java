package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/**
 * Flags items in which somebody who attends has an interest: a declared one in an organisation that
 * the item is about or that is invited for it, or a body of their own. For leaders of the place.
 */
@Path("/v1/meetings/{id}/interests")
@RunOnVirtualThread
class InterestsResource {
  private final CommandHandler<GuestsCommand, Guests, GuestsEvent, GuestsRejection> guests;
  private final Interests interests;
  private final OwnBodies ownBodies;
  private final MeetingDesk desk;

  InterestsResource(
      CommandHandler<GuestsCommand, Guests, GuestsEvent, GuestsRejection> guests,
      Interests interests,
      OwnBodies ownBodies,
      MeetingDesk desk) {
    this.guests = guests;
    this.interests = interests;
    this.ownBodies = ownBodies;
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
    Map<ItemId, Set<OrganisationId>> about = about(meeting, scheduled);
    var flagged = new LinkedHashSet<InterestInItem>();
    about.forEach((item, organisations) ->
        declared.stream()
            .filter(each -> organisations.contains(each.organisation()))
            .forEach(each ->
                flagged.add(
                    new InterestInItem(
                        item,
                        each.person(),
                        each.organisation(),
                        each.kind(),
                        each.start(),
                        each.end()))));
    flagged.addAll(own(meeting, scheduled));
    return Slices.of(List.copyOf(flagged), request, InterestInItem::id);
  }

  /** Which organisations each item is about, or has somebody invited for it. */
  private Map<ItemId, Set<OrganisationId>> about(MeetingId meeting, Scheduled scheduled) {
    var about = new LinkedHashMap<ItemId, Set<OrganisationId>>();
    scheduled
        .items()
        .values()
        .forEach(item -> about.put(item.itemId(), new HashSet<>(item.concerns())));
    for (Invitation invitation :
        guests.current(PapersLog.guests(meeting)).state().invitations().values()) {
      if (!invitation.withdrawn()) {
        invitation
            .itemIds()
            .forEach(item ->
                about.computeIfAbsent(item, _ -> new HashSet<>()).add(invitation.organisationId()));
      }
    }
    return about;
  }

  /** Items about the bodies of those who attend, which nobody has to declare (2.7). */
  private List<InterestInItem> own(MeetingId meeting, Scheduled scheduled) {
    boolean any = scheduled.items().values().stream().anyMatch(item -> !item.concerns().isEmpty());
    var own = new ArrayList<InterestInItem>();
    for (PersonId person : any ? interests.attending(meeting) : List.<PersonId>of()) {
      ownBodies
          .of(person, scheduled.terms().on())
          .forEach((body, since) ->
              scheduled.items().values().stream()
                  .filter(item -> item.concerns().contains(body))
                  .forEach(item ->
                      own.add(
                          new InterestInItem(
                              item.itemId(),
                              person,
                              body,
                              "OWN_BODY",
                              since.start(),
                              since.end()))));
    }
    return own;
  }
}
