package uk.onevoice.meetings.domain.briefing;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.Acknowledge;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.CompletePreparation;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.Expect;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.ExpectNoLonger;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.Issue;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.PreAlign;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.SayPreparationTime;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.WithdrawPreAlignment;
import uk.onevoice.meetings.domain.briefing.BriefingCommand.WriteItem;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.BriefAcknowledged;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.BriefIssued;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.BriefItemWritten;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.PartnerExpected;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.PartnerNotExpected;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.PreAlignmentRecorded;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.PreAlignmentWithdrawn;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.PreparationCompleted;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.PreparationTimeSaid;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.DoesNotGo;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.MeetingIsOver;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.NoItems;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.NoSuchItem;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.NoSuchPreAlignment;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.NotExpected;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.NotTheLatest;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.PartnerNotKnown;
import uk.onevoice.meetings.domain.briefing.BriefingRejection.StillToCome;

/**
 * The preparation of one meeting: what is written on its items, who is expected in the room, the
 * brief in its versions and who has read them, and what was talked about with partners before.
 *
 * @param notes of the items that something is written on
 * @param room in the order in which they were named
 * @param issued the versions, the first one first
 * @param changed whether something was written, or somebody expected, since the last of them
 * @param read who acknowledged which versions
 * @param talks in the order in which they were recorded
 * @param completedAt when the preparation was first said to be complete, null while it is not
 * @param minutes how long each who said so prepares
 */
