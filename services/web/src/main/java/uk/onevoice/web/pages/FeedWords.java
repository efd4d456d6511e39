package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Subscriptions.Delivery;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Words;

/** What is sent to partners' systems, in the words of pages. */
final class FeedWords {
  /** Says that the connection works, and is sent only to who asks for it by its name. */
  static final String HEARTBEAT = "heartbeat-1";

  private static final Map<String, String> WHEN = when();

  /** What concerns one organisation alone. */
  private static final Map<String, String> HEARD =
      Map.of(
          "meeting-item-outcome-shared-1",
          "what came of an item of a meeting at which its organisation was",
          "joint-group-action-changed-1",
          "an action of a joint group that its organisation shares changes",
          "commitment-shared-1",
          "a promise that somebody shares with its organisation changes");

  private FeedWords() {}

  private static Map<String, String> when() {
    var when = new LinkedHashMap<String, String>();
    when.put("gp-directory-entry-changed-1", "who can agree what changes");
    when.put("gp-mandate-scope-changed-1", "what a role may say and agree changes");
    when.put("gp-position-published-1", "a position is published");
    when.put("gp-position-withdrawn-1", "a published position holds no more");
    when.put("org-affiliation-changed-1", "an organisation joins or leaves a place or group");
    when.put("place-changed-1", "a place changes");
    when.put("meeting-item-outcome-shared-1", "what came of an item you were there for");
    when.put("joint-group-action-changed-1", "an action of your joint group changes");
    when.put("commitment-shared-1", "a promise that is shared with you changes");
    return when;
  }

  /** All types of messages that say that something changed. */
  static Set<String> types() {
    return WHEN.keySet();
  }

  /**
   * What can be asked for.
   *
   * @param asked what is asked for now, so that a type this page does not know stays chosen
   */
  static List<Choice> choices(List<String> asked) {
    List<Choice> choices = new ArrayList<>();
    WHEN.forEach((type, when) -> choices.add(new Choice(type, when)));
    choices.add(
        new Choice(HEARTBEAT, "nothing changed either, now and then, to show that the line works"));
    asked.stream()
        .filter(type -> !WHEN.containsKey(type) && !type.equals(HEARTBEAT))
        .forEach(type -> choices.add(new Choice(type, type)));
    return choices;
  }

  /** Of which one can be made to try a system with; the first stands for one of each. */
  static List<Choice> kinds() {
    List<Choice> kinds = new ArrayList<>();
    kinds.add(new Choice("", "One of each kind"));
    WHEN.keySet().forEach(type -> kinds.add(new Choice(type, Words.sentence(when(type)))));
    return kinds;
  }

  /** What a message of a type says: "a place changes". */
  static String when(String type) {
    return WHEN.getOrDefault(type, type);
  }

  /** What a message is about: "A place changes". */
  static String of(Delivery sent) {
    if (sent.type().equals(HEARTBEAT)) {
      return "The line works";
    }
    return sent.test() ? "Test message" : Words.sentence(when(sent.type()));
  }

  /** The same for who is not the one who hears: "an action of a joint group it shares changes". */
  static String heard(String type) {
    return HEARD.getOrDefault(type, when(type));
  }

  static String state(String state) {
    return switch (state) {
      case "DELIVERED" -> "Delivered";
      case "WAITING" -> "Waiting";
      case "HELD" -> "Held";
      case "BEHIND" -> "Waits behind a held one";
      case "LEFT_OUT" -> "Left out by you";
      default -> "Not sent any more";
    };
  }

  static String colour(String state) {
    return switch (state) {
      case "DELIVERED" -> "green";
      case "HELD" -> "red";
      case "DROPPED", "LEFT_OUT" -> "grey";
      default -> "yellow";
    };
  }

  /** Why a try failed; what is no such reason stays as it is. */
  static String reason(String reason, @Nullable Integer status) {
    return switch (reason) {
      case "ADDRESS_REFUSED" -> "This address may not be used";
      case "NAME_UNKNOWN" -> "The name of the address leads nowhere";
      case "UNREACHABLE" -> "Nobody answered at the address";
      case "CERTIFICATE_REFUSED" -> "The certificate of the address does not hold";
      case "TIMED_OUT" -> "Your system did not answer in time";
      case "REFUSED" -> "Your system said no" + (status == null ? "" : ", with status " + status);
      case "REDIRECTED" -> "Your system led to another address, which is not followed";
      case "NOT_CONFIRMED" -> "Your system did not say that it wants messages";
      case "RATE_UNREADABLE" -> "Your system did not say how many messages it takes as a number";
      default -> reason;
    };
  }
}
