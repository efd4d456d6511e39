package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.adapter.http.MeetingView.ReachView;
import uk.onevoice.meetings.adapter.http.PartnersAtItems.PartnersThere;
import uk.onevoice.meetings.adapter.store.HeldMeetings;
import uk.onevoice.meetings.adapter.store.Titles;
import uk.onevoice.meetings.domain.Agreement.Standing;
import uk.onevoice.meetings.domain.Item;
import uk.onevoice.meetings.domain.Item.Decided;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.PresenceMark;
import uk.onevoice.meetings.domain.Reach;
import uk.onevoice.meetings.domain.TitleRef;
import uk.onevoice.meetings.domain.Topic;
import uk.onevoice.meetings.domain.Unmoved;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/**
 * Items at which general practice sat without moving anything: attendance is not voice. Beside each
 * stand the partners there with which it had no relationship to build on.
 */
@Path("/v1/meetings/without-influence")
@RunOnVirtualThread
class WithoutInfluenceResource {
  private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern CURSOR =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(" + ID + ")_(" + ID + ")");

  private final HeldMeetings held;
  private final MeetingDesk desk;
  private final Titles titles;
  private final Mandates mandates;
  private final PartnersAtItems partners;
  private final Scope scope;
  private final Today today;

  WithoutInfluenceResource(
      HeldMeetings held,
      MeetingDesk desk,
      Titles titles,
      Mandates mandates,
      PartnersAtItems partners,
      Scope scope,
      Today today) {
    this.held = held;
    this.desk = desk;
    this.titles = titles;
    this.mandates = mandates;
    this.partners = partners;
    this.scope = scope;
    this.today = today;
  }

  /**
   * @param partners which of the partners there somebody keeps in touch with; null where the caller
   *     does not see relationships of the place
   */
  record WithoutInfluence(
      MeetingId meetingId,
      Label forum,
      LocalDate on,
      ItemId itemId,
      @Nullable Label title,
      Topic topic,
      @Nullable ReachView reach,
      Outcome outcome,
      @Nullable PresenceMark mark,
      @Nullable Standing agreedForGeneralPractice,
      Unmoved why,
      @Nullable PartnersThere partners) {}

  private record Found(Scheduled meeting, String cursor, Item item, Outcome outcome, Unmoved why) {}

  @GET
  @Permission("listWithoutInfluence")
  public Page<WithoutInfluence> list(
      @QueryParam("placeId") @Nullable String placeId,
      @QueryParam("from") @Nullable String from,
      @QueryParam("until") @Nullable String until,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    var place = new PlaceId(PageRequest.uuid("placeId", placeId));
    @Nullable LocalDate first = day("from", from);
    @Nullable LocalDate last = day("until", until);
    @Nullable Matcher cursor = cursor(after);
    if (!scope.covers(MeetingDesk.inDirectory(place))) {
      throw scope.refusal();
    }
    LocalDate end = last == null ? today.get() : last;
    if (cursor != null && LocalDate.parse(cursor.group(1)).isBefore(end)) {
      end = LocalDate.parse(cursor.group(1));
    }
    List<Found> found = find(held.ofPlace(place, first, end), cursor, request.limit() + 1);
    List<Found> part = found.subList(0, Math.min(found.size(), request.limit()));
    Map<MeetingId, Map<TitleRef, Label>> named = new HashMap<>();
    for (Found each : part) {
      named.computeIfAbsent(each.meeting().terms().meetingId(), titles::of);
    }
    var telling = partners.in(place);
    return new Page<>(
        part.stream().map(each -> view(each, named, telling)).toList(),
        found.size() > part.size() ? part.getLast().cursor() : null);
  }

  /**
   * As many as are wanted, from the first after the cursor's: that item marks the place whatever
   * has become of its assessment since.
   */
  private List<Found> find(
      List<HeldMeetings.Listed> meetings, @Nullable Matcher cursor, int wanted) {
    boolean started = cursor == null;
    List<Found> found = new ArrayList<>();
    for (var listed : meetings) {
      Optional<Scheduled> meeting = desk.find(listed.meetingId());
      for (Item item : meeting.map(each -> each.items().values()).orElse(List.of())) {
        if (cursor != null && !started) {
          started = cursor(listed, item).equals(cursor.group());
          continue;
        }
        meeting.flatMap(each -> found(each, listed, item)).ifPresent(found::add);
        if (found.size() == wanted) {
          return found;
        }
      }
    }
    if (!started) {
      throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
    }
    return found;
  }

  private static Optional<Found> found(Scheduled meeting, HeldMeetings.Listed listed, Item item) {
    return meeting.wasAttended()
            && item.reach() != Reach.NOT_THERE
            && item.result() instanceof Decided decided
        ? Unmoved.of(decided.assessment())
            .map(why -> new Found(meeting, cursor(listed, item), item, decided.outcome(), why))
        : Optional.empty();
  }

  private static String cursor(HeldMeetings.Listed listed, Item item) {
    return listed.on() + "_" + listed.meetingId().value() + "_" + item.itemId().value();
  }

  private WithoutInfluence view(
      Found found, Map<MeetingId, Map<TitleRef, Label>> named, PartnersAtItems.Telling telling) {
    Item item = found.item();
    return new WithoutInfluence(
        found.meeting().terms().meetingId(),
        found.meeting().terms().forum(),
        found.meeting().terms().on(),
        item.itemId(),
        named.getOrDefault(found.meeting().terms().meetingId(), Map.of()).get(item.titleRef()),
        item.topic(),
        MeetingViews.reach(item),
        found.outcome(),
        item.mark(),
        MeetingViews.standing(item, mandates.invocations(found.meeting())),
        found.why(),
        telling.of(found.meeting(), item.itemId()));
  }

  private static @Nullable Matcher cursor(@Nullable String after) {
    if (after == null) {
      return null;
    }
    Matcher cursor = CURSOR.matcher(after);
    if (!cursor.matches()) {
      throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
    }
    return cursor;
  }

  private static @Nullable LocalDate day(String name, @Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException noDay) {
      throw Problem.invalid("query:" + name, "must be a date as 2026-11-30").exception();
    }
  }
}
