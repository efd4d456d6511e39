package uk.onevoice.feeds.subscriptions.domain;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.feeds.log.Filter;
import uk.onevoice.feeds.subscriptions.domain.AllowedAddresses.Fault;
import uk.onevoice.feeds.subscriptions.domain.Subscription.Absent;
import uk.onevoice.feeds.subscriptions.domain.Subscription.Deleted;
import uk.onevoice.feeds.subscriptions.domain.Subscription.Kept;
import uk.onevoice.feeds.subscriptions.domain.Subscription.State;
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
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.AddressRefused;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.AlreadyMade;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.NotHeld;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.NotThere;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.NotVerified;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.OnlyKey;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.OverlapRefused;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.TooMany;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.TwoKeysSign;
import uk.onevoice.feeds.subscriptions.domain.SubscriptionRejection.UnknownKey;
import uk.onevoice.testkit.DeciderRules;

class SubscriptionTest {
  private static final UUID ID = new UUID(0, 1);
  private static final UUID FIRST = new UUID(0, 2);
  private static final UUID SECOND = new UUID(0, 3);
  private static final UUID THIRD = new UUID(0, 4);
  private static final UUID DELIVERY = new UUID(0, 5);
  private static final Instant NOW = Instant.parse("2026-11-26T09:30:00Z");
  private static final Instant NEXT_WEEK = NOW.plus(Duration.ofDays(7));
  private static final Filter ALL = new Filter(new TreeSet<>(), null, null, null);
  private static final Filter PLACES =
      new Filter(new TreeSet<>(Set.of("place-changed-1")), null, "marl-valley", null);
  private static final SubscriptionMade MADE =
      new SubscriptionMade(
          ID, "trust", "WYVT0001", URI.create("https://ring.nhs.uk/"), ALL, 7, FIRST);
  private static final SubscriptionVerified VERIFIED = new SubscriptionVerified(ID);
  private static final SubscriptionPaused PAUSED = new SubscriptionPaused(ID, PauseReason.ASKED);
  private static final SigningKeyAdded ADDED = new SigningKeyAdded(ID, SECOND, FIRST, NEXT_WEEK);
  private static final SubscriptionDeleted DELETED = new SubscriptionDeleted(ID);

  private final DeciderRules<
          SubscriptionCommand, Subscription, SubscriptionEvent, SubscriptionRejection>
      subscription = DeciderRules.of(Subscription.DECIDER);

  @Test
  void it_is_made_once_for_an_address_that_may_be_rung() {
    subscription.given().when(make("https://ring.nhs.uk/")).then(MADE);
    subscription.given(MADE).when(make("https://ring.nhs.uk/")).thenRejected(new AlreadyMade());
    subscription
        .given()
        .when(make("http://ring.nhs.uk/"))
        .thenRejected(new AddressRefused(Fault.NOT_HTTPS));
    subscription
        .given(MADE)
        .thenState(
            new Kept(
                MADE, ALL, State.UNVERIFIED, null, List.of(new SigningKey(FIRST, null)), null));
  }

  @Test
  void it_is_rung_when_its_address_has_said_that_it_wants_to_be() {
    subscription.given(MADE).when(new Verify(null)).then(VERIFIED);
    subscription.given(MADE, VERIFIED).when(new Verify(null)).then();
    subscription.given(MADE, VERIFIED, PAUSED).when(new Verify(null)).then();
    subscription.given(MADE, VERIFIED).thenState(kept(State.ACTIVE, null));
    for (Ringing what : Ringing.values()) {
      subscription.given(MADE).when(new Ring(what)).thenRejected(new NotVerified());
      subscription.given(MADE, VERIFIED).when(new Ring(what)).then(new RingingAsked(ID, what));
      subscription
          .given(MADE, VERIFIED, PAUSED)
          .when(new Ring(what))
          .then(new RingingAsked(ID, what));
    }
    subscription
        .given(MADE, VERIFIED, new RingingAsked(ID, Ringing.TEST))
        .thenState(kept(State.ACTIVE, null));
  }

