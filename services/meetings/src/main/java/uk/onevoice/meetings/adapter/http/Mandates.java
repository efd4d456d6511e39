package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.ListEntry;
import uk.onevoice.meetings.adapter.store.KnownMandates;
import uk.onevoice.meetings.domain.Agreement;
import uk.onevoice.meetings.domain.Authority;
import uk.onevoice.meetings.domain.Item;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.mandate.Held;
import uk.onevoice.meetings.domain.mandate.KnownInvocation;
import uk.onevoice.meetings.domain.mandate.KnownMandate;
import uk.onevoice.meetings.domain.mandate.Unmandated;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;

/**
 * Looks at mandates for a meeting. Topics and forums that were merged since count as what they went
 * on in, on both sides.
 */
@ApplicationScoped
class Mandates {
  private final KnownMandates known;
  private final Directory directory;
  private final Today today;

  Mandates(KnownMandates known, Directory directory, Today today) {
    this.known = known;
    this.directory = directory;
    this.today = today;
  }

  /**
   * What the mandate that somebody names lets this person do in the meeting.
   *
   * @param mandateId null where none is named
   */
  @Nullable Authority authority(@Nullable UUID mandateId, Scheduled meeting, PersonId person) {
    if (mandateId == null) {
      return null;
    }
    Optional<KnownMandate> mandate =
        known.mandate(mandateId).filter(each -> each.placeId().equals(meeting.terms().placeId()));
    return new Authority(
        mandateId,
        mandate
            .map(each ->
                List.copyOf(
                    each.named(this::topic, this::forum)
                        .unmandated(
                            held(person, meeting),
                            forum(meeting),
                            meeting.items().values().stream()
                                .map(Item::topicId)
                                .filter(Objects::nonNull)
                                .map(this::topic)
                                .collect(Collectors.toSet()),
                            meeting.terms().on())))
            .orElse(List.of(Unmandated.NOT_KNOWN)));
  }

  /** What the person held on the day of the meeting, under whichever record of theirs. */
  private List<Held> held(PersonId person, Scheduled meeting) {
    return directory.holdings(MeetingDesk.inDirectory(person), meeting.terms().on()).stream()
        .flatMap(holding ->
            Optional.ofNullable(holding.organisation())
                .map(body -> new Held(new OrganisationId(body.value()), holding.role().name()))
                .stream())
        .toList();
  }

  /**
   * What an agreement cites.
   *
   * @param pointer where the body names it
   */
  @Nullable KnownInvocation invocation(@Nullable UUID id, String pointer) {
    if (id == null) {
      return null;
    }
    return known
        .invocation(id)
        .map(each ->
            each.named(
                topic(each.topicId()), each.forumId() == null ? null : forum(each.forumId())))
        .orElseThrow(() ->
            Problem.unprocessable(
                    "invocation-not-known", "No invocation of a mandate is known by this id.")
                .at(pointer, "must be an invocation of a mandate, or left out")
                .exception());
  }

  /** The item that an agreement is about, as the rules compare it with what it cites. */
  Agreement.Cited cited(Scheduled meeting, ItemId id) {
    @Nullable Item item = meeting.items().get(id);
    @Nullable UUID topicId = item == null ? null : item.topicId();
    return new Agreement.Cited(
        meeting.terms().meetingId(),
        id,
        topicId == null ? null : topic(topicId),
        forum(meeting),
        meeting.terms().on());
  }

  /** What became of all that the meeting's agreements cite. */
  Map<UUID, KnownInvocation> invocations(Scheduled meeting) {
    return known.invocations(
        meeting.items().values().stream()
            .map(Item::agreement)
            .filter(Objects::nonNull)
            .map(Agreement::invocationId)
            .filter(Objects::nonNull)
            .toList());
  }

  private @Nullable UUID forum(Scheduled meeting) {
    return meeting.terms().forumId() == null ? null : forum(meeting.terms().forumId());
  }

  private UUID topic(UUID id) {
    return directory.topicOn(id, today.get()).map(ListEntry::id).orElse(id);
  }

  private UUID forum(UUID id) {
    return directory.forumOn(id, today.get()).map(ListEntry::id).orElse(id);
  }
}
