package uk.onevoice.relationships.domain.jointgroup;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Label;
import uk.onevoice.relationships.domain.jointgroup.JointGroupCommand.Dissolve;
import uk.onevoice.relationships.domain.jointgroup.JointGroupCommand.Form;
import uk.onevoice.relationships.domain.jointgroup.JointGroupCommand.Rename;
import uk.onevoice.relationships.domain.jointgroup.JointGroupCommand.Restore;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent.JointGroupDissolved;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent.JointGroupFormed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent.JointGroupRenamed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent.JointGroupRestored;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.AlreadyFormed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.DayTooEarly;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.HasDissolved;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NotAPartner;
import uk.onevoice.relationships.domain.jointgroup.JointGroupRejection.NotFormed;

/**
 * A few people of general practice of a place and of one partner who work together: all that both
 * sides know of it, and nothing else. Whether it is whole is worked out from who sits; a breach is
 * shown and never refused, since groups are formed before they are whole.
 */
public sealed interface JointGroup {
  Decider<JointGroupCommand, JointGroup, JointGroupEvent, JointGroupRejection> DECIDER =
      new Decider<>(new Absent(), JointGroup::decide, JointGroup::evolve);

  record Absent() implements JointGroup {}

  /**
   * @param name that holds now
   * @param dissolvedOn the first day on which it is no more; null while it is there
   */
  record Formed(
      JointGroupFormed terms,
      Label name,
      @Nullable LocalDate dissolvedOn,
      Seats seats,
      Agreements agreements,
      Issues issues,
      Works works)
      implements JointGroup {
    private static Formed from(JointGroupFormed formed) {
      return new Formed(
          formed, formed.name(), null, Seats.NONE, Agreements.NONE, Issues.NONE, Works.NONE);
    }

    private Formed named(Label now) {
      return new Formed(terms, now, dissolvedOn, seats, agreements, issues, works);
    }

    private Formed until(@Nullable LocalDate on) {
      return new Formed(terms, name, on, seats, agreements, issues, works);
    }

    private Formed with(Seats now) {
      return new Formed(terms, name, dissolvedOn, now, agreements, issues, works);
    }

    private Formed with(Agreements now) {
      return new Formed(terms, name, dissolvedOn, seats, now, issues, works);
    }

    private Formed with(Issues now) {
      return new Formed(terms, name, dissolvedOn, seats, agreements, now, works);
    }

    private Formed with(Works now) {
      return new Formed(terms, name, dissolvedOn, seats, agreements, issues, now);
    }
  }

  static Decision<JointGroupEvent, JointGroupRejection> decide(
      JointGroupCommand command, JointGroup group) {
    return switch (group) {
      case Absent _ ->
          command instanceof Form form ? form(form) : reject(new NotFormed(command.groupId()));
      case Formed formed when formed.dissolvedOn() != null && !(command instanceof Restore) ->
          command instanceof Dissolve(var id, var on, var today)
              ? dissolve(id, on, today, formed)
              : reject(new HasDissolved(formed.dissolvedOn()));
      case Formed formed ->
          switch (command) {
            case Form(var id, _, _, _, _, _, _) -> reject(new AlreadyFormed(id));
            case Rename(var id, var name) ->
                name.equals(formed.name()) ? accept() : accept(new JointGroupRenamed(id, name));
            case Dissolve(var id, var on, var today) -> dissolve(id, on, today, formed);
            case Restore(var id) ->
                formed.dissolvedOn() == null ? accept() : accept(new JointGroupRestored(id));
            case SeatCommand wish -> formed.seats().decide(wish, formed.terms().on());
            case AgreementCommand wish -> formed.agreements().decide(wish);
            case IssueCommand wish -> formed.issues().decide(wish, formed.seats());
            case WorkCommand wish -> formed.works().decide(wish);
          };
    };
  }

  private static Decision<JointGroupEvent, JointGroupRejection> form(Form wish) {
    if (!wish.partner()) {
      return reject(new NotAPartner(wish.organisationId()));
    }
    return wish.on().isAfter(wish.today())
        ? reject(new DayInTheFuture(wish.on()))
        : accept(
            new JointGroupFormed(
                wish.groupId(), wish.placeId(), wish.organisationId(), wish.name(), wish.on()));
  }

  /** Said again, it corrects the day. */
  private static Decision<JointGroupEvent, JointGroupRejection> dissolve(
      GroupId id, LocalDate on, LocalDate today, Formed formed) {
    if (on.isAfter(today)) {
      return reject(new DayInTheFuture(on));
    }
    if (on.isBefore(formed.terms().on())) {
      return reject(new DayTooEarly(formed.terms().on()));
    }
    return on.equals(formed.dissolvedOn()) ? accept() : accept(new JointGroupDissolved(id, on));
  }

  static JointGroup evolve(JointGroup group, JointGroupEvent event) {
    return switch (group) {
      case Absent absent -> event instanceof JointGroupFormed formed ? Formed.from(formed) : absent;
      case Formed formed ->
          switch (event) {
            case JointGroupFormed _ -> formed;
            case JointGroupRenamed(_, var name) -> formed.named(name);
            case JointGroupDissolved(_, var on) -> formed.until(on);
            case JointGroupRestored _ -> formed.until(null);
            case SeatEvent seat -> formed.with(formed.seats().after(seat));
            case AgreementEvent agreed -> formed.with(formed.agreements().after(agreed));
            case IssueEvent issue -> formed.with(formed.issues().after(issue));
            case WorkEvent work -> formed.with(formed.works().after(work));
          };
    };
  }
}
