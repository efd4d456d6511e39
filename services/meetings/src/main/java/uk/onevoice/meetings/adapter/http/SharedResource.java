package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.adapter.store.HeldMeetings;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/**
 * What partners read of meetings in which their organisation was, and of no other: agenda,
 * attendance and outcomes. It is put together from what may be shared and is no cut-down view of
 * the whole, so that something new in a meeting stays where it is until somebody lets it out.
 */
@Path("/v1/meetings/shared")
@RunOnVirtualThread
class SharedResource {
  private final MeetingDesk desk;
  private final HeldMeetings held;
  private final SharedViews views;
  private final CurrentActor actor;

  SharedResource(MeetingDesk desk, HeldMeetings held, SharedViews views, CurrentActor actor) {
    this.desk = desk;
    this.held = held;
    this.views = views;
    this.actor = actor;
  }

  record SharedTerms(MeetingId meetingId, Label forum, LocalDate on) {}

  @GET
  @Permission("listSharedMeetings")
  public Page<SharedTerms> list(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    Set<OrganisationId> own = organisations();
    List<Scheduled> theirs = own.isEmpty() ? List.of() : theirs(own);
    int from = after == null ? 0 : after(theirs, after);
    List<Scheduled> part = theirs.subList(from, Math.min(theirs.size(), from + request.limit()));
    return new Page<>(
        part.stream()
            .map(each ->
                new SharedTerms(each.terms().meetingId(), each.terms().forum(), each.terms().on()))
            .toList(),
        from + part.size() < theirs.size()
            ? part.getLast().terms().meetingId().value().toString()
            : null);
  }

  private List<Scheduled> theirs(Set<OrganisationId> own) {
    List<Scheduled> theirs = new ArrayList<>();
    for (var listed : held.namingOneOf(own)) {
      desk.find(listed.meetingId()).filter(each -> wasThere(each, own)).ifPresent(theirs::add);
    }
    return theirs;
  }

  /** Only within their own list: whether another meeting exists is not told. */
  private static int after(List<Scheduled> theirs, String cursor) {
    for (int i = 0; i < theirs.size(); i++) {
      if (theirs.get(i).terms().meetingId().value().toString().equals(cursor)) {
        return i + 1;
      }
    }
    throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
  }

  @GET
  @Path("/{id}")
  @Permission("readSharedMeeting")
  public SharedViews.SharedMeeting read(@PathParam("id") UUID id) {
    Set<OrganisationId> own = organisations();
    return desk.find(new MeetingId(id))
        .filter(meeting -> wasThere(meeting, own))
        .map(views::of)
        .orElseThrow(() -> Problem.notFound().exception());
  }

  private static boolean wasThere(Scheduled meeting, Set<OrganisationId> own) {
    return own.stream().anyMatch(meeting::wasThere);
  }

  /** For whom the caller reads: a system for its own, a person for those where they hold a role. */
  private Set<OrganisationId> organisations() {
    return switch (actor.get()) {
      case Actor.ClientActor client -> Set.of(new OrganisationId(client.organisation().value()));
      case Actor.PersonActor person ->
          person.holdings(Role.values()).stream()
              .map(RoleHolding::organisation)
              .filter(Objects::nonNull)
              .map(organisation -> new OrganisationId(organisation.value()))
              .collect(Collectors.toUnmodifiableSet());
    };
  }
}
