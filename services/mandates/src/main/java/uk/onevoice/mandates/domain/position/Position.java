package uk.onevoice.mandates.domain.position;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.issue.OptionId;
import uk.onevoice.mandates.domain.position.PositionCommand.Agree;
import uk.onevoice.mandates.domain.position.PositionCommand.Propose;
import uk.onevoice.mandates.domain.position.PositionCommand.Publish;
import uk.onevoice.mandates.domain.position.PositionCommand.Revise;
import uk.onevoice.mandates.domain.position.PositionCommand.Say;
import uk.onevoice.mandates.domain.position.PositionCommand.Speaking;
import uk.onevoice.mandates.domain.position.PositionCommand.Withdraw;
import uk.onevoice.mandates.domain.position.PositionEvent.DissentRecorded;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionAgreed;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionCommented;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionProposed;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionPublished;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionRevised;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionWithdrawn;
import uk.onevoice.mandates.domain.position.PositionRejection.AlreadyProposed;
import uk.onevoice.mandates.domain.position.PositionRejection.BeforeItWasAgreed;
import uk.onevoice.mandates.domain.position.PositionRejection.BeforeItWasPublished;
import uk.onevoice.mandates.domain.position.PositionRejection.DayInTheFuture;
import uk.onevoice.mandates.domain.position.PositionRejection.IssueNotClassified;
import uk.onevoice.mandates.domain.position.PositionRejection.IssueOfElsewhere;
import uk.onevoice.mandates.domain.position.PositionRejection.NoSuchOption;
import uk.onevoice.mandates.domain.position.PositionRejection.NotAgreed;
import uk.onevoice.mandates.domain.position.PositionRejection.NotOfPlace;
import uk.onevoice.mandates.domain.position.PositionRejection.NotProposed;
import uk.onevoice.mandates.domain.position.PositionRejection.NotYourBody;
import uk.onevoice.mandates.domain.position.PositionRejection.NothingOpen;
import uk.onevoice.mandates.domain.position.PositionRejection.NothingSaid;
import uk.onevoice.mandates.domain.position.PositionRejection.OptionSaidTwice;
import uk.onevoice.mandates.domain.position.PositionVersion.State;

/**
 * What one body of general practice says on one issue. A version is private until the body has
 * agreed to it, and only then can it be published; disagreement stays private.
 */
public sealed interface Position {
  Decider<PositionCommand, Position, PositionEvent, PositionRejection> DECIDER =
      new Decider<>(new Absent(), Position::decide, Position::evolve);

  record Absent() implements Position {}

  /**
   * The body has said something, if only to itself.
   *
   * @param versions the latest last; never empty
   */
  record Taken(PositionProposed terms, List<PositionVersion> versions, List<Remark> remarks)
      implements Position {
    public Taken {
      versions = List.copyOf(versions);
      remarks = List.copyOf(remarks);
    }

    /** What is said, or to be said next. */
    public PositionVersion latest() {
      return versions.getLast();
    }

    /** What is said in public today. */
    public Optional<PositionVersion> inPublic() {
      return versions.stream().filter(PositionVersion::isPublic).findFirst();
    }

    OrganisationId owner() {
      return terms.bodyId();
    }

    int publications() {
      return versions.stream().mapToInt(PositionVersion::publication).max().orElse(0);
    }

    private Taken each(UnaryOperator<PositionVersion> change) {
      return new Taken(terms, versions.stream().map(change).toList(), remarks);
    }

    private Taken with(PositionVersion version) {
      var all = new ArrayList<>(versions);
      all.add(version);
      return new Taken(terms, all, remarks);
    }

    private Taken with(Remark remark) {
      var all = new ArrayList<>(remarks);
      all.add(remark);
      return new Taken(terms, versions, all);
    }
  }

