package uk.onevoice.relationships.domain.handover;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Accept;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Cancel;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Consent;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Decline;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Offer;
import uk.onevoice.relationships.domain.handover.HandoverCommand.Open;
import uk.onevoice.relationships.domain.handover.HandoverCommand.WithdrawConsent;
import uk.onevoice.relationships.domain.handover.HandoverEvent.Cause;
import uk.onevoice.relationships.domain.handover.HandoverEvent.HandoverCancelled;
import uk.onevoice.relationships.domain.handover.HandoverEvent.HandoverCompleted;
import uk.onevoice.relationships.domain.handover.HandoverEvent.HandoverDeclined;
import uk.onevoice.relationships.domain.handover.HandoverEvent.HandoverOffered;
import uk.onevoice.relationships.domain.handover.HandoverEvent.HandoverOpened;
import uk.onevoice.relationships.domain.handover.HandoverEvent.OpinionConsentGiven;
import uk.onevoice.relationships.domain.handover.HandoverEvent.OpinionConsentWithdrawn;
import uk.onevoice.relationships.domain.handover.HandoverEvent.Reason;
import uk.onevoice.relationships.domain.handover.HandoverRejection.AlreadyCompleted;
import uk.onevoice.relationships.domain.handover.HandoverRejection.AlreadyOpen;
import uk.onevoice.relationships.domain.handover.HandoverRejection.HolderHasGone;
import uk.onevoice.relationships.domain.handover.HandoverRejection.NotABodyOfGeneralPractice;
import uk.onevoice.relationships.domain.handover.HandoverRejection.NotGoingOn;
import uk.onevoice.relationships.domain.handover.HandoverRejection.NotOffered;
import uk.onevoice.relationships.domain.handover.HandoverRejection.NotOpened;
import uk.onevoice.relationships.domain.handover.HandoverRejection.NotTheAuthor;
import uk.onevoice.relationships.domain.handover.HandoverRejection.SuccessorActsForTheCounterpart;
import uk.onevoice.relationships.domain.handover.HandoverRejection.SuccessorDoesNotActForIt;
import uk.onevoice.relationships.domain.handover.HandoverRejection.SuccessorIsTheHolder;

/**
 * One relationship on its way from its holder to a successor. Facts go along; an opinion only when
 * the person who wrote it said so, one by one.
 */
public sealed interface Handover {
  Decider<HandoverCommand, Handover, HandoverEvent, HandoverRejection> DECIDER =
      new Decider<>(new None(), Handover::decide, Handover::evolve);

  /** Nothing was ever handed over, or it was called off and may begin again. */
  record None() implements Handover {}

  /** Called off; its relationship stays with its holder, and may be handed over another time. */
  record Cancelled(HandoverOpened opening, HandoverCancelled end) implements Handover {}

  /**
   * It waits.
   *
   * @param offer who is asked; null while nobody is
   * @param consents the opinions whose authors let the successor read them
   */
  record Waiting(HandoverOpened opening, @Nullable HandoverOffered offer, Set<UUID> consents)
      implements Handover {
    public Waiting {
      consents = Set.copyOf(consents);
    }

    /** Whether this person is asked to go on with it. */
    public boolean isOfferedTo(PersonId person) {
      return offer != null && offer.successorId().equals(person);
    }
  }

  /**
   * @param consents as long as their authors leave them
   */
  record Completed(HandoverOpened opening, HandoverCompleted completion, Set<UUID> consents)
      implements Handover {
    public Completed {
      consents = Set.copyOf(consents);
    }
  }

  static Decision<HandoverEvent, HandoverRejection> decide(
      HandoverCommand command, Handover handover) {
    return switch (command) {
      case Open open -> open(open, handover);
      case Offer offer -> waiting(offer.handoverId(), handover, now -> offer(offer, now));
      case Decline(var id, var by) ->
          waiting(
              id,
              handover,
              now ->
                  now.isOfferedTo(by)
                      ? accept(new HandoverDeclined(id, by))
                      : reject(new NotOffered(by)));
      case Accept accept -> accepted(accept, handover);
      case Consent consent -> consent(consent, handover);
      case WithdrawConsent withdraw -> withdraw(withdraw, handover);
      case Cancel cancel -> cancel(cancel, handover);
    };
  }

  private static Decision<HandoverEvent, HandoverRejection> open(Open wish, Handover handover) {
    return switch (handover) {
      // A role that ends while its relationship is on its way already changes nothing.
      case Waiting _ ->
          wish.cause() == Cause.ROLE_ENDED ? accept() : reject(new AlreadyOpen(wish.handoverId()));
      case Completed(_, var completion, _) ->
          wish.cause() == Cause.ROLE_ENDED
              ? accept()
              : reject(new AlreadyCompleted(wish.handoverId(), completion.on()));
      case None _, Cancelled _ ->
          wish.live()
              ? accept(
                  new HandoverOpened(
                      wish.handoverId(),
                      wish.placeId(),
                      wish.slotId(),
                      wish.relationshipId(),
                      wish.holderId(),
                      wish.actingFor(),
                      wish.cause(),
                      wish.today()))
              : reject(new NotGoingOn(wish.relationshipId()));
    };
  }