  @Test
  void how_often_it_is_rung_is_as_its_address_last_said() {
    var often = new RateAllowed(ID, 600);
    var seldom = new RateAllowed(ID, 1);
    var always = new RateAllowed(ID, null);
    subscription.given(MADE).when(new Verify(600)).then(VERIFIED, often);
    subscription.given(MADE, VERIFIED).when(new Verify(600)).then(often);
    subscription.given(MADE, VERIFIED, often).when(new Verify(600)).then();
    subscription.given(MADE, VERIFIED, often).when(new Verify(1)).then(seldom);
    subscription.given(MADE, VERIFIED, often).when(new Verify(null)).then(always);
    subscription.given(MADE, VERIFIED, often, always).when(new Verify(null)).then();
    // Who is asked again while it is paused stays so.
    subscription.given(MADE, VERIFIED, PAUSED).when(new Verify(1)).then(seldom);
    subscription
        .given(MADE, VERIFIED, often, PAUSED, seldom)
        .thenState(kept(State.PAUSED, PauseReason.ASKED, 1));
    subscription
        .given(MADE, VERIFIED, seldom, PAUSED, new SubscriptionResumed(ID), always)
        .thenState(kept(State.ACTIVE, null));
  }

  @Test
  void it_is_paused_and_goes_on() {
    subscription.given(MADE).when(new Pause(PauseReason.ASKED)).thenRejected(new NotVerified());
    subscription.given(MADE).when(new Resume()).thenRejected(new NotVerified());
    subscription.given(MADE, VERIFIED).when(new Pause(PauseReason.ASKED)).then(PAUSED);
    subscription
        .given(MADE, VERIFIED)
        .when(new Pause(PauseReason.GONE))
        .then(new SubscriptionPaused(ID, PauseReason.GONE));
    subscription.given(MADE, VERIFIED, PAUSED).when(new Pause(PauseReason.GONE)).then();
    subscription.given(MADE, VERIFIED, PAUSED).thenState(kept(State.PAUSED, PauseReason.ASKED));
    subscription.given(MADE, VERIFIED).when(new Resume()).then();
    subscription.given(MADE, VERIFIED, PAUSED).when(new Resume()).then(new SubscriptionResumed(ID));
    subscription
        .given(MADE, VERIFIED, PAUSED, new SubscriptionResumed(ID))
        .thenState(kept(State.ACTIVE, null));
  }

  @Test
  void another_filter_can_be_asked_for_at_any_time() {
    var changed = new SubscriptionFilterChanged(ID, PLACES);
    subscription.given(MADE).when(new ChangeFilter(PLACES)).then(changed);
    subscription.given(MADE).when(new ChangeFilter(ALL)).then();
    subscription.given(MADE, changed).when(new ChangeFilter(PLACES)).then();
    subscription
        .given(MADE, VERIFIED, PAUSED, changed)
        .thenState(
            new Kept(
                MADE,
                PLACES,
                State.PAUSED,
                PauseReason.ASKED,
                List.of(new SigningKey(FIRST, null)),
                null));
  }

  @Test
  void two_keys_sign_while_a_receiver_moves_over_and_never_three() {
    subscription.given(MADE).when(new AddKey(SECOND, NOW, NEXT_WEEK)).then(ADDED);
    subscription
        .given(MADE, ADDED)
        .when(new AddKey(THIRD, NOW, NEXT_WEEK))
        .thenRejected(new TwoKeysSign());
    subscription
        .given(MADE, ADDED)
        .when(new AddKey(THIRD, NEXT_WEEK.minusMillis(1), NEXT_WEEK.plusSeconds(1)))
        .thenRejected(new TwoKeysSign());
    Instant later = NEXT_WEEK.plusSeconds(60);
    subscription
        .given(MADE, ADDED)
        .when(new AddKey(THIRD, NEXT_WEEK, later))
        .then(new SigningKeyAdded(ID, THIRD, SECOND, later));
    subscription
        .given(MADE, ADDED)
        .thenState(
            new Kept(
                MADE,
                ALL,
                State.UNVERIFIED,
                null,
                List.of(new SigningKey(SECOND, null), new SigningKey(FIRST, NEXT_WEEK)),
                null));
  }

  @Test
  void the_older_key_ends_later_than_now_and_within_a_month() {
    var refused = new OverlapRefused(30);
    Instant month = NOW.plus(Duration.ofDays(30));
    subscription.given(MADE).when(new AddKey(SECOND, NOW, NOW)).thenRejected(refused);
    subscription
        .given(MADE)
        .when(new AddKey(SECOND, NOW, NOW.plusMillis(1)))
        .then(new SigningKeyAdded(ID, SECOND, FIRST, NOW.plusMillis(1)));
    subscription
        .given(MADE)
        .when(new AddKey(SECOND, NOW, month))
        .then(new SigningKeyAdded(ID, SECOND, FIRST, month));
    subscription
        .given(MADE)
        .when(new AddKey(SECOND, NOW, month.plusMillis(1)))
        .thenRejected(refused);
  }

