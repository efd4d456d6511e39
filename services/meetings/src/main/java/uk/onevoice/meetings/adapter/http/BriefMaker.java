package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.adapter.http.BriefViews.AcknowledgementView;
import uk.onevoice.meetings.adapter.http.BriefViews.Band;
import uk.onevoice.meetings.adapter.http.BriefViews.BriefItemView;
import uk.onevoice.meetings.adapter.http.BriefViews.BriefView;
import uk.onevoice.meetings.adapter.http.BriefViews.ContactWith;
import uk.onevoice.meetings.adapter.http.BriefViews.Held;
import uk.onevoice.meetings.adapter.http.BriefViews.InTheRoom;
import uk.onevoice.meetings.adapter.http.BriefViews.LastOutcome;
import uk.onevoice.meetings.adapter.http.BriefViews.PreAlignmentView;
import uk.onevoice.meetings.adapter.http.BriefViews.PromiseView;
import uk.onevoice.meetings.adapter.http.BriefViews.Promises;
import uk.onevoice.meetings.adapter.http.BriefViews.PublicPosition;
import uk.onevoice.meetings.adapter.http.BriefViews.RingFirst;
import uk.onevoice.meetings.adapter.http.BriefViews.VerdictView;
import uk.onevoice.meetings.adapter.store.KnownCommitments;
import uk.onevoice.meetings.adapter.store.KnownCommitments.Promised;
import uk.onevoice.meetings.adapter.store.KnownContacts;
import uk.onevoice.meetings.adapter.store.KnownPositions;
import uk.onevoice.meetings.adapter.store.Sittings;
import uk.onevoice.meetings.adapter.store.Titles;
import uk.onevoice.meetings.adapter.store.UsedTopics;
import uk.onevoice.meetings.domain.Item;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.TitleRef;
import uk.onevoice.meetings.domain.action.Action.Agreed;
import uk.onevoice.meetings.domain.briefing.Briefing;
import uk.onevoice.meetings.domain.briefing.Call;
import uk.onevoice.meetings.domain.briefing.Call.Contact;
import uk.onevoice.meetings.domain.briefing.Verdict;
import uk.onevoice.meetings.domain.mandate.KnownMandate;
import uk.onevoice.security.Parts;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.service.command.Today;
import uk.onevoice.vault.TypedWords;

/** Makes the brief of a meeting from all that is recorded, as far as the caller may see it. */
@ApplicationScoped
class BriefMaker {
  private final MandatesOfPlace mandates;
  private final KnownPositions positions;
  private final KnownContacts contacts;
  private final KnownCommitments commitments;
  private final OpenActions actions;
  private final Sittings sittings;
  private final UsedTopics used;
  private final ListedTopics topics;
  private final Titles titles;
  private final TypedWords words;
  private final SittingDesk desk;
  private final Parts parts;
  private final Scope scope;
  private final Today today;

  BriefMaker(
      MandatesOfPlace mandates,
      KnownPositions positions,
      KnownContacts contacts,
      KnownCommitments commitments,
      OpenActions actions,
      Sittings sittings,
      UsedTopics used,
      ListedTopics topics,
      Titles titles,
      TypedWords words,
      SittingDesk desk,
      Parts parts,
      Scope scope,
      Today today) {
    this.mandates = mandates;
    this.positions = positions;
    this.contacts = contacts;
    this.commitments = commitments;
    this.actions = actions;
    this.sittings = sittings;
    this.used = used;
    this.topics = topics;
    this.titles = titles;
    this.words = words;
    this.desk = desk;
    this.parts = parts;
    this.scope = scope;
    this.today = today;
  }

  BriefView brief(Sittings.Known meeting, Briefing briefing) {
    boolean contactsShown =
        parts.shows("brief.contacts", SittingDesk.inDirectory(meeting.placeId()));
    Map<OrganisationId, Contact> known =
        contactsShown ? contacts.ofPlace(meeting.placeId(), today.get()) : Map.of();
    Map<WordsRef, String> read = words.read(refs(briefing));
    Briefing.Issued last = briefing.issued().isEmpty() ? null : briefing.issued().getLast();
    return new BriefView(
        meeting.meetingId(),
        meeting.placeId(),
        meeting.forum(),
        meeting.on(),
        briefing.version(),
        last == null ? null : last.at(),
        last == null ? null : text(read, last.changeRef()),
        briefing.version() > 0 && briefing.changed(),
        acknowledgements(briefing, meeting.opens()),
        desk.callerGoes(meeting),
        briefing.minutes().get(desk.standing(desk.caller())),
        briefing.completedAt(),
        contactsShown,
        items(meeting, briefing, read),
        room(briefing, read, contactsShown ? known : null, meeting.placeId()),
        ringFirst(meeting, briefing, read, known),
        promises(meeting, briefing, contactsShown));
  }

