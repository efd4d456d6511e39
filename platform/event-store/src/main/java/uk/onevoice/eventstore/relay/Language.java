package uk.onevoice.eventstore.relay;

import java.util.List;
import uk.onevoice.eventstore.StoredEvent;

/**
 * A language of its own in which a log is told to others. It says the same each time it is asked:
 * what is told is a function of the stream's events and of nothing else, so that the whole log can
 * be told again.
 */
public interface Language {
  /**
   * 1 to 99, raised whenever the same log would be told otherwise. All is then told again from the
   * first event, under the same ids.
   */
  int edition();

  /** Whether anything may be told of an event of this type; of others nothing is, ever. */
  boolean mayTell(String type);

  /**
   * All that is told of a stream, in order.
   *
   * @param stream its events from the first on. What is told of them stays the same, whatever
   *     follows them
   */
  List<Told> of(List<StoredEvent> stream);
}
