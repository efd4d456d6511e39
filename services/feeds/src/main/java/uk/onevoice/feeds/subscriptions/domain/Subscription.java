package uk.onevoice.feeds.subscriptions.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.log.Filter;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand.AddKey;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand.ChangeFilter;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand.Delete;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand.EndKey;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand.LeaveOut;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand.Make;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand.Pause;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand.Resume;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand.Ring;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionCommand.Verify;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.DeliveryLeftOut;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.RateAllowed;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.RingingAsked;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.SigningKeyAdded;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.SigningKeyEnded;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.SubscriptionDeleted;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.SubscriptionFilterChanged;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.SubscriptionMade;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.SubscriptionPaused;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.SubscriptionResumed;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionEvent.SubscriptionVerified;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;

/**
 * A system's wish to be rung at an address. It is rung from when the address has said that it wants
 * to be, while it is not paused, and until it is deleted. Whether the system may hear anything is
 * not decided here: that is looked at with each ring.
 *
 * <p>Messages are signed with one key, or with two while its people move from one to the other.
 */
public sealed interface Subscription {
  /** So long the older of two keys may sign beside the newer one. */
  Duration LONGEST_OVERLAP = Duration.ofDays(30);

  Decider<SubscriptionCommand, Subscription, SubscriptionEvent, SubscriptionRejection> DECIDER =
      new Decider<>(new Absent(), Subscription::decide, Subscription::evolve);

  record Absent() implements Subscription {}

  record Deleted() implements Subscription {}

  /** How it stands with being rung. */
  enum State {
    UNVERIFIED,
    ACTIVE,
    PAUSED
  }

  /**
   * One that is there.
   *
   * @param pausedFor why; null where it is not paused
   * @param keys the newest first
   * @param perMinute how often its address allows to be rung in a minute; null where it names no
   *     limit
   */
  record Kept(
      SubscriptionMade made,
      Filter filter,
      State state,
      @Nullable PauseReason pausedFor,
      List<SigningKey> keys,
      @Nullable Integer perMinute)
      implements Subscription {
    public Kept {
      keys = List.copyOf(keys);
    }

    private Kept in(State now, @Nullable PauseReason why) {
      return new Kept(made, filter, now, why, keys, perMinute);
    }

    private Kept with(List<SigningKey> now) {
      return new Kept(made, filter, state, pausedFor, now, perMinute);
    }

    private List<SigningKey> signing(Instant now) {
      return keys.stream().filter(key -> key.signsAt(now)).toList();
    }
  }

  static Decision<SubscriptionEvent, SubscriptionRejection> decide(
      SubscriptionCommand command, Subscription subscription) {
    return switch (subscription) {
      case Absent _ ->
          command instanceof Make make ? make(make) : reject(new SubscriptionRejection.NotThere());
      case Deleted _ ->
          command instanceof Delete ? accept() : reject(new SubscriptionRejection.NotThere());
      case Kept kept -> decide(command, kept);
    };
  }

  private static Decision<SubscriptionEvent, SubscriptionRejection> make(Make make) {
    if (make.others() >= make.most()) {
      return reject(new SubscriptionRejection.TooMany(make.most()));
    }
    return make.allowed()
        .fault(make.url())
        .<Decision<SubscriptionEvent, SubscriptionRejection>>map(
            fault -> reject(new SubscriptionRejection.AddressRefused(fault)))
        .orElseGet(() ->
            accept(
                new SubscriptionMade(
                    make.id(),
                    make.client(),
                    make.organisation(),
                    make.url(),
                    make.filter(),
                    make.startAfter(),
                    make.keyId())));
  }

  private static Decision<SubscriptionEvent, SubscriptionRejection> decide(
      SubscriptionCommand command, Kept kept) {
    UUID id = kept.made().subscriptionId();
    return switch (command) {
      case Make _ -> reject(new SubscriptionRejection.AlreadyMade());
      case Verify(var perMinute) -> verify(perMinute, kept);
      case Pause(var reason) ->
          switch (kept.state()) {
            case UNVERIFIED -> reject(new SubscriptionRejection.NotVerified());
            case ACTIVE -> accept(new SubscriptionPaused(id, reason));
            case PAUSED -> accept();
          };
      case Resume _ ->
          switch (kept.state()) {
            case UNVERIFIED -> reject(new SubscriptionRejection.NotVerified());
            case ACTIVE -> accept();
            case PAUSED -> accept(new SubscriptionResumed(id));
          };
      case ChangeFilter(var filter) ->
          filter.equals(kept.filter())
              ? accept()
              : accept(new SubscriptionFilterChanged(id, filter));
      case AddKey add -> add(add, kept);
      case EndKey end -> end(end, kept);
      case Ring(var what) ->
          kept.state() == State.UNVERIFIED
              ? reject(new SubscriptionRejection.NotVerified())
              : accept(new RingingAsked(id, what));
      case LeaveOut(var delivery, var held) ->
          held
              ? accept(new DeliveryLeftOut(id, delivery))
              : reject(new SubscriptionRejection.NotHeld(delivery));
      case Delete _ -> accept(new SubscriptionDeleted(id));
    };
  }

