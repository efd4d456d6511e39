package uk.onevoice.testkit.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uk.onevoice.testkit.history.Teller.Thread;

/** An ICS with its lists of topics and forums. Those of before a split stay with what it was. */
final class Ics {
  private static final List<String> LABELS =
      List.of(
          "Community services",
          "Urgent care",
          "Estates",
          "Prescribing",
          "Mental health",
          "Workforce");

  /** A topic of the list. */
  record Topic(UUID id, String label) {
    String slug() {
      return label.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }
  }

  /** A forum of the list; of the whole ICS where it has no place. */
  record Forum(UUID id, String label) {}

  private final Teller teller;
  final String name;
  final List<Place> places = new ArrayList<>();
  final List<String> trusts = new ArrayList<>();
  final List<String> councils = new ArrayList<>();
  final UUID lmc;
  private String id;
  private List<Topic> topics = List.of();
  private Forum board;
  private Thread forums;

  Ics(Teller teller, String id, String name) {
    this.teller = teller;
    this.id = id;
    this.name = name;
    this.lmc = teller.id();
    this.forums = teller.lasting("forums-" + id);
    this.board = new Forum(lmc, "");
  }

  /** Its ICB's id today. */
  String id() {
    return id;
  }

  List<Topic> topics() {
    return topics;
  }

  Forum board() {
    return board;
  }

  /** Under the ICB of this id from today on. */
  void under(String icb) {
    id = icb;
    forums = teller.lasting("forums-" + icb);
  }

  void lists() {
    Thread list = teller.lasting("topics-" + id);
    LocalDate today = teller.today();
    topics = LABELS.stream().map(label -> new Topic(teller.id(), label)).toList();
    for (Topic topic : topics) {
      teller.say(
          list,
          "TopicDefined",
          Fields.of("topicId", topic.id())
              .put("icsId", id)
              .put("label", topic.label())
              .put("start", today));
    }
    board = forum("Integrated care board", "ICB_BOARD", List.of());
    places.forEach(Place::forums);
  }

  Forum forum(String label, String level, List<String> placeIds) {
    Forum forum = new Forum(teller.id(), label);
    teller.say(
        forums,
        "ForumRegistered",
        Fields.of("forumId", forum.id())
            .put("icsId", id)
            .put("label", label)
            .put("start", teller.today())
            .put("level", level)
            .put("ownerId", id)
            .texts("placeIds", placeIds)
            .texts("topicIds", topics.stream().map(topic -> topic.id().toString()).toList()));
    return forum;
  }
}
