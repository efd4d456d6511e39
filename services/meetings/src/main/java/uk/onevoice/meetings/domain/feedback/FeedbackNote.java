package uk.onevoice.meetings.domain.feedback;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.domain.PracticeId;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand.Confirm;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand.Draft;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand.Read;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand.Reply;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand.Send;
import uk.onevoice.meetings.domain.feedback.FeedbackEvent.FeedbackConfirmed;
import uk.onevoice.meetings.domain.feedback.FeedbackEvent.FeedbackDrafted;
import uk.onevoice.meetings.domain.feedback.FeedbackEvent.FeedbackRead;
import uk.onevoice.meetings.domain.feedback.FeedbackEvent.FeedbackReplied;
import uk.onevoice.meetings.domain.feedback.FeedbackEvent.FeedbackSent;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NoReaders;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NotConfirmed;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NotSentTo;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NotTheHolder;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NotTheLatestDraft;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.NothingDrafted;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection.StillToCome;

/**
 * The note about one meeting to the practices that granted one mandate: drafted, confirmed by the
 * mandate's holder, sent. What was sent stays; a correction is a further version.
 *
 * @param draft the latest draft, null before the first
 * @param confirmed whether the holder has confirmed that draft
 * @param sent the versions, the first one first
 * @param replies in their order
 */
