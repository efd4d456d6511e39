package uk.onevoice.feeds.subscriptions.domain;

/** What can be asked for beside what comes by itself; that it was asked for stays written down. */
public enum Ringing {
  /** A test message. */
  TEST,
  /** Deliveries of the log once more. */
  AGAIN,
  /** Everything since a time once more. */
  REPLAY
}
