package uk.onevoice.testkit.broken.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import uk.onevoice.testkit.broken.adapter.Door;

/** Breaks each rule a domain has, and lives in a package without package-info. */
public class Clerk {
  private final Door door = new Door();
  private final Optional<String> note = Optional.empty();

  public String entry() {
    return Instant.now() + " " + UUID.randomUUID() + new Random().nextInt() + door + note;
  }

  public static class ClerkHelper {}
}