public record Briefing(
    Map<ItemId, Note> notes,
    Map<ExpectedId, Expected> room,
    List<Issued> issued,
    boolean changed,
    Map<PersonId, List<Acknowledged>> read,
    Map<PreAlignmentId, PreAlignment> talks,
    @Nullable Instant completedAt,
    Map<PersonId, Integer> minutes) {
  public static final Decider<BriefingCommand, Briefing, BriefingEvent, BriefingRejection> DECIDER =
      new Decider<>(
          new Briefing(Map.of(), Map.of(), List.of(), false, Map.of(), Map.of(), null, Map.of()),
          Briefing::decide,
          Briefing::evolve);

  public Briefing {
    notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    room = Collections.unmodifiableMap(new LinkedHashMap<>(room));
    issued = List.copyOf(issued);
    read = Collections.unmodifiableMap(new LinkedHashMap<>(read));
    talks = Collections.unmodifiableMap(new LinkedHashMap<>(talks));
    minutes = Map.copyOf(minutes);
  }

  /** What general practice thinks of an item and asks for; either may be missing. */
  public record Note(@Nullable WordsRef positionRef, @Nullable WordsRef askRef) {}

  /**
   * @param itemIds none for the whole meeting
   */
  public record Expected(
      ExpectedId expectedId,
      OrganisationId organisationId,
      @Nullable WordsRef whoRef,
      List<ItemId> itemIds) {
    public Expected {
      itemIds = List.copyOf(itemIds);
    }
  }

  public record Issued(int version, @Nullable WordsRef changeRef, Instant at) {}

  public record Acknowledged(int version, Instant at) {}

  /** The version issued last; 0 before the first. */
  public int version() {
    return issued.isEmpty() ? 0 : issued.getLast().version();
  }

  /**
   * Why this person counts as unbriefed if they were in the meeting; empty where they were briefed:
   * before it began they acknowledged a version that was issued before it. A change at the last
   * minute that reached nobody does not take that away.
   *
   * @param records all records of the person
   * @param opens when the meeting begins
   */
  public Optional<Unbriefed> unbriefed(Collection<PersonId> records, Instant opens) {
    if (issued.isEmpty() || !issued.getFirst().at().isBefore(opens)) {
      return Optional.of(Unbriefed.NO_BRIEF);
    }
    List<Acknowledged> theirs =
        records.stream().flatMap(one -> read.getOrDefault(one, List.of()).stream()).toList();
    if (theirs.stream().anyMatch(one -> one.at().isBefore(opens))) {
      return Optional.empty();
    }
    return Optional.of(theirs.isEmpty() ? Unbriefed.NOT_ACKNOWLEDGED : Unbriefed.TOO_LATE);
  }

  /** What was talked about on one item, in the order in which it was recorded. */
  public List<PreAlignment> talksOn(ItemId item) {
    return talks.values().stream().filter(talk -> talk.itemId().equals(item)).toList();
  }

  /**
   * How far an item was talked about before. Whether there was nothing, or nothing was written
   * down, is known only of a closed meeting whose preparation was said to be complete.
   *
   * @param opens when the meeting begins
   * @param day of the meeting
   * @param closed whether the meeting is closed
   */
  public Alignment alignment(ItemId item, Instant opens, LocalDate day, boolean closed) {
    List<PreAlignment> talks = talksOn(item);
    if (talks.stream().anyMatch(talk -> talk.counts(opens, day))) {
      return Alignment.PRE_ALIGNED;
    }
    if (talks.stream().anyMatch(talk -> talk.recordedBefore(opens))) {
      return Alignment.TALKED_NOT_AGREED;
    }
    return closed && completedAt != null ? Alignment.COLD : Alignment.UNKNOWN;
  }

  static Decision<BriefingEvent, BriefingRejection> decide(
      BriefingCommand command, Briefing briefing) {
    return switch (command) {
      case WriteItem write -> write(write, briefing);
      case Expect expect -> expect(expect);
      case ExpectNoLonger(var meeting, var id) ->
          briefing.room().containsKey(id)
              ? accept(new PartnerNotExpected(meeting, id))
              : reject(new NotExpected(id));
      case Issue issue -> issue(issue, briefing);
      case Acknowledge acknowledge -> acknowledge(acknowledge, briefing);
      case PreAlign talk -> preAlign(talk);
      case WithdrawPreAlignment(var meeting, var id) ->
          briefing.talks().containsKey(id)
              ? accept(new PreAlignmentWithdrawn(meeting, id))
              : reject(new NoSuchPreAlignment(id));
      case SayPreparationTime wish -> say(wish, briefing);
      case CompletePreparation(var meeting, var at) ->
          briefing.completedAt() == null ? accept(new PreparationCompleted(meeting, at)) : accept();
    };
  }

  private static Decision<BriefingEvent, BriefingRejection> write(
      WriteItem wish, Briefing briefing) {
    if (wish.sitting().isOver(wish.today())) {
      return reject(new MeetingIsOver(wish.sitting().on()));
    }
    if (!wish.sitting().items().contains(wish.itemId())) {
      return reject(new NoSuchItem(wish.itemId()));
    }
    var note = new Note(wish.positionRef(), wish.askRef());
    var held = briefing.notes().getOrDefault(wish.itemId(), new Note(null, null));
    return note.equals(held)
        ? accept()
        : accept(
            new BriefItemWritten(
                wish.sitting().meetingId(), wish.itemId(), note.positionRef(), note.askRef()));
  }

  private static Decision<BriefingEvent, BriefingRejection> expect(Expect wish) {
    if (wish.sitting().isOver(wish.today())) {
      return reject(new MeetingIsOver(wish.sitting().on()));
    }
    if (!wish.known()) {
      return reject(new PartnerNotKnown(wish.organisationId()));
    }
    var strange =
        wish.items().stream().filter(item -> !wish.sitting().items().contains(item)).findFirst();
    return strange.isPresent()
        ? reject(new NoSuchItem(strange.get()))
        : accept(
            new PartnerExpected(
                wish.sitting().meetingId(),
                wish.expectedId(),
                wish.organisationId(),
                wish.whoRef(),
                List.copyOf(wish.items())));
  }

  private static Decision<BriefingEvent, BriefingRejection> issue(Issue wish, Briefing briefing) {
    if (wish.sitting().isOver(wish.today())) {
      return reject(new MeetingIsOver(wish.sitting().on()));
    }
    if (wish.sitting().items().isEmpty()) {
      return reject(new NoItems(wish.sitting().meetingId()));
    }
    if (briefing.version() > 0 && !briefing.changed() && wish.changeRef() == null) {
      return accept();
    }
    return accept(
        new BriefIssued(
            wish.sitting().meetingId(), briefing.version() + 1, wish.changeRef(), wish.at()));
  }

  private static Decision<BriefingEvent, BriefingRejection> acknowledge(
      Acknowledge wish, Briefing briefing) {
    if (briefing.version() == 0 || wish.version() != briefing.version()) {
      return reject(new NotTheLatest(briefing.version()));
    }
    boolean said =
        briefing.read().getOrDefault(wish.personId(), List.of()).stream()
            .anyMatch(one -> one.version() == wish.version());
    if (said) {
      return accept();
    }
    return wish.goes()
        ? accept(
            new BriefAcknowledged(wish.meetingId(), wish.version(), wish.personId(), wish.at()))
        : reject(new DoesNotGo(wish.personId()));
  }

  private static Decision<BriefingEvent, BriefingRejection> say(
      SayPreparationTime wish, Briefing briefing) {
    if (briefing.minutes().getOrDefault(wish.personId(), 0) == wish.minutes()) {
      return accept();
    }
    return wish.goes()
        ? accept(new PreparationTimeSaid(wish.meetingId(), wish.personId(), wish.minutes()))
        : reject(new DoesNotGo(wish.personId()));
  }

  private static Decision<BriefingEvent, BriefingRejection> preAlign(PreAlign wish) {
    if (!wish.sitting().items().contains(wish.itemId())) {
      return reject(new NoSuchItem(wish.itemId()));
    }
    if (!wish.known()) {
      return reject(new PartnerNotKnown(wish.organisationId()));
    }
    return wish.on().isAfter(wish.today())
        ? reject(new StillToCome(wish.on()))
        : accept(
            new PreAlignmentRecorded(
                wish.sitting().meetingId(),
                wish.itemId(),
                wish.preAlignmentId(),
                wish.organisationId(),
                wish.on(),
                wish.agreed(),
                wish.recordedAt()));
  }

  static Briefing evolve(Briefing before, BriefingEvent event) {
    return switch (event) {
      case BriefItemWritten(_, var item, var position, var ask) ->
          before.with(
              changed(before.notes(), all -> all.put(item, new Note(position, ask))),
              before.room());
      case PartnerExpected(_, var id, var organisation, var who, var items) ->
          before.with(
              before.notes(),
              changed(
                  before.room(), all -> all.put(id, new Expected(id, organisation, who, items))));
      case PartnerNotExpected(_, var id) ->
          before.with(before.notes(), changed(before.room(), all -> all.remove(id)));
      case BriefIssued(_, var version, var change, var at) -> {
        var versions = new ArrayList<>(before.issued());
        versions.add(new Issued(version, change, at));
        yield new Briefing(
            before.notes(),
            before.room(),
            versions,
            false,
            before.read(),
            before.talks(),
            before.completedAt(),
            before.minutes());
      }
      case BriefAcknowledged(_, var version, var person, var at) ->
          before.with(
              changed(
                  before.read(),
                  all -> {
                    var theirs = new ArrayList<>(all.getOrDefault(person, List.of()));
                    theirs.add(new Acknowledged(version, at));
                    all.put(person, List.copyOf(theirs));
                  }),
              before.talks(),
              before.completedAt());
      case PreAlignmentRecorded(_, var item, var id, var with, var on, var agreed, var at) ->
          before.with(
              before.read(),
              changed(
                  before.talks(),
                  all -> all.put(id, new PreAlignment(id, item, with, on, agreed, at))),
              before.completedAt());
      case PreAlignmentWithdrawn(_, var id) ->
          before.with(
              before.read(), changed(before.talks(), all -> all.remove(id)), before.completedAt());
      case PreparationCompleted(_, var at) -> before.with(before.read(), before.talks(), at);
      case PreparationTimeSaid(_, var person, var minutes) ->
          new Briefing(
              before.notes(),
              before.room(),
              before.issued(),
              before.changed(),
              before.read(),
              before.talks(),
              before.completedAt(),
              changed(
                  before.minutes(),
                  all -> {
                    if (minutes == 0) {
                      all.remove(person);
                    } else {
                      all.put(person, minutes);
                    }
                  }));
    };
  }

  /** What belongs to the brief is another now: those who go have to hear of it. */
  private Briefing with(Map<ItemId, Note> notes, Map<ExpectedId, Expected> room) {
    return new Briefing(notes, room, issued, true, read, talks, completedAt, minutes);
  }

  private Briefing with(
      Map<PersonId, List<Acknowledged>> read,
      Map<PreAlignmentId, PreAlignment> talks,
      @Nullable Instant completedAt) {
    return new Briefing(notes, room, issued, changed, read, talks, completedAt, minutes);
  }

  private static <K, V> Map<K, V> changed(Map<K, V> before, Consumer<Map<K, V>> change) {
    var now = new LinkedHashMap<>(before);
    change.accept(now);
    return now;
  }
}
