package uk.onevoice.web.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.api.Subscriptions.Delivery;
import uk.onevoice.web.api.Subscriptions.Key;
import uk.onevoice.web.api.Subscriptions.Standing;
import uk.onevoice.web.api.Subscriptions.Subscription;
import uk.onevoice.web.ui.Words;

/**
 * A connection in the words of its page.
 *
 * @param flag that somebody has to do something
 * @param rate how many messages its address takes; null where it named no limit
 * @param stand why nothing is sent now; null where messages are sent
 * @param mayVerify whether its address has not said yet that it wants messages
 */
public record ConnectionView(
    String href,
    String url,
    String system,
    @Nullable String rate,
    String sentence,
    boolean flag,
    @Nullable String stand,
    boolean mayVerify,
    boolean mayPause,
    boolean mayResume,
    String asked,
    String sentSentence,
    List<Sent> sent,
    String keySentence,
    List<SigningKey> keys) {

  /**
   * A message of the log.
   *
   * @param detail what comes next, or why it was not taken
   * @param mayLeaveOut whether others wait behind it until something is done about it
   */
  public record Sent(
      String deliveryId,
      String time,
      String what,
      String state,
      String colour,
      @Nullable String detail,
      int tries,
      boolean mayResend,
      boolean mayLeaveOut) {}

  /**
   * A key that signs messages.
   *
   * @param mayEnd whether another signs
   */
  public record SigningKey(String keyId, String name, String made, String ends, boolean mayEnd) {}

  private static @Nullable String rate(@Nullable Integer perMinute) {
    return perMinute == null
        ? null
        : "It takes up to " + Words.count(perMinute, "message", "messages") + " a minute.";
  }

  /** How many kinds of messages were asked for, of how many. */
  static String asked(@Nullable List<String> types) {
    int all = FeedWords.types().size();
    long asked = types == null ? all : types.stream().filter(FeedWords.types()::contains).count();
    return asked == all
        ? "You asked for every kind of message."
        : "You asked for " + asked + " of the " + all + " kinds of message.";
  }

  /**
   * @param latest of the log, the newest first
   */
  static ConnectionView of(Subscription of, List<Delivery> latest) {
    @Nullable String stand = stand(of);
    @Nullable Standing standing = of.standing();
    int held = standing == null ? 0 : standing.held();
    return new ConnectionView(
        href(of),
        of.url(),
        of.clientId(),
        rate(of.allowedPerMinute()),
        sentence(standing, latest),
        stand != null || held > 0,
        stand,
        of.state().equals("UNVERIFIED"),
        of.state().equals("ACTIVE"),
        of.state().equals("PAUSED"),
        asked(of.filter().types()),
        latest.isEmpty()
            ? "No message was sent yet."
            : "The " + Words.count(latest.size(), "newest message", "newest messages") + ".",
        latest.stream().map(ConnectionView::sent).toList(),
        keys(of.keys().size()),
        keys(of.keys()));
  }

  static String href(Subscription of) {
    return "/connection/" + Segment.of(of.subscriptionId());
  }

  /** Your system got 3 of the last 5 messages. 1 waits. 1 is held and needs you. */
  static String sentence(@Nullable Standing standing, List<Delivery> latest) {
    List<Delivery> real = latest.stream().filter(each -> !each.test()).toList();
    if (real.isEmpty()) {
      return "No message was sent to your system yet.";
    }
    long taken = real.stream().filter(each -> each.state().equals("DELIVERED")).count();
    var sentences = new ArrayList<String>();
    sentences.add(
        "Your system got "
            + (taken == real.size()
                ? "all of the last " + Words.count(real.size(), "message", "messages")
                : Words.number(taken)
                    + " of the last "
                    + Words.count(real.size(), "message", "messages"))
            + ".");
    if (standing != null && standing.waiting() > 0) {
      sentences.add(waiting(standing.waiting(), real));
    }
    if (standing != null && standing.held() > 0) {
      sentences.add(
          standing.held() == 1
              ? "1 is held and needs you."
              : Words.number(standing.held()) + " are held and need you.");
    }
    return String.join(" ", sentences);
  }

  private static String waiting(int waiting, List<Delivery> latest) {
    @Nullable Instant next =
        latest.stream()
            .map(Delivery::nextTry)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return Words.number(waiting)
        + (waiting == 1 ? " waits" : " wait")
        + (next == null ? "." : ", the next try is at " + Words.time(next) + ".");
  }

  private static @Nullable String stand(Subscription of) {
    if (!of.approved()) {
      return "Nothing is sent: your system may not hear the feed now. An administrator has to approve it, and a body of general practice to let it hear.";
    }
    if (of.state().equals("UNVERIFIED")) {
      return "Nothing is sent yet: your system has to say first that it wants messages.";
    }
    if (of.state().equals("PAUSED")) {
      return "GONE".equals(of.pausedFor())
          ? "It is paused: your system said that there is nothing at this address any more (410)."
          : "It is paused. What comes meanwhile is sent when it goes on.";
    }
    return null;
  }

  static Sent sent(Delivery each) {
    return new Sent(
        each.deliveryId(),
        Words.time(each.lastTry() == null ? each.time() : each.lastTry()),
        FeedWords.of(each),
        FeedWords.state(each.state()),
        FeedWords.colour(each.state()),
        detail(each),
        each.tries(),
        !each.test() && !each.state().equals("WAITING"),
        !each.test() && each.state().equals("HELD"));
  }

  private static @Nullable String detail(Delivery each) {
    var parts = new ArrayList<String>();
    if (each.reason() != null) {
      parts.add(FeedWords.reason(each.reason(), each.status()) + ".");
    }
    if (each.nextTry() != null) {
      parts.add("Next try at " + Words.time(each.nextTry()) + ".");
    }
    return parts.isEmpty() ? null : String.join(" ", parts);
  }

  private static String keys(int count) {
    return count == 1
        ? "1 key signs your messages."
        : Words.count(count, "key", "keys") + " sign your messages while you move over.";
  }

  private static List<SigningKey> keys(List<Key> newestFirst) {
    List<SigningKey> keys = new ArrayList<>();
    for (Key key : newestFirst) {
      keys.add(
          new SigningKey(
              key.keyId(),
              keys.isEmpty() ? "The newest" : "The one before",
              Words.time(key.madeAt()),
              key.endsAt() == null ? "Goes on" : Words.time(key.endsAt()),
              newestFirst.size() > 1));
    }
    return keys;
  }
}
