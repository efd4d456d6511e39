package uk.onevoice.feeds.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types of events that partners may hear; no other is ever kept or told. Their schemas are in
 * contracts/events/partner.
 */
public enum FeedType {
  GP_DIRECTORY_ENTRY_CHANGED(
      "gp-directory-entry-changed-1",
      "Who can agree what for general practice of a place has changed on a topic.",
      "place",
      false),
  GP_POSITION_PUBLISHED(
      "gp-position-published-1",
      "A body of general practice says in public what it thinks of an issue.",
      "place",
      false),
  GP_POSITION_WITHDRAWN(
      "gp-position-withdrawn-1",
      "What a body of general practice had said in public of an issue holds no more.",
      "place",
      false),
  GP_MANDATE_SCOPE_CHANGED(
      "gp-mandate-scope-changed-1",
      "What general practice of a place lets one role say and agree has changed.",
      "place",
      false),
  ORG_AFFILIATION_CHANGED(
      "org-affiliation-changed-1",
      "What an organisation belongs to has changed, or is known better.",
      "organisation",
      false),
  PLACE_CHANGED(
      "place-changed-1",
      "A place was defined, named otherwise, moved to another ICS, closed, merged or opened again.",
      "place",
      false),
  MEETING_ITEM_OUTCOME_SHARED(
      "meeting-item-outcome-shared-1",
      "What came of an item of a meeting that your organisation was at can be read.",
      "place",
      true),
  JOINT_GROUP_ACTION_CHANGED(
      "joint-group-action-changed-1",
      "An action of a joint group that your organisation shares has changed.",
      "place",
      true),
  COMMITMENT_SHARED(
      "commitment-shared-1",
      "A promise that general practice shares with your organisation is there, or has changed.",
      "place",
      true);

  private static final Set<String> NAMES =
      Arrays.stream(values()).map(FeedType::type).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> ASKABLE =
      Stream.concat(NAMES.stream(), Stream.of(Heartbeats.TYPE))
          .collect(Collectors.toUnmodifiableSet());

  private final String type;
  private final String says;
  private final String subject;
  private final boolean forSome;

  FeedType(String type, String says, String subject, boolean forSome) {
    this.type = type;
    this.says = says;
    this.subject = subject;
    this.forSome = forSome;
  }

  /** The CloudEvents type, with its version. */
  public String type() {
    return type;
  }

  /** What an event of it says, in a sentence. */
  public String says() {
    return says;
  }

  /** What its subject is an id of. */
  public String subject() {
    return subject;
  }

  /** Whether only the organisations concerned hear one; otherwise every reader does. */
  public boolean forSome() {
    return forSome;
  }

  /** Where its schema is, in the contracts: /contracts/events/partner/PlaceChanged-v1.json. */
  public String dataschema() {
    String name =
        Arrays.stream(name().split("_"))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
    return "/contracts/events/partner/" + name + "-v1.json";
  }

  /** All CloudEvents types. */
  public static Set<String> names() {
    return NAMES;
  }

  /** The same and the heartbeat, which is told only to who asks for it. */
  public static Set<String> askable() {
    return ASKABLE;
  }

  static Optional<FeedType> of(String type) {
    return Arrays.stream(values()).filter(one -> one.type.equals(type)).findFirst();
  }
}