public record FeedbackNote(
    @Nullable Drafted draft, boolean confirmed, List<Sent> sent, List<Replied> replies) {
  public static final Decider<FeedbackCommand, FeedbackNote, FeedbackEvent, FeedbackRejection>
      DECIDER =
          new Decider<>(
              new FeedbackNote(null, false, List.of(), List.of()),
              FeedbackNote::decide,
              FeedbackNote::evolve);

  public FeedbackNote {
    sent = List.copyOf(sent);
    replies = List.copyOf(replies);
  }

  public record Drafted(int draft, WordsRef noteRef, LocalDate on) {}

  /**
   * @param practices that can read it
   * @param read those of them that have
   */
  public record Sent(
      int version,
      int draft,
      WordsRef noteRef,
      Set<PracticeId> practices,
      Set<PracticeId> read,
      LocalDate on) {
    public Sent {
      practices = Set.copyOf(practices);
      read = Set.copyOf(read);
    }
  }

  public record Replied(int version, PracticeId practiceId, WordsRef replyRef, LocalDate on) {}

  /** How far the note is; a correction that is under way leaves it sent. */
  public enum Stage {
    NOT_DRAFTED,
    DRAFTED,
    CONFIRMED,
    SENT
  }

  public Stage stage() {
    if (!sent.isEmpty()) {
      return Stage.SENT;
    }
    if (draft == null) {
      return Stage.NOT_DRAFTED;
    }
    return confirmed ? Stage.CONFIRMED : Stage.DRAFTED;
  }

  /** Whether practices should have heard by today, and have not. */
  public boolean overdue(LocalDate dueOn, LocalDate today) {
    return sent.isEmpty() && today.isAfter(dueOn);
  }

  /** Whether practices heard, and only after the last day. */
  public boolean late(LocalDate dueOn) {
    return !sent.isEmpty() && sent.getFirst().on().isAfter(dueOn);
  }

  /** The draft that is worked on: the latest, as long as it was not sent. */
  public Optional<Drafted> open() {
    return Optional.ofNullable(draft)
        .filter(latest -> sent.isEmpty() || sent.getLast().draft() < latest.draft());
  }

  /** The practices that were sent any version. */
  public Set<PracticeId> readers() {
    return sent.stream().flatMap(one -> one.practices().stream()).collect(Collectors.toSet());
  }

  /** The practices that have replied to a version. */
  public Set<PracticeId> repliedTo(int version) {
    return replies.stream()
        .filter(reply -> reply.version() == version)
        .map(Replied::practiceId)
        .collect(Collectors.toSet());
  }

  static Decision<FeedbackEvent, FeedbackRejection> decide(
      FeedbackCommand command, FeedbackNote note) {
    return switch (command) {
      case Draft draft -> draft(draft, note);
      case Confirm confirm -> confirm(confirm, note);
      case Send send -> send(send, note);
      case Read read -> read(read, note);
      case Reply reply ->
          note.wasSent(reply.version(), reply.practiceId())
              ? accept(
                  new FeedbackReplied(
                      reply.meetingId(),
                      reply.mandateId(),
                      reply.version(),
                      reply.practiceId(),
                      reply.replyRef(),
                      reply.today()))
              : reject(new NotSentTo(reply.practiceId(), reply.version()));
    };
  }

  private static Decision<FeedbackEvent, FeedbackRejection> draft(Draft wish, FeedbackNote note) {
    Duty duty = wish.duty();
    if (duty.on().isAfter(wish.today())) {
      return reject(new StillToCome(duty.on()));
    }
    int number = note.draft() == null ? 1 : note.draft().draft() + 1;
    return accept(
        new FeedbackDrafted(
            duty.meetingId(),
            duty.mandateId(),
            duty.placeId(),
            number,
            wish.noteRef(),
            wish.today()));
  }

  private static Decision<FeedbackEvent, FeedbackRejection> confirm(
      Confirm wish, FeedbackNote note) {
    Duty duty = wish.duty();
    if (!wish.holds()) {
      return reject(new NotTheHolder(wish.personId()));
    }
    Optional<Drafted> open = note.open();
    if (open.isEmpty()) {
      return reject(new NothingDrafted(duty.mandateId()));
    }
    if (open.get().draft() != wish.draft()) {
      return reject(new NotTheLatestDraft(open.get().draft()));
    }
    return note.confirmed()
        ? accept()
        : accept(
            new FeedbackConfirmed(
                duty.meetingId(), duty.mandateId(), wish.draft(), wish.personId(), wish.today()));
  }

  /** A correction goes to whoever had what it corrects as well. */
  private static Decision<FeedbackEvent, FeedbackRejection> send(Send wish, FeedbackNote note) {
    Duty duty = wish.duty();
    if (note.sent().stream().anyMatch(one -> one.draft() == wish.draft())) {
      return accept();
    }
    Optional<Drafted> open = note.open();
    if (open.isEmpty()) {
      return reject(new NothingDrafted(duty.mandateId()));
    }
    if (open.get().draft() != wish.draft()) {
      return reject(new NotTheLatestDraft(open.get().draft()));
    }
    if (!note.confirmed()) {
      return reject(new NotConfirmed(wish.draft()));
    }
    List<PracticeId> practices =
        Stream.concat(wish.granting().stream(), note.readers().stream())
            .distinct()
            .sorted(Comparator.comparing(PracticeId::value))
            .toList();
    return practices.isEmpty()
        ? reject(new NoReaders(duty.mandateId()))
        : accept(
            new FeedbackSent(
                duty.meetingId(),
                duty.mandateId(),
                duty.placeId(),
                note.sent().size() + 1,
                wish.draft(),
                practices,
                duty.dueOn(),
                wish.today()));
  }

  private static Decision<FeedbackEvent, FeedbackRejection> read(Read wish, FeedbackNote note) {
    if (!note.wasSent(wish.version(), wish.practiceId())) {
      return reject(new NotSentTo(wish.practiceId(), wish.version()));
    }
    return note.sent().get(wish.version() - 1).read().contains(wish.practiceId())
        ? accept()
        : accept(
            new FeedbackRead(
                wish.meetingId(),
                wish.mandateId(),
                wish.version(),
                wish.practiceId(),
                wish.today()));
  }

  private boolean wasSent(int version, PracticeId practice) {
    return version >= 1
        && version <= sent.size()
        && sent.get(version - 1).practices().contains(practice);
  }

  static FeedbackNote evolve(FeedbackNote before, FeedbackEvent event) {
    return switch (event) {
      case FeedbackDrafted(_, _, _, var draft, var ref, var on) ->
          new FeedbackNote(new Drafted(draft, ref, on), false, before.sent(), before.replies());
      case FeedbackConfirmed _ ->
          new FeedbackNote(before.draft(), true, before.sent(), before.replies());
      case FeedbackSent sent -> before.with(sent);
      case FeedbackRead(_, _, var version, var practice, _) -> before.readBy(version, practice);
      case FeedbackReplied(_, _, var version, var practice, var ref, var on) -> {
        var replies = new ArrayList<>(before.replies());
        replies.add(new Replied(version, practice, ref, on));
        yield new FeedbackNote(before.draft(), before.confirmed(), before.sent(), replies);
      }
    };
  }

  private FeedbackNote with(FeedbackSent event) {
    if (draft == null) {
      return this;
    }
    var versions = new ArrayList<>(sent);
    versions.add(
        new Sent(
            event.version(),
            event.draft(),
            draft.noteRef(),
            Set.copyOf(event.practices()),
            Set.of(),
            event.on()));
    return new FeedbackNote(draft, confirmed, versions, replies);
  }

  private FeedbackNote readBy(int version, PracticeId practice) {
    var versions =
        sent.stream().map(one -> one.version() == version ? readBy(one, practice) : one).toList();
    return new FeedbackNote(draft, confirmed, versions, replies);
  }

  private static Sent readBy(Sent version, PracticeId practice) {
    var readers = new HashSet<>(version.read());
    readers.add(practice);
    return new Sent(
        version.version(),
        version.draft(),
        version.noteRef(),
        version.practices(),
        readers,
        version.on());
  }
}