  /** Asked again, an address may allow more or less than before. */
  private static Decision<SubscriptionEvent, SubscriptionRejection> verify(
      @Nullable Integer perMinute, Kept kept) {
    UUID id = kept.made().subscriptionId();
    List<SubscriptionEvent> events = new ArrayList<>();
    if (kept.state() == State.UNVERIFIED) {
      events.add(new SubscriptionVerified(id));
    }
    if (!Objects.equals(perMinute, kept.perMinute())) {
      events.add(new RateAllowed(id, perMinute));
    }
    return accept(events);
  }

  private static Decision<SubscriptionEvent, SubscriptionRejection> add(AddKey add, Kept kept) {
    List<SigningKey> signing = kept.signing(add.now());
    if (signing.size() > 1) {
      return reject(new SubscriptionRejection.TwoKeysSign());
    }
    if (!add.olderEndsAt().isAfter(add.now())
        || add.olderEndsAt().isAfter(add.now().plus(LONGEST_OVERLAP))) {
      return reject(new SubscriptionRejection.OverlapRefused(LONGEST_OVERLAP.toDays()));
    }
    return accept(
        new SigningKeyAdded(
            kept.made().subscriptionId(), add.keyId(), signing.getFirst().id(), add.olderEndsAt()));
  }

  private static Decision<SubscriptionEvent, SubscriptionRejection> end(EndKey end, Kept kept) {
    SigningKey key =
        kept.keys().stream().filter(one -> one.id().equals(end.keyId())).findFirst().orElse(null);
    if (key == null) {
      return reject(new SubscriptionRejection.UnknownKey(end.keyId()));
    }
    if (!key.signsAt(end.now())) {
      return accept();
    }
    boolean another =
        kept.keys().stream().anyMatch(one -> !one.equals(key) && one.endsAt() == null);
    return another
        ? accept(new SigningKeyEnded(kept.made().subscriptionId(), end.keyId(), end.now()))
        : reject(new SubscriptionRejection.OnlyKey());
  }

  static Subscription evolve(Subscription subscription, SubscriptionEvent event) {
    if (event instanceof SubscriptionMade made) {
      return new Kept(
          made,
          made.filter(),
          State.UNVERIFIED,
          null,
          List.of(new SigningKey(made.keyId(), null)),
          null);
    }
    return subscription instanceof Kept kept ? evolve(kept, event) : subscription;
  }

  private static Subscription evolve(Kept kept, SubscriptionEvent event) {
    return switch (event) {
      case SubscriptionMade _, RingingAsked _, DeliveryLeftOut _ -> kept;
      case SubscriptionVerified _, SubscriptionResumed _ -> kept.in(State.ACTIVE, null);
      case SubscriptionPaused(_, var reason) -> kept.in(State.PAUSED, reason);
      case SubscriptionFilterChanged(_, var filter) ->
          new Kept(
              kept.made(), filter, kept.state(), kept.pausedFor(), kept.keys(), kept.perMinute());
      case RateAllowed(_, var perMinute) ->
          new Kept(
              kept.made(), kept.filter(), kept.state(), kept.pausedFor(), kept.keys(), perMinute);
      case SigningKeyAdded(_, var added, var older, var olderEndsAt) -> {
        var keys = new ArrayList<SigningKey>();
        keys.add(new SigningKey(added, null));
        keys.addAll(ended(kept.keys(), older, olderEndsAt));
        yield kept.with(keys);
      }
      case SigningKeyEnded(_, var ended, var endsAt) ->
          kept.with(ended(kept.keys(), ended, endsAt));
      case SubscriptionDeleted _ -> new Deleted();
    };
  }

  private static List<SigningKey> ended(List<SigningKey> keys, UUID which, Instant endsAt) {
    return keys.stream()
        .map(key -> key.id().equals(which) ? new SigningKey(which, endsAt) : key)
        .toList();
  }
}
