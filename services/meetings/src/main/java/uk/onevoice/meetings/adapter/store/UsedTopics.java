package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.ListEntry;
import uk.onevoice.service.command.Today;

/**
 * Which topics of the lists are spoken of here. One that was merged into another stays in events
 * under its old id, and means the other.
 */
@ApplicationScoped
public class UsedTopics {
  private final DataSource database;
  private final Directory directory;
  private final Today today;

  UsedTopics(DataSource database, Directory directory, Today today) {
    this.database = database;
    this.directory = directory;
    this.today = today;
  }

  /** All topics that an item, a conversation or a position names, under whatever id. */
  public List<UUID> all() {
    return Query.all(
        database,
        "Topics",
        """
        select distinct (payload ->> 'topicId')::uuid from event
        where type = 'ItemAdded' and payload ->> 'topicId' is not null
        union select topic_id from known_contact where topic_id is not null
        union select topic_id from known_position\
        """,
        row -> row.getObject(1, UUID.class));
  }

  /** What this topic means today: itself, or the one that it was merged into. */
  public UUID now(UUID topic) {
    return directory.topicOn(topic, today.get()).map(ListEntry::id).orElse(topic);
  }

  /** All ids under which this topic is spoken of, itself among them. */
  public List<UUID> meaning(UUID topic) {
    UUID meant = now(topic);
    return Stream.concat(
            Stream.of(topic, meant), all().stream().filter(used -> now(used).equals(meant)))
        .distinct()
        .toList();
  }
}
