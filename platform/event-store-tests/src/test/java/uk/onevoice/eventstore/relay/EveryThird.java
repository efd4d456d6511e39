package uk.onevoice.eventstore.relay;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import uk.onevoice.eventstore.StoredEvent;

/** A language that tells two things of every third event of a stream, and nothing of the others. */
public record EveryThird(int edition) implements Language {
  static final int FIRST_PARTITION = 12;
  static final int PARTITIONS = 36;

  /** On a topic that it would share with two other logs. */
  static Telling telling(int edition) {
    return new Telling(new EveryThird(edition), FIRST_PARTITION, PARTITIONS);
  }

  /** The places of so many that are told. */
  public static List<Long> places(long told) {
    return LongStream.rangeClosed(1, told).boxed().toList();
  }

  @Override
  public boolean mayTell(String type) {
    return !type.equals("ThingHidden");
  }

  @Override
  public List<Told> of(List<StoredEvent> stream) {
    return stream.stream()
        .filter(event -> event.version() % 3 == 0)
        .flatMap(event -> Stream.of(told(event, "one"), told(event, "other")))
        .toList();
  }

  private static Told told(StoredEvent event, String subject) {
    return new Told(
        event,
        "third-thing-made-1",
        "partner/ThirdThingMade-v1",
        subject,
        "{\"subject\":\"%s\"}".formatted(subject));
  }
}