  private static Decision<HandoverEvent, HandoverRejection> offer(Offer wish, Waiting now) {
    if (wish.successorId().equals(now.opening().holderId())) {
      return reject(new SuccessorIsTheHolder(wish.successorId()));
    }
    if (!wish.speaksForPractices()) {
      return reject(new NotABodyOfGeneralPractice(wish.actingFor()));
    }
    if (wish.actingFor().equals(wish.counterpart())) {
      return reject(new SuccessorActsForTheCounterpart(wish.actingFor()));
    }
    if (!wish.successorActsForIt()) {
      return reject(new SuccessorDoesNotActForIt(wish.successorId(), wish.actingFor()));
    }
    var offered = new HandoverOffered(wish.handoverId(), wish.successorId(), wish.actingFor());
    return offered.equals(now.offer()) ? accept() : accept(offered);
  }

  private static Decision<HandoverEvent, HandoverRejection> accepted(
      Accept wish, Handover handover) {
    if (handover instanceof Completed(_, var completion, _)
        && completion.successorId().equals(wish.by())) {
      return accept();
    }
    return waiting(
        wish.handoverId(),
        handover,
        now -> {
          if (now.offer() == null || !now.isOfferedTo(wish.by())) {
            return reject(new NotOffered(wish.by()));
          }
          var body = now.offer().actingFor();
          if (!wish.live()) {
            return reject(new NotGoingOn(now.opening().relationshipId()));
          }
          return wish.successorActsForIt()
              ? accept(
                  new HandoverCompleted(
                      wish.handoverId(),
                      wish.by(),
                      body,
                      wish.successorRelationshipId(),
                      !wish.onTeam(),
                      wish.today()))
              : reject(new SuccessorDoesNotActForIt(wish.by(), body));
        });
  }

  private static Decision<HandoverEvent, HandoverRejection> consent(
      Consent wish, Handover handover) {
    @Nullable Set<UUID> given = consents(handover);
    if (given == null) {
      return reject(new NotOpened(wish.handoverId()));
    }
    if (!wish.by().equals(wish.author())) {
      return reject(new NotTheAuthor(wish.assessmentRef()));
    }
    return given.contains(wish.assessmentRef())
        ? accept()
        : accept(new OpinionConsentGiven(wish.handoverId(), wish.assessmentRef(), wish.today()));
  }

  private static Decision<HandoverEvent, HandoverRejection> withdraw(
      WithdrawConsent wish, Handover handover) {
    @Nullable Set<UUID> given = consents(handover);
    if (given == null) {
      return reject(new NotOpened(wish.handoverId()));
    }
    if (!wish.by().equals(wish.author())) {
      return reject(new NotTheAuthor(wish.assessmentRef()));
    }
    return given.contains(wish.assessmentRef())
        ? accept(new OpinionConsentWithdrawn(wish.handoverId(), wish.assessmentRef()))
        : accept();
  }

  /** Authors may make up their minds after it went over too: the successor reads it from then. */
  private static @Nullable Set<UUID> consents(Handover handover) {
    return switch (handover) {
      case None _, Cancelled _ -> null;
      case Waiting(_, _, var consents) -> consents;
      case Completed(_, _, var consents) -> consents;
    };
  }

  private static Decision<HandoverEvent, HandoverRejection> cancel(Cancel wish, Handover handover) {
    if (handover instanceof Cancelled) {
      return accept();
    }
    return waiting(
        wish.handoverId(),
        handover,
        now ->
            wish.reason() == Reason.CHOSEN && !wish.holderActs()
                ? reject(new HolderHasGone(now.opening().holderId()))
                : accept(new HandoverCancelled(wish.handoverId(), wish.reason(), wish.today())));
  }

  private static Decision<HandoverEvent, HandoverRejection> waiting(
      HandoverId id,
      Handover handover,
      Function<Waiting, Decision<HandoverEvent, HandoverRejection>> rule) {
    return switch (handover) {
      case None _, Cancelled _ -> reject(new NotOpened(id));
      case Waiting now -> rule.apply(now);
      case Completed(_, var completion, _) -> reject(new AlreadyCompleted(id, completion.on()));
    };
  }

  static Handover evolve(Handover handover, HandoverEvent event) {
    if (event instanceof HandoverOpened opening) {
      return new Waiting(opening, null, Set.of());
    }
    return switch (handover) {
      case None none -> none;
      case Cancelled cancelled -> cancelled;
      case Waiting(var opening, var offer, var consents) ->
          switch (event) {
            case HandoverOpened again -> new Waiting(again, null, Set.of());
            case HandoverOffered offered -> new Waiting(opening, offered, consents);
            case HandoverDeclined _ -> new Waiting(opening, null, consents);
            case OpinionConsentGiven(_, var ref, _) ->
                new Waiting(opening, offer, with(consents, ref));
            case OpinionConsentWithdrawn(_, var ref) ->
                new Waiting(opening, offer, without(consents, ref));
            case HandoverCompleted completion -> new Completed(opening, completion, consents);
            case HandoverCancelled end -> new Cancelled(opening, end);
          };
      case Completed(var opening, var completion, var consents) ->
          switch (event) {
            case OpinionConsentGiven(_, var ref, _) ->
                new Completed(opening, completion, with(consents, ref));
            case OpinionConsentWithdrawn(_, var ref) ->
                new Completed(opening, completion, without(consents, ref));
            case HandoverOpened _,
                HandoverOffered _,
                HandoverDeclined _,
                HandoverCompleted _,
                HandoverCancelled _ ->
                handover;
          };
    };
  }

  private static Set<UUID> with(Set<UUID> refs, UUID ref) {
    Set<UUID> more = new HashSet<>(refs);
    more.add(ref);
    return more;
  }

  private static Set<UUID> without(Set<UUID> refs, UUID ref) {
    Set<UUID> fewer = new HashSet<>(refs);
    fewer.remove(ref);
    return fewer;
  }
}