  /**
   * Open actions of meetings of the place that somebody in the room owes, or that general practice
   * does. What two people promised each other stands with those in the room, as numbers.
   */
  private Promises promises(Sittings.Known meeting, Briefing briefing, boolean contactsShown) {
    Set<OrganisationId> room =
        briefing.room().values().stream()
            .map(Briefing.Expected::organisationId)
            .collect(Collectors.toSet());
    List<PromiseView> views = new ArrayList<>();
    List<Agreed> open = actions.ofPlace(meeting.placeId());
    Map<WordsRef, String> said =
        words.read(open.stream().map(each -> new WordsRef(each.opening().wordsRef())).toList());
    for (Agreed action : open) {
      OrganisationId owner = action.opening().ownerId();
      boolean ours = actions.isOurs(meeting.placeId(), owner);
      if (ours || room.contains(owner)) {
        views.add(
            new PromiseView(
                action.opening().actionId().value(),
                action.opening().meetingId(),
                owner,
                desk.name(owner),
                said.get(new WordsRef(action.opening().wordsRef())),
                ours,
                action.due(),
                action.isOverdue(today.get())));
      }
    }
    return new Promises(views, true, contactsShown);
  }

  private static List<WordsRef> refs(Briefing briefing) {
    return Stream.of(
            briefing.notes().values().stream()
                .flatMap(note -> Stream.of(note.positionRef(), note.askRef())),
            briefing.room().values().stream().map(Briefing.Expected::whoRef),
            briefing.issued().stream().map(Briefing.Issued::changeRef))
        .flatMap(each -> each)
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable String text(Map<WordsRef, String> read, @Nullable WordsRef ref) {
    return ref == null ? null : read.get(ref);
  }

  /** The latest of each person, under whichever record they said it. */
  private List<AcknowledgementView> acknowledgements(Briefing briefing, Instant opens) {
    var latest = new LinkedHashMap<PersonId, AcknowledgementView>();
    briefing
        .read()
        .forEach((person, all) -> {
          var standing = desk.standing(person);
          for (Briefing.Acknowledged one : all) {
            var view =
                new AcknowledgementView(
                    standing,
                    one.version(),
                    one.at(),
                    one.version() == briefing.version(),
                    one.at().isBefore(opens));
            latest.merge(standing, view, (old, now) -> now.version() > old.version() ? now : old);
          }
        });
    return List.copyOf(latest.values());
  }

  private List<BriefItemView> items(
      Sittings.Known meeting, Briefing briefing, Map<WordsRef, String> read) {
    Map<TitleRef, Label> called = titles.of(meeting.meetingId());
    List<KnownMandate> ofPlace = mandates.of(meeting.placeId());
    @Nullable UUID forum = mandates.forum(meeting.forumId());
    Map<UUID, LastOutcome> elsewhere = lastOutcomes(meeting);
    List<BriefItemView> views = new ArrayList<>();
    for (Item item : meeting.items()) {
      @Nullable UUID topic = item.topicId() == null ? null : used.now(item.topicId());
      var note = briefing.notes().getOrDefault(item.itemId(), new Briefing.Note(null, null));
      views.add(
          new BriefItemView(
              item.itemId(),
              called.get(item.titleRef()),
              item.topic(),
              item.topicId(),
              topics.labelNow(item.topicId()),
              text(read, note.positionRef()),
              text(read, note.askRef()),
              VerdictView.of(Verdict.of(ofPlace, topic, forum, meeting.on())),
              topic == null ? List.of() : publicPositions(meeting.placeId(), topic),
              talks(meeting, briefing, item.itemId()),
              briefing.alignment(item.itemId(), meeting.opens(), meeting.on(), meeting.closed()),
              topic == null ? null : elsewhere.get(topic)));
    }
    return views;
  }

  private List<PublicPosition> publicPositions(PlaceId place, UUID topic) {
    return positions.holding(place, used.meaning(topic)).stream()
        .map(step ->
            new PublicPosition(
                step.positionId(),
                step.bodyId(),
                step.kind() == KnownPositions.Kind.PUBLISHED ? Held.PUBLIC : Held.AGREED,
                step.on()))
        .toList();
  }

  private List<PreAlignmentView> talks(Sittings.Known meeting, Briefing briefing, ItemId item) {
    return briefing.talksOn(item).stream()
        .map(talk ->
            PreAlignmentView.of(
                talk, desk.name(talk.organisationId()), meeting.opens(), meeting.on()))
        .toList();
  }

  /** How each topic of the agenda went last in another meeting that the caller may read. */
  private Map<UUID, LastOutcome> lastOutcomes(Sittings.Known meeting) {
    List<UUID> ids =
        meeting.items().stream()
            .map(Item::topicId)
            .filter(Objects::nonNull)
            .flatMap(topic -> used.meaning(topic).stream())
            .distinct()
            .toList();
    Map<UUID, LastOutcome> last = new HashMap<>();
    if (ids.isEmpty()) {
      return last;
    }
    Map<PlaceId, Boolean> seen = new HashMap<>();
    // The latest meeting comes first, and so the first outcome of a topic is its last.
    for (Sittings.Known other : sittings.onTopics(ids)) {
      if (other.meetingId().equals(meeting.meetingId())
          || !isInTheSameIcs(meeting, other)
          || !seen.computeIfAbsent(other.placeId(), this::mayRead)) {
        continue;
      }
      for (Item item : other.items()) {
        @Nullable Outcome outcome = Sittings.outcome(item);
        if (outcome != null && item.topicId() != null) {
          last.putIfAbsent(
              used.now(item.topicId()),
              new LastOutcome(
                  other.meetingId(),
                  item.itemId(),
                  other.placeId(),
                  other.forum(),
                  other.on(),
                  outcome));
        }
      }
    }
    return last;
  }

  private boolean isInTheSameIcs(Sittings.Known meeting, Sittings.Known other) {
    return Objects.equals(desk.icsOf(meeting.placeId()), desk.icsOf(other.placeId()));
  }

  private boolean mayRead(PlaceId place) {
    return scope.offers("readMeeting", SittingDesk.inDirectory(place));
  }

  /**
   * @param known null where the caller does not see how well anybody is known
   */
  private List<InTheRoom> room(
      Briefing briefing,
      Map<WordsRef, String> read,
      @Nullable Map<OrganisationId, Contact> known,
      PlaceId place) {
    Map<OrganisationId, Promised> promised =
        known == null ? Map.of() : commitments.ofPlace(place, today.get());
    return briefing.room().values().stream()
        .map(one ->
            new InTheRoom(
                one.expectedId(),
                one.organisationId(),
                desk.name(one.organisationId()),
                text(read, one.whoRef()),
                one.itemIds(),
                known == null ? null : contact(known.get(one.organisationId())),
                known == null ? null : promised.getOrDefault(one.organisationId(), Promised.NONE)))
        .toList();
  }

  private ContactWith contact(@Nullable Contact contact) {
    return contact == null
        ? new ContactWith(null, Band.NOT_KNOWN, 0)
        : new ContactWith(
            contact.lastOn(), Band.of(contact.lastOn(), today.get()), contact.holders());
  }

  private List<RingFirst> ringFirst(
      Sittings.Known meeting,
      Briefing briefing,
      Map<WordsRef, String> read,
      Map<OrganisationId, Contact> known) {
    List<ItemId> agenda = meeting.items().stream().map(Item::itemId).toList();
    return Call.first(briefing, agenda, known, meeting.opens(), meeting.on()).stream()
        .map(call ->
            new RingFirst(
                call.organisationId(),
                desk.name(call.organisationId()),
                named(briefing.room().values(), call.organisationId(), read),
                call.lastOn(),
                call.itemIds()))
        .toList();
  }

  private static List<String> named(
      Collection<Briefing.Expected> room, OrganisationId organisation, Map<WordsRef, String> read) {
    return room.stream()
        .filter(one -> one.organisationId().equals(organisation))
        .map(one -> text(read, one.whoRef()))
        .filter(Objects::nonNull)
        .toList();
  }
}
