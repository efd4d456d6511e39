package uk.onevoice.stack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What to do about a service that has ended: one that goes on ending is left down. */
final class Restarts {
  static final int MOST = 3;

  enum Next {
    START,
    LEAVE,
    GIVE_UP
  }

  private final Map<String, Integer> made = new HashMap<>();
  private final Set<String> lent = new HashSet<>();

  /**
   * @param inDevMode whether {@code make dev} runs the service from its sources meanwhile
   */
  Next ofEnded(String service, boolean inDevMode) {
    if (inDevMode) {
      lent.add(service);
      return Next.LEAVE;
    }
    // Handed back by `make dev`, which had stopped it: no failure of its own.
    if (lent.remove(service)) {
      return Next.START;
    }
    return made.merge(service, 1, Integer::sum) > MOST ? Next.GIVE_UP : Next.START;
  }
}
