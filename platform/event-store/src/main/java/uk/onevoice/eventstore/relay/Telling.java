package uk.onevoice.eventstore.relay;

/**
 * How a log is told in another language, on a topic that it may share with other logs: each has
 * partitions of its own there, as many as its own topic has.
 *
 * @param firstPartition the first of the log's own
 * @param partitions how many the topic has, of all logs together
 */
public record Telling(Language language, int firstPartition, int partitions) {
  private static final int MOST_EDITIONS = 99;

  public Telling {
    if (firstPartition < 0 || firstPartition + Partitions.COUNT > partitions) {
      throw new IllegalArgumentException("The log's own partitions are not within the topic.");
    }
    if (language.edition() < 1 || language.edition() > MOST_EDITIONS) {
      throw new IllegalArgumentException("A language's edition is 1 to 99.");
    }
  }

  /** The epoch that is told: it rises with the log's, and with the language's edition. */
  int epoch(int ofLog) {
    return ofLog * (MOST_EDITIONS + 1) + language.edition();
  }
}