  static Decision<PositionEvent, PositionRejection> decide(
      PositionCommand command, Position position) {
    return switch (position) {
      case Absent _ ->
          command instanceof Propose propose
              ? propose(propose)
              : reject(new NotProposed(command.positionId()));
      case Taken taken ->
          switch (command) {
            case Propose propose -> reject(new AlreadyProposed(propose.positionId()));
            case Revise revise -> revise(revise, taken);
            case Agree agree -> agree(agree, taken);
            case Publish publish -> publish(publish, taken);
            case Withdraw withdraw -> withdraw(withdraw, taken);
            case Say say -> say(say, taken);
          };
    };
  }

  private static Decision<PositionEvent, PositionRejection> propose(Propose wish) {
    PositionRejection no = mayNotSpeak(wish.speaking());
    if (no == null && !wish.issueOfIcs()) {
      no = new IssueOfElsewhere(wish.issueId());
    }
    if (no == null && !wish.issueClassified()) {
      no = new IssueNotClassified(wish.issueId());
    }
    if (no == null) {
      no = makesNoSense(wish.stances(), wish.options());
    }
    return no != null
        ? reject(no)
        : accept(
            new PositionProposed(
                wish.positionId(),
                wish.placeId(),
                wish.speaking().bodyId(),
                wish.issueId(),
                wish.topicId(),
                wish.stances(),
                wish.today()));
  }

  private static Decision<PositionEvent, PositionRejection> revise(Revise wish, Taken position) {
    PositionRejection no = mayNotSpeak(wish.speaking());
    if (no == null) {
      no = makesNoSense(wish.stances(), wish.options());
    }
    if (no != null) {
      return reject(no);
    }
    var latest = position.latest();
    return latest.state() != State.WITHDRAWN && latest.says(wish.stances())
        ? accept()
        : accept(
            new PositionRevised(
                wish.positionId(), latest.number() + 1, wish.stances(), wish.today()));
  }

  private static Decision<PositionEvent, PositionRejection> agree(Agree wish, Taken position) {
    PositionRejection no = mayNotSpeak(wish.speaking());
    if (no == null) {
      no = isClosed(position.latest());
    }
    if (no == null && wish.on().isAfter(wish.today())) {
      no = new DayInTheFuture(wish.on());
    }
    if (no != null) {
      return reject(no);
    }
    OrganisationId body = wish.speaking().bodyId();
    return position.latest().agreedBy(body)
        ? accept()
        : accept(
            new PositionAgreed(
                wish.positionId(), position.latest().number(), body, wish.role(), wish.on()));
  }

  private static Decision<PositionEvent, PositionRejection> publish(Publish wish, Taken position) {
    PositionRejection no = mayNotSpeak(wish.speaking());
    if (no != null) {
      return reject(no);
    }
    var latest = position.latest();
    return switch (latest.state()) {
      case PRIVATE -> reject(new NotAgreed(position.owner()));
      case PUBLIC -> accept();
      case REPLACED, SUPERSEDED, WITHDRAWN -> reject(new NothingOpen(latest.state()));
      case AGREED -> {
        PositionRejection early = tooEarly(wish.on(), wish.today(), position);
        yield early != null
            ? reject(early)
            : accept(published(position, latest, position.publications() + 1, wish.on()));
      }
    };
  }

  private static PositionPublished published(
      Taken position, PositionVersion version, int publication, LocalDate on) {
    var terms = position.terms();
    return new PositionPublished(
        terms.positionId(),
        terms.placeId(),
        terms.bodyId(),
        terms.issueId(),
        terms.topicId(),
        version.number(),
        publication,
        version.stances(),
        version.agreedBy(),
        on);
  }

  /** A publication is not before its agreement, nor before what was published or withdrawn. */
  private static @Nullable PositionRejection tooEarly(
      LocalDate on, LocalDate today, Taken position) {
    if (on.isAfter(today)) {
      return new DayInTheFuture(on);
    }
    for (Agreement agreement : position.latest().agreedBy()) {
      if (on.isBefore(agreement.on())) {
        return new BeforeItWasAgreed(agreement.on());
      }
    }
    return beforePublished(on, position);
  }

  private static @Nullable PositionRejection beforePublished(LocalDate on, Taken position) {
    for (PositionVersion version : position.versions()) {
      LocalDate last = version.endedOn() != null ? version.endedOn() : version.publishedOn();
      if (version.publishedOn() != null && last != null && on.isBefore(last)) {
        return new BeforeItWasPublished(last);
      }
    }
    return null;
  }

