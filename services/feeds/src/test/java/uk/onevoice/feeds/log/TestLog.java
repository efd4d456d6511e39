package uk.onevoice.feeds.log;

import javax.sql.DataSource;

/** The log, for tests of those who read it. */
public final class TestLog {
  private TestLog() {}

  public static FeedLog of(DataSource database) {
    return new FeedLog(database);
  }
}
