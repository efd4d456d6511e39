package uk.onevoice.meetings.domain.minutes;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.meetings.domain.minutes.MinutesCommand.Approve;
import uk.onevoice.meetings.domain.minutes.MinutesCommand.Correct;
import uk.onevoice.meetings.domain.minutes.MinutesCommand.Draft;
import uk.onevoice.meetings.domain.minutes.MinutesCommand.Publish;
import uk.onevoice.meetings.domain.minutes.MinutesCommand.Revise;
import uk.onevoice.meetings.domain.minutes.MinutesEvent.MinutesApproved;
import uk.onevoice.meetings.domain.minutes.MinutesEvent.MinutesCorrected;
import uk.onevoice.meetings.domain.minutes.MinutesEvent.MinutesDrafted;
import uk.onevoice.meetings.domain.minutes.MinutesEvent.MinutesPublished;
import uk.onevoice.meetings.domain.minutes.MinutesEvent.MinutesRevised;
import uk.onevoice.meetings.domain.minutes.MinutesRejection.AlreadyApproved;
import uk.onevoice.meetings.domain.minutes.MinutesRejection.AlreadyDrafted;
import uk.onevoice.meetings.domain.minutes.MinutesRejection.MeetingStillToCome;
import uk.onevoice.meetings.domain.minutes.MinutesRejection.NotApproved;
import uk.onevoice.meetings.domain.minutes.MinutesRejection.NotDrafted;

/**
 * What a meeting is remembered by: drafted, approved, published. A draft changes; what is approved
 * does not: a correction stands beside it for everybody to see.
 */
public sealed interface Minutes {
  Decider<MinutesCommand, Minutes, MinutesEvent, MinutesRejection> DECIDER =
      new Decider<>(new Absent(), Minutes::decide, Minutes::evolve);

  record Absent() implements Minutes {}

  /**
   * @param approval null while it is a draft
   * @param publication null until practices may read it
   * @param corrections oldest first
   */
  record Written(
      MinutesDrafted draft,
      UUID textRef,
      @Nullable MinutesApproved approval,
      @Nullable MinutesPublished publication,
      List<MinutesCorrected> corrections)
      implements Minutes {
    public Written {
      corrections = List.copyOf(corrections);
    }
  }

  static Decision<MinutesEvent, MinutesRejection> decide(MinutesCommand command, Minutes minutes) {
    return switch (minutes) {
      case Absent _ ->
          command instanceof Draft draft
              ? draft(draft)
              : reject(new NotDrafted(command.meetingId()));
      case Written written -> decide(command, written);
    };
  }

  private static Decision<MinutesEvent, MinutesRejection> draft(Draft wish) {
    return wish.heldOn().isAfter(wish.today())
        ? reject(new MeetingStillToCome(wish.heldOn()))
        : accept(
            new MinutesDrafted(
                wish.meetingId(), wish.placeId(), wish.textRef(), wish.by(), wish.today()));
  }

  private static Decision<MinutesEvent, MinutesRejection> decide(
      MinutesCommand command, Written minutes) {
    boolean approved = minutes.approval() != null;
    return switch (command) {
      case Draft draft -> reject(new AlreadyDrafted(draft.meetingId()));
      case Revise(var id, var text, var by, var today) ->
          approved
              ? reject(new AlreadyApproved(id))
              : accept(new MinutesRevised(id, text, by, today));
      case Approve(var id, var by, var today) ->
          approved ? accept() : accept(new MinutesApproved(id, by, today));
      case Publish(var id, var by, var today) -> {
        if (!approved) {
          yield reject(new NotApproved(id));
        }
        yield minutes.publication() == null
            ? accept(new MinutesPublished(id, by, today))
            : accept();
      }
      case Correct(var id, var correction, var text, var by, var today) ->
          approved
              ? accept(new MinutesCorrected(id, correction, text, by, today))
              : reject(new NotApproved(id));
    };
  }

  static Minutes evolve(Minutes minutes, MinutesEvent event) {
    return switch (minutes) {
      case Absent absent ->
          event instanceof MinutesDrafted drafted
              ? new Written(drafted, drafted.textRef(), null, null, List.of())
              : absent;
      case Written(var draft, var text, var approval, var publication, var corrections) ->
          switch (event) {
            case MinutesDrafted _ -> minutes;
            case MinutesRevised(_, var now, _, _) ->
                new Written(draft, now, approval, publication, corrections);
            case MinutesApproved now -> new Written(draft, text, now, publication, corrections);
            case MinutesPublished now -> new Written(draft, text, approval, now, corrections);
            case MinutesCorrected now ->
                new Written(
                    draft,
                    text,
                    approval,
                    publication,
                    Stream.concat(corrections.stream(), Stream.of(now)).toList());
          };
    };
  }
}