  @Test
  void a_key_ends_while_another_goes_on() {
    subscription.given(MADE).when(new EndKey(FIRST, NOW)).thenRejected(new OnlyKey());
    subscription.given(MADE).when(new EndKey(THIRD, NOW)).thenRejected(new UnknownKey(THIRD));
    var ended = new SigningKeyEnded(ID, FIRST, NOW);
    subscription.given(MADE, ADDED).when(new EndKey(FIRST, NOW)).then(ended);
    subscription.given(MADE, ADDED).when(new EndKey(SECOND, NOW)).thenRejected(new OnlyKey());
    subscription.given(MADE, ADDED).when(new EndKey(FIRST, NEXT_WEEK)).then();
    subscription.given(MADE, ADDED, ended).when(new EndKey(FIRST, NOW)).then();
    subscription
        .given(MADE, ADDED, ended)
        .when(new AddKey(THIRD, NOW, NEXT_WEEK))
        .then(new SigningKeyAdded(ID, THIRD, SECOND, NEXT_WEEK));
  }

  @Test
  void only_a_delivery_that_is_held_is_left_out_and_nothing_else_changes() {
    var leftOut = new DeliveryLeftOut(ID, DELIVERY);
    for (SubscriptionEvent[] before :
        new SubscriptionEvent[][] {{MADE, VERIFIED}, {MADE, VERIFIED, PAUSED}}) {
      subscription.given(before).when(new LeaveOut(DELIVERY, true)).then(leftOut);
      subscription
          .given(before)
          .when(new LeaveOut(DELIVERY, false))
          .thenRejected(new NotHeld(DELIVERY));
    }
    subscription
        .given(MADE, VERIFIED, PAUSED, leftOut)
        .thenState(kept(State.PAUSED, PauseReason.ASKED));
    // Rung once more and held again, it can be left out again.
    subscription
        .given(MADE, VERIFIED, leftOut, new RingingAsked(ID, Ringing.AGAIN))
        .when(new LeaveOut(DELIVERY, true))
        .then(leftOut);
  }

  @Test
  void once_deleted_it_is_not_there() {
    subscription.given(MADE).when(new Delete()).then(DELETED);
    subscription.given(MADE, DELETED).when(new Delete()).then();
    subscription.given(MADE, DELETED).thenState(new Deleted());
    subscription.given().thenState(new Absent());
    for (SubscriptionCommand command :
        List.of(
            new Verify(null),
            new Pause(PauseReason.ASKED),
            new Resume(),
            new ChangeFilter(PLACES),
            new AddKey(SECOND, NOW, NEXT_WEEK),
            new EndKey(FIRST, NOW),
            new Ring(Ringing.TEST),
            new LeaveOut(DELIVERY, true))) {
      subscription.given(MADE, DELETED).when(command).thenRejected(new NotThere());
      subscription.given().when(command).thenRejected(new NotThere());
    }
    subscription.given().when(new Delete()).thenRejected(new NotThere());
    subscription
        .given(MADE, DELETED)
        .when(make("https://ring.nhs.uk/"))
        .thenRejected(new NotThere());
  }

  @Test
  void what_has_happened_is_never_refused() {
    subscription.evolvesEvery(
        SubscriptionEvent.class,
        MADE,
        VERIFIED,
        new RateAllowed(ID, 120),
        PAUSED,
        new SubscriptionResumed(ID),
        new SubscriptionFilterChanged(ID, PLACES),
        ADDED,
        new SigningKeyEnded(ID, FIRST, NOW),
        new RingingAsked(ID, Ringing.TEST),
        new DeliveryLeftOut(ID, DELIVERY),
        DELETED);
  }

  @Test
  void a_system_has_only_so_many() {
    subscription.given().when(make("https://ring.nhs.uk/", 19)).then(MADE);
    subscription.given().when(make("https://ring.nhs.uk/", 20)).thenRejected(new TooMany(20));
    subscription.given().when(make("https://ring.nhs.uk/", 21)).thenRejected(new TooMany(20));
  }

  private static Make make(String url) {
    return make(url, 0);
  }

  private static Make make(String url, int others) {
    return new Make(
        ID,
        "trust",
        "WYVT0001",
        URI.create(url),
        new AllowedAddresses(Set.of(".nhs.uk"), false),
        ALL,
        7,
        FIRST,
        others,
        20);
  }

  private static Kept kept(State state, PauseReason pausedFor) {
    return kept(state, pausedFor, null);
  }

  private static Kept kept(State state, PauseReason pausedFor, @Nullable Integer perMinute) {
    return new Kept(MADE, ALL, state, pausedFor, List.of(new SigningKey(FIRST, null)), perMinute);
  }
}
