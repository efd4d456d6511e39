package uk.onevoice.eventstore.relay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import uk.onevoice.eventstore.postgres.Database;

/** A relay that dies, as if killed, between the acknowledgement and the move of the cursor. */
public final class RelayProcess {
  private RelayProcess() {}

  /**
   * @param args address, user and password of the database; the topic; a file of Kafka's
   *     properties; before which move of the cursor to die, 0 to live; and whether to tell the log
   *     in another language
   */
  public static void main(String[] args) throws Exception {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(Path.of(args[4]))) {
      properties.load(reader);
    }
    Map<String, String> kafka = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> kafka.put(key, properties.getProperty(key)));
    var moves = new CountDownLatch(Integer.parseInt(args[5]));
    boolean dies = moves.getCount() > 0;
    new Relay(
            new Database(args[0], args[1], args[2]),
            new RelaySettings(
                "deeds",
                args[3],
                kafka,
                Duration.ofMillis(20),
                50,
                Boolean.parseBoolean(args[6]) ? EveryThird.telling(1) : null),
            () -> {
              moves.countDown();
              if (dies && moves.getCount() == 0) {
                Runtime.getRuntime().halt(137);
              }
            })
        .start();
    new CountDownLatch(1).await();
  }
}
