package uk.onevoice.relationships.adapter.http;

import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.PersonId;
import uk.onevoice.testkit.stack.ToldRegistry;

/** A trust of the valley's, and Tamsin, who is one of its executives. */
final class Hospital {
  private static final UUID COLLEAGUE = UUID.randomUUID();

  private static UUID tamsin = new UUID(0, 0);
  private static String trust = "";

  private Hospital() {}

  static UUID tamsin() {
    return tamsin;
  }

  /** Somebody else of the trust, who never signs in. */
  static UUID colleague() {
    return COLLEAGUE;
  }

  static String trust() {
    return trust;
  }

  /** Tells the service's directory of her, once, and waits until it has heard. */
  static synchronized void isKnownTo(Directory directory) {
    MarlValley.isKnownTo(directory);
    if (trust.isEmpty()) {
      trust = MarlValley.trust();
      String topic = ConfigProvider.getConfig().getValue("onevoice.directory.topic", String.class);
      try (var registry = ToldRegistry.on(topic)) {
        tamsin = registry.person("tamsin.orrell");
        registry.appoint(tamsin, "TRUST_EXECUTIVE", trust);
        registry.appoint(COLLEAGUE, "TRUST_EXECUTIVE", trust);
        await()
            .until(() ->
                !directory.holdings(new PersonId(tamsin), LocalDate.now()).isEmpty()
                    && !directory.holdings(new PersonId(COLLEAGUE), LocalDate.now()).isEmpty());
      }
    }
  }
}
