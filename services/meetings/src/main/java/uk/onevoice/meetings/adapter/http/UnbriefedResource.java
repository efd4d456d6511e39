package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.adapter.store.BriefingLog;
import uk.onevoice.meetings.adapter.store.Sittings;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.briefing.Briefing;
import uk.onevoice.meetings.domain.briefing.BriefingCommand;
import uk.onevoice.meetings.domain.briefing.BriefingEvent;
import uk.onevoice.meetings.domain.briefing.BriefingRejection;
import uk.onevoice.meetings.domain.briefing.Unbriefed;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.listing.Part;
import uk.onevoice.service.problem.Problem;

/** Who of a place attended without a brief (1.6). */
@Path("/v1/meetings/unbriefed")
@RunOnVirtualThread
class UnbriefedResource {
  private static final int MOST_DAYS = 366;

  private final CommandHandler<BriefingCommand, Briefing, BriefingEvent, BriefingRejection> briefs;
  private final Sittings sittings;
  private final SittingDesk desk;
  private final Scope scope;

  UnbriefedResource(
      CommandHandler<BriefingCommand, Briefing, BriefingEvent, BriefingRejection> briefs,
      Sittings sittings,
      SittingDesk desk,
      Scope scope) {
    this.briefs = briefs;
    this.sittings = sittings;
    this.desk = desk;
    this.scope = scope;
  }

  record UnbriefedView(
      MeetingId meetingId, Label forum, LocalDate on, PersonId personId, Unbriefed why) {}

  @GET
  @Permission("listUnbriefed")
  public Page<UnbriefedView> list(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    UUID place = PageRequest.uuid("placeId", placeId);
    LocalDate first = SittingDesk.day("from", from);
    LocalDate last = SittingDesk.day("to", to);
    if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS))) {
      throw Problem.invalid("query:to", "must be from or at most " + MOST_DAYS + " days later")
          .exception();
    }
    if (!scope.covers(new uk.onevoice.directory.PlaceId(place))) {
      throw scope.refusal();
    }
    List<UnbriefedView> all =
        sittings.ofPlace(new PlaceId(place), first, last).stream()
            .flatMap(this::unbriefed)
            .toList();
    return Part.of(all, request, views -> views);
  }

  private Stream<UnbriefedView> unbriefed(Sittings.Known meeting) {
    Briefing briefing = briefs.current(BriefingLog.stream(meeting.meetingId())).state();
    // Who was written down under two records was there once.
    return meeting.attended().stream()
        .map(desk::standing)
        .distinct()
        .sorted(Comparator.comparing(PersonId::value))
        .flatMap(person ->
            briefing.unbriefed(desk.records(person), meeting.opens()).stream()
                .map(why ->
                    new UnbriefedView(
                        meeting.meetingId(), meeting.forum(), meeting.on(), person, why)));
  }
}
