package uk.onevoice.mandates.domain.ambition;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.CommitChange;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.End;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.Offer;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.PromiseBenefit;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.RecordAsk;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.RecordDelivery;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.RecordFollowThrough;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.RecordReview;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.SettleChange;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.Sign;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.AmbitionEnded;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.AmbitionOffered;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.AmbitionReviewed;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.AmbitionSigned;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.AskRecorded;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.BenefitPromised;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.ChangeCommitted;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.ChangeSettled;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.DeliveryRecorded;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.FollowThroughRecorded;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.AlreadyCommitted;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.AlreadyOffered;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.DayInTheFuture;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.DueInThePast;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.HasEnded;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NoSuchAsk;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NoSuchChange;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NoSuchPromise;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NotAMember;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NotOffered;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NotSigned;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.ReviewNotAhead;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.TooEarly;

/** What a federation and one of its practices have agreed, and how both keep to it. */
public sealed interface Ambition {
  Decider<AmbitionCommand, Ambition, AmbitionEvent, AmbitionRejection> DECIDER =
      new Decider<>(new Absent(), Ambition::decide, Ambition::evolve);

  record Absent() implements Ambition {}

  /**
   * It was offered; what followed is in its parts.
   *
   * @param signed the last signature; null before the first
   * @param endedOn null while it holds
   */
  record Offered(
      AmbitionOffered terms,
      @Nullable AmbitionSigned signed,
      Map<ChangeId, Change> changes,
      Map<AskId, Promise> asks,
      Map<PromiseId, Promise> promises,
      List<Review> reviews,
      LocalDate reviewOn,
      @Nullable LocalDate endedOn)
      implements Ambition {
    public Offered {
      changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
      asks = Collections.unmodifiableMap(new LinkedHashMap<>(asks));
      promises = Collections.unmodifiableMap(new LinkedHashMap<>(promises));
      reviews = List.copyOf(reviews);
    }

    static Offered from(AmbitionOffered offered) {
      var promises = new LinkedHashMap<PromiseId, Promise>();
      offered
          .promises()
          .forEach(promise ->
              promises.put(
                  promise.promiseId(),
                  Promise.made(promise.promiseRef(), offered.on(), promise.due())));
      return new Offered(
          offered, null, Map.of(), Map.of(), promises, List.of(), offered.reviewOn(), null);
    }

    private Offered with(AmbitionSigned signature) {
      return new Offered(terms, signature, changes, asks, promises, reviews, reviewOn, endedOn);
    }

    private Offered with(ChangeId id, Change change) {
      return new Offered(
          terms, signed, put(changes, id, change), asks, promises, reviews, reviewOn, endedOn);
    }

    private Offered with(AskId id, Promise ask) {
      return new Offered(
          terms, signed, changes, put(asks, id, ask), promises, reviews, reviewOn, endedOn);
    }

    private Offered with(PromiseId id, Promise promise) {
      return new Offered(
          terms, signed, changes, asks, put(promises, id, promise), reviews, reviewOn, endedOn);
    }

    private Offered with(Review review, LocalDate next) {
      var all = new ArrayList<>(reviews);
      all.add(review);
      return new Offered(terms, signed, changes, asks, promises, all, next, endedOn);
    }

    private Offered ended(LocalDate on) {
      return new Offered(terms, signed, changes, asks, promises, reviews, reviewOn, on);
    }

    private static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
      var all = new LinkedHashMap<>(map);
      all.put(key, value);
      return all;
    }
  }

  static Decision<AmbitionEvent, AmbitionRejection> decide(
      AmbitionCommand command, Ambition ambition) {
    return switch (ambition) {
      case Absent _ ->
          command instanceof Offer offer
              ? offer(offer)
              : reject(new NotOffered(command.agreementId()));
      case Offered(_, _, _, _, _, _, _, var endedOn) when endedOn != null ->
          switch (command) {
            case Offer offer -> offer(offer);
            case End _ -> accept();
            case Sign _,
                CommitChange _,
                SettleChange _,
                RecordAsk _,
                RecordFollowThrough _,
                PromiseBenefit _,
                RecordDelivery _,
                RecordReview _ ->
                reject(new HasEnded(endedOn));
          };
      case Offered offered ->
          switch (command) {
            case Offer offer -> reject(new AlreadyOffered(offer.agreementId()));
            case Sign sign -> sign(sign, offered);
            case CommitChange commit -> commit(commit, offered);
            case SettleChange settle -> settle(settle, offered);
            case RecordAsk ask -> ask(ask, offered);
            case RecordFollowThrough acted -> followThrough(acted, offered);
            case PromiseBenefit promise -> promise(promise);
            case RecordDelivery delivery -> deliver(delivery, offered);
            case RecordReview review -> review(review, offered);
            case End end -> end(end, offered);
          };
    };
  }

  private static Decision<AmbitionEvent, AmbitionRejection> offer(Offer wish) {
    if (!wish.member()) {
      return reject(new NotAMember(wish.practiceId()));
    }
    if (!wish.reviewOn().isAfter(wish.today())) {
      return reject(new ReviewNotAhead(wish.today()));
    }
    for (NewPromise promise : wish.promises()) {
      if (promise.due().isBefore(wish.today())) {
        return reject(new DueInThePast(promise.due()));
      }
    }
    return accept(
        new AmbitionOffered(
            wish.agreementId(),
            wish.federationId(),
            wish.practiceId(),
            wish.level(),
            wish.promises(),
            wish.reviewOn(),
            wish.today()));
  }

  private static Decision<AmbitionEvent, AmbitionRejection> sign(Sign wish, Offered offered) {
    var before = offered.signed();
    var wrong =
        wrongDay(wish.on(), wish.today(), before == null ? offered.terms().on() : before.on());
    if (wrong != null) {
      return reject(wrong);
    }
    return before != null && before.level().equals(wish.level())
        ? accept()
        : accept(
            new AmbitionSigned(
                wish.agreementId(),
                offered.terms().federationId(),
                offered.terms().practiceId(),
                wish.level(),
                wish.on()));
  }

  private static Decision<AmbitionEvent, AmbitionRejection> commit(
      CommitChange wish, Offered offered) {
    if (offered.signed() == null) {
      return reject(new NotSigned(wish.agreementId()));
    }
    boolean takesPart =
        offered.changes().values().stream()
            .filter(Change::goesOn)
            .anyMatch(
                change -> change.programme().value().equalsIgnoreCase(wish.programme().value()));
    return takesPart
        ? reject(new AlreadyCommitted(wish.programme()))
        : accept(
            new ChangeCommitted(
                wish.agreementId(), wish.changeId(), wish.programme(), wish.today()));
  }

  private static Decision<AmbitionEvent, AmbitionRejection> settle(
      SettleChange wish, Offered offered) {
    var change = offered.changes().get(wish.changeId());
    if (change == null) {
      return reject(new NoSuchChange(wish.changeId()));
    }
    var wrong = wrongDay(wish.on(), wish.today(), change.signedUpOn());
    if (wrong != null) {
      return reject(wrong);
    }
    return change.result() == wish.result()
        ? accept()
        : accept(new ChangeSettled(wish.agreementId(), wish.changeId(), wish.result(), wish.on()));
  }

  private static Decision<AmbitionEvent, AmbitionRejection> ask(RecordAsk wish, Offered offered) {
    if (offered.signed() == null) {
      return reject(new NotSigned(wish.agreementId()));
    }
    return wish.due().isBefore(wish.today())
        ? reject(new DueInThePast(wish.due()))
        : accept(
            new AskRecorded(
                wish.agreementId(),
                offered.terms().practiceId(),
                wish.askId(),
                wish.askRef(),
                wish.due(),
                wish.today()));
  }

  private static Decision<AmbitionEvent, AmbitionRejection> followThrough(
      RecordFollowThrough wish, Offered offered) {
    var ask = offered.asks().get(wish.askId());
    if (ask == null) {
      return reject(new NoSuchAsk(wish.askId()));
    }
    var wrong = wrongDay(wish.on(), wish.today(), ask.madeOn());
    if (wrong != null) {
      return reject(wrong);
    }
    return Objects.equals(ask.kept(), wish.acted())
        ? accept()
        : accept(
            new FollowThroughRecorded(wish.agreementId(), wish.askId(), wish.acted(), wish.on()));
  }

  private static Decision<AmbitionEvent, AmbitionRejection> promise(PromiseBenefit wish) {
    var promise = wish.promise();
    return promise.due().isBefore(wish.today())
        ? reject(new DueInThePast(promise.due()))
        : accept(
            new BenefitPromised(
                wish.agreementId(),
                promise.promiseId(),
                promise.promiseRef(),
                promise.due(),
                wish.today()));
  }

  private static Decision<AmbitionEvent, AmbitionRejection> deliver(
      RecordDelivery wish, Offered offered) {
    var promise = offered.promises().get(wish.promiseId());
    if (promise == null) {
      return reject(new NoSuchPromise(wish.promiseId()));
    }
    var wrong = wrongDay(wish.on(), wish.today(), promise.madeOn());
    if (wrong != null) {
      return reject(wrong);
    }
    return Objects.equals(promise.kept(), wish.delivered())
        ? accept()
        : accept(
            new DeliveryRecorded(
                wish.agreementId(), wish.promiseId(), wish.delivered(), wish.on()));
  }

  private static Decision<AmbitionEvent, AmbitionRejection> review(
      RecordReview wish, Offered offered) {
    var signed = offered.signed();
    if (signed == null) {
      return reject(new NotSigned(wish.agreementId()));
    }
    var wrong = wrongDay(wish.on(), wish.today(), offered.terms().on());
    if (wrong != null) {
      return reject(wrong);
    }
    return wish.nextReviewOn().isAfter(wish.on())
        ? accept(
            new AmbitionReviewed(
                wish.agreementId(), wish.nextReviewOn(), wish.notesRef(), wish.on()))
        : reject(new ReviewNotAhead(wish.on()));
  }

  private static Decision<AmbitionEvent, AmbitionRejection> end(End wish, Offered offered) {
    var signed = offered.signed();
    var wrong =
        wrongDay(wish.on(), wish.today(), signed == null ? offered.terms().on() : signed.on());
    return wrong != null ? reject(wrong) : accept(new AmbitionEnded(wish.agreementId(), wish.on()));
  }

  private static @Nullable AmbitionRejection wrongDay(
      LocalDate on, LocalDate today, LocalDate earliest) {
    if (on.isAfter(today)) {
      return new DayInTheFuture(on);
    }
    return on.isBefore(earliest) ? new TooEarly(earliest) : null;
  }

  static Ambition evolve(Ambition ambition, AmbitionEvent event) {
    return switch (ambition) {
      case Absent absent ->
          event instanceof AmbitionOffered offered ? Offered.from(offered) : absent;
      case Offered offered -> evolve(offered, event);
    };
  }

  private static Ambition evolve(Offered offered, AmbitionEvent event) {
    return switch (event) {
      case AmbitionOffered again -> Offered.from(again);
      case AmbitionSigned signed -> offered.with(signed);
      case ChangeCommitted(_, var id, var programme, var on) ->
          offered.with(id, new Change(programme, on, null, null));
      case ChangeSettled(_, var id, var result, var on) -> {
        var change = offered.changes().get(id);
        yield change == null
            ? offered
            : offered.with(id, new Change(change.programme(), change.signedUpOn(), result, on));
      }
      case AskRecorded(_, _, var id, var ref, var due, var on) ->
          offered.with(id, Promise.made(ref, on, due));
      case FollowThroughRecorded(_, var id, var acted, var on) -> {
        var ask = offered.asks().get(id);
        yield ask == null ? offered : offered.with(id, ask.settled(acted, on));
      }
      case BenefitPromised(_, var id, var ref, var due, var on) ->
          offered.with(id, Promise.made(ref, on, due));
      case DeliveryRecorded(_, var id, var delivered, var on) -> {
        var promise = offered.promises().get(id);
        yield promise == null ? offered : offered.with(id, promise.settled(delivered, on));
      }
      case AmbitionReviewed(_, var next, var notes, var on) ->
          offered.with(new Review(on, levelOf(offered), notes), next);
      case AmbitionEnded(_, var on) -> offered.ended(on);
    };
  }

  private static Level levelOf(Offered offered) {
    var signed = offered.signed();
    return signed == null ? offered.terms().level() : signed.level();
  }
}
