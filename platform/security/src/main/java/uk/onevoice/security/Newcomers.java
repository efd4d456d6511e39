package uk.onevoice.security;

import java.util.concurrent.Semaphore;

/**
 * Lets those wait whom nobody knows yet. One of them may have been registered a moment ago and
 * brings the position of that; but every sign-in of the realm can say so, and so only a few wait at
 * a time. The others are answered at once, as the strangers that they are so far.
 */
final class Newcomers {
  static final int MOST = 20;

  private final Semaphore places = new Semaphore(MOST);

  void take(Runnable wait) {
    if (places.tryAcquire()) {
      try {
        wait.run();
      } finally {
        places.release();
      }
    }
  }
}