  private static Decision<PositionEvent, PositionRejection> withdraw(
      Withdraw wish, Taken position) {
    PositionRejection no = mayNotSpeak(wish.speaking());
    if (no == null && wish.on().isAfter(wish.today())) {
      no = new DayInTheFuture(wish.on());
    }
    if (no != null) {
      return reject(no);
    }
    if (position.latest().state() == State.WITHDRAWN) {
      return accept();
    }
    PositionRejection early = beforePublished(wish.on(), position);
    return early != null
        ? reject(early)
        : accept(
            new PositionWithdrawn(
                wish.positionId(),
                position.terms().placeId(),
                position.terms().issueId(),
                wish.on()));
  }

  private static Decision<PositionEvent, PositionRejection> say(Say wish, Taken position) {
    PositionRejection no = isClosed(position.latest());
    if (no != null) {
      return reject(no);
    }
    int version = position.latest().number();
    return accept(
        switch (wish.kind()) {
          case COMMENT ->
              new PositionCommented(
                  wish.positionId(),
                  version,
                  wish.bodyId(),
                  wish.role(),
                  wish.wordsRef(),
                  wish.on());
          case DISSENT ->
              new DissentRecorded(
                  wish.positionId(),
                  version,
                  wish.bodyId(),
                  wish.role(),
                  wish.wordsRef(),
                  wish.on());
        });
  }

  private static @Nullable PositionRejection mayNotSpeak(Speaking speaking) {
    if (!speaking.ofPlace()) {
      return new NotOfPlace(speaking.bodyId());
    }
    return speaking.represented() ? null : new NotYourBody(speaking.bodyId());
  }

  private static @Nullable PositionRejection isClosed(PositionVersion latest) {
    return latest.isOpen() ? null : new NothingOpen(latest.state());
  }

  private static @Nullable PositionRejection makesNoSense(
      List<OptionStance> stances, Set<OptionId> options) {
    if (stances.isEmpty()) {
      return new NothingSaid();
    }
    var said = new HashSet<OptionId>();
    for (OptionStance stance : stances) {
      if (!options.contains(stance.optionId())) {
        return new NoSuchOption(stance.optionId());
      }
      if (!said.add(stance.optionId())) {
        return new OptionSaidTwice(stance.optionId());
      }
    }
    return null;
  }

  static Position evolve(Position position, PositionEvent event) {
    return switch (position) {
      case Absent absent ->
          event instanceof PositionProposed proposed
              ? new Taken(
                  proposed,
                  List.of(PositionVersion.proposed(1, proposed.stances(), proposed.on())),
                  List.of())
              : absent;
      case Taken taken -> evolve(taken, event);
    };
  }

  private static Position evolve(Taken position, PositionEvent event) {
    return switch (event) {
      case PositionProposed _ -> position;
      case PositionRevised(_, var number, var stances, var on) ->
          position
              .each(version -> version.isOpen() ? version.ended(State.REPLACED, on) : version)
              .with(PositionVersion.proposed(number, stances, on));
      case PositionAgreed(_, var number, var body, var role, var on) ->
          position.each(version ->
              version.number() == number
                  ? version.with(new Agreement(body, role, on), position.owner())
                  : version);
      case PositionPublished published ->
          position.each(version ->
              version.number() == published.version()
                  ? version.published(published.publication(), published.on())
                  : version.isPublic() ? version.ended(State.SUPERSEDED, published.on()) : version);
      case PositionWithdrawn withdrawn ->
          position.each(version ->
              version.isOpen() || version.isPublic()
                  ? version.ended(State.WITHDRAWN, withdrawn.on())
                  : version);
      case PositionCommented(_, var number, var body, var role, var ref, var on) ->
          position.with(new Remark(Remark.Kind.COMMENT, number, body, role, ref, on));
      case DissentRecorded(_, var number, var body, var role, var ref, var on) ->
          position.with(new Remark(Remark.Kind.DISSENT, number, body, role, ref, on));
    };
  }
}
