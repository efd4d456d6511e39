package uk.onevoice.feeds.webhooks;

import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.subscriptions.Webhook;

/** What was rung, what is to be rung again, and ringing by hand. Whose it is, the caller knows. */
public interface Deliveries {
  /** What became of one event for one subscription. */
  enum State {
    /** It has not been taken yet, and will be tried at {@code nextTry}. */
    WAITING,
    /** It was taken: the answer was a 2xx. */
    DELIVERED,
    /** All tries have failed: it waits for somebody, and is never deleted by itself. */
    HELD,
    /** It waits behind one that is held, on the same subject. */
    BEHIND,
    /** Whoever asked may not hear it any more, or its filter leaves it out by now. */
    DROPPED,
    /** It was held, and its people let it go so that those behind it go on. */
    LEFT_OUT
  }

  /**
   * One line of the delivery log.
   *
   * @param id of the delivery
   * @param messageId {@code webhook-id} and the event's id, the same however often it is rung
   * @param type of the event
   * @param subject of the event
   * @param eventTime when it happened
   * @param test whether somebody asked for it to see whether it comes
   * @param tries how often it was tried
   * @param lastTry when last; null before the first
   * @param status of the last answer; null where there was none
   * @param millis how long the last answer took; null where there was none
   * @param reason in a word of {@link Reason} why the last try failed; null where it did not
   * @param nextTry when it is tried again; null where it is not
   */
  record Delivery(
      UUID id,
      String messageId,
      String type,
      String subject,
      Instant eventTime,
      boolean test,
      State state,
      int tries,
      @Nullable Instant lastTry,
      @Nullable Integer status,
      @Nullable Integer millis,
      @Nullable Reason reason,
      @Nullable Instant nextTry) {
    /** Whether what follows on its subject waits for somebody to do something about it. */
    public boolean holdsOthersBack() {
      return state == State.HELD && !test;
    }
  }

  /** Why a try failed. */
  enum Reason {
    /** The host is none that is rung: not on the list, or its address lies inside a network. */
    ADDRESS_REFUSED,
    /** Its name leads nowhere. */
    NAME_UNKNOWN,
    /** Nobody answers there. */
    UNREACHABLE,
    /** Its certificate is not for this host, or of nobody known. */
    CERTIFICATE_REFUSED,
    /** No answer in time, or one without an end. */
    TIMED_OUT,
    /** It said another status than 2xx. */
    REFUSED,
    /** It answered with a redirect, which is not followed. */
    REDIRECTED,
    /** It did not say that it wants to be rung from here. */
    NOT_CONFIRMED,
    /** It wants to be rung, and how often is no number. */
    RATE_UNREADABLE
  }

  /**
   * A part of the delivery log, the newest first.
   *
   * @param next what {@code after} has to be for the part that follows; null at the end
   */
  record Log(List<Delivery> items, @Nullable String next) {
    public Log {
      items = List.copyOf(items);
    }
  }

  /**
   * @param state only those in this state; null for all
   * @param after the {@code next} of the part before, null for the first
   */
  Log log(UUID subscription, @Nullable State state, @Nullable String after, int limit)
      throws SQLException;

  Optional<Delivery> find(UUID subscription, UUID delivery) throws SQLException;

  /**
   * How it stands.
   *
   * @param waiting how many wait, also behind others
   * @param held how many are held
   * @param lastDelivered when last one was taken; null before the first
   */
  record Standing(int waiting, int held, @Nullable Instant lastDelivered) {}

  Standing standing(UUID subscription) throws SQLException;

  /**
   * Rings these once more, whatever became of them, and lets go what waits behind them.
   *
   * @return how many of them there are; others are passed over
   */
  int resend(UUID subscription, Set<UUID> deliveries) throws SQLException;

  /**
   * The same for all that were written into the log from one time up to, and not at, another.
   *
   * @param state only those in this state; null for all
   */
  int resendRange(UUID subscription, Instant from, Instant upTo, @Nullable State state)
      throws SQLException;

  /** Rings all that it may hear and that came to the feed at this time or later, once more. */
  void replayFrom(UUID subscription, Instant from) throws SQLException;

  /** What came of a test. */
  sealed interface Tested {
    /** It was rung, and so it stands in the log. */
    record Rung(Delivery delivery) implements Tested {}

    /** It was not: the address was rung as often as it allows in a minute. */
    record NotBefore(Instant next) implements Tested {}
  }

  /** Rings with a test message, once and at once. */
  Tested test(Webhook webhook) throws SQLException;

  /**
   * What came of asking an address whether it wants to be rung.
   *
   * @param agreed whether it does
   * @param status of the answer; null where there was none
   * @param reason why not; null where it does
   * @param perMinute how often in a minute it allows; null where it names no limit
   */
  record Handshake(
      boolean agreed,
      @Nullable Integer status,
      @Nullable Reason reason,
      @Nullable Integer perMinute) {}

  /** Asks an address whether it wants to be rung, as CloudEvents' abuse protection has it. */
  Handshake handshake(URI url);

  /** Its address has just agreed: what waits and rests is tried at once, as often as is allowed. */
  void agreed(UUID subscription) throws SQLException;

  /** The subscription has been deleted: its log and its place in the feed go too. */
  void forget(UUID subscription) throws SQLException;
}
